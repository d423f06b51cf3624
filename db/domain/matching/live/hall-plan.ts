/* The living plan of one hall: people and jobs as they come and go, planned best at every moment. Nobody sees it, only calls. Same moves, same plan, bit for bit. */
import type { BusinessDay, Instant } from '../../scalars.ts';
import type { WorkerInputs } from '../pairs/inputs.ts';
import type { PlaceTier } from '../pairs/pair-score.ts';
import type { NoPair } from '../pairs/reasons.ts';
import type { Claim } from '../plan/certificate.ts';
import type { CrewClaim } from '../plan/crews/check-crews.ts';
import type { MatchingRules } from '../rules.ts';
import { Bands } from './bands.ts';
import type { MoveOf, PlanMove } from './move.ts';
import type { OpenJob, Tier } from './open-job.ts';
import { whyNone } from './pair.ts';
import { Pairing } from './pairing.ts';
import { Tables } from './tables.ts';
import { setParted, unitOf, type Unit } from './unit.ts';

export class HallPlan {
  private pairing = new Pairing();
  readonly tables = new Tables();
  readonly bands = new Bands();

  /** Throws when the moves do not fit each other: then the memory of the floor is wrong, and it must be made anew. */
  apply(move: PlanMove): void {
    const { pairing } = this;
    if ('at' in move) pairing.now = Math.max(pairing.now, move.at);
    const unit = 'ticketId' in move ? pairing.roster.unit(move.ticketId) : undefined;
    switch (move.move) {
      case 'day': this.begin(move); return;
      case 'arrive': this.arrive(move.members, move.at); return;
      case 'leave': this.remove(unit, move.at); return;
      case 'open': pairing.openJob(move); return;
      case 'close': pairing.closeJob(move.jobId); return;
      case 'call': this.call(unit, move); return;
      case 'release': this.release(unit, move.at); return;
      case 'decline': this.decline(unit, move.jobId, move.at); return;
      case 'hire': this.hire(unit, move.jobId, move.at);
    }
  }

  private begin({ day, rules, bands }: MoveOf<'day'>): void {
    this.pairing = new Pairing(day, rules);
    this.tables.clear();
    this.bands.set(bands);
  }

  private arrive(members: readonly WorkerInputs[], at: Instant): void {
    const { pairing } = this;
    for (const { ticketId } of members) this.remove(pairing.roster.unit(ticketId), at);
    const unit = unitOf(pairing.newId(), members, (standing, ticketId) => pairing.roster.turnOf(standing, ticketId));
    pairing.roster.addUnit(unit);
    pairing.comeIn(unit);
  }

  private remove(unit: Unit | undefined, at: Instant): void {
    if (unit === undefined) return;
    this.leftTable(unit, at);
    this.pairing.goOut(unit);
    this.pairing.roster.dropUnit(unit);
  }

  private call(unit: Unit | undefined, { jobId, tableId, at }: MoveOf<'call'>): void {
    if (unit === undefined || unit.calledFor?.jobId === jobId) return;
    this.leftTable(unit, at);
    if (this.pairing.plan.isLocked(unit.id)) this.pairing.change({ type: 'unlock', worker: unit.id });
    const job = this.pairing.roster.job(jobId);
    unit.calledFor = { jobId, tableId };
    this.tables.taken(tableId, at);
    if (job !== undefined) job.called += unit.members.length;
    const tier = job === undefined || !unit.inPlan ? undefined : this.tierFor(unit, job);
    // Standby numbers are called beyond the places: they are planned nowhere meanwhile.
    if (tier === undefined) this.pairing.goOut(unit);
    else this.pairing.change({ type: 'lock', worker: unit.id, posting: tier.id });
  }

  private tierFor(unit: Unit, job: OpenJob): Tier | undefined {
    const planned = this.pairing.plan.postingOf(unit.id);
    return job.tiers.find((tier) => tier.id === planned) ?? job.tiers.find((tier) => this.pairing.plan.hasEdge(unit.id, tier.id) && this.pairing.plan.freePlaces(tier.id) >= unit.members.length);
  }

  private leftTable(unit: Unit, at: Instant): void {
    if (unit.calledFor === undefined) return;
    const job = this.pairing.roster.job(unit.calledFor.jobId);
    this.tables.left(unit.calledFor.tableId, at);
    unit.calledFor = undefined;
    if (job === undefined) return;
    job.called -= unit.members.length;
    if (job.called === 0) job.waitsSince = at;
  }

  private release(unit: Unit | undefined, at: Instant): void {
    if (unit === undefined) return;
    const job = this.pairing.roster.job(unit.calledFor?.jobId ?? '');
    this.leftTable(unit, at);
    if (!unit.inPlan) this.pairing.comeIn(unit);
    else if (this.pairing.plan.isLocked(unit.id)) this.pairing.change({ type: 'unlock', worker: unit.id });
    if (job === undefined) return;
    // Fewer are wanted than were called: the place goes with whoever gives it back.
    this.pairing.resize(job);
    this.promote(job);
  }

