/* The plan of the hall: always the provably best, kept so event by event. Same events, same plan, bit for bit. */
import { ok } from '../../result.ts';
import type { Claim } from './certificate.ts';
import { checkEvent, type Known } from './door/check-event.ts';
import { checkInstance, findTwice } from './door/check-instance.ts';
import { no, type Id, type PlanEvent, type PlanRefusal, type PlanResult, type PostingEdge, type WorkerEdge } from './door/event.ts';
import { Floor, nobody, nowhere, type Instance } from './floor.ts';
import { planFromScratch } from './from-scratch.ts';
import { bringBack, comeIn, goOut, meets, parts, priceAnew, setPlaces, shut, takeOut } from './repair.ts';
import { Roll } from './roll.ts';

export interface Pair { readonly worker: Id; readonly posting: Id; readonly weight: number; readonly locked: boolean }

const nothing: Instance = { workers: 0, capacity: new Int32Array(), edgeWorker: new Int32Array(), edgePosting: new Int32Array(), edgeWeight: new Float64Array() };

/** Begin with `Plan.empty()` or `Plan.of(instance)`; then `apply` each event. */
export class Plan implements Known {
  private readonly floor: Floor;
  private readonly workers = new Roll();
  private readonly postings = new Roll();
  /** locked worker → posting, and how many of each posting, by their numbers on the floor */
  private readonly held = new Map<number, number>();
  private readonly heldAt = new Map<number, number>();

  private constructor(instance: Instance) {
    this.floor = new Floor(instance);
    this.workers.fill(instance.workers);
    this.postings.fill(instance.capacity.length);
  }

  static empty(): Plan {
    return new Plan(nothing);
  }

