/* The hard rules: what makes a person and a job no pair at all. The first rule that fails is kept, because it is the answer to "why not me". */
import { endOfWork, overlap } from '../../hiring/spans.ts';
import { certificatesOf, mayTakeJob } from '../../jobs/work-conditions.ts';
import type { JobTerms } from '../../jobs/terms.ts';
import { protectedBirth } from '../../people/profile.ts';
import { dayStart, localDay } from '../../queue/business-day.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';
import type { Certificate } from '../../trades/certificate.ts';
import type { JobInputs, WorkerInputs } from './inputs.ts';
import { compareRates, payFor, rateOf, wishedRate } from './pay.ts';
import type { NoPair } from './reasons.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * The first rule of `noPairCodes` by which this person cannot take this job at `now`; undefined: they are a pair.
 * What is not known hinders nothing: pay that cannot be compared, a place whose distance the hall does not know, the papers of a number without a name (the table looks at them).
 */
export function whyNoPair(worker: WorkerInputs, job: JobInputs, now: Instant): NoPair | undefined {
  return standing(worker, job, now) ?? time(worker, job) ?? trade(worker, job) ?? papers(worker, job.terms) ?? wishes(worker, job);
}

/** Whether the employer asked for this number, or this person for this job. */
export const isNamed = ({ number, applied }: WorkerInputs, { jobId, terms }: JobInputs): boolean => terms.namedTicket === number || applied.includes(jobId);

function standing(worker: WorkerInputs, { terms, placesLeft }: JobInputs, now: Instant): NoPair | undefined {
  // In force to the last moment, as everywhere: time closes a job after `validUntil`, not at it.
  if (terms.validUntil < now || placesLeft < 1) return { code: 'jobNotOpen' };
  if (worker.stoppedUntil !== undefined && worker.stoppedUntil > now) return { code: 'stopped', until: worker.stoppedUntil };
  // No birthday is in the inputs: whoever is 16 or 17 is protected as the youngest of them.
  const birth = worker.minor ? protectedBirth('16to17', now) : undefined;
  return birth !== undefined && mayTakeJob(birth, terms, now).kind !== 'may' ? { code: 'tooYoung' } : undefined;
}

function time({ busy, parted }: WorkerInputs, { jobId, terms }: JobInputs): NoPair | undefined {
  if (busy.some((work) => work.jobId === jobId)) return { code: 'alreadyHired' };
  if (busy.some((work) => overlap(work, terms))) return { code: 'alreadyHiredThen' };
  return parted.includes(jobId) ? { code: 'parted' } : undefined;
}

const trade = (worker: WorkerInputs, job: JobInputs): NoPair | undefined =>
  worker.trades.includes(job.terms.trade) || isNamed(worker, job) ? undefined : { code: 'notYourTrade' };

/** Missing ones are told before those that end too early. */
function papers(worker: WorkerInputs, terms: JobTerms): NoPair | undefined {
  if (worker.workerId === undefined) return undefined;
  const { oneOf, all } = certificatesOf(terms);
  // Most work needs none; days are not reckoned for nothing.
  if (oneOf.length + all.length === 0) return undefined;
  const holds = heldUntil(worker);
  const missing = all.find((one) => !holds.has(one)) ?? (oneOf.some((one) => holds.has(one)) ? undefined : oneOf[0]);
  if (missing !== undefined) return { code: 'certificateMissing', certificate: missing };
  const [begins, over] = [localDay(terms.startAt), lastDayOf(terms)];
  const ends = (one: Certificate): boolean => (holds.get(one) ?? begins) < over;
  const ending = all.find(ends) ?? (oneOf.length > 0 && oneOf.every((one) => !holds.has(one) || ends(one)) ? oneOf.find((one) => holds.has(one)) : undefined);
  return ending === undefined ? undefined : { code: 'certificateEnds', certificate: ending };
}

/** Whether every paper that the work needs has been seen and holds to the end of the work. */
export const papersSeen = (worker: WorkerInputs, terms: JobTerms): boolean => papers({ ...worker, workerId: worker.workerId ?? worker.ticketId }, terms) === undefined;

/** The last day of each paper; of two of a kind the longer one. */
function heldUntil({ certificates }: WorkerInputs): ReadonlyMap<Certificate, BusinessDay> {
  const last = new Map<Certificate, BusinessDay>();
  for (const { certificate, until } of certificates) if (until > (last.get(certificate) ?? '')) last.set(certificate, until);
  return last;
}

/** Work that ends at midnight is over on the day before. */
const lastDayOf = (terms: JobTerms): BusinessDay => localDay(endOfWork(terms) - 1);

function wishes(worker: WorkerInputs, job: JobInputs): NoPair | undefined {
  const { terms, km } = job;
  const { withinKm, homeBy, mostDays } = worker.wishes;
  const [wish, pay] = [wishedRate(worker.wishes, terms), payFor(worker, job)];
  const rate = pay && rateOf(pay, terms);
  if (wish !== undefined && rate !== undefined && compareRates(rate, wish) < 0) return { code: 'payBelowWish' };
  if (withinKm !== undefined && km !== undefined && km > withinKm) return { code: 'tooFar' };
  if (homeBy !== undefined && dayIsOver(terms) > minutesOf(homeBy)) return { code: 'endsTooLate' };
  return mostDays !== undefined && terms.days > mostDays ? { code: 'tooManyDays' } : undefined;
}

/** Minutes after local midnight of the day it begins; over 1440 for work through the night. Every day of the work has the same hours. */
const dayIsOver = ({ startAt, hoursPerDay }: JobTerms): number => (startAt - dayStart(localDay(startAt)) + hoursPerDay * hourMs) / minuteMs;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
