/* The second person of what nobody does alone: proves by PIN to stand at this very console, and is good for one file, one look or one erasure. */
import { mayVouch } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import type { SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import type { signInSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { vouchForMs } from '@kuaizhao/sync-agent/contract/console.ts';
import type { z } from 'zod';
import type { createStaffDoor, StaffMember } from '../staff.ts';

/** Questions and commands that take a second person; nothing else uses up the PIN. */
const wantsTwo: ReadonlySet<unknown> = new Set(['exportRecords', 'accessCopy', 'phoneForEmployer', 'eraseWorker']);

/** `members`: who has an account now. */
export function createSecondPerson(staff: ReturnType<typeof createStaffDoor>, members: () => readonly StaffMember[], monotonicMs: () => number) {
  let proved: { readonly staffId: string; readonly untilMs: number } | undefined;
  return {
    /** Wrong tries count as those of the sign-in do. */
    async prove({ staffId, pin }: z.infer<typeof signInSchema>): Promise<SignInReply> {
      const result = await staff.signIn(staffId, pin);
      if (!result.ok) return { ok: false, waitMs: result.waitMs };
      // A PIN that somebody else has given out vouches for nobody.
      if (result.member.oneTime === true) return { ok: false, waitMs: 0 };
      proved = { staffId, untilMs: monotonicMs() + vouchForMs };
      return { ok: true, staffName: result.member.name, role: result.member.role };
    },
    /** Whoever stands beside this question or command, and may; the next one needs the PIN again. */
    take(message: unknown): string | undefined {
      const { name, type } = (message ?? {}) as { readonly name?: unknown; readonly type?: unknown };
      if (!wantsTwo.has(name) && !wantsTwo.has(type)) return undefined;
      const taken = proved;
      proved = undefined;
      if (taken === undefined || monotonicMs() >= taken.untilMs) return undefined;
      const member = members().find((one) => one.staffId === taken.staffId);
      return member !== undefined && mayVouch(member.role) ? member.staffId : undefined;
    },
    forget(): void { proved = undefined; },
  };
}
