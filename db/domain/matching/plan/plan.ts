/* The plan of the hall: always the provably best, kept so event by event. Same events, same plan, bit for bit. */
import { ok } from '../../result.ts';
import type { Claim } from './certificate.ts';
import { Crews } from './crews/crews.ts';
import type { CrewClaim } from './crews/check-crews.ts';
import { claimOf, crewClaimOf } from './claims.ts';
import { checkEvent, type Known } from './door/check-event.ts';
import { checkInstance, findTwice } from './door/check-instance.ts';
import { no, type Id, type PlanEvent, type PlanRefusal, type PlanResult, type PostingEdge, type WorkerEdge } from './door/event.ts';
import { Floor, nowhere, type Instance } from './floor.ts';
import { planFromScratch } from './from-scratch.ts';
import { Roll } from './roll.ts';
import { comeIn, priceAnew, setPlaces, shut } from './search/repair.ts';
import { nextPlaceAbovePrice } from './search/seek-place.ts';
import { Singles } from './singles.ts';

/** `size`: heads of a crew; not there for who goes alone. */
export interface Pair { readonly worker: Id; readonly posting: Id; readonly weight: number; readonly locked: boolean; readonly size?: number }

const nothing: Instance = { workers: 0, capacity: new Int32Array(), edgeWorker: new Int32Array(), edgePosting: new Int32Array(), edgeWeight: new Float64Array() };

/**
 * Begin with `Plan.empty()` or `Plan.of(instance)`; then `apply` each event. Who goes alone is planned best, given where the crews are: `claim` lets anybody prove it.
 * Crews are placed by what they exactly cost the others, moved and exchanged when the whole gains: near the best, not proved.
 */
export class Plan implements Known {
  private readonly floor: Floor;
  private readonly singles: Singles;
  private readonly crews: Crews;
  private readonly postings = new Roll();

  private constructor(instance: Instance) {
    this.floor = new Floor(instance);
    this.singles = new Singles(this.floor);
    this.crews = new Crews(this.floor);
    this.postings.fill(instance.capacity.length);
  }

  /**
   * A hall without anybody. Whoever inserts the postings and then the people one by one in the order of P has after each of them the best plan of those inserted: it may
   * be cut off anywhere and is still fair.
   */
  static empty(): Plan {
    return new Plan(nothing);
  }

  /** The optimum from scratch; ids are the numbers of the instance. */
  static of(instance: Instance): PlanResult<Plan> {
    const wrong = checkInstance(instance);
    if (wrong !== undefined) return { ok: false, error: wrong };
    const plan = new Plan(instance);
    const twice = findTwice(plan.floor.ofWorker, instance.workers, instance.capacity.length);
    if (twice !== undefined) return { ok: false, error: twice };
    planFromScratch(plan.floor);
    return ok(plan);
  }

  /** Changes the plan to the best one after the event, or refuses by name and changes nothing. */
  apply(event: PlanEvent): PlanResult {
    let wrong: PlanRefusal | undefined = no('malformed').error;
    if (isRecord(event)) wrong = checkEvent(this, event);
    if (wrong !== undefined) return { ok: false, error: wrong };
    if ('worker' in event) this.changeWorker(event, 'posting' in event ? this.postings.numberOf(event.posting) : nowhere);
    else this.changePosting(event, this.postings.numberOf(event.posting));
    this.crews.tend('posting' in event ? this.postings.numberOf(event.posting) : nowhere);
    return ok(undefined);
  }

  private changeWorker(event: Extract<PlanEvent, { readonly worker: Id }>, posting: number): void {
    const crew = this.crews.of(event.worker);
    const worker = this.singles.roll.numberOf(event.worker);
    switch (event.type) {
      case 'insertWorker': this.insert(event.worker, event.edges, event.size ?? 1); return;
      case 'removeWorker': return crew ? this.crews.remove(crew) : this.singles.remove(event.worker, worker);
      case 'killEdge': return crew ? this.crews.kill(crew, posting) : this.singles.kill(worker, posting);
      case 'addEdge': return crew ? this.crews.meet(crew, posting, event.weight) : this.singles.meet(worker, posting, event.weight);
      case 'unlock': return crew ? this.crews.unlock(crew) : this.singles.unlock(worker);
      case 'settle': return crew ? this.crews.settle(crew) : this.singles.settle(event.worker, worker);
      case 'lock': {
        if (crew) return this.crews.lock(crew, posting);
        const gone = this.floor.at[worker] === posting ? [] : this.crews.makeRoom(posting, 1);
        this.singles.lock(worker, posting);
        this.crews.seekAnew(gone);
      }
    }
  }

