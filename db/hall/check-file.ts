/* A hall's file looked at without running the hall: is it whole, does its journal make its chain, how far is it. */
import SqliteDatabase from 'better-sqlite3';
import { cityLists, type CityList } from './feeds/feeds.ts';
import { countHeads, type HeadCount } from './sealing/count-heads.ts';
import { chainStart, nextHash } from '../domain/records/chain.ts';
import { sha256 } from '../sealing/sha256.ts';

export interface FileCheck {
  readonly schema: number;
  readonly seq: number; /** the last row that is gone, 0 when none is */ readonly base: number; readonly acked: number; readonly own: number | undefined;
  /** rows that came back after a loss and did not fit */
  readonly conflicts: number;
  /** true without having been looked at, unless `whole` */
  readonly intact: boolean; readonly chain: boolean;
  readonly sameOpTwice: boolean;
  /** how many boxes and indexes each suite and key has */
  readonly sealed: readonly HeadCount[];
  /** the city's lists as the hall has them; none in a file from before they came with their time */
  readonly lists: readonly CityList[];
}
interface Row { seq: number; boot: string; counter: number; table: string; key: string; kind: string; body: string; hash: string }

/** Throws what SQLite throws, `SQLITE_BUSY` while an agent owns the file. With `whole` every page and every row is read: about a second per 200,000 rows. */
export function checkHallFile(path: string, whole: boolean): FileCheck {
  const sql = new SqliteDatabase(path, { fileMustExist: true, timeout: 200 });
  try {
    sql.pragma('locking_mode = EXCLUSIVE');
    const number = (text: string): number => sql.prepare<[], { n: number }>(text).get()?.n ?? 0;
    const has = (table: string): boolean => sql.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;
    const uplink = sql.prepare<[], { acked_seq: number; own_position?: number | null }>('SELECT * FROM uplink').get();
    const base = has('journal_base') ? sql.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_base').get() ?? noBase : noBase;
    return {
      schema: sql.pragma('user_version', { simple: true }) as number,
      seq: number('SELECT coalesce(max(seq), 0) AS n FROM journal') || base.seq, base: base.seq, acked: uplink?.acked_seq ?? 0, own: uplink?.own_position ?? undefined,
      conflicts: has('read_back_conflict') ? number('SELECT count(*) AS n FROM read_back_conflict') : 0,
      intact: !whole || sql.pragma('integrity_check', { simple: true }) === 'ok', chain: !whole || chained(sql, base),
      sameOpTwice: whole && (number('SELECT count(*) AS n FROM (SELECT 1 FROM journal GROUP BY boot, counter HAVING count(*) > 1 LIMIT 1)') > 0
        || (has('journal_past') && number('SELECT count(*) AS n FROM (SELECT 1 FROM journal_past CROSS JOIN journal USING (boot) WHERE counter BETWEEN first AND last LIMIT 1)') > 0)),
      sealed: has('sealing_head') ? countHeads(sql) : [],
      lists: has('feed_arrival') ? cityLists(sql) : [],
    };
  } finally {
    sql.close();
  }
}

/** One file at `to` with everything that is committed, the write-ahead log too; nothing else is touched. Throws like `checkHallFile`. */
export function copyHallFile(from: string, to: string): void {
  const sql = new SqliteDatabase(from, { fileMustExist: true, timeout: 200 });
  try {
    sql.pragma('locking_mode = EXCLUSIVE');
    sql.prepare('VACUUM INTO ?').run(to);
  } finally {
    sql.close();
  }
}

const noBase = { seq: 0, hash: chainStart };

/** Without a gap from the first row that is kept to the last, each following from the one before. */
function chained(sql: SqliteDatabase.Database, base: { readonly seq: number; readonly hash: string }): boolean {
  let { seq, hash: previous } = base;
  for (const row of sql.prepare<[], Row>('SELECT seq, boot, counter, table_name AS "table", key, kind, body, hash FROM journal ORDER BY seq').iterate()) {
    const next = nextHash(sha256, previous, `${row.boot}-${row.counter}`, row);
    if (row.seq !== seq + 1 || row.hash !== next) return false;
    [seq, previous] = [row.seq, next];
  }
  return true;
}
