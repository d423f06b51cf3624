/* Exactly-once apply: one transaction that locks the cursor, checks the chain, applies what is new and moves the cursor. There is no second path. */
import { nextHash } from '../../domain/records/chain.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Mark } from '../../domain/feeds/feed.ts';
import { ownStamp, type Cursor, type JournalRow } from './cursor.ts';
import { usedToken } from './fence.ts';
import { foldRows } from './fold-rows.ts';
import { judgeRow, type JudgeRow } from './judge-row.ts';
import type { JournalStore, JournalTx, LockedHall } from './store.ts';
import { sha256 } from '../../sealing/sha256.ts';

/** Whole operations with gapless numbers; the door has checked both. */
export interface PushedBatch {
  readonly hallId: string; readonly epoch: string; readonly token: string;
  /** the chain's value before the first row */
  readonly previous: string;
  readonly rows: readonly JournalRow[];
  /** the piece that was unpacked to these rows, kept as it is; packed anew when absent */
  readonly packed?: Uint8Array;
  readonly now: number;
  /** what `prepareBatch` made of these rows; made here when absent */
  readonly prepared?: PreparedBatch;
  /** Called when the database has been told everything and only its commit is waited for; not at all when nothing was to be told. */
  readonly handedOver?: () => void;
}
/** What can be known of a batch without the hub's memory. */
export interface PreparedBatch { readonly hashed: readonly Hashed[]; readonly judge: JudgeRow; /** of the rows that are some */ readonly facts: readonly Fact[] }
export type Applied =
  /** everything up to `cursor` is committed; `applied` rows were new; `quarantined` of this hall wait in all */
  | { readonly kind: 'ack'; readonly cursor: Cursor; readonly applied: number; readonly quarantined: number; /** where the last of them stands among all that the hall ever told */ readonly own?: Mark }
  | { readonly kind: 'rewind' | 'fork'; readonly cursor: Cursor }
  | { readonly kind: 'refuse'; readonly reason: 'notWelcomed' | 'staleToken' };

interface Hashed { readonly row: JournalRow; readonly hash: string }


/** A gap is answered with the cursor, rows up to the cursor are skipped, a chain that does not meet the cursor is a fork, known operations are not applied again. */
export function applyBatch(store: JournalStore, batch: PushedBatch, judge: JudgeRow = judgeRow): Promise<Applied> {
  // Before the transaction, so that the lock is held for the database's work only.
  const { hashed, judge: judged, facts } = batch.prepared ?? prepareBatch(batch.previous, batch.rows, judge);
  return store.transaction(async (tx): Promise<Applied> => {
    const hall = await tx.lockHall(batch.hallId, batch.epoch, { rows: batch.rows, facts });
    if (hall?.cursor === undefined || hall.epoch !== batch.epoch) return { kind: 'refuse', reason: 'notWelcomed' };
    const fence = usedToken(hall, batch.token);
    if (fence === undefined) return { kind: 'refuse', reason: 'staleToken' };
    const { cursor } = hall;
    const before = (batch.rows[0]?.seq ?? 1) - 1;
    if (cursor.seq < before) return { kind: 'rewind', cursor };
    const known = cursor.seq - before;
    const reached = known === 0 ? batch.previous : hashed[known - 1]?.hash;
    // `undefined`: the cursor is beyond this batch, a late copy of something long acknowledged.
    if (reached !== undefined && reached !== cursor.hash) return { kind: 'fork', cursor };
    const fresh = hashed.slice(known);
    const last = fresh.at(-1);
    if (last === undefined) return { kind: 'ack', cursor, applied: 0, quarantined: hall.quarantined };
    const { accepted, quarantined } = await applyNew(tx, hall, batch, fresh.map((one) => one.row), judged);
    const reachedNow: Cursor = { seq: last.row.seq, hash: last.hash };
    await tx.setCursor(hall.hallNo, batch.epoch, reachedNow);
    if (fence.retired.length > 0) await tx.retire(hall.hallNo, fence.retired, batch.now);
    await tx.changeHall(hall.hallNo, {
      token: batch.token, handed: fence.handed, seenAt: batch.now, newestClock: last.row.clock, quarantined: hall.quarantined + quarantined, own: hall.own + accepted.length,
    });
    batch.handedOver?.();
    const newest = accepted.at(-1);
    const own = newest === undefined ? {} : { own: { position: hall.own + accepted.length, stamp: ownStamp(newest) } };
    return { kind: 'ack', cursor: reachedNow, applied: accepted.length, quarantined: hall.quarantined + quarantined, ...own };
  });
}

/** The chain over the rows, and what each of them says. */
export function prepareBatch(previous: string, rows: readonly JournalRow[], judge: JudgeRow = judgeRow): PreparedBatch {
  let chain = previous;
  const hashed = rows.map((row) => {
    chain = nextHash(sha256, chain, `${row.boot}-${row.counter}`, row);
    return { row, hash: chain };
  });
  const judged = new Map(rows.map((row) => [row, judge(row)]));
  const facts: Fact[] = [];
  for (const one of judged.values()) if (one.ok) facts.push(one.fact);
  return { hashed, judge: (row) => judged.get(row) ?? judge(row), facts };
}

/** New rows are kept, and then folded or put aside. */
async function applyNew(tx: JournalTx, { hallNo, own, quarantined: waiting }: LockedHall, { epoch, now, rows: came, packed }: PushedBatch, rows: readonly JournalRow[], judge: JudgeRow): Promise<{ accepted: readonly JournalRow[]; quarantined: number }> {
  const accepted = await tx.takeNew(hallNo, rows);
  const stuck = waiting === 0 ? [] : await tx.waitingKeys(hallNo, [...new Set(accepted.map(({ key }) => key))]);
  const { poison } = await foldRows(tx, hallNo, accepted, new Set(stuck), judge);
  // What waits is looked at one by one, by people and by the next program.
  await tx.archive(hallNo, epoch, { rows: accepted, own, alone: new Set(poison.map(({ row }) => row)), asTheyCame: accepted.length === came.length ? packed : undefined });
  await tx.quarantine(hallNo, poison.map(({ row, reason }) => ({ row: { ...row, epoch, position: own + accepted.indexOf(row) + 1 }, reason })), now);
  return { accepted, quarantined: poison.length };
}
