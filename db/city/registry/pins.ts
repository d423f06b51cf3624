/* PINs of the city's staff, kept in the database for every process of the hub: the first one comes from the configuration, and its owner sets another. What is kept of one is sealed by the city's key, as in a hall: whoever has the database alone has nothing to try PINs against. */
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import { sha256 } from '../../sealing/sha256.ts';
import type { HeldKey } from '../people/held-key.ts';
import type { CityDb, Sql } from '../store/city-db.ts';

/** `pin`: what is kept of it, never digits. `given`: by somebody else, so it lets in only to the change. */
export interface KeptPin { readonly pin: string; readonly given: boolean }
interface Found { readonly pin: string | null; readonly pin_sealed: Uint8Array | null; readonly given: boolean }

/** Nobody's PIN can be looked at here: the file with the city's keys is not beside this hub, or lacks one. */
export class PinsShut extends Error {
  constructor() {
    super('PINs cannot be read here: city.key as the other hubs have it is needed beside this hub, too');
  }
}

export type StaffPins = ReturnType<typeof createStaffPins>;

export function createStaffPins(db: CityDb, key: HeldKey) {
  const cipherNow = async (): Promise<FieldCipher> => {
    const held = await key();
    if (held === undefined) throw new PinsShut();
    return held.cipher;
  };
  return {
    /** Undefined for somebody whom no configuration has named yet. Throws `PinsShut`. */
    async of(staffId: string): Promise<KeptPin | undefined> {
      const cipher = await cipherNow();
      const [found] = await db.query<Found>('SELECT pin, pin_sealed, given FROM staff_pin WHERE staff_id = $1', [staffId]);
      return found && { pin: textOf(cipher, staffId, found), given: found.given };
    },
    /** Takes in what a configuration says, and gives whose PIN is another one now: those it says for the first time, new people and those whom it gives another PIN, with all tries free again. One that was taken in before changes nothing; without the key nothing is taken in before a start that has it. */
    async takeGiven(configured: readonly { readonly staffId: string; readonly pin: string }[], now: number): Promise<readonly string[]> {
      const cipher = (await key())?.cipher;
      if (cipher === undefined) return [];
      return db.transaction(async (sql) => {
        await sealOld(sql, cipher);
        const taken: string[] = [];
        for (const { staffId, pin } of configured) {
          const mark = sha256(pin);
          const fresh = await sql.query('INSERT INTO staff_pin_given (staff_id, mark) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING mark', [staffId, mark]);
          if (fresh.length === 0) continue;
          await sql.query('INSERT INTO staff_pin (staff_id, pin_sealed, given, set_at) VALUES ($1, $2, true, $3) ON CONFLICT (staff_id) DO UPDATE SET pin = NULL, pin_sealed = excluded.pin_sealed, given = true, set_at = excluded.set_at', [staffId, cipher.seal(pin, pinAt(staffId)), now]);
          await sql.query('DELETE FROM staff_tries WHERE staff_id = $1', [staffId]);
          await sql.query(`INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, 'pinGiven', '')`, [now, staffId]);
          taken.push(staffId);
        }
        return taken;
      });
    },
    /** `before`: what was kept when its owner proved it. False when that is another one by now, and nothing was set. Throws `PinsShut`. */
    async setOwn({ staffId, before, pin, now }: { readonly staffId: string; readonly before: string; readonly pin: string; readonly now: number }): Promise<boolean> {
      const cipher = await cipherNow();
      return db.transaction(async (sql) => {
        const [found] = await sql.query<Found>('SELECT pin, pin_sealed, given FROM staff_pin WHERE staff_id = $1 FOR UPDATE', [staffId]);
        if (found === undefined || textOf(cipher, staffId, found) !== before) return false;
        await sql.query('UPDATE staff_pin SET pin = NULL, pin_sealed = $2, given = false, set_at = $3 WHERE staff_id = $1', [staffId, cipher.seal(pin, pinAt(staffId)), now]);
        await sql.query(`INSERT INTO city_audit (at, staff_id, act, about) VALUES ($1, $2, 'pinSet', '')`, [now, staffId]);
        return true;
      });
    },
  };
}

const pinAt = (staffId: string): string => `staff_pin|${staffId}|pin`;
const textOf = (cipher: FieldCipher, staffId: string, { pin, pin_sealed: box }: Found): string => (box === null ? pin ?? '' : cipher.open(Buffer.from(box), pinAt(staffId)).reveal());

/** Rows of a program that kept them unsealed. */
async function sealOld(sql: Sql, cipher: FieldCipher): Promise<void> {
  const old = await sql.query<{ staff_id: string; pin: string }>('SELECT staff_id, pin FROM staff_pin WHERE pin IS NOT NULL FOR UPDATE');
  for (const { staff_id: staffId, pin } of old) await sql.query('UPDATE staff_pin SET pin = NULL, pin_sealed = $2 WHERE staff_id = $1', [staffId, cipher.seal(pin, pinAt(staffId))]);
}

/** Those that an older key sealed, anew by the newest: all at once, a city has few staff. */
export async function movePins(sql: Sql, cipher: FieldCipher): Promise<void> {
  const old = await sql.query<{ staff_id: string; pin_sealed: Uint8Array }>('SELECT staff_id, pin_sealed FROM staff_pin WHERE get_byte(pin_sealed, 0) <> $1 FOR UPDATE', [cipher.head]);
  for (const { staff_id: staffId, pin_sealed: box } of old) await sql.query('UPDATE staff_pin SET pin_sealed = $2 WHERE staff_id = $1', [staffId, cipher.moveBox(Buffer.from(box), pinAt(staffId), pinAt(staffId))]);
}
