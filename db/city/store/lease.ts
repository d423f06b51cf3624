/* One hub of several does this now. A hub that ends without a word is followed by another when its time is over. */
import type { CityDb } from './city-db.ts';

/** True when this hub has the work for the next `seconds`: it had it, or nobody has. */
export async function takeLease(db: CityDb, name: string, hub: string, seconds: number): Promise<boolean> {
  const had = await db.query(
    `INSERT INTO hub_lease (name, hub, until) VALUES ($1, $2, now() + make_interval(secs => $3)) ON CONFLICT (name) DO UPDATE SET hub = excluded.hub, until = excluded.until
     WHERE hub_lease.hub = excluded.hub OR hub_lease.until < now() RETURNING hub`,
    [name, hub, seconds],
  );
  return had.length > 0;
}

/** At a hub's end, so that another need not wait. */
export async function giveLease(db: CityDb, name: string, hub: string): Promise<void> {
  await db.query('DELETE FROM hub_lease WHERE name = $1 AND hub = $2', [name, hub]);
}
