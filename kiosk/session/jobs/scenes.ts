/* One job of the employer's own: places and people as they are now, what may still be changed, and what happened to whoever was hired. */
import type { CloseJob } from '@kuaizhao/db/domain/jobs/commands.ts';
import type { OfferedPay } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HiredPerson, JobPeople } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { Boss, OwnJob } from '../hiring/scenes.ts';
import type { PaperFate, PaperState } from '../paper.ts';

export interface OfJob extends Boss { readonly job: OwnJob; readonly people: JobPeople }
/** Asked about again while it is looked at. `awaits`: the question that is out. */
export interface Live { readonly askedMs: number; readonly awaits: string | undefined }

export const jobParts = ['time', 'headcount', 'pay', 'named', 'quotes', 'close'] as const;
export type JobPartName = (typeof jobParts)[number];

/** What was tapped and is not sent yet. */
export interface JobChange {
  readonly validUntil?: Instant; readonly headcount?: number; readonly pay?: OfferedPay; readonly sealedQuotes?: boolean;
  /** digits of the number being typed, and the reason of a close */
  readonly digits?: string; readonly reason?: CloseJob['reason'];
}

export const markSteps = ['arrived', 'done', 'paid', 'release'] as const;
export type MarkStep = (typeof markSteps)[number];

interface Hired {
  readonly at: 'hired'; readonly hireId: string;
  /** asked once more before money or a place is spoken of for good */
  readonly sure?: 'paid' | 'release';
  /** told with the worker's own consent; null: not given, or there is none */
  readonly phone?: string | null;
}
interface Change { readonly at: 'jobChange'; readonly part: JobPartName; readonly change: JobChange }
interface Paper { readonly at: 'jobPaper'; readonly paperOf: 'slip' | 'draw' }

/** Each is looked at and lives on by itself. */
type Looked = { readonly at: 'myJob' | 'jobPeople' | 'jobQuotes' | 'placard' };

export type JobsScene =
  | OfJob & Live & Looked
  | OfJob & Hired
  | OfJob & Change
  | OfJob & Paper & { readonly paper: PaperState };

/** The places as they are, the terms, and who is where by numbers alone; names only of those with whom it was agreed. */
interface JobShown { readonly job: OwnJob; readonly people: JobPeople }
export type JobLooked = JobShown & Looked & { readonly employerName: string };
export type JobsScreen =
  | JobLooked
  | { readonly at: 'hired'; readonly job: OwnJob; readonly hire: HiredPerson; readonly sure?: 'paid' | 'release'; readonly phone?: string | null }
  | Change & JobShown
  | Paper & { readonly job: OwnJob; readonly paper: PaperFate };

export type JobsErrand =
  /** the people of a job, and then the scene of them, or the one hire */
  | Boss & { readonly kind: 'jobPeople'; readonly job: OwnJob; readonly look: 'myJob' | 'jobPeople' | 'jobQuotes'; readonly hireId?: string }
  /** whatever is commanded from one of these scenes; a refusal leads back to it */
  | OfJob & { readonly kind: 'changeJob' | 'closeJob' | 'printSlip' | 'printDraw' | 'mark' | 'openQuotes' | 'phone'; readonly from: JobsScene };
