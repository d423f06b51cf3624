/* The hub's journal in PostgreSQL: each need of the rules is one statement, however many rows. */
import type { Fact } from '../../domain/fact.ts';
import { foldInto } from '../figures/fold-store.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import { archiveRows, quarantineRows, releaseRows, waitingKeys, waitingRows } from './archive.ts';
import type { HallChange, JournalStore, JournalTx, LockedHall } from './store.ts';

/** A copy that sleeps longer than this is a machine from a museum. */
const retiredKeptMs = 400 * 24 * 3_600_000;

export const sqlJournal = (db: CityDb): JournalStore => ({ transaction: (work) => db.transaction((sql) => work(over(sql))) });

const over = (sql: Sql): JournalTx => ({
  lockHall: (hallId, epoch) => lockHall(sql, hallId, epoch),
  async isRetired(hallNo, token) {
    return (await sql.query('SELECT 1 AS one FROM retired_token WHERE hall_no = $1 AND token = $2', [hallNo, token])).length > 0;
  },
  async retire(hallNo, tokens, now) {
    if (tokens.length === 0) return;
    await sql.query('INSERT INTO retired_token (hall_no, token, at) SELECT $1, unnest($2::text[]), $3 ON CONFLICT DO NOTHING', [hallNo, tokens, now]);
    await sql.query('DELETE FROM retired_token WHERE hall_no = $1 AND at < $2', [hallNo, now - retiredKeptMs]);
  },
  changeHall: (hallNo, change) => changeHall(sql, hallNo, change),
  async setCursor(hallNo, epoch, { seq, hash }) {
    await sql.query(
      `INSERT INTO uplink_cursor (hall_no, epoch, seq, hash) VALUES ($1, $2, $3, decode($4, 'hex')) ON CONFLICT (hall_no, epoch) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
      [hallNo, epoch, seq, hash],
    );
  },
  async takeNew(hallNo, rows) {
    const inserted = await sql.query<{ boot: string; counter: number }>(
      `INSERT INTO op_seen (hall_no, boot, counter) SELECT $1, decode(boot, 'hex'), counter FROM json_to_recordset($2::json) AS r (boot text, counter bigint)
       ON CONFLICT DO NOTHING RETURNING encode(boot, 'hex') AS boot, counter`,
      [hallNo, JSON.stringify(rows.map(({ boot, counter }) => ({ boot, counter })))],
    );
    const fresh = new Set(inserted.map((op) => `${op.boot}-${op.counter}`));
    // `delete`: the same operation twice in one batch is new once.
    return rows.filter((row) => fresh.delete(`${row.boot}-${row.counter}`));
  },
  archive: (hallNo, epoch, rows, own) => archiveRows(sql, hallNo, epoch, rows, own),
  waitingKeys: (hallNo, keys) => waitingKeys(sql, hallNo, keys),
  quarantine: (hallNo, epoch, rows, now) => quarantineRows(sql, hallNo, epoch, rows, now),
  waitingRows: (hallNo, most) => waitingRows(sql, hallNo, most),
  release: (hallNo, rows, others) => releaseRows(sql, hallNo, rows, others),
  fold: (hallNo, facts) => foldOrUndo(sql, hallNo, facts),
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

async function changeHall(sql: Sql, hallNo: number, { install, epoch, token, handed, seenAt, newestClock, own, quarantined }: HallChange): Promise<void> {
  await sql.query(
    `UPDATE hall SET install = coalesce($2, install), epoch = coalesce($3, epoch), token = $4, handed = $5::text[], seen_at = $6, newest_clock = coalesce($7, newest_clock), quarantined = coalesce($8, quarantined), own = coalesce($9, own)
     WHERE hall_no = $1`,
    [hallNo, install ?? null, epoch ?? null, token, handed, seenAt, newestClock ?? null, quarantined ?? null, own ?? null],
  );
}

/** What the data itself makes impossible (SQLSTATE classes 22 and 23) is undone, and the transaction lives on; anything else is thrown. */
async function foldOrUndo(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<boolean> {
  await sql.query('SAVEPOINT fold');
  try {
    await foldInto(sql, hallNo, facts);
    await sql.query('RELEASE SAVEPOINT fold');
    return true;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (!/^2[23]/.test(code)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT fold');
    return false;
  }
}