  private changePosting(event: Exclude<PlanEvent, { readonly worker: Id }>, posting: number): void {
    switch (event.type) {
      case 'openPosting': this.open(event.posting, event.places, event.edges); return;
      case 'closePosting': this.close(event.posting, posting); return;
      case 'changeHeadcount': this.changeHeadcount(posting, event.places); return;
      case 'changeWeights':
        for (const edge of event.edges) this.setEdge(edge.worker, posting, edge.weight);
        if ((this.floor.capacity[posting] as number) > 0) priceAnew(this.floor, posting);
    }
  }

  private insert(id: Id, edges: readonly WorkerEdge[], size: number): void {
    const weights = new Map(edges.map(({ posting, weight }) => [this.postings.numberOf(posting), weight]));
    if (size > 1) this.crews.insert(id, size, weights);
    else this.singles.insert(id, weights);
  }

  private open(id: Id, places: number, edges: readonly PostingEdge[]): void {
    const posting = this.postings.enter(id) ?? this.postings.enterAt(id, this.floor.newPosting());
    for (const { worker, weight } of edges) this.setEdge(worker, posting, weight);
    this.floor.capacity[posting] = places;
    priceAnew(this.floor, posting);
  }

  /** Locked pairs of the posting are released with it: they seek again too. */
  private close(id: Id, posting: number): void {
    const { floor } = this;
    const crews = this.crews.close(posting);
    const released = this.singles.release(posting);
    shut(floor, posting);
    const from = floor.ofPosting.start[posting] as number;
    for (let entry = from; entry < from + (floor.ofPosting.length[posting] as number); entry += 1) floor.ofWorker.drop(floor.ofPosting.node[entry] as number, posting);
    floor.ofPosting.clear(posting);
    for (const worker of released) comeIn(floor, worker);
    this.crews.seekAnew(crews);
    this.postings.leave(id);
  }

  private changeHeadcount(posting: number, places: number): void {
    const { roll } = this.crews;
    const free = places - this.singles.locked(posting) - roll.heads(posting, true);
    // Fewer places than the crews there have together: some go.
    const fewer = Math.max(0, roll.heads(posting, false) - free);
    const gone = fewer === 0 ? [] : this.crews.makeRoom(posting, (this.floor.capacity[posting] as number) + fewer);
    setPlaces(this.floor, posting, free - roll.heads(posting, false));
    this.crews.seekAnew(gone);
  }

  private setEdge(id: Id, posting: number, weight: number): void {
    const crew = this.crews.of(id);
    if (crew) crew.weights.set(posting, weight);
    else this.singles.setEdge(this.singles.roll.numberOf(id), posting, weight);
  }

  hasWorker(worker: Id): boolean { return this.singles.roll.has(worker) || this.crews.of(worker) !== undefined; }
  hasPosting(posting: Id): boolean { return this.postings.has(posting); }
  hasEdge(worker: Id, posting: Id): boolean { return this.weightOf(worker, posting) !== undefined; }
  isLocked(worker: Id): boolean { return this.crews.of(worker)?.locked ?? this.singles.held.has(this.singles.roll.numberOf(worker)); }
  /** Heads, 1 for who goes alone; undefined for an id that is not here. */
  sizeOf(worker: Id): number | undefined { return this.crews.of(worker)?.size ?? (this.singles.roll.has(worker) ? 1 : undefined); }
  get workersCount(): number { return this.singles.roll.count + this.crews.roll.count; }
  get postingsCount(): number { return this.postings.count; }

  lockedPlaces(posting: Id): number {
    const number = this.postings.numberOf(posting);
    return this.singles.locked(number) + this.crews.roll.heads(number, true);
  }

