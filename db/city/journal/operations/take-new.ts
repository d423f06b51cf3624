/* The identity of rows over all epochs: of rows that come, those whose operations were never here. */
import { int8s, texts } from '../../store/columns.ts';
import type { Sql, Transaction } from '../../store/city-db.ts';
import type { JournalRow } from '../cursor.ts';
import { extend, type Range } from '../../../domain/operations/ranges.ts';

/** The ranges that hold or touch an operation of these rows, by process start. */
export type KnownOperations = ReadonlyMap<string, readonly Range[]>;

/** One statement; the hall must be locked before it is sent. */
export async function knownOperations(sql: Sql, hallNo: number, rows: readonly JournalRow[]): Promise<KnownOperations> {
  const spans = [...countersOf(rows)].map(([boot, counters]) => ({ boot, low: Math.min(...counters) - 1, high: Math.max(...counters) + 1 }));
  // The range that began last before the span, and those that begin in it: two looks into the index, however many ranges there are.
  const found = await sql.query<{ boot: string; first: number; last: number }>(
    `SELECT s.boot, r.first, r.last FROM unnest($2::text[], $3::int8[], $4::int8[]) AS s (boot, low, high) CROSS JOIN LATERAL (
       (SELECT first, last FROM op_range WHERE hall_no = $1 AND op_range.boot = decode(s.boot, 'hex') AND first <= s.low ORDER BY first DESC LIMIT 1)
       UNION ALL (SELECT first, last FROM op_range WHERE hall_no = $1 AND op_range.boot = decode(s.boot, 'hex') AND first > s.low AND first <= s.high ORDER BY first)) AS r`,
    [hallNo, texts(spans.map(({ boot }) => boot)), int8s(spans.map(({ low }) => low)), int8s(spans.map(({ high }) => high))],
  );
  const known = new Map<string, Range[]>();
  for (const { boot, first, last } of found) {
    const ranges = known.get(boot) ?? [];
    ranges.push({ first, last });
    known.set(boot, ranges);
  }
  return known;
}

/** Remembers the operations of these rows, and gives the rows, in order, whose operations were not known. */
export function takeNew(sql: Pick<Transaction, 'soon'>, hallNo: number, known: KnownOperations, rows: readonly JournalRow[]): readonly JournalRow[] {
  const fresh = new Map<string, Set<number>>();
  const written: { readonly boot: string; readonly range: Range }[] = [];
  const gone: { readonly boot: string; readonly first: number }[] = [];
  for (const [boot, counters] of countersOf(rows)) {
    const now = extend(known.get(boot) ?? [], counters);
    fresh.set(boot, new Set(now.fresh));
    for (const range of now.written) written.push({ boot, range });
    for (const first of now.gone) gone.push({ boot, first });
  }
  if (gone.length > 0) {
    sql.soon(`DELETE FROM op_range USING unnest($2::text[], $3::int8[]) AS r (boot, first) WHERE hall_no = $1 AND op_range.boot = decode(r.boot, 'hex') AND op_range.first = r.first`,
      [hallNo, texts(gone.map(({ boot }) => boot)), int8s(gone.map(({ first }) => first))]);
  }
  if (written.length > 0) {
    sql.soon(`INSERT INTO op_range (hall_no, boot, first, last) SELECT $1, decode(boot, 'hex'), first, last FROM unnest($2::text[], $3::int8[], $4::int8[]) AS r (boot, first, last) ON CONFLICT (hall_no, boot, first) DO UPDATE SET last = excluded.last`,
      [hallNo, texts(written.map(({ boot }) => boot)), int8s(written.map(({ range }) => range.first)), int8s(written.map(({ range }) => range.last))]);
  }
  // `delete`: the same operation twice in one batch is new once.
  return rows.filter(({ boot, counter }) => fresh.get(boot)?.delete(counter) === true);
}

function countersOf(rows: readonly JournalRow[]): ReadonlyMap<string, number[]> {
  const counters = new Map<string, number[]>();
  for (const { boot, counter } of rows) {
    const mine = counters.get(boot);
    if (mine === undefined) counters.set(boot, [counter]);
    else mine.push(counter);
  }
  return counters;
}
