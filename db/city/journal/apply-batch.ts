/* Exactly-once apply: one transaction that locks the cursor, checks the chain, applies what is new and moves the cursor. There is no second path. */
import { hash } from 'node:crypto';
import { nextHash } from '../../domain/records/chain.ts';
import { archiveRows, quarantineRows, type Quarantined } from './archive.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import type { Cursor, JournalRow } from './cursor.ts';
import type { Fact } from '../../domain/fact.ts';
import { foldInto } from '../figures/fold-store.ts';
import { retireTokens } from './halls.ts';
import { judgeRow } from './judge-row.ts';

/** Whole operations with gapless numbers; the door has checked both. */
export interface PushedBatch {
  readonly hallId: string; readonly epoch: string; readonly token: string;
  /** the chain's value before the first row */
  readonly previous: string;
  readonly rows: readonly JournalRow[];
  readonly now: number;
}
export type Applied =
  /** everything up to `cursor` is committed; `applied` rows were new; `quarantined` of this hall wait in all */
  | { readonly kind: 'ack'; readonly cursor: Cursor; readonly applied: number; readonly quarantined: number }
  | { readonly kind: 'rewind' | 'fork'; readonly cursor: Cursor }
  | { readonly kind: 'refuse'; readonly reason: 'notWelcomed' | 'staleToken' };

interface Locked { hall_no: number; token: string | null; next_token: string | null; quarantined: number; seq: number; hash: string }
interface Hashed { readonly row: JournalRow; readonly hash: string }

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** A gap is answered with the cursor, rows up to the cursor are skipped, a chain that does not meet the cursor is a fork, known operations are not applied again. */
export function applyBatch(db: CityDb, batch: PushedBatch): Promise<Applied> {
  const hashed = chained(batch);
  return db.transaction(async (sql): Promise<Applied> => {
    const [locked] = await sql.query<Locked>(
      `SELECT h.hall_no, h.token, h.next_token, h.quarantined, c.seq, encode(c.hash, 'hex') AS hash
       FROM hall AS h JOIN uplink_cursor AS c ON c.hall_no = h.hall_no AND c.epoch = h.epoch WHERE h.hall_id = $1 AND h.enrolled AND h.epoch = $2 FOR UPDATE`,
      [batch.hallId, batch.epoch],
    );
    if (locked === undefined) return { kind: 'refuse', reason: 'notWelcomed' };
    if (batch.token !== locked.token && batch.token !== locked.next_token) return { kind: 'refuse', reason: 'staleToken' };
    const cursor: Cursor = { seq: locked.seq, hash: locked.hash };
    const before = (batch.rows[0]?.seq ?? 1) - 1;
    if (cursor.seq < before) return { kind: 'rewind', cursor };
    const known = cursor.seq - before;
    const reached = known === 0 ? batch.previous : hashed[known - 1]?.hash;
    // `undefined`: the cursor is beyond this batch, a late copy of something long acknowledged.
    if (reached !== undefined && reached !== cursor.hash) return { kind: 'fork', cursor };
    const fresh = hashed.slice(known);
    const last = fresh.at(-1);
    if (last === undefined) return { kind: 'ack', cursor, applied: 0, quarantined: locked.quarantined };
    const { applied, quarantined } = await applyNew(sql, locked.hall_no, batch, fresh.map((one) => one.row));
    await moveCursor(sql, locked.hall_no, batch, last);
    if (locked.token !== null && locked.token !== batch.token) await retireTokens(sql, locked.hall_no, [locked.token], batch.now);
    return { kind: 'ack', cursor: { seq: last.row.seq, hash: last.hash }, applied, quarantined: locked.quarantined + quarantined };
  });
}

/** Before the transaction, so that the lock is held for the database's work only. */
function chained(batch: PushedBatch): Hashed[] {
  let previous = batch.previous;
  return batch.rows.map((row) => {
    previous = nextHash(sha256, previous, `${row.boot}-${row.counter}`, row);
    return { row, hash: previous };
  });
}

async function applyNew(sql: Sql, hallNo: number, batch: PushedBatch, rows: readonly JournalRow[]): Promise<{ applied: number; quarantined: number }> {
  const inserted = await sql.query<{ boot: string; counter: number }>(
    `INSERT INTO op_seen (hall_no, boot, counter) SELECT $1, decode(boot, 'hex'), counter FROM json_to_recordset($2::json) AS r (boot text, counter bigint)
     ON CONFLICT DO NOTHING RETURNING encode(boot, 'hex') AS boot, counter`,
    [hallNo, JSON.stringify(rows.map(({ boot, counter }) => ({ boot, counter })))],
  );
  const fresh = new Set(inserted.map((op) => `${op.boot}-${op.counter}`));
  // `delete`: the same operation twice in one batch is new once.
  const accepted = rows.filter((row) => fresh.delete(`${row.boot}-${row.counter}`));
  await archiveRows(sql, hallNo, batch.epoch, accepted);
  const good: { row: JournalRow; fact: Fact }[] = [];
  const poison: Quarantined[] = [];
  for (const row of accepted) {
    const judged = judgeRow(row);
    if (judged.ok) good.push({ row, fact: judged.fact });
    else poison.push({ row, reason: judged.reason });
  }
  poison.push(...await foldGuarded(sql, hallNo, good));
  await quarantineRows(sql, hallNo, batch.epoch, poison, batch.now);
  if (poison.length > 0) await sql.query('UPDATE hall SET quarantined = quarantined + $2 WHERE hall_no = $1', [hallNo, poison.length]);
  return { applied: accepted.length, quarantined: poison.length };
}

/** All in one step; when the tables refuse, one by one, so that a single row that cannot be true stops nothing but itself. */
async function foldGuarded(sql: Sql, hallNo: number, good: readonly { row: JournalRow; fact: Fact }[]): Promise<Quarantined[]> {
  if (good.length === 0 || await tried(sql, () => foldInto(sql, hallNo, good.map((one) => one.fact)))) return [];
  const refused: Quarantined[] = [];
  for (const { row, fact } of good) {
    if (!await tried(sql, () => foldInto(sql, hallNo, [fact]))) refused.push({ row, reason: 'notApplied' });
  }
  return refused;
}

/** False when the data was refused (SQLSTATE classes 22 and 23): undone, the transaction lives on. Anything else is thrown. */
async function tried(sql: Sql, work: () => Promise<void>): Promise<boolean> {
  await sql.query('SAVEPOINT fold');
  try {
    await work();
    await sql.query('RELEASE SAVEPOINT fold');
    return true;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (!/^2[23]/.test(code)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT fold');
    return false;
  }
}

async function moveCursor(sql: Sql, hallNo: number, batch: PushedBatch, last: Hashed): Promise<void> {
  await sql.query(`UPDATE uplink_cursor SET seq = $3, hash = decode($4, 'hex') WHERE hall_no = $1 AND epoch = $2`, [hallNo, batch.epoch, last.row.seq, last.hash]);
  // Using a token for the first time makes it the hall's only one.
  await sql.query(
    `UPDATE hall SET token = $2, next_token = CASE WHEN next_token = $2 THEN NULL ELSE next_token END, newest_clock = $3, seen_at = $4 WHERE hall_no = $1`,
    [hallNo, batch.token, last.row.clock, batch.now],
  );
}
