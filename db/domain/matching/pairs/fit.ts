/* How well a person and a job fit, in named parts that can be told. Nothing here changes with the clock; sex, age, household, ethnic group and health are no part. */
import type { AgreedPay } from '../../jobs/pay.ts';
import { mostFit } from '../score.ts';
import type { JobInputs, WorkerInputs } from './inputs.ts';
import { isNamed, papersSeen } from './no-pair.ts';
import { compareRates, payFor, rateOf, wishedRate } from './pay.ts';
import type { FitParts } from './reasons.ts';

const mostPay = 400;
/** Pay this far above the wish, in per cent of it, is as good as pay can be. */
const fullPayPercent = 50;
const mostDistance = 200;
/** Off for each kilometre: forty and more are as far as far can be. */
const perKm = 5;
/** Of the trades in the person's own order, best first; nothing for a trade that is not among them. */
const perTrade = [100, 80, 60, 40, 20, 10] as const;
const forPapers = 30;
const forApplying = 20;
const mostStart = 50;
const minuteMs = 60_000;
/** Work that begins within this time of both being here fits wholly; each ten minutes more is one less. */
const soonMinutes = 60;
const forTogether = 100;
const forName = 100;
const mostReliability = 100;
/** Everybody begins as if two hires had gone well and two not: a newcomer stands in the middle, and one bad day is no verdict. */
const priorKept = 2;
const priorAll = 4;

/** The parts of `f`, whole numbers, each within its most. Of a pair that may be one (`whyNoPair`); of another they mean nothing. */
export function fitPartsOf(worker: WorkerInputs, job: JobInputs): FitParts {
  return {
    pay: payPart(worker, job), distance: distancePart(job), skill: skillPart(worker, job), start: startPart(worker, job),
    together: [job.employerId, job.terms.onBehalfOf].some((id) => id !== undefined && worker.goodWith.includes(id)) ? forTogether : 0,
    reliability: Math.floor((mostReliability * (worker.kept + priorKept)) / (worker.kept + worker.broken + priorAll)),
    named: isNamed(worker, job) ? forName : 0,
  };
}

/** 0 … 1000. */
export const fitOf = ({ pay, distance, skill, start, together, reliability, named }: FitParts): number =>
  Math.min(mostFit, pay + distance + skill + start + together + reliability + named);

/** Above the wish, up to half of it; the middle where there is no wish or nothing to compare. Once sealed prices are open, the lower the price the better. */
function payPart(worker: WorkerInputs, job: JobInputs): number {
  if (job.quotes !== undefined) return quotePart(worker, job);
  const [wish, pay] = [wishedRate(worker.wishes, job.terms), payFor(worker, job)];
  const rate = pay && rateOf(pay, job.terms);
  if (wish === undefined || rate === undefined) return mostPay / 2;
  const least = wish.fen * rate.hours;
  return within(Math.floor((mostPay * 100 * compareRates(rate, wish)) / (fullPayPercent * least)), mostPay);
}

/** Between the dearest price, 0, and the cheapest, 400. Who named no price stands behind all who did. */
function quotePart({ workerId }: WorkerInputs, { quotes = [], terms }: JobInputs): number {
  const own = quotes.find((quote) => quote.workerId === workerId)?.pay;
  if (own === undefined) return 0;
  const prices = quotes.map(({ pay }) => priceBeside(own, pay, terms)).filter((price) => price !== undefined);
  const [cheapest, dearest, mine] = [Math.min(...prices), Math.max(...prices), priceBeside(own, own, terms) ?? 0];
  return dearest === cheapest ? mostPay / 2 : within(Math.floor((mostPay * (dearest - mine)) / (dearest - cheapest)), mostPay);
}

/** A price as a number that can stand beside the own price: both per hour, or both in the same unit; undefined where they cannot be compared. */
function priceBeside(own: AgreedPay, price: AgreedPay, terms: JobInputs['terms']): number | undefined {
  const [ownRate, rate] = [rateOf(own, terms), rateOf(price, terms)];
  if (ownRate !== undefined && rate !== undefined) return rate.fen / rate.hours;
  return own.unit === price.unit ? price.amountFen : undefined;
}

const distancePart = ({ km }: JobInputs): number => (km === undefined ? mostDistance / 2 : within(mostDistance - Math.ceil(km * perKm), mostDistance));

function skillPart(worker: WorkerInputs, { jobId, terms }: JobInputs): number {
  const own = perTrade[worker.trades.indexOf(terms.trade)] ?? 0;
  return own + (papersSeen(worker, terms) ? forPapers : 0) + (worker.applied.includes(jobId) ? forApplying : 0);
}

/** Counted from when both were here, not from now: the plan of the same morning is the same whenever it is made. */
function startPart({ at }: WorkerInputs, { postedAt, terms }: JobInputs): number {
  const minutes = Math.floor((terms.startAt - Math.max(at, postedAt)) / minuteMs);
  // It has begun already: the person comes late whatever happens.
  if (minutes < 0) return mostStart / 2;
  return within(mostStart - Math.ceil(Math.max(0, minutes - soonMinutes) / 10), mostStart);
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
