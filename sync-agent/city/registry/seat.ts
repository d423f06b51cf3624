/* Who sits at one desk of the city, and what that lets through. The PIN by which somebody sits is looked up for every message: one that was changed anywhere ends what it had opened. */
import { inputEveryMs } from '@kuaizhao/db/domain/staff/idle.ts';
import type { KeptPin, StaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import type { CityRefusal } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { vouchForMs } from '@kuaizhao/sync-agent/contract/console.ts';
import type { CityMember } from './sign-in.ts';

export interface Sitting { readonly member: CityMember; readonly kept: KeptPin; readonly provedAt: number }
export type Seat = ReturnType<typeof createSeat>;

/** `idleMs`: without input for so long it locks, until somebody signs in again. */
export function createSeat({ pins, now, idleMs }: { readonly pins: StaffPins; readonly now: () => number; readonly idleMs: number }) {
  let sits: Sitting | undefined;
  let [touchedAt, locked] = [0, false];
  // The page tells of input now and then only. A clock that was set back has not been idle.
  const isLocked = (): boolean => (locked ||= now() - touchedAt > idleMs + inputEveryMs);
  return {
    sit(member: CityMember, kept: KeptPin): void { [sits, touchedAt, locked] = [{ member, kept, provedAt: now() }, now(), false]; },
    /** Whoever sat there. */
    leave(): CityMember | undefined {
      const left = sits?.member;
      sits = undefined;
      return left;
    },
    /** Somebody touched the desk. A locked one stays so. */
    touched(): void { if (!isLocked()) touchedAt = now(); },
    sitting: (): Sitting | undefined => sits,
    /** The own PIN was set: it is by the new one that somebody sits now. */
    setPin(was: Sitting, pin: string): void { if (sits === was) sits = { ...was, kept: { pin, given: false } }; },
    /** Why nothing is heard now: `notSignedIn`; `locked`; `pinFirst` for everything but the own PIN while that was given by somebody else; `pinAgain` for another own PIN when the last one was typed too long ago, because somebody else may sit there. */
    stops(ownPin: boolean): CityRefusal['code'] | undefined {
      if (sits === undefined) return 'notSignedIn';
      if (isLocked()) return 'locked';
      if (sits.kept.given && !ownPin) return 'pinFirst';
      return ownPin && now() - sits.provedAt > vouchForMs ? 'pinAgain' : undefined;
    },
    /** Whether the PIN by which somebody sits is still the one; nobody sits there any more when it is not. Rejects when the database cannot be asked, and with `PinsShut`. */
    async holds(): Promise<boolean> {
      const asked = sits;
      if (asked === undefined) return false;
      const kept = await pins.of(asked.member.staffId);
      // The PIN was set at this very desk meanwhile, or typed here once more.
      if (sits !== asked) return sits?.member.staffId === asked.member.staffId;
      if (kept?.pin === asked.kept.pin) return true;
      sits = undefined;
      return false;
    },
  };
}
