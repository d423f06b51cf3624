/* The hub's journal in PostgreSQL: each need of the rules is one statement, however many rows, and only what must be known is waited for before the commit. */
import { foldInto, readBefore, type Before } from '../figures/fold-store.ts';
import type { Told } from '../figures/fold.ts';
import type { CityDb, Sql, Transaction } from '../store/city-db.ts';
import { lookedAtLater } from '../store/looked-at-later.ts';
import { keepRows } from './archive/keep.ts';
import { quarantineRows, releaseRows, waitingKeys, waitingRows } from './archive/waiting.ts';
import { missingOperations } from './operations/missing.ts';
import { knownOperations, takeNew, type KnownOperations } from './operations/take-new.ts';
import type { Coming, HallChange, JournalStore, JournalTx, LockedHall } from './store.ts';

/** A copy that sleeps longer than this is a machine from a museum. */
const retiredKeptMs = 400 * 24 * 3_600_000;

/** Facts that the tables refuse are rare: everything is tried without a way to undo a part of it, and once more with it when it must be. */
export function sqlJournal(db: CityDb): JournalStore {
  const numbers: HallNumbers = new Map();
  return {
    async transaction(work) {
      try {
        return await db.transaction((sql) => work(over(sql, openLookup(sql, numbers), foldAtOnce)));
      } catch (error) {
        if (!isRefused(error)) throw error;
        return db.transaction((sql) => work(over(sql, openLookup(sql, numbers), foldOrUndo)));
      }
    },
  };
}

/** Of halls that were locked before, by their names. */
type HallNumbers = Map<string, number>;
type Fold = (sql: Transaction, hallNo: number, told: readonly Told[], before: Promise<Before> | undefined) => Promise<boolean>;

/** Locks a hall and looks up in the same breath what the next steps will ask; each answer serves the first step that wants it, for after that step it is no longer true. */
function openLookup(sql: Transaction, numbers: HallNumbers) {
  let found: { readonly hallNo: number; operations?: Promise<KnownOperations> | undefined; before?: Promise<Before> | undefined } | undefined;
  return {
    async lock(hallId: string, epoch: string, coming: Coming | undefined): Promise<LockedHall | undefined> {
      const locking = lockHall(sql, hallId, epoch);
      const hallNo = numbers.get(hallId);
      if (coming !== undefined && hallNo !== undefined) found = { hallNo, operations: lookedAtLater(knownOperations(sql, hallNo, coming.rows)), before: lookedAtLater(readBefore(sql, hallNo, coming.facts)) };
      const hall = await locking;
      if (hall !== undefined) numbers.set(hallId, hall.hallNo);
      // A database that was put in place of another one numbers its halls in its own way.
      if (hall?.hallNo !== found?.hallNo) found = undefined;
      return hall;
    },
    operations(): Promise<KnownOperations> | undefined {
      const { operations } = found ?? {};
      if (found !== undefined) found.operations = undefined;
      return operations;
    },
    before(): Promise<Before> | undefined {
      const { before } = found ?? {};
      if (found !== undefined) found.before = undefined;
      return before;
    },
  };
}

