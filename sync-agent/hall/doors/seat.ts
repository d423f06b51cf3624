/* Who sits at one console, and what that lets through. The account is looked up for every message: what an admin has changed holds at once. */
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { vouchForMs } from '@kuaizhao/sync-agent/contract/console.ts';
import type { StaffMember } from '../staff.ts';

export type Seat = ReturnType<typeof createSeat>;

export function createSeat(members: () => readonly StaffMember[], monotonicMs: () => number) {
  let sits: { readonly staffId: string; readonly provedAt: number } | undefined;
  const member = (): StaffMember | undefined => members().find((one) => one.staffId === sits?.staffId);
  return {
    /** After the PIN. False for somebody who has no account any more. */
    sit(staffId: string): boolean {
      sits = { staffId, provedAt: monotonicMs() };
      if (member() === undefined) sits = undefined;
      return sits !== undefined;
    },
    leave(): void { sits = undefined; },
    staffId: (): string | undefined => sits?.staffId,
    member,
    /** Why this command, or any question, is not heard now: `notSignedIn`; `pinFirst` for everything but the own PIN while that is an admin's; `pinAgain` for another own PIN when the last one was typed too long ago, because somebody else may sit there. */
    stops(command: unknown): RefusalCode | undefined {
      const one = member();
      if (one === undefined || sits === undefined) return 'notSignedIn';
      const ownPin = (command as { readonly type?: unknown } | null | undefined)?.type === 'setOwnPin';
      if (one.oneTime === true && !ownPin) return 'pinFirst';
      return ownPin && monotonicMs() - sits.provedAt > vouchForMs ? 'pinAgain' : undefined;
    },
  };
}
