/* The fence around each hall: one hall, one install, whatever was copied or restored. */
import { chainStart } from '../../domain/records/chain.ts';
import type { JournalBase, PastRange } from '../../domain/operations/shorten.ts';
import type { Cursor } from './cursor.ts';
import { helloToken } from './fence.ts';
import type { JournalStore } from './store.ts';

export interface Greeting {
  readonly hallId: string; readonly install: string; readonly epoch: string; readonly token?: string | undefined;
  /** SHA-256 (hex) of the code that a person typed at the hall */
  readonly codeHash?: string | undefined;
  /** where the hall's journal ends */
  readonly seq: number; readonly hash: string;
  /** the last row that it keeps no longer */
  readonly base?: JournalBase | undefined;
  /** which operations were in what it keeps no longer; shown while nothing of this epoch was acknowledged to it */
  readonly past?: readonly PastRange[] | undefined;
  /** the token it gets when it is welcome */
  readonly nextToken: string;
  readonly now: number;
}
export type Greeted =
  | { readonly kind: 'welcome'; readonly cursor: Cursor; /** how many rows that the hall keeps no longer are not here: noted with this welcome */ readonly lacks: number; /** the hall begins another epoch than the one before */ readonly anew: boolean }
  /** its journal is not the one that the hub has of this epoch, or the hub has forgotten an epoch in which it acknowledged rows that are gone */
  | { readonly kind: 'fork'; readonly cursor: Cursor }
  | { readonly kind: 'refuse'; readonly reason: 'unknownHall' | 'secondInstall' };

/** Judges a hello and hands out the next token, in one transaction. */
export function greetHall(store: JournalStore, greeting: Greeting): Promise<Greeted> {
  const { hallId, install, epoch, token, codeHash, seq, hash, base, past, nextToken, now } = greeting;
  return store.transaction(async (tx): Promise<Greeted> => {
    const hall = await tx.lockHall(hallId, epoch);
    if (hall === undefined) return { kind: 'refuse', reason: 'unknownHall' };
    const retired = token !== undefined && await tx.isRetired(hall.hallNo, token);
    const admitted = codeHash !== undefined && hall.restoreCode !== null && codeHash === hall.restoreCode.hash && now < hall.restoreCode.until;
    // The code goes on counting until its time is over: an answer may be lost, and the machine must be able to ask again.
    const fence = admitted ? { token: null, handed: [nextToken], retired: [...hall.token === null ? [] : [hall.token], ...hall.handed] } : hall.install !== null && hall.install !== install ? undefined : helloToken(hall, token, retired, nextToken);
    if (fence === undefined) return { kind: 'refuse', reason: 'secondInstall' };
    // An epoch that is new here begins where the hall's journal does.
    const cursor: Cursor = hall.cursor ?? (base === undefined ? { seq: 0, hash: chainStart } : { seq: base.seq, hash: base.hash });
    // The hub went back behind what the hall keeps: within an epoch that cannot be told exactly, so the hall begins another one and shows what is gone.
    if (base !== undefined && (cursor.seq < base.seq || (hall.cursor === undefined && past === undefined))) return { kind: 'fork', cursor };
    // A hall that ends before the cursor, or ends there differently, has lost or changed acknowledged rows.
    if (seq < cursor.seq || (seq === cursor.seq && hash !== cursor.hash)) return { kind: 'fork', cursor };
    // One by one: rows that were read back after a loss stand in another order there than here, so none of them speaks for those before it.
    const lacks = hall.cursor === undefined && base !== undefined && past !== undefined ? await tx.missing(hall.hallNo, past) : 0;
    if (lacks > 0 && base !== undefined) await tx.noteGap(hall.hallNo, { epoch, base, rows: lacks, own: hall.own, at: now });
    if (hall.cursor === undefined) await tx.setCursor(hall.hallNo, epoch, cursor);
    await tx.retire(hall.hallNo, fence.retired, now);
    await tx.changeHall(hall.hallNo, { install, epoch, token: fence.token, handed: fence.handed, seenAt: now });
    return { kind: 'welcome', cursor, lacks, anew: hall.epoch !== null && hall.epoch !== epoch };
  });
}
