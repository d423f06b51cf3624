/* Pairs of people and jobs kept as the plan wants them: who may meet whom, how many places each part of a job has. */
import type { BusinessDay, Instant } from '../../scalars.ts';
import type { JobInputs } from '../pairs/inputs.ts';
import { placesByTier, type PlaceTier, type TierWeights } from '../pairs/pair-score.ts';
import type { Id, PlanEvent, PlanRefusal } from '../plan/door/event.ts';
import { Plan } from '../plan/plan.ts';
import { matchingRulesOn, type MatchingRules } from '../rules.ts';
import type { MoveOf } from './move.ts';
import type { OpenJob, Tier } from './open-job.ts';
import { endOfDay, weightsOf, type Today } from './pair.ts';
import { Roster } from './roster.ts';
import { setParted, type Unit } from './unit.ts';

/** Below so many pairs those that were left out are looked for again. */
const fewPairs = 16;

export class Pairing {
  readonly plan = Plan.empty();
  readonly roster = new Roster();
  readonly day: BusinessDay;
  readonly rules: MatchingRules;
  /** the last moment that was heard of */
  now: Instant = 0;
  private readonly endOfDay: Instant;
  private ids = 0;
  private opened = 0;

  constructor(day: BusinessDay = '', rules: MatchingRules = matchingRulesOn(undefined, day)) {
    this.day = day;
    this.endOfDay = endOfDay(day);
    this.rules = rules;
  }

  newId(): Id {
    this.ids += 1;
    return this.ids;
  }

  /** Into the plan with its best pairs. */
  comeIn(unit: Unit): void {
    const today = this.today();
    const best: { readonly job: OpenJob; readonly weights: TierWeights }[] = [];
    for (const job of this.roster.jobsFor(unit)) {
      const weights = job.planned ? weightsOf(unit, job, today) : undefined;
      if (weights !== undefined) best.push({ job, weights });
    }
    best.sort((a, b) => b.weights.minimum - a.weights.minimum || a.job.order - b.job.order);
    const kept = best.slice(0, this.rules.pairsPerWorker);
    unit.cut = kept.length < best.length;
    const edges = kept.flatMap(({ job, weights }) => job.tiers.map(({ id, kind }) => ({ posting: id, weight: weights[kind] })));
    this.change({ type: 'insertWorker', worker: unit.id, edges, size: unit.members.length });
    unit.inPlan = true;
    for (const { job } of kept) pair(unit, job);
  }

  goOut(unit: Unit): void {
    if (unit.inPlan) this.change({ type: 'removeWorker', worker: unit.id });
    this.forget(unit);
  }

  forget(unit: Unit): void {
    unit.inPlan = false;
    for (const jobId of unit.pairs) this.roster.job(jobId)?.units.delete(unit);
    unit.pairs.clear();
  }

  openJob({ job: inputs, planned, at }: MoveOf<'open'>): void {
    const before = this.roster.job(inputs.jobId);
    if (before === undefined) return this.addJob(inputs, planned, at);
    const sameTerms = JSON.stringify({ ...before.inputs, placesLeft: 0 }) === JSON.stringify({ ...inputs, placesLeft: 0 }) && before.planned === planned;
    const better = JSON.stringify(before.inputs.terms.pay) !== JSON.stringify(inputs.terms.pay);
    before.inputs = inputs;
    before.planned = planned;
    this.resize(before);
    if (sameTerms) return;
    // Whoever parted from the old terms may look at the new ones.
    if (better) for (const unit of this.roster.allUnits()) if (unit.parted.has(inputs.jobId)) setParted(unit, new Set([...unit.parted].filter((jobId) => jobId !== inputs.jobId)));
    this.weighAnew(before);
  }

  private addJob(inputs: JobInputs, planned: boolean, at: Instant): void {
    this.opened += 1;
    const job: OpenJob = { inputs, planned, order: this.opened, tiers: [], units: new Set(), called: 0, waitsSince: at };
    this.roster.addJob(job);
    if (planned) this.resize(job);
  }

  /** Pairs of a job whose terms changed: those that fell away, those that are new, those that weigh otherwise. */
  private weighAnew(job: OpenJob): void {
    const wanted = new Map(this.roster.unitsFor(job).filter((unit) => unit.inPlan).map((unit) => [unit, job.planned ? weightsOf(unit, job, this.today()) : undefined] as const));
    for (const unit of job.units) if (wanted.get(unit) === undefined) this.part(unit, job);
    for (const [unit, weights] of wanted) if (weights !== undefined && !job.units.has(unit)) this.meet(unit, job, weights);
    for (const { id, kind } of job.tiers) {
      const edges = [...job.units].map((unit) => ({ worker: unit.id, weight: wanted.get(unit)?.[kind] ?? 0 })).filter((edge) => edge.weight > 0);
      if (edges.length > 0) this.change({ type: 'changeWeights', posting: id, edges });
    }
  }

