/* The city's staff sign in: scrypt as in the halls, five tries, then waits that double, kept in the database. */
import { scrypt, timingSafeEqual } from 'node:crypto';
import type { CityRole } from '@kuaizhao/db/domain/registry/entries.ts';
import { addWrongTry, forgetTries, triesOf } from '@kuaizhao/db/city/registry/tries.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';

/** The cost of `npm run hall -- hash-pin`, which makes what city.json holds. */
const cost = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 } as const;
const freeTries = 5;
const firstWaitMs = 15_000;
const longestWaitMs = 3_600_000;

export interface CityMember { readonly staffId: string; readonly name: string; readonly role: CityRole; readonly pin: string }
export type CitySignIn = { readonly ok: true; readonly member: CityMember } | { readonly ok: false; readonly waitMs: number; /** a PIN was looked at */ readonly tried: boolean };

const derive = (pin: string, salt: Buffer): Promise<Buffer> => new Promise((resolve, reject) => {
  scrypt(pin, salt, 32, cost, (error, key) => { if (error === null) resolve(key); else reject(error); });
});

async function matches(pin: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(pin, Buffer.from(salt, 'base64url'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const waitAfter = (wrong: number): number => (wrong < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (wrong - freeTries), longestWaitMs));

export function createCitySignIn(staff: readonly CityMember[], db: CityDb, now: () => number) {
  const trying = new Set<string>();
  const attempt = async (member: CityMember, pin: string): Promise<CitySignIn> => {
    const { staffId } = member;
    // A clock that was set back must not lock anybody out for longer than a wait can be.
    const waitMs = Math.min(((await triesOf(db, staffId))?.until ?? 0) - now(), longestWaitMs);
    if (waitMs > 0) return { ok: false, waitMs, tried: false };
    if (!await matches(pin, member.pin)) return { ok: false, waitMs: Math.max(0, (await addWrongTry(db, staffId, now(), waitAfter)).until - now()), tried: true };
    await forgetTries(db, staffId);
    return { ok: true, member };
  };
  /** Wrong name and wrong PIN are told apart by nobody; one try at a time for a name. Rejects when the database cannot be asked. */
  return async (staffId: string, pin: string): Promise<CitySignIn> => {
    const member = staff.find((one) => one.staffId === staffId);
    if (member === undefined || trying.has(staffId)) return { ok: false, waitMs: 0, tried: false };
    trying.add(staffId);
    return attempt(member, pin).finally(() => trying.delete(staffId));
  };
}
