/* What a hall once told, for the hall that lost it: its accepted rows by the order in which they were taken, whole operations only. */
import { archivedRows } from '../journal/archive/read.ts';
import type { Sql } from '../store/city-db.ts';
import { ownStamp, type JournalRow } from '../journal/cursor.ts';
import type { FeedAsk, FeedRead } from './store.ts';

/** No operation has more rows, and no page more bytes of bodies unless a single operation has. */
const mostRows = 512;
const mostBytes = 1024 * 1024;
/** process starts in one page */
const mostBoots = 64;

/** Inside a transaction that sees one moment. */
export async function readOwn(sql: Sql, hallNo: number, { after }: FeedAsk): Promise<FeedRead> {
  const [hall] = await sql.query<{ own: number }>('SELECT own FROM hall WHERE hall_no = $1', [hallNo]);
  const head = hall?.own ?? 0;
  const from = after?.position ?? 0;
  // With the row at which the hall stands.
  const found = await archivedRows(sql, hallNo, from, mostRows + 1);
  const there = after === undefined ? undefined : found.find(({ position }) => position === from);
  if (after !== undefined && (there === undefined || ownStamp(there) !== after.stamp)) return { kind: 'restart', head };
  const rows = whole(found.filter(({ position }) => position > from).map(({ position: seq, boot, counter, end, table, key, kind, clock, v, body }) => ({ seq, boot, counter, end, table, key, kind, clock, v, body })));
  const last = rows.at(-1);
  return { kind: 'own', from, to: last?.seq ?? from, stamp: last === undefined ? after?.stamp : ownStamp(last), head, headStamp: undefined, rows };
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
