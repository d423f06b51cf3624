/* What decisions about jobs need to know. */
import type { BusinessDay, Instant } from '../scalars.ts';
import type { JobKind } from './facts.ts';
import type { JobTerms } from './terms.ts';

/** `inReview` → `open` → `filled`, and from each of them `closed` (the employer), `takenDown` (the hall) or `expired` (time). `filled` goes back to `open` when more people are wanted. */
export const jobStates = ['inReview', 'open', 'filled', 'closed', 'takenDown', 'expired'] as const;
export type JobState = (typeof jobStates)[number];

export interface JobRow {
  readonly jobId: string;
  readonly number: string;
  readonly businessDay: BusinessDay;
  readonly employerId: string;
  readonly terms: JobTerms;
  readonly jobKind: JobKind;
  readonly placesLeft: number;
  /** As recorded: an open job that is no longer valid is still `open` until the daily broom; `stateAt` knows better. */
  readonly state: JobState;
  /** how often its terms were changed */
  readonly changes: number;
  /** shown, and still to be looked at */
  readonly checkAfter: boolean;
  /** The filter's version under which staff approved these words; undefined when nobody did. */
  readonly approvedVersion: string | undefined;
}

export interface JobsView {
  job(jobId: string): JobRow | undefined;
  /** The job that an order placed outside became. */
  jobOfOrder(orderId: string): string | undefined;
  /** How far the hall has followed an order placed outside; undefined: not at all. */
  onlineOrder(orderId: string): { readonly revision: number } | undefined;
  /** How many jobs the open day has had. */
  jobsToday(): number;
  /** Jobs that this employer posted or is the real employer of and that are neither closed, taken down nor expired. */
  liveJobsOf(employerId: string): readonly string[];
  /** Jobs in review or open whose time is over, longest over first. */
  overdueJobs(now: Instant, limit: number): readonly string[];
}
