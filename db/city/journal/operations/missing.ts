/* Whether the hub has what a hall keeps no longer. */
import type { PastRange } from '../../../domain/operations/shorten.ts';
import type { Sql } from '../../store/city-db.ts';
import { int8s, texts } from '../../store/columns.ts';

/** How many operations of these ranges never came; the hall must be locked. */
export async function missingOperations(sql: Sql, hallNo: number, past: readonly PastRange[]): Promise<number> {
  const [found] = await sql.query<{ missing: number }>(
    `SELECT coalesce(sum(p.last - p.first + 1 - k.known), 0)::int8 AS missing FROM unnest($2::text[], $3::int8[], $4::int8[]) AS p (boot, first, last) CROSS JOIN LATERAL (
       SELECT coalesce(sum(least(r.last, p.last) - greatest(r.first, p.first) + 1), 0) AS known FROM op_range AS r WHERE r.hall_no = $1 AND r.boot = decode(p.boot, 'hex') AND r.first <= p.last AND r.last >= p.first) AS k`,
    [hallNo, texts(past.map(({ boot }) => boot)), int8s(past.map(({ first }) => first)), int8s(past.map(({ last }) => last))],
  );
  return found?.missing ?? 0;
}
