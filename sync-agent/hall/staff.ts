/* Staff sign in with a PIN: scrypt, five tries, then waits that double, kept across restarts. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { freeTries, waitAfter, waitLeft } from '@kuaizhao/db/domain/staff/accounts/tries.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { matches } from '@kuaizhao/db/sealing/pin-hash.ts';
import type { AllTries, TriesKept } from './staff-tries.ts';

export interface StaffMember { readonly staffId: string; readonly name: string; readonly role: StaffRole; readonly pin: string; readonly card?: string | undefined; /** the PIN is good for one sign-in, at which another one is set */ readonly oneTime?: boolean | undefined }
/** A reader stands beside whoever signs in, and what lies on it. */
export interface AtReader { readonly cardNumber: string | undefined }
export type SignIn = { readonly ok: true; readonly member: StaffMember } | { readonly ok: false; readonly waitMs: number };

/** `staff`: who may sign in now. `kept`: where wrong tries outlive this process. */
export function createStaffDoor(staff: () => readonly StaffMember[], now: () => Instant, kept: TriesKept) {
  const tries: AllTries = kept.read() ?? new Map(staff().map(({ staffId }) => [staffId, { wrong: freeTries - 1, until: 0 }]));
  const trying = new Set<string>();
  const attempt = async (member: StaffMember, pin: string, atReader: AtReader | undefined): Promise<SignIn> => {
    const { staffId } = member;
    const waitMs = waitLeft(tries.get(staffId)?.until ?? 0, now());
    if (waitMs > 0) return { ok: false, waitMs };
    if (await matches(pin, member.pin) && await showsCard(member, atReader)) {
      if (tries.delete(staffId)) kept.write(tries);
      return { ok: true, member };
    }
    const wrong = (tries.get(staffId)?.wrong ?? 0) + 1;
    const nextMs = waitAfter(wrong);
    tries.set(staffId, { wrong, until: now() + nextMs });
    kept.write(tries);
    return { ok: false, waitMs: nextMs };
  };
  return {
    /** So long nobody may try this name, milliseconds; 0 when it is free. */
    waits: (staffId: string): number => waitLeft(tries.get(staffId)?.until ?? 0, now()),
    /** All tries are free again. */
    unlock(staffId: string): void { if (tries.delete(staffId)) kept.write(tries); },
    /** Wrong name, wrong PIN and wrong card are told apart by nobody. After the fifth wrong try each further one doubles the wait; the wait counts for everybody who tries that name. */
    async signIn(staffId: string, pin: string, atReader?: AtReader): Promise<SignIn> {
      const member = staff().find((one) => one.staffId === staffId);
      // One try at a time for a name: what is asked side by side must not be counted too late.
      if (member === undefined || trying.has(staffId)) return { ok: false, waitMs: 0 };
      trying.add(staffId);
      return attempt(member, pin, atReader).finally(() => trying.delete(staffId));
    },
  };
}

/** Where there is no reader, none is asked for; somebody whose card the hall does not hold needs none. */
const showsCard = async ({ card }: StaffMember, atReader: AtReader | undefined): Promise<boolean> =>
  atReader === undefined || card === undefined || (atReader.cardNumber !== undefined && await matches(atReader.cardNumber, card));
