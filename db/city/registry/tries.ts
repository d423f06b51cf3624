/* Wrong tries of the city's staff, kept in the database: they outlive a restart and count for every process of the hub. */
import type { CityDb } from '../store/city-db.ts';

export interface Tries { readonly wrong: number; readonly until: number }

export async function triesOf(db: CityDb, staffId: string): Promise<Tries | undefined> {
  return (await db.query<Tries>('SELECT wrong, until FROM staff_tries WHERE staff_id = $1', [staffId]))[0];
}

export async function forgetTries(db: CityDb, staffId: string): Promise<void> {
  await db.query('DELETE FROM staff_tries WHERE staff_id = $1', [staffId]);
}

/** One more wrong try, counted in the statement itself: two processes do not count over each other. `waitAfter` says how long after so many. */
export function addWrongTry(db: CityDb, staffId: string, now: number, waitAfter: (wrong: number) => number): Promise<Tries> {
  return db.transaction(async (sql) => {
    const [row] = await sql.query<{ wrong: number }>('INSERT INTO staff_tries AS t (staff_id, wrong, until) VALUES ($1, 1, 0) ON CONFLICT (staff_id) DO UPDATE SET wrong = t.wrong + 1 RETURNING wrong', [staffId]);
    const wrong = row?.wrong ?? 1;
    const until = now + waitAfter(wrong);
    await sql.query('UPDATE staff_tries SET until = $2 WHERE staff_id = $1', [staffId, until]);
    return { wrong, until };
  });
}
