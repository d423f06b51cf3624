/* Which job gets the next table. Tables are what a hall has least of: this choice moves more hires than any other. */
import type { Instant } from '../../scalars.ts';
import type { MatchingRules } from '../rules.ts';

const secondMs = 1_000;
const minuteMs = 60_000;
/** Added to everybody's wait, so that a list of people who have just come counts too. */
const everybodySeconds = 300;

/** Somebody on the list of a job: virtual arrival (0: in front of everybody) and check-in itself. */
export interface OnList { readonly since: Instant; readonly at: Instant }

export interface JobWaiting {
  readonly jobId: string;
  /** sequence of posting: the earlier one wins a tie */
  readonly order: number;
  /** posted, or its last table ended */
  readonly waitsSince: Instant;
  /** people whom the plan has for it */
  readonly planned: number;
  /** who would be called now, at most `listAtMost` */
  readonly list: readonly OnList[];
  /** per mille, `acceptancePerMille` of its band */
  readonly acceptance: number;
  /** check-in of whoever waits longest of those who could take a free place here */
  readonly longestEligible: Instant | undefined;
}

export interface NextJob { readonly jobId: string; readonly why: 'plannedLong' | 'workerWaitsLong' | 'best' }

/**
 * Undefined: no job has anybody to call. First the jobs with planned people that wait beyond `plannedFirstMinutes`; then the job for whoever waits longest beyond `waitingFirstMinutes`; then all others.
 * Among the first and the last that with the most accepted waiting per second of table: Σ acceptance·(now − virtual arrival + 300 s) / (tableSeconds + perHeadSeconds·|list|). Whole numbers only: every machine chooses the same.
 */
export function nextJob(waiting: readonly JobWaiting[], now: Instant, rules: MatchingRules): NextJob | undefined {
  const callable = waiting.filter(({ list }) => list.length > 0);
  const better = byGain(now, rules);
  const plannedLong = callable.filter(({ planned, waitsSince }) => planned > 0 && now - waitsSince > rules.plannedFirstMinutes * minuteMs);
  // Among them by gain: when tables are short all of them wait that long, and the oldest first would be no better than whoever posted first (a tenth of the hires).
  const first = best(plannedLong, better);
  if (first !== undefined) return { jobId: first.jobId, why: 'plannedLong' };
  const waitsLong = callable.filter(({ longestEligible }) => longestEligible !== undefined && now - longestEligible > rules.waitingFirstMinutes * minuteMs);
  // Several jobs would do for the same person: the one whose list brings that person to the table.
  const second = best(waitsLong, (a, b) => longest(a) - longest(b) || Number(bringsLongest(b)) - Number(bringsLongest(a)) || better(a, b));
  if (second !== undefined) return { jobId: second.jobId, why: 'workerWaitsLong' };
  const third = best(callable, better);
  return third && { jobId: third.jobId, why: 'best' };
}

/** Negative: the first is better. Fractions are compared by multiplying crosswise, far below 2^53. */
function byGain(now: Instant, rules: MatchingRules): (a: JobWaiting, b: JobWaiting) => number {
  const gain = (job: JobWaiting): number => job.acceptance * job.list.reduce((sum, one) => sum + Math.max(0, Math.floor((now - arrival(one, rules)) / secondMs)) + everybodySeconds, 0);
  const cost = ({ list }: JobWaiting): number => rules.tableSeconds + rules.perHeadSeconds * list.length;
  return (a, b) => gain(b) * cost(a) - gain(a) * cost(b) || a.order - b.order;
}

/** Who stands in front of everybody counts as having come the longest head start before check-in: 0 itself would outweigh all waiting in the hall. */
const arrival = ({ since, at }: OnList, { headStart }: MatchingRules): Instant => (since === 0 ? at - headStart.most * minuteMs : since);

const longest = ({ longestEligible = Number.MAX_SAFE_INTEGER }: JobWaiting): Instant => longestEligible;
const bringsLongest = ({ list, longestEligible }: JobWaiting): boolean => list.some(({ at }) => at === longestEligible);

function best(jobs: readonly JobWaiting[], compare: (a: JobWaiting, b: JobWaiting) => number): JobWaiting | undefined {
  let found: JobWaiting | undefined;
  for (const job of jobs) if (found === undefined || compare(job, found) < 0) found = job;
  return found;
}