const over = (sql: Transaction, lookup: ReturnType<typeof openLookup>, fold: Fold): JournalTx => ({
  lockHall: (hallId, epoch, coming) => lookup.lock(hallId, epoch, coming),
  async isRetired(hallNo, token) {
    return (await sql.query('SELECT 1 AS one FROM retired_token WHERE hall_no = $1 AND token = $2', [hallNo, token])).length > 0;
  },
  missing: (hallNo, past) => missingOperations(sql, hallNo, past),
  async noteGap(hallNo, { epoch, base: { seq, boot, counter, clock }, rows, own, at }) {
    sql.soon(`INSERT INTO journal_gap (hall_no, epoch, seq, boot, counter, clock, rows, own, at) SELECT $1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9
      WHERE $7 IS DISTINCT FROM (SELECT rows FROM journal_gap WHERE hall_no = $1 ORDER BY at DESC LIMIT 1)
      ON CONFLICT (hall_no, boot, counter) DO UPDATE SET epoch = excluded.epoch, rows = excluded.rows, own = excluded.own, at = excluded.at`, [hallNo, epoch, seq, boot, counter, clock, rows, own, at]);
  },
  async retire(hallNo, tokens, now) {
    if (tokens.length === 0) return;
    sql.soon('INSERT INTO retired_token (hall_no, token, at) SELECT $1, unnest($2::text[]), $3 ON CONFLICT DO NOTHING', [hallNo, tokens, now]);
    sql.soon('DELETE FROM retired_token WHERE hall_no = $1 AND at < $2', [hallNo, now - retiredKeptMs]);
  },
  async changeHall(hallNo, change) { changeHall(sql, hallNo, change); },
  async setCursor(hallNo, epoch, { seq, hash }) {
    sql.soon(
      `INSERT INTO uplink_cursor (hall_no, epoch, seq, hash) VALUES ($1, $2, $3, decode($4, 'hex')) ON CONFLICT (hall_no, epoch) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
      [hallNo, epoch, seq, hash],
    );
  },
  takeNew: async (hallNo, rows) => takeNew(sql, hallNo, await (lookup.operations() ?? knownOperations(sql, hallNo, rows)), rows),
  async archive(hallNo, epoch, kept) { keepRows(sql, hallNo, epoch, kept); },
  waitingKeys: (hallNo, keys) => waitingKeys(sql, hallNo, keys),
  async quarantine(hallNo, rows, now) { quarantineRows(sql, hallNo, rows, now); },
  waitingRows: (hallNo, most) => waitingRows(sql, hallNo, most),
  async release(hallNo, rows, others) { releaseRows(sql, hallNo, rows, others); },
  fold: (hallNo, told) => fold(sql, hallNo, told, lookup.before()),
});

interface FoundHall { hall_no: number; install: string | null; token: string | null; handed: string[]; epoch: string | null; own: number; restore_code: string | null; restore_until: number | null; quarantined: number; seq: number | null; hash: string | null }

async function lockHall(sql: Sql, hallId: string, epoch: string): Promise<LockedHall | undefined> {
  const [found] = await sql.query<FoundHall>(
    `SELECT h.hall_no, h.install, h.token, h.handed, h.epoch, h.own, encode(h.restore_code, 'hex') AS restore_code, h.restore_until, h.quarantined, c.seq, encode(c.hash, 'hex') AS hash
     FROM hall AS h LEFT JOIN uplink_cursor AS c ON c.hall_no = h.hall_no AND c.epoch = $2 WHERE h.hall_id = $1 AND h.enrolled FOR UPDATE OF h`,
    [hallId, epoch],
  );
  if (found === undefined) return undefined;
  const { hall_no: hallNo, install, token, handed, epoch: current, own, restore_code: code, restore_until: until, quarantined, seq, hash } = found;
  return { hallNo, install, token, handed, epoch: current, own, restoreCode: code === null || until === null ? null : { hash: code, until }, quarantined, cursor: seq === null || hash === null ? undefined : { seq, hash } };
}

function changeHall(sql: Pick<Transaction, 'soon'>, hallNo: number, { install, epoch, token, handed, seenAt, newestClock, own, quarantined }: HallChange): void {
  sql.soon(
    `UPDATE hall SET install = coalesce($2, install), epoch = coalesce($3, epoch), token = $4, handed = $5::text[], seen_at = $6, newest_clock = coalesce($7, newest_clock), quarantined = coalesce($8, quarantined), own = coalesce($9, own)
     WHERE hall_no = $1`,
    [hallNo, install ?? null, epoch ?? null, token, handed, seenAt, newestClock ?? null, quarantined ?? null, own ?? null],
  );
}

/** What the data itself makes impossible: SQLSTATE classes 22 and 23. */
const isRefused = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && /^2[23]/.test(String(error.code));

/** What the tables refuse ends the transaction. */
async function foldAtOnce(sql: Transaction, hallNo: number, told: readonly Told[], before: Promise<Before> | undefined): Promise<boolean> {
  await foldInto(sql, hallNo, told, before);
  return true;
}

/** What the tables refuse is undone, and the transaction lives on; anything else is thrown. */
async function foldOrUndo(sql: Transaction, hallNo: number, told: readonly Told[], before: Promise<Before> | undefined): Promise<boolean> {
  await sql.query('SAVEPOINT fold');
  try {
    // One after the other: here their failure must be known before the next step.
    const under: Promise<unknown>[] = [];
    await foldInto({ ...sql, soon(text, values) { under.push(lookedAtLater(sql.query(text, values))); } }, hallNo, told, before);
    await Promise.all(under);
    await sql.query('RELEASE SAVEPOINT fold');
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT fold');
    return false;
  }
}
