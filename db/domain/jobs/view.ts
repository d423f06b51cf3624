/* What decisions about jobs need to know. */
import type { JobTerms } from './terms.ts';

export const jobStates = ['open', 'filled', 'takenDown'] as const;
export type JobState = (typeof jobStates)[number];

export interface JobRow {
  readonly jobId: string;
  readonly number: string;
  readonly employerId: string;
  readonly terms: JobTerms;
  readonly placesLeft: number;
  readonly state: JobState;
}

export interface JobsView {
  job(jobId: string): JobRow | undefined;
  /** How many jobs the open day has had. */
  jobsToday(): number;
}
