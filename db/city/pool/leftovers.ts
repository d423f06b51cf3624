/* What halls have left over, where every hub finds it. */
import type { CityDb, Sql } from '../store/city-db.ts';

export interface KeptLeftovers { readonly hallId: string; readonly body: string; readonly at: number }

/** Inside the transaction that takes the places. */
export async function keepLeftovers(sql: Sql, hallId: string, { hub, body }: { readonly hub: string; readonly body: string }, now: number): Promise<void> {
  await sql.query(
    `INSERT INTO pool_left (hall_no, hub, body, at) SELECT hall_no, $2, $3, $4 FROM hall WHERE hall_id = $1
     ON CONFLICT (hall_no) DO UPDATE SET hub = excluded.hub, body = excluded.body, at = excluded.at`,
    [hallId, hub, body, now],
  );
}

/** Said since then, in the order of the registry. */
export function leftoversSince(db: CityDb, since: number): Promise<KeptLeftovers[]> {
  return db.query<KeptLeftovers>('SELECT h.hall_id AS "hallId", l.body, l.at FROM pool_left AS l JOIN hall AS h USING (hall_no) WHERE l.at >= $1 AND h.enrolled ORDER BY hall_no', [since]);
}

/** A hall that left this hub has no places for others, unless another hub heard from it since. */
export async function dropLeftovers(db: CityDb, hallId: string, hub: string): Promise<void> {
  await db.transaction(async (sql) => {
    const gone = await sql.query('DELETE FROM pool_left WHERE hub = $2 AND hall_no = (SELECT hall_no FROM hall WHERE hall_id = $1) RETURNING hall_no', [hallId, hub]);
    if (gone.length > 0) await sql.query('DELETE FROM pool_job WHERE hall_no = (SELECT hall_no FROM hall WHERE hall_id = $1)', [hallId]);
  });
}

/** What nobody has said again for too long counts no more, whichever hub heard it. */
export async function dropStaleLeftovers(db: CityDb, before: number): Promise<void> {
  await db.transaction(async (sql) => {
    await sql.query('DELETE FROM pool_job AS p WHERE NOT EXISTS (SELECT 1 FROM pool_left AS l WHERE l.hall_no = p.hall_no AND l.at >= $1)', [before]);
    await sql.query('DELETE FROM pool_left WHERE at < $1', [before]);
  });
}
