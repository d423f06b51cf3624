/* Rows that wait in quarantine are judged again: by a newer program at its start, or because a person says so. What can be applied now is, in its order; the rest goes on waiting. */
import { foldRows } from './fold-rows.ts';
import { judgeRow, type JudgeRow } from './judge-row.ts';
import type { JournalStore } from './store.ts';

/** Looked at in one transaction; a hall has rarely more than a handful. */
const releasedAtOnce = 5_000;

/** How many rows of the hall were released, and how many still wait. `unknownHall`: none of that name is enrolled. */
export type Released = { readonly kind: 'released'; readonly released: number; readonly waiting: number } | { readonly kind: 'unknownHall' };

/** A row whose reason is the same as before stays as it is; one whose reason changed says the new one. */
export function releaseWaiting(store: JournalStore, hallId: string, judge: JudgeRow = judgeRow): Promise<Released> {
  return store.transaction(async (tx): Promise<Released> => {
    // Any epoch: the lock is on the hall.
    const hall = await tx.lockHall(hallId, '');
    if (hall === undefined) return { kind: 'unknownHall' };
    const rows = await tx.waitingRows(hall.hallNo, releasedAtOnce);
    const { folded, poison } = await foldRows(tx, hall.hallNo, rows, new Set(), judge);
    await tx.release(hall.hallNo, folded, poison);
    return { kind: 'released', released: folded.length, waiting: hall.quarantined - folded.length };
  });
}
