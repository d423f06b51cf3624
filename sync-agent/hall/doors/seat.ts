/* Who sits at one console, and what that lets through. The account is looked up for every message: what an admin has changed holds at once. A console that nobody touches is locked. */
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { inputEveryMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { vouchForMs } from '@kuaizhao/sync-agent/contract/console.ts';
import type { StaffMember } from '../staff.ts';

export interface SeatParts {
  /** who may sign in now */
  readonly members: () => readonly StaffMember[];
  /** without input for so long it locks */
  readonly idleMs: number;
  readonly monotonicMs: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** once, when it locks */
  readonly locked: () => void;
}
interface Sitting { readonly staffId: string; readonly provedAt: number; touchedAt: number; locked: boolean; stopTimer: () => void }

export type Seat = ReturnType<typeof createSeat>;

export function createSeat({ members, idleMs, monotonicMs, after, locked }: SeatParts) {
  let sits: Sitting | undefined;
  const member = (): StaffMember | undefined => members().find((one) => one.staffId === sits?.staffId);
  // The page tells of input now and then only: what it has not told yet counts for it.
  const restMs = ({ touchedAt }: Sitting): number => touchedAt + idleMs + inputEveryMs - monotonicMs();
  const look = (): void => {
    if (sits === undefined || sits.locked) return;
    sits.stopTimer();
    if (restMs(sits) > 0) {
      sits.stopTimer = after(restMs(sits), look);
      return;
    }
    sits.locked = true;
    locked();
  };
  const leave = (): void => {
    sits?.stopTimer();
    sits = undefined;
  };
  return {
    /** After the PIN. False for somebody who has no account any more. */
    sit(staffId: string): boolean {
      leave();
      sits = { staffId, provedAt: monotonicMs(), touchedAt: monotonicMs(), locked: false, stopTimer: () => undefined };
      if (member() === undefined) sits = undefined;
      look();
      return sits !== undefined;
    },
    leave,
    /** Somebody touched the console. A locked one stays so. */
    touched(): void {
      look();
      if (sits?.locked === false) sits.touchedAt = monotonicMs();
    },
    staffId: (): string | undefined => sits?.staffId,
    member,
    /** Why this command, or any question, is not heard now: `notSignedIn`; `locked`; `pinFirst` for everything but the own PIN while that is an admin's; `pinAgain` for another own PIN when the last one was typed too long ago, because somebody else may sit there. */
    stops(command: unknown): RefusalCode | undefined {
      const one = member();
      if (one === undefined || sits === undefined) return 'notSignedIn';
      look();
      if (sits.locked) return 'locked';
      const ownPin = (command as { readonly type?: unknown } | null | undefined)?.type === 'setOwnPin';
      if (one.oneTime === true && !ownPin) return 'pinFirst';
      return ownPin && monotonicMs() - sits.provedAt > vouchForMs ? 'pinAgain' : undefined;
    },
  };
}
