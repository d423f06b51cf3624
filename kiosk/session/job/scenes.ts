/* A posting, element by element: one screen a step. */
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { JobStep } from './job-steps.ts';

export interface JobScene {
  readonly at: JobStep;
  readonly card: Card;
  readonly employer: EmployerChoice;
  readonly draft: DraftTerms;
}
export interface JobScreen { readonly at: JobStep; readonly draft: DraftTerms; readonly employerName: string }
export type JobErrand = { readonly kind: 'postJob'; readonly card: Card; readonly job: JobScene };
