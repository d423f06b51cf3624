/* What the uplink needs of the hall's journal; db/hall keeps it, a test may keep it in memory. */
import type { Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { JournalBase, PastRange } from '@kuaizhao/db/domain/operations/shorten.ts';
import type { Batch, Cursor, Row } from '@kuaizhao/sync-agent/contract/uplink.ts';

export interface JournalSlice {
  readonly rows: Row[];
  /** the process starts that the rows' `op[0]` points at; at most 64 */
  readonly boots: string[];
}

export interface UplinkJournal {
  /** Where the journal ends: `{ seq: 0, hash: chainStart }` when it is empty. */
  head(): Cursor;
  /** The last row that was cleared away; undefined while all are there. */
  base(): JournalBase | undefined;
  /** Which operations were in what was cleared away: at most `most` ranges. */
  past(most: number): readonly PastRange[];
  /** The chain's value after row `seq` (`chainStart` for 0); undefined when there is no such row. Of rows that were cleared away the last one is known, and none before it, 0 neither. */
  hashAt(seq: number): string | undefined;
  /** Rows from `fromSeq` without a gap, ending with the last row of an operation: at most `maxRows`, bodies at most `maxBytes` (UTF-8) together, but always the first operation whole. Empty when there is nothing. No operation has more than 512 rows. */
  read(fromSeq: number, maxRows: number, maxBytes: number): JournalSlice;
  /** The last row that the city has acknowledged. Rows up to it may be cleared away after their time, never rows beyond it. */
  acked(): number;
  /** Up to where it holds everything that the city has of this hall; undefined: from the beginning. */
  own(): Mark | undefined;
  setOwn(own: Mark | undefined): void;
  /** After a loss, whole operations that the city has: those that are not here are appended under their own names, and `own` with them in one transaction. Gives how many rows were not here, and how many operations of them no longer fit. */
  takeBack(found: Pick<Batch, 'boots' | 'rows'>, own: Mark | undefined): { readonly rows: number; readonly conflicts: number };
  /** Called after each acknowledgement; also with a lower cursor, when the city was restored from a backup. */
  setAcked(cursor: Cursor): void;
}