  private decline(unit: Unit | undefined, jobId: string, at: Instant): void {
    if (unit === undefined) return;
    const job = this.pairing.roster.job(jobId);
    if (job !== undefined) this.bands.declined(job.inputs.terms);
    setParted(unit, new Set([...unit.parted, jobId]));
    if (job !== undefined && unit.inPlan) this.pairing.part(unit, job);
    this.release(unit, at);
  }

  private hire(unit: Unit | undefined, jobId: string, at: Instant): void {
    if (unit === undefined) return;
    const job = this.pairing.roster.job(jobId);
    if (job === undefined) return this.remove(unit, at);
    this.bands.agreed(job.inputs.terms);
    const tier = job.tiers.find((one) => unit.inPlan && this.pairing.plan.isLocked(unit.id) && this.pairing.plan.postingOf(unit.id) === one.id);
    if (tier !== undefined) {
      this.pairing.change({ type: 'settle', worker: unit.id });
      tier.places -= unit.members.length;
      this.pairing.forget(unit);
    }
    this.remove(unit, at);
    job.inputs = { ...job.inputs, placesLeft: job.inputs.placesLeft - unit.members.length };
    this.pairing.resize(job);
  }

  /** Whoever was called as standby and may now be one of those whom a place is kept for. */
  private promote(job: OpenJob): void {
    if (job.called === 0) return;
    for (const unit of this.pairing.roster.allUnits()) {
      if (unit.inPlan || unit.calledFor?.jobId !== job.inputs.jobId) continue;
      this.pairing.comeIn(unit);
      const tier = this.tierFor(unit, job);
      if (tier === undefined) this.pairing.goOut(unit);
      else this.pairing.change({ type: 'lock', worker: unit.id, posting: tier.id });
    }
  }

  get day(): BusinessDay { return this.pairing.day; }
  get rules(): MatchingRules { return this.pairing.rules; }
  /** Why a unit and a job are no pair now. */
  whyNone(unit: Unit, job: OpenJob): NoPair | undefined { return whyNone(unit, job, this.pairing.today()); }
  unit(ticketId: string): Unit | undefined { return this.pairing.roster.unit(ticketId); }
  job(jobId: string): OpenJob | undefined { return this.pairing.roster.job(jobId); }
  openJobs(): Iterable<OpenJob> { return this.pairing.roster.allJobs(); }
  allUnits(): Iterable<Unit> { return this.pairing.roster.allUnits(); }

  /** Units planned for a job, without those called. */
  plannedFor(job: OpenJob): Unit[] {
    return job.tiers.flatMap(({ id }) => this.pairing.plan.plannedAt(id)).map((id) => this.pairing.roster.unitOfId(id)).filter((unit) => unit !== undefined);
  }

  isPlanned(unit: Unit): boolean {
    return unit.inPlan && this.pairing.plan.postingOf(unit.id) !== undefined;
  }

  /** Whether two units that are planned could change places and everybody would be as well off: nothing but chance put them where they are. */
  couldSwap(one: Unit, other: Unit): boolean {
    const { plan } = this.pairing;
    const [here, there] = [plan.postingOf(one.id), plan.postingOf(other.id)];
    if (here === undefined || there === undefined || one.members.length !== other.members.length) return false;
    const [a, b, c, d] = [plan.weightOf(one.id, here), plan.weightOf(other.id, there), plan.weightOf(one.id, there), plan.weightOf(other.id, here)];
    return a !== undefined && b !== undefined && c !== undefined && d !== undefined && a + b === c + d;
  }

  /** Who could be called for a job that the plan does not hold pairs of; looks at no more than `limit`. */
  eligible(job: OpenJob, limit: number): Unit[] {
    if (job.planned) return [...job.units];
    const found: Unit[] = [];
    for (const unit of this.pairing.roster.unitsFor(job)) {
      if (found.length >= limit) break;
      if (unit.calledFor === undefined && whyNone(unit, job, this.pairing.today()) === undefined) found.push(unit);
    }
    return found;
  }

  /** The cut-off of each part of a job in weight, `exact` by one search each, else a price at or below it; nothing where all its places are held. */
  prices(job: OpenJob, exact: boolean): { readonly kind: PlaceTier; readonly price: number }[] {
    const { plan } = this.pairing;
    return job.tiers.flatMap(({ id, kind }) => { const price = exact ? plan.cutOffOf(id) : plan.priceOf(id); return price === undefined ? [] : [{ kind, price }]; });
  }

  /** Members with what they parted from today. */
  members(unit: Unit): Unit['asTheyAre'] { return unit.asTheyAre; }
  /** All that the checker of certificates needs, in copies. */
  claim(): Claim { return this.pairing.plan.claim(); }
  /** The same of the crews. */
  crewClaim(): CrewClaim { return this.pairing.plan.crewClaim(); }
  value(): bigint { return this.pairing.plan.value(); }
  counts(): { readonly units: number; readonly postings: number } { return { units: this.pairing.plan.workersCount, postings: this.pairing.plan.postingsCount }; }
}

