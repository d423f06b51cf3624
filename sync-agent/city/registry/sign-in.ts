/* The city's staff sign in: scrypt as in the halls, five tries, then waits that double, kept in the database with the PINs. */
import type { CityRole } from '@kuaizhao/db/domain/registry/entries.ts';
import { waitAfter, waitLeft } from '@kuaizhao/db/domain/staff/accounts/tries.ts';
import type { KeptPin, StaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import { addWrongTry, forgetTries, triesOf } from '@kuaizhao/db/city/registry/tries.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { matches } from '@kuaizhao/db/sealing/pin-hash.ts';

export interface CityMember { readonly staffId: string; readonly name: string; readonly role: CityRole }
export type CitySignIn = { readonly ok: true; readonly member: CityMember; readonly kept: KeptPin } | { readonly ok: false; readonly waitMs: number; /** a PIN was looked at */ readonly tried: boolean };

export function createCitySignIn(staff: readonly CityMember[], { db, pins, now }: { readonly db: CityDb; readonly pins: StaffPins; readonly now: () => number }) {
  const trying = new Set<string>();
  const attempt = async (member: CityMember, pin: string): Promise<CitySignIn> => {
    const { staffId } = member;
    const waitMs = waitLeft((await triesOf(db, staffId))?.until ?? 0, now());
    if (waitMs > 0) return { ok: false, waitMs, tried: false };
    const kept = await pins.of(staffId);
    if (kept === undefined || !await matches(pin, kept.pin)) return { ok: false, waitMs: waitLeft((await addWrongTry(db, staffId, now(), waitAfter)).until, now()), tried: true };
    await forgetTries(db, staffId);
    return { ok: true, member, kept };
  };
  /** Wrong name and wrong PIN are told apart by nobody; one try at a time for a name. Rejects when the database cannot be asked, and with `PinsShut`: no try is counted then. */
  return async (staffId: string, pin: string): Promise<CitySignIn> => {
    const member = staff.find((one) => one.staffId === staffId);
    if (member === undefined || trying.has(staffId)) return { ok: false, waitMs: 0, tried: false };
    trying.add(staffId);
    return attempt(member, pin).finally(() => trying.delete(staffId));
  };
}
