/* PINs of the city's staff, kept in the database for every process of the hub: the first one comes from the configuration, and its owner sets another. */
import type { CityDb } from '../store/city-db.ts';
import { sha256 } from '../../sealing/sha256.ts';

/** `pin`: what is kept of it, never digits. `given`: by somebody else, so it lets in only to the change. */
export interface KeptPin { readonly pin: string; readonly given: boolean }

/** Undefined for somebody whom no configuration has named yet. */
export async function pinOf(db: CityDb, staffId: string): Promise<KeptPin | undefined> {
  return (await db.query<KeptPin>('SELECT pin, given FROM staff_pin WHERE staff_id = $1', [staffId]))[0];
}

/** Takes in what a configuration says, and gives whose PIN is another one now: those it says for the first time, new people and those whom it gives another PIN, with all tries free again. One that was taken in before changes nothing. */
export function takeGivenPins(db: CityDb, configured: readonly { readonly staffId: string; readonly pin: string }[], now: number): Promise<readonly string[]> {
  return db.transaction(async (sql) => {
    const taken: string[] = [];
    for (const { staffId, pin } of configured) {
      const mark = sha256(pin);
      const fresh = await sql.query('INSERT INTO staff_pin_given (staff_id, mark) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING mark', [staffId, mark]);
      if (fresh.length === 0) continue;
      await sql.query('INSERT INTO staff_pin (staff_id, pin, given, set_at) VALUES ($1, $2, true, $3) ON CONFLICT (staff_id) DO UPDATE SET pin = excluded.pin, given = true, set_at = excluded.set_at', [staffId, pin, now]);
      await sql.query('DELETE FROM staff_tries WHERE staff_id = $1', [staffId]);
      await sql.query(`INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, 'pinGiven', '')`, [now, staffId]);
      taken.push(staffId);
    }
    return taken;
  });
}

/** `before`: what was kept when its owner proved it. False when that is another one by now, and nothing was set. */
export function setOwnPin(db: CityDb, { staffId, before, pin, now }: { readonly staffId: string; readonly before: string; readonly pin: string; readonly now: number }): Promise<boolean> {
  return db.transaction(async (sql) => {
    const set = await sql.query('UPDATE staff_pin SET pin = $3, given = false, set_at = $4 WHERE staff_id = $1 AND pin = $2 RETURNING staff_id', [staffId, before, pin, now]);
    if (set.length > 0) await sql.query(`INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, 'pinSet', '')`, [now, staffId]);
    return set.length > 0;
  });
}
