/* Staff sign in with a PIN: scrypt, five tries, then waits that double. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';

/** OWASP's scrypt setting with the least memory (N=2^14, r=8, p=5), about 60 ms a try. */
const cost = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 } as const;
const freeTries = 5;
const firstWaitMs = 15_000;
const longestWaitMs = 3_600_000;

export interface StaffMember { readonly staffId: string; readonly name: string; readonly role: StaffRole; readonly pin: string; readonly card?: string | undefined }
/** A reader stands beside whoever signs in, and what lies on it. */
export interface AtReader { readonly cardNumber: string | undefined }
export type SignIn = { readonly ok: true; readonly member: StaffMember } | { readonly ok: false; readonly waitMs: number };

const derive = (pin: string, salt: Buffer): Promise<Buffer> => new Promise((resolve, reject) => {
  scrypt(pin, salt, 32, cost, (error, key) => { if (error === null) resolve(key); else reject(error); });
});

/** Of a PIN or of a card's number: `scrypt$salt$hash`, for the configuration file. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(pin, salt)).toString('base64url')}`;
}

export function createStaffDoor(staff: readonly StaffMember[], now: () => Instant) {
  const tries = new Map<string, { wrong: number; until: Instant }>();
  return {
    /** Wrong name, wrong PIN and wrong card are told apart by nobody. After the fifth wrong try each further one doubles the wait; the wait counts for everybody who tries that name. */
    async signIn(staffId: string, pin: string, atReader?: AtReader): Promise<SignIn> {
      const member = staff.find((one) => one.staffId === staffId);
      const state = tries.get(staffId) ?? { wrong: 0, until: 0 };
      if (state.until > now()) return { ok: false, waitMs: state.until - now() };
      if (member !== undefined && await matches(pin, member.pin) && await showsCard(member, atReader)) {
        tries.delete(staffId);
        return { ok: true, member };
      }
      if (member === undefined) return { ok: false, waitMs: 0 };
      const wrong = (tries.get(staffId)?.wrong ?? 0) + 1;
      const waitMs = wrong < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (wrong - freeTries), longestWaitMs);
      tries.set(staffId, { wrong, until: now() + waitMs });
      return { ok: false, waitMs };
    },
  };
}

/** Where there is no reader, none is asked for; somebody whose card the hall does not hold needs none. */
const showsCard = async ({ card }: StaffMember, atReader: AtReader | undefined): Promise<boolean> =>
  atReader === undefined || card === undefined || (atReader.cardNumber !== undefined && await matches(atReader.cardNumber, card));

async function matches(pin: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(pin, Buffer.from(salt, 'base64url'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}
