/* The one number a pair is planned by: who waits longest and which places come first, then fit, then a tie that falls the same way everywhere. */
import { ok } from '../result.ts';
import { largestWeight, no, type PlanResult } from './plan/door/event.ts';

/** How far P + Q stands above fit. The sums of fit of 2^(K − 20) pairs never reach one minute: 8,192 places in a hall, 131,072 in a city. */
export const shiftOfHall = 33;
export const shiftOfCity = 37;
export type Shift = typeof shiftOfHall | typeof shiftOfCity;

export const mostMinutes = 4_095;
export const mostFit = 1_000;
export const mostTie = 1_023;
const fitStep = 2 ** 10;

export interface ScoreParts {
  /** P: minutes from virtual arrival to the end of the day, 1 … 4095 */
  readonly minutes: number;
  /** Q: how early the place is to be filled, 0 … 4095 */
  readonly place: number;
  /** f: 0 … 1000 */
  readonly fit: number;
  /** t: a fixed hash, 0 … 1023 */
  readonly tie: number;
}

/** (P + Q)·2^K + f·2^10 + t: a whole number below 2^50. Parts that are no whole numbers in their range are refused. */
export function scoreOf({ minutes, place, fit, tie }: ScoreParts, shift: Shift = shiftOfHall): PlanResult<number> {
  if (!within(minutes, 1, mostMinutes) || !within(place, 0, mostMinutes) || !within(fit, 0, mostFit) || !within(tie, 0, mostTie)) return no('weightWrong');
  const weight = (minutes + place) * 2 ** shift + fit * fitStep + tie;
  return weight <= largestWeight ? ok(weight) : no('weightWrong');
}

/** The parts again, of one weight or of the value of a whole plan of at most 2^(K − 20) pairs; P and Q stay one sum, and so do fit and tie of more than one pair. */
export function partsOfValue(value: bigint, shift: Shift = shiftOfHall): { readonly minutesAndPlaces: bigint; readonly fitAndTie: bigint } {
  return { minutesAndPlaces: value >> BigInt(shift), fitAndTie: value & ((1n << BigInt(shift)) - 1n) };
}

/** Fit and tie of one weight. */
export function fitOfWeight(weight: number, shift: Shift = shiftOfHall): { readonly fit: number; readonly tie: number } {
  const rest = weight % 2 ** shift;
  return { fit: Math.floor(rest / fitStep), tie: rest % fitStep };
}

/** The most pairs a plan may have for fit never to outweigh a minute. */
export const mostPairs = (shift: Shift): number => 2 ** (shift - 20);

const within = (value: number, from: number, to: number): boolean => Number.isInteger(value) && value >= from && value <= to;
