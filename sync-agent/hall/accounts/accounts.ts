/* Accounts as the doors ask for them: the hall's own memory, read anew when something about them became true. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { accountFacts } from '@kuaizhao/db/domain/staff/accounts/facts.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { HallConfig } from '../config.ts';
import { createStaffDoor, type StaffMember } from '../staff.ts';
import type { TriesKept } from '../staff-tries.ts';

const types: ReadonlySet<string> = new Set(accountFacts.map((schema) => schema.shape.type.value));

export type Accounts = ReturnType<typeof createAccounts>;

/** `tries`: where wrong PINs outlive this process. */
export function createAccounts(kept: HallDb['faces']['accounts'], now: () => Instant, tries: TriesKept) {
  let known: readonly StaffMember[] | undefined;
  const staff = (): readonly StaffMember[] => known ??= kept.all().flatMap(({ staffId, role, name, pin, card, oneTime, closedAt }) => (closedAt === undefined
      ? [{ staffId, role, name: name ?? staffId, pin: pin ?? '', card, oneTime }]
      : []));
  const door = createStaffDoor(staff, now, tries);
  return {
    /** Whoever may sign in now. A name that was lost with a disk is the id. */
    staff, door,
    /** After each commit. */
    heard(facts: readonly Fact[]): void {
      for (const fact of facts) {
        if (types.has(fact.type)) known = undefined;
        // Whoever has a new PIN from an admin is not held up by tries of the old one.
        if (fact.type === 'accountUnlocked' || fact.type === 'accountRecovered' || (fact.type === 'accountPinSet' && fact.by !== fact.staffId)) door.unlock(fact.staffId);
      }
    },
    /** Takes in whom the configuration names and the hall has never known; whoever was closed stays so. Rejects when the hall cannot keep them. */
    async seed(configured: HallConfig['staff'], ask: (command: object) => Promise<Answer>): Promise<void> {
      for (const member of configured) {
        if (kept.view.account(member.staffId) !== undefined) continue;
        const answer = await ask({ type: 'seedAccount', ...member });
        if (!answer.ok) throw new Error(`staff ${member.staffId} of the configuration was refused: ${answer.refusal.code}`);
      }
    },
  };
}
