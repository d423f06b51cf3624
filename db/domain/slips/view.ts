/* What decisions about the pages of slips need to know. */
import type { SlipSide } from './words.ts';

export interface SlipsView {
  /** Whether a page was opened for this hire or job. */
  slipPageOf(about: string): boolean;
  /** SHA-256 of the token that stands on the paper, hex: the same for each copy. */
  slipDigest(side: SlipSide, about: string): string;
  /** The worker's surname, closed by the token of the employer's page; undefined when the hall has no name. */
  slipSurname(jobId: string, hireId: string, workerId: string): string | undefined;
  /** Whether the hall has followed this mark. */
  slipMark(markId: string): boolean;
}