  /** Places of a posting that are not locked, planned or not. */
  freePlaces(posting: Id): number {
    const number = this.postings.numberOf(posting);
    return (this.floor.capacity[number] ?? 0) + this.crews.roll.heads(number, false);
  }

  /** Where the worker or the crew is planned or locked; undefined while waiting, or unknown. */
  postingOf(worker: Id): Id | undefined {
    const posting = this.crews.of(worker)?.at ?? this.singles.at(this.singles.roll.numberOf(worker));
    return posting === nowhere ? undefined : this.postings.idOf(posting);
  }

  /** Who is planned at the posting, the locked ones not among them, by rising id. */
  plannedAt(posting: Id): Id[] {
    const number = this.postings.numberOf(posting);
    const crews = this.crews.roll.at(number).filter(({ locked }) => !locked).map(({ id }) => id);
    return [...this.singles.plannedAt(number), ...crews].sort((a, b) => a - b);
  }

  /** Who is locked to the posting, by rising id. */
  lockedAt(posting: Id): Id[] {
    const number = this.postings.numberOf(posting);
    const crews = this.crews.roll.at(number).filter(({ locked }) => locked).map(({ id }) => id);
    return [...this.singles.lockedAt(number), ...crews].sort((a, b) => a - b);
  }

  /** What somebody gains by the plan, in weight: what the pair is worth above the price of its places; 0 while waiting. Nothing for who is unknown or locked. */
  gainOf(worker: Id): number | undefined {
    const crew = this.crews.of(worker);
    if (crew) return this.crews.gainOf(crew);
    const number = this.singles.roll.numberOf(worker);
    return this.floor.takesPart[number] === 1 ? this.floor.gain[number] : undefined;
  }

  /**
   * The exact cut-off of a posting in weight: one more person would get a place by a pair worth more than this, and by none worth less. Costs a search. 0 where a place is
   * free. Where crews have all places that are not locked, what the lightest of them is worth a head, or more. Nothing for a posting unknown or wholly locked.
   */
  cutOffOf(posting: Id): number | undefined {
    const number = this.postings.numberOf(posting);
    const full = (this.floor.capacity[number] ?? 0) > 0 && this.floor.filled[number] === this.floor.capacity[number];
    return full ? (this.floor.price[number] as number) + nextPlaceAbovePrice(this.floor, number) : this.priceOf(posting);
  }

  /** The price that proves the plan, at or below the cut-off: nobody who waits has an edge to the posting above this. 0 where a place is free. Else as `cutOffOf`. */
  priceOf(posting: Id): number | undefined {
    const number = this.postings.numberOf(posting);
    return (this.floor.capacity[number] ?? 0) > 0 ? this.floor.price[number] : this.crews.priceAt(number);
  }

  weightOf(worker: Id, posting: Id): number | undefined {
    const number = this.postings.numberOf(posting);
    const crew = this.crews.of(worker);
    return crew ? crew.weights.get(number) : this.singles.weight(this.singles.roll.numberOf(worker), number);
  }

  /** Every pair, locked ones too, by id of the worker or the crew. */
  pairs(): Pair[] {
    const pairs: Pair[] = [];
    const add = (worker: Id, size: object): void => {
      const posting = this.postingOf(worker);
      if (posting !== undefined) pairs.push({ worker, posting, weight: this.weightOf(worker, posting) ?? 0, locked: this.isLocked(worker), ...size });
    };
    for (const [worker] of this.singles.roll.entries()) add(worker, {});
    for (const { id, size } of this.crews.roll.all()) add(id, { size });
    return pairs.sort((a, b) => a.worker - b.worker);
  }

  /** Σ of the weights of all pairs, exact. */
  value(): bigint {
    return this.pairs().reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  }

  /** All that a checker needs to prove the plan of those who go alone, given the crews' places: in copies, by the numbers of the floor. */
  claim(): Claim { return claimOf(this.floor, this.singles.held); }

  /** All that a checker needs to see that crews are whole and nobody has a place twice. */
  crewClaim(): CrewClaim { return crewClaimOf(this.floor, this.singles, this.crews.roll); }
}

const isRecord = (event: unknown): boolean => typeof event === 'object' && event !== null;
