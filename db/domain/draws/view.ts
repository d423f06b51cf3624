/* What decisions about draws need to know. */
import type { Instant } from '../scalars.ts';
import type { TicketRow } from '../queue/view.ts';

export interface DrawRow {
  readonly drawId: string;
  readonly jobId: string;
  readonly numbers: readonly string[];
  readonly listHash: string;
  readonly afterOrder: number;
  readonly openedAt: Instant;
  readonly drawnAt: Instant | undefined;
}

export interface DrawsView {
  /** The newest draw of a job. */
  draw(jobId: string): DrawRow | undefined;
  /** Drawn tickets of the job's newest draw that wait, in the order of their lots; without those that parted from this job. */
  waitingLots(jobId: string, limit: number): readonly TicketRow[];
  /** Ids of the first tickets issued today after this place of the sequence and before `until`. */
  issuedAfter(order: number, until: Instant, limit: number): readonly string[];
}
