/* What a hall once told, for the hall that lost it: its accepted rows by the order in which they were taken, whole operations only. */
import type { Mark } from '../../domain/feeds/feed.ts';
import type { Sql } from '../store/city-db.ts';
import { ownStamp, type JournalRow } from '../journal/cursor.ts';
import type { FeedAsk, FeedRead } from './store.ts';

/** No operation has more rows, and no page more bytes of bodies unless a single operation has. */
const mostRows = 512;
const mostBytes = 1024 * 1024;
/** process starts in one page */
const mostBoots = 64;

interface Found { position: number; boot: string; counter: number; ends: boolean; table_name: string; key: string; kind: string; clock: number; version: number; body: string; escaped: boolean }

/** The last accepted row of the hall; undefined when there is none. */
export async function ownEnd(sql: Sql, hallId: string): Promise<Mark | undefined> {
  const [last] = await sql.query<{ position: number; boot: string; counter: number }>(
    `SELECT position, encode(boot, 'hex') AS boot, counter FROM hall h JOIN archive a ON a.hall_no = h.hall_no AND a.position = h.own WHERE h.hall_id = $1`, [hallId]);
  return last === undefined ? undefined : { position: last.position, stamp: ownStamp(last) };
}

/** Inside a transaction that sees one moment. */
export async function readOwn(sql: Sql, hallNo: number, { after }: FeedAsk): Promise<FeedRead> {
  const [hall] = await sql.query<{ own: number }>('SELECT own FROM hall WHERE hall_no = $1', [hallNo]);
  const head = hall?.own ?? 0;
  const from = after?.position ?? 0;
  if (after !== undefined) {
    const [there] = await sql.query<{ boot: string; counter: number }>(`SELECT encode(boot, 'hex') AS boot, counter FROM archive WHERE hall_no = $1 AND position = $2`, [hallNo, from]);
    if (there === undefined || ownStamp(there) !== after.stamp) return { kind: 'restart', head };
  }
  const found = await sql.query<Found>(
    `SELECT position, encode(boot, 'hex') AS boot, counter, ends, table_name, key, kind, clock, version, body, escaped FROM archive WHERE hall_no = $1 AND position > $2 ORDER BY position LIMIT $3`,
    [hallNo, from, mostRows],
  );
  const rows = whole(found.map(journalRow));
  const last = rows.at(-1);
  return { kind: 'own', from, to: last?.seq ?? from, stamp: last === undefined ? after?.stamp : ownStamp(last), head, headStamp: undefined, rows };
}

function journalRow({ position, table_name: table, version, escaped, ...row }: Found): JournalRow {
  const plain = (text: string): string => (escaped ? JSON.parse(text) as string : text);
  const { boot, counter, ends: end, clock } = row;
  return { seq: position, boot, counter, end, table: plain(table), key: plain(row.key), kind: plain(row.kind), clock, v: version, body: plain(row.body) };
}

/** Up to the last operation that fits; the first one always. */
function whole(rows: readonly JournalRow[]): readonly JournalRow[] {
  let [taken, bytes] = [0, 0];
  const boots = new Set<string>();
  for (const [index, row] of rows.entries()) {
    bytes += Buffer.byteLength(row.body);
    boots.add(row.boot);
    if (taken > 0 && (bytes > mostBytes || boots.size > mostBoots)) break;
    if (row.end) taken = index + 1;
  }
  return rows.slice(0, taken);
}
