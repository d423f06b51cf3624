/* The second person of an export with people in it: proves by PIN to stand at this very console, and is good for one file. */
import type { SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import type { signInSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { vouchForMs } from '@kuaizhao/sync-agent/contract/console.ts';
import type { z } from 'zod';
import type { createStaffDoor } from '../staff.ts';

export function createSecondPerson(staff: ReturnType<typeof createStaffDoor>, monotonicMs: () => number) {
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
    /** Whoever stands beside this question; the next one needs the PIN again. */
    take(message: unknown): string | undefined {
      if ((message as { readonly name?: unknown } | null)?.name !== 'exportRecords') return undefined;
      const taken = proved;
      proved = undefined;
      return taken !== undefined && monotonicMs() < taken.untilMs ? taken.staffId : undefined;
    },
    forget(): void { proved = undefined; },
  };
}