  part(unit: Unit, job: OpenJob): void {
    for (const { id } of job.tiers) if (this.plan.hasEdge(unit.id, id)) this.change({ type: 'killEdge', worker: unit.id, posting: id });
    unit.pairs.delete(job.inputs.jobId);
    job.units.delete(unit);
  }

  private meet(unit: Unit, job: OpenJob, weights: TierWeights): void {
    if (unit.pairs.size >= this.rules.pairsPerWorker) { unit.cut = true; return; }
    for (const { id, kind } of job.tiers) this.change({ type: 'addEdge', worker: unit.id, posting: id, weight: weights[kind] });
    pair(unit, job);
  }

  /** Brings the places of a job in the plan to what they are. */
  resize(job: OpenJob): void {
    const wanted = job.planned ? placesByTier(job.inputs) : { minimum: 0, rest: 0 };
    const locked = (tier: Tier | undefined): number => (tier === undefined ? 0 : this.plan.lockedPlaces(tier.id));
    const tierOf = (kind: PlaceTier): Tier | undefined => job.tiers.find((tier) => tier.kind === kind);
    // Whoever is called keeps the place, in whichever part of the job it was.
    const minimum = Math.max(Math.min(Math.max(wanted.minimum, locked(tierOf('minimum'))), wanted.minimum + wanted.rest - locked(tierOf('rest'))), locked(tierOf('minimum')));
    const places: Record<PlaceTier, number> = { minimum, rest: Math.max(wanted.minimum + wanted.rest - minimum, locked(tierOf('rest'))) };
    for (const kind of ['minimum', 'rest'] as const) {
      const tier = tierOf(kind);
      if (tier === undefined) { if (places[kind] > 0) this.openTier(job, kind, places[kind]); }
      else if (places[kind] === 0) this.closeTier(job, tier);
      else if (tier.places !== places[kind]) {
        this.change({ type: 'changeHeadcount', posting: tier.id, places: places[kind] });
        tier.places = places[kind];
      }
    }
  }

  private openTier(job: OpenJob, kind: PlaceTier, places: number): void {
    const tier: Tier = { kind, id: this.newId(), places };
    const first = job.tiers.length === 0;
    const candidates = first ? this.roster.unitsFor(job).filter((unit) => unit.inPlan) : [...job.units];
    const today = this.today();
    const edges: { worker: Id; weight: number }[] = [];
    for (const unit of candidates) {
      const weight = weightsOf(unit, job, today)?.[kind];
      if (weight === undefined) continue;
      if (first && unit.pairs.size >= this.rules.pairsPerWorker) { unit.cut = true; continue; }
      edges.push({ worker: unit.id, weight });
      pair(unit, job);
    }
    this.change({ type: 'openPosting', posting: tier.id, places, edges });
    job.tiers = [...job.tiers, tier];
  }

  private closeTier(job: OpenJob, tier: Tier): void {
    this.change({ type: 'closePosting', posting: tier.id });
    job.tiers = job.tiers.filter((one) => one !== tier);
    if (job.tiers.length > 0) return;
    for (const unit of job.units) unit.pairs.delete(job.inputs.jobId);
    job.units.clear();
  }

  closeJob(jobId: string): void {
    const job = this.roster.job(jobId);
    if (job === undefined) return;
    const met = [...job.units];
    for (const tier of job.tiers) this.closeTier(job, tier);
    this.roster.dropJob(job);
    for (const unit of met) if (unit.cut && unit.inPlan && unit.pairs.size < fewPairs && !this.plan.isLocked(unit.id)) this.lookAgain(unit);
  }

  private lookAgain(unit: Unit): void {
    this.goOut(unit);
    this.comeIn(unit);
  }

  today(): Today {
    return { now: this.now, endOfDay: this.endOfDay };
  }

  change(event: PlanEvent): void {
    const done = this.plan.apply(event);
    if (!done.ok) throw new PlanBroken(event.type, done.error);
  }
}

/** The plan refused what the floor asked of it. */
export class PlanBroken extends Error {
  constructor(event: string, refusal: PlanRefusal) {
    super(`the plan refused ${event}: ${refusal.code}`);
  }
}

function pair(unit: Unit, job: OpenJob): void {
  unit.pairs.add(job.inputs.jobId);
  job.units.add(unit);
}
