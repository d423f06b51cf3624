/* "Why not me": the rule that fails, or from which arrival on a job reaches people like this one, exact to the minute from the job's price in the plan. */
import { z } from 'zod';
import { idSchema, instantSchema, type Instant } from '../../scalars.ts';
import { mostMinutes, shiftOfHall, type ScoreParts, type Shift } from '../score.ts';
import { fitPartsOf } from './fit.ts';
import type { JobInputs } from './inputs.ts';
import { whyNoPair } from './no-pair.ts';
import { arrivalOf, pairScore, type PairScore, type PlaceTier, type ScoredWorker } from './pair-score.ts';
import { fitPartsSchema, noPairSchema } from './reasons.ts';

/** How many other jobs are named beside the one that was asked for. */
export const mostNext = 2;

/**
 * `everybody`: a place is free, whoever fits is reached. `until`: it reaches those who came, by virtual arrival, at `until` or before. `front`: only who stands in front of everybody.
 * `allCalled`: people have been called for every place; what they do not take is given on.
 */
export const reachKinds = ['everybody', 'until', 'front', 'allCalled'] as const;
export const reachSchema = z.strictObject({
  jobId: idSchema, reaches: z.enum(reachKinds),
  until: instantSchema.optional(),
  /** by which the person came too late; 0 is reached, or came in the same minute as the last who is. Absent with `front` and `allCalled` */
  missingMinutes: z.int().min(0).max(mostMinutes).optional(),
});
export type Reach = z.infer<typeof reachSchema>;

export const explanationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noPair'), jobId: idSchema, why: noPairSchema }),
  z.strictObject({
    kind: z.literal('pair'), reach: reachSchema,
    /** virtual arrival: from when the own place counts; 0 in front of everybody */
    countsFrom: z.union([instantSchema, z.literal(0)]),
    fit: z.int().min(0).max(1_000), parts: fitPartsSchema,
    /** other jobs of this person, the nearest first */
    next: z.array(reachSchema).max(mostNext),
  }),
]);
export type Explanation = z.infer<typeof explanationSchema>;

/** What the plan asks for one place of a tier now (`Plan.priceOf`), in weight. */
export interface TierPrice { readonly tier: PlaceTier; readonly price: number }
/** A job with the prices of its places that nobody has been called for; none: all are called. */
export interface PricedJob { readonly job: JobInputs; readonly prices: readonly TierPrice[] }

/**
 * P that a pair with this Q, f and t needs for its weight to come up to the price: ceil((price − Q·2^K − f·2^10 − t) / 2^K).
 * At most 0: everybody is reached. Exact: all terms are whole and below 2^53, and dividing by a power of two rounds nothing.
 */
export const minutesNeeded = (score: Omit<ScoreParts, 'minutes'>, price: number, shift: Shift = shiftOfHall): number => crewMinutesNeeded([score], price, shift);

/** The same for people who go together: the minutes of the latest of them, when as many places cost as many prices. */
export function crewMinutesNeeded(heads: readonly Omit<ScoreParts, 'minutes'>[], price: number, shift: Shift = shiftOfHall): number {
  const step = 2 ** shift;
  const rest = heads.reduce((sum, { place, fit, tie }) => sum + price - place * step - fit * 2 ** 10 - tie, 0);
  return Math.ceil(rest / (heads.length * step));
}

/** From which arrival on the job reaches people like this one. The cheapest of its tiers decides. */
export function reachOf(worker: ScoredWorker, { job, prices }: PricedJob, endOfDay: Instant): Reach {
  const { jobId } = job;
  if (prices.length === 0) return { jobId, reaches: 'allCalled' };
  const scores = prices.map(({ tier, price }) => ({ price, score: pairScore(worker, job, { endOfDay, tier }) }));
  const needed = Math.min(...scores.map(({ price, score }) => minutesNeeded(score, price)));
  const own = scores[0]?.score.minutes ?? 0;
  const missingMinutes = Math.max(0, needed - own);
  if (needed <= 1) return { jobId, reaches: 'everybody', missingMinutes };
  // Nobody's arrival alone has so many minutes; only the front of the queue has them all.
  if (needed >= mostMinutes) return needed === mostMinutes && own === mostMinutes ? { jobId, reaches: 'front', missingMinutes } : { jobId, reaches: 'front' };
  return { jobId, reaches: 'until', until: arrivalOf(needed, endOfDay), missingMinutes };
}

/** The whole answer for a person and a job; `others` are jobs to look among for the next best, the ones that are no pair are passed over. */
export function explain(worker: ScoredWorker, asked: PricedJob, others: readonly PricedJob[], { now, endOfDay }: { readonly now: Instant; readonly endOfDay: Instant }): Explanation {
  const { job } = asked;
  const why = whyNoPair(worker, job, now);
  if (why !== undefined) return { kind: 'noPair', jobId: job.jobId, why };
  const next = others.filter((other) => other.job.jobId !== job.jobId && whyNoPair(worker, other.job, now) === undefined)
    .map((other) => ({ reach: reachOf(worker, other, endOfDay), score: pairScore(worker, other.job, { endOfDay }) }))
    .sort((a, b) => nearness(a.reach) - nearness(b.reach) || byWorth(a.score, b.score) || (a.reach.jobId < b.reach.jobId ? -1 : 1));
  return {
    kind: 'pair', reach: reachOf(worker, asked, endOfDay), countsFrom: worker.since, fit: pairScore(worker, job, { endOfDay }).fit, parts: fitPartsOf(worker, job),
    next: next.slice(0, mostNext).map(({ reach }) => reach),
  };
}

const nearness = ({ missingMinutes }: Reach): number => missingMinutes ?? mostMinutes + 1;
const byWorth = (a: PairScore, b: PairScore): number => b.weight - a.weight;
