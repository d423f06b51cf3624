/* A posting, element by element: one screen a step. */
import type { DraftTerms, JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Boss, Principal } from '../hiring/scenes.ts';
import type { JobStep } from './job-steps.ts';

export interface JobScene extends Boss {
  readonly at: JobStep;
  readonly draft: DraftTerms;
  /** what this employer posted before, newest first: what stays the same need not be said again */
  readonly past: readonly JobTerms[];
  /** of a contractor or agency */
  readonly onBehalfOf?: Principal;
}
export interface JobScreen { readonly at: JobStep; readonly draft: DraftTerms; readonly employerName: string; /** for whom a contractor or agency hires */ readonly realEmployerName?: string }
export type JobErrand = Boss & { readonly kind: 'postJob'; readonly job: JobScene };
