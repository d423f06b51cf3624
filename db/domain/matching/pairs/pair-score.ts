/* The one number of a pair: how long the person waits, how early the place is to be filled, how well both fit. Nothing in it changes with the clock. */
import type { Result } from '../../result.ts';
import type { Instant } from '../../scalars.ts';
import type { PlanRefusal } from '../plan/door/event.ts';
import { mostMinutes, mostTie, scoreOf, shiftOfHall, type ScoreParts } from '../score.ts';
import { fitOf, fitPartsOf } from './fit.ts';
import type { JobInputs, WorkerInputs } from './inputs.ts';

const minuteMs = 60_000;
/** Places of the declared minimum crew stand above all others; among each, who posted first. */
const minimumFirst = 2_048;
const mostPostingMinutes = minimumFirst - 1;

/** Which of a job's places is meant: of the crew without which the work cannot begin, or the rest. */
export type PlaceTier = 'minimum' | 'rest';
export interface ScoreOfDay {
  /** when the business day ends: the fixed point from which all minutes count */
  readonly endOfDay: Instant;
  /** `rest` when absent */
  readonly tier?: PlaceTier;
}
/** With the place within the minute of virtual arrival, from 0: of people alike the earlier number comes first. */
export type ScoredWorker = WorkerInputs & { readonly turn?: number };
export interface PairScore extends ScoreParts { readonly weight: number }

/** P: whole minutes from virtual arrival to the end of the day, 1 … 4095. Who stands in front of everybody (0) has them all. */
export const minutesOf = ({ since }: Pick<WorkerInputs, 'since'>, endOfDay: Instant): number =>
  since === 0 ? mostMinutes : within(Math.floor((endOfDay - since) / minuteMs), 1, mostMinutes);

/** The latest virtual arrival that has so many minutes: P of whoever came then or before is at least this. */
export const arrivalOf = (minutes: number, endOfDay: Instant): Instant => endOfDay - minutes * minuteMs;

/** Q: minutes from posting to the end of the day, at most 2047; 2048 more for a place of the declared minimum crew. */
export const placeOf = ({ postedAt }: Pick<JobInputs, 'postedAt'>, endOfDay: Instant, tier: PlaceTier = 'rest'): number =>
  within(Math.floor((endOfDay - postedAt) / minuteMs), 0, mostPostingMinutes) + (tier === 'minimum' ? minimumFirst : 0);

/** How the free places of a job are divided: what is still missing of the declared minimum crew, and the others. Each part is planned as a posting of its own. */
export function placesByTier({ terms, placesLeft }: Pick<JobInputs, 'placesLeft'> & { readonly terms: Pick<JobInputs['terms'], 'minimum' | 'headcount'> }): Readonly<Record<PlaceTier, number>> {
  const minimum = Math.min(placesLeft, Math.max(0, (terms.minimum ?? 0) - (terms.headcount - placesLeft)));
  return { minimum, rest: placesLeft - minimum };
}

/** P, Q, f, t and their weight. The parts are in their ranges by construction: a weight that is refused is a bug. */
export function pairScore(worker: ScoredWorker, job: JobInputs, { endOfDay, tier }: ScoreOfDay): PairScore {
  return weighed({ minutes: minutesOf(worker, endOfDay), place: placeOf(job, endOfDay, tier), fit: fitOf(fitPartsOf(worker, job)), tie: tieOf(worker, job.jobId, endOfDay) });
}

/** One score for people who go together: each head with the minutes of the latest of them; the weight of the crew is the sum over its heads, for as many places. */
export function crewScore(members: readonly ScoredWorker[], job: JobInputs, day: ScoreOfDay): { readonly minutes: number; readonly weight: number; readonly heads: readonly PairScore[] } {
  const minutes = Math.min(mostMinutes, ...members.map((member) => minutesOf(member, day.endOfDay)));
  const heads = members.map((member) => weighed({ ...pairScore(member, job, day), minutes }));
  return { minutes, heads, weight: heads.reduce((sum, { weight }) => sum + weight, 0) };
}

export type TierWeights = Readonly<Record<PlaceTier, number>>;
/** The weights of `crewScore` at both parts of the places, each head looked at once. */
export function crewWeights(members: readonly ScoredWorker[], job: JobInputs, endOfDay: Instant): TierWeights {
  let minutes: number = mostMinutes;
  for (const member of members) minutes = Math.min(minutes, minutesOf(member, endOfDay));
  const places = { minimum: placeOf(job, endOfDay, 'minimum'), rest: placeOf(job, endOfDay, 'rest') };
  const weights = { minimum: 0, rest: 0 };
  for (const member of members) {
    const [fit, tie] = [fitOf(fitPartsOf(member, job)), tieOf(member, job.jobId, endOfDay)];
    weights.minimum += weighed({ minutes, place: places.minimum, fit, tie }).weight;
    weights.rest += weighed({ minutes, place: places.rest, fit, tie }).weight;
  }
  return weights;
}

function weighed({ minutes, place, fit, tie }: ScoreParts): PairScore {
  return { minutes, place, fit, tie, weight: sure(scoreOf({ minutes, place, fit, tie }, shiftOfHall)) };
}

function sure(weight: Result<number, PlanRefusal>): number {
  if (!weight.ok) throw new Error(`score of a pair: ${weight.error.code}`);
  return weight.value;
}

/** t: who came first within the minute, where the floor knows it; else six bits for who came first within the minute, four of a fixed hash of number and job, so that ties fall the same way on every machine. */
function tieOf({ since, order, turn }: ScoredWorker, jobId: string, endOfDay: Instant): number {
  if (turn !== undefined) return mostTie - Math.min(turn, mostTie);
  const withinMinute = since === 0 ? 63 : Math.floor((((((endOfDay - since) % minuteMs) + minuteMs) % minuteMs) * 64) / minuteMs);
  return within(withinMinute * 16 + (hash(`${order} ${jobId}`) & 15), 0, mostTie);
}

/** FNV-1a, 32 bits, folded: its low bits alone follow the last letter too closely. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93);
  return (value ^ (value >>> 15)) >>> 4;
}

const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