  /** The optimum from scratch; ids are the numbers of the instance. To have the best plan of the first few at any moment, begin empty and insert them one by one. */
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
    this.change(event);
    return ok(undefined);
  }

  private change(event: PlanEvent): void {
    const { floor } = this;
    const worker = 'worker' in event ? this.workers.numberOf(event.worker) : nowhere;
    const posting = 'posting' in event ? this.postings.numberOf(event.posting) : nowhere;
    switch (event.type) {
      case 'insertWorker': this.insert(event.worker, event.edges); return;
      case 'removeWorker': this.remove(event.worker, worker); return;
      case 'killEdge': this.kill(worker, posting); return;
      case 'addEdge':
        this.setEdge(worker, posting, event.weight);
        meets(floor, worker, posting, event.weight);
        return;
      case 'openPosting': this.open(event.posting, event.places, event.edges); return;
      case 'closePosting': this.close(event.posting, posting); return;
      case 'changeHeadcount': setPlaces(floor, posting, event.places - (this.heldAt.get(posting) ?? 0)); return;
      case 'changeWeights':
        for (const edge of event.edges) this.setEdge(this.workers.numberOf(edge.worker), posting, edge.weight);
        this.renew(posting);
        return;
      case 'lock': this.lock(worker, posting); return;
      case 'unlock': bringBack(floor, this.unhold(worker), worker); return;
      case 'settle': this.settle(event.worker, worker);
    }
  }

  private insert(id: Id, edges: readonly WorkerEdge[]): void {
    const worker = this.workers.enter(id) ?? this.workers.enterAt(id, this.floor.newWorker());
    for (const { posting, weight } of edges) this.setEdge(worker, this.postings.numberOf(posting), weight);
    comeIn(this.floor, worker);
  }

  private remove(id: Id, worker: number): void {
    if (this.held.has(worker)) bringBack(this.floor, this.unhold(worker));
    else goOut(this.floor, worker);
    this.forget(id, worker);
  }

  /** Both were out of the market already: the prices prove the rest as it stands. */
  private settle(id: Id, worker: number): void {
    this.unhold(worker);
    this.forget(id, worker);
  }

  private forget(id: Id, worker: number): void {
    const { ofWorker, ofPosting } = this.floor;
    const from = ofWorker.start[worker] as number;
    for (let entry = from; entry < from + (ofWorker.length[worker] as number); entry += 1) ofPosting.drop(ofWorker.node[entry] as number, worker);
    ofWorker.clear(worker);
    this.workers.leave(id);
  }

  private kill(worker: number, posting: number): void {
    parts(this.floor, worker, posting);
    if (this.held.get(worker) === posting) bringBack(this.floor, this.unhold(worker), worker);
  }

  private open(id: Id, places: number, edges: readonly PostingEdge[]): void {
    const posting = this.postings.enter(id) ?? this.postings.enterAt(id, this.floor.newPosting());
    for (const { worker, weight } of edges) this.setEdge(this.workers.numberOf(worker), posting, weight);
    this.floor.capacity[posting] = places;
    priceAnew(this.floor, posting);
  }

  /** Locked pairs of the posting are released with it: those workers seek again too. */
  private close(id: Id, posting: number): void {
    const { floor } = this;
    const released = [...this.held].filter(([, to]) => to === posting).map(([worker]) => worker).sort((a, b) => a - b);
    shut(floor, posting);
    const from = floor.ofPosting.start[posting] as number;
    for (let entry = from; entry < from + (floor.ofPosting.length[posting] as number); entry += 1) floor.ofWorker.drop(floor.ofPosting.node[entry] as number, posting);
    floor.ofPosting.clear(posting);
    this.heldAt.delete(posting);
    for (const worker of released) {
      this.held.delete(worker);
      comeIn(floor, worker);
    }
    this.postings.leave(id);
  }

  private lock(worker: number, posting: number): void {
    takeOut(this.floor, worker, posting);
    this.held.set(worker, posting);
    this.heldAt.set(posting, (this.heldAt.get(posting) ?? 0) + 1);
  }

  /** Gives where the worker was locked. */
  private unhold(worker: number): number {
    const posting = this.held.get(worker) ?? nowhere;
    this.held.delete(worker);
    this.heldAt.set(posting, (this.heldAt.get(posting) ?? 0) - 1);
    return posting;
  }

  private setEdge(worker: number, posting: number, weight: number): void {
    const { ofWorker, ofPosting } = this.floor;
    const at = ofWorker.find(worker, posting);
    if (at < 0) {
      ofWorker.add(worker, posting, weight);
      ofPosting.add(posting, worker, weight);
      return;
    }
    ofWorker.weight[at] = weight;
    ofPosting.weight[ofPosting.find(posting, worker)] = weight;
  }

  private renew(posting: number): void {
    if ((this.floor.capacity[posting] as number) > 0) priceAnew(this.floor, posting);
  }

  hasWorker(worker: Id): boolean { return this.workers.has(worker); }
  hasPosting(posting: Id): boolean { return this.postings.has(posting); }
  hasEdge(worker: Id, posting: Id): boolean { return this.weightOf(worker, posting) !== undefined; }
  isLocked(worker: Id): boolean { return this.held.has(this.workers.numberOf(worker)); }
  lockedPlaces(posting: Id): number { return this.heldAt.get(this.postings.numberOf(posting)) ?? 0; }
  freePlaces(posting: Id): number { return this.floor.capacity[this.postings.numberOf(posting)] ?? 0; }

  /** Where the worker is planned or locked; undefined while waiting, or unknown. */
  postingOf(worker: Id): Id | undefined {
    const number = this.workers.numberOf(worker);
    const posting = this.held.get(number) ?? this.floor.at[number] ?? nowhere;
    return posting === nowhere ? undefined : this.postings.idOf(posting);
  }

  /** Who is planned at the posting, the locked ones not among them, by rising id. */
  plannedAt(posting: Id): Id[] {
    const there: Id[] = [];
    const { first, next } = this.floor;
    for (let worker = first[this.postings.numberOf(posting)] ?? nobody; worker !== nobody; worker = next[worker] as number) there.push(this.workers.idOf(worker) as Id);
    return there.sort((a, b) => a - b);
  }

  /** Who is locked to the posting, by rising id. */
  lockedAt(posting: Id): Id[] {
    const number = this.postings.numberOf(posting);
    return [...this.held].filter(([, to]) => to === number && to !== nowhere).map(([worker]) => this.workers.idOf(worker) as Id).sort((a, b) => a - b);
  }

  /** What the worker gains by the plan, in weight: what the pair is worth above the cut-off of its posting; 0 while waiting. Nothing for a worker unknown or locked. */
  gainOf(worker: Id): number | undefined {
    const number = this.workers.numberOf(worker);
    return this.floor.takesPart[number] === 1 ? this.floor.gain[number] : undefined;
  }

  get workersCount(): number { return this.workers.count; }
  get postingsCount(): number { return this.postings.count; }

  /** The cut-off of a posting in weight: nobody who waits has an edge to it above this. 0 where a place is free. Nothing for a posting unknown or wholly locked. */
  priceOf(posting: Id): number | undefined {
    const number = this.postings.numberOf(posting);
    return (this.floor.capacity[number] ?? 0) > 0 ? this.floor.price[number] : undefined;
  }

  weightOf(worker: Id, posting: Id): number | undefined {
    const [from, to] = [this.workers.numberOf(worker), this.postings.numberOf(posting)];
    const at = from === nowhere || to === nowhere ? -1 : this.floor.ofWorker.find(from, to);
    return at < 0 ? undefined : this.floor.ofWorker.weight[at];
  }

  /** Every pair, locked ones too, by worker id. */
  pairs(): Pair[] {
    const pairs: Pair[] = [];
    for (const [worker, number] of this.workers.entries()) {
      const posting = this.postingOf(worker);
      if (posting !== undefined) pairs.push({ worker, posting, weight: this.weightOf(worker, posting) ?? 0, locked: this.held.has(number) });
    }
    return pairs.sort((a, b) => a.worker - b.worker);
  }

  /** Σ of the weights of all pairs, exact. */
  value(): bigint {
    return this.pairs().reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  }

  /** All that a checker needs, in copies, by the numbers of the floor. */
  claim(): Claim {
    const { floor } = this;
    const { ofWorker } = floor;
    let edges = 0;
    for (let worker = 0; worker < floor.workers; worker += 1) edges += ofWorker.length[worker] as number;
    const [edgeWorker, edgePosting, edgeWeight] = [new Int32Array(edges), new Int32Array(edges), new Float64Array(edges)];
    for (let worker = 0, edge = 0; worker < floor.workers; worker += 1) {
      const [from, length] = [ofWorker.start[worker] as number, ofWorker.length[worker] as number];
      edgeWorker.fill(worker, edge, edge + length);
      edgePosting.set(ofWorker.node.subarray(from, from + length), edge);
      edgeWeight.set(ofWorker.weight.subarray(from, from + length), edge);
      edge += length;
    }
    const [at, locked, places] = [floor.at.slice(0, floor.workers), new Uint8Array(floor.workers), floor.capacity.slice(0, floor.postings)];
    for (const [worker, posting] of this.held) {
      at[worker] = posting;
      locked[worker] = 1;
      places[posting] = (places[posting] as number) + 1;
    }
    return { edgeWorker, edgePosting, edgeWeight, places, at, locked, gain: floor.gain.slice(0, floor.workers), price: floor.price.slice(0, floor.postings) };
  }
}

const isRecord = (event: unknown): boolean => typeof event === 'object' && event !== null;
