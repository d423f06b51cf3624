/* The fence around each hall: one hall, one install, whatever was copied or restored. */
import { chainStart } from '../../domain/records/chain.ts';
import type { Cursor } from './cursor.ts';
import type { JournalStore, LockedHall } from './store.ts';

export interface Greeting {
  readonly hallId: string; readonly install: string; readonly epoch: string; readonly token?: string | undefined;
  /** where the hall's journal ends */
  readonly seq: number; readonly hash: string;
  /** the token it gets when it is welcome */
  readonly nextToken: string;
  readonly now: number;
}
export type Greeted =
  | { readonly kind: 'welcome'; readonly cursor: Cursor }
  /** its journal is not the one that the hub has of this epoch */
  | { readonly kind: 'fork'; readonly cursor: Cursor }
  | { readonly kind: 'refuse'; readonly reason: 'unknownHall' | 'secondInstall' };

/** Judges a hello and hands out the next token, in one transaction. */
export function greetHall(store: JournalStore, greeting: Greeting): Promise<Greeted> {
  const { hallId, install, epoch, token, seq, hash, nextToken, now } = greeting;
  return store.transaction(async (tx): Promise<Greeted> => {
    const hall = await tx.lockHall(hallId, epoch);
    if (hall === undefined) return { kind: 'refuse', reason: 'unknownHall' };
    const retired = token !== undefined && await tx.isRetired(hall.hallNo, token);
    if (!fenceAdmits(hall, greeting, retired)) return { kind: 'refuse', reason: 'secondInstall' };
    const cursor: Cursor = hall.cursor ?? { seq: 0, hash: chainStart };
    // A hall that ends before the cursor, or ends there differently, has lost or changed acknowledged rows.
    if (seq < cursor.seq || (seq === cursor.seq && hash !== cursor.hash)) return { kind: 'fork', cursor };
    if (hall.cursor === undefined) await tx.setCursor(hall.hallNo, epoch, cursor);
    await tx.retire(hall.hallNo, [hall.token, hall.nextToken].filter((old): old is string => old !== null && old !== token), now);
    await tx.changeHall(hall.hallNo, { install, epoch, token: token ?? null, nextToken, seenAt: now });
    return { kind: 'welcome', cursor };
  });
}

/**
 * Admits the machine that used the newest token, also when the welcome that carried a newer one was lost on the way: that token was never used by anybody.
 * A machine started from a copied disk shows a token that the other has already replaced by using the next one. A token that was never given out, as far as the hub
 * remembers, says that the hub itself was restored from a backup: the hall goes on, and a copy of it is found at the next change of tokens.
 */
function fenceAdmits(hall: LockedHall, { install, token }: Greeting, retired: boolean): boolean {
  if (hall.install !== null && hall.install !== install) return false;
  return token === undefined ? hall.token === null : !retired;
}
