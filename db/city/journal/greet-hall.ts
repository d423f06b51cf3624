/* The fence around each hall: one hall, one install, whatever was copied or restored. */
import { chainStart } from '../../domain/records/chain.ts';
import type { JournalBase } from '../../domain/operations/shorten.ts';
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
  /** how many rows it believes the hub has not */
  readonly backlog?: number;
  /** the token it gets when it is welcome */
  readonly nextToken: string;
  readonly now: number;
}
export type Greeted =
  | { readonly kind: 'welcome'; readonly cursor: Cursor; /** rows that the hall keeps no longer never came here: noted with this welcome */ readonly lacks: boolean }
  /** its journal is not the one that the hub has of this epoch */
  | { readonly kind: 'fork'; readonly cursor: Cursor }
  | { readonly kind: 'refuse'; readonly reason: 'unknownHall' | 'secondInstall' };

/** Judges a hello and hands out the next token, in one transaction. */
export function greetHall(store: JournalStore, greeting: Greeting): Promise<Greeted> {
  const { hallId, install, epoch, token, codeHash, seq, hash, base, backlog = 0, nextToken, now } = greeting;
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
    // Acknowledgements are cumulative: a hub that is behind what the hall keeps, does not know the last of the rows that are gone, or has forgotten an epoch of which it acknowledged more, went back further than halls keep.
    const lacks = base !== undefined && (hall.cursor === undefined ? backlog < seq - base.seq || !await tx.knows(hall.hallNo, base) : hall.cursor.seq < base.seq);
    if (lacks) await tx.noteGap(hall.hallNo, epoch, base, hall.own, now);
    if (base !== undefined && cursor.seq < base.seq) return { kind: 'fork', cursor };
    // A hall that ends before the cursor, or ends there differently, has lost or changed acknowledged rows.
    if (seq < cursor.seq || (seq === cursor.seq && hash !== cursor.hash)) return { kind: 'fork', cursor };
    if (hall.cursor === undefined) await tx.setCursor(hall.hallNo, epoch, cursor);
    await tx.retire(hall.hallNo, fence.retired, now);
    await tx.changeHall(hall.hallNo, { install, epoch, token: fence.token, handed: fence.handed, seenAt: now });
    return { kind: 'welcome', cursor, lacks };
  });
}
