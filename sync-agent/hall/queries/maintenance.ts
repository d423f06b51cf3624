/* Answers to a kiosk that staff want to maintain: who may, and whether this is one of them. What it opens leaves a line with ids. */
import { ok } from '@kuaizhao/db/domain/result.ts';
import { mayMaintain } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import type { maintenanceQueries } from '@kuaizhao/sync-agent/contract/queries/machine/maintenance.ts';
import type { createStaffDoor, StaffMember } from '../staff.ts';
import type { AnswersTo } from './desk.ts';

export interface MaintenanceParts {
  readonly staff: () => readonly StaffMember[];
  /** the console's own, so that tries are counted once for both */
  readonly door: ReturnType<typeof createStaffDoor>;
  /** whether the reader of this kiosk can see a card, as the kiosk last reported */
  readonly readerReady: (deviceId: string) => boolean;
  /** Both go into the audit. */
  readonly opened: (member: StaffMember, deviceId: string) => Promise<unknown>;
  readonly denied: (staffId: string, deviceId: string) => Promise<unknown>;
}

export function maintenanceAnswers({ staff, door, readerReady, opened, denied }: MaintenanceParts): AnswersTo<typeof maintenanceQueries> {
  // Whoever has to set a PIN first does so at a console.
  const maintainers = (): StaffMember[] => staff().filter(({ role, oneTime }) => mayMaintain(role) && oneTime !== true);
  return {
    maintainers: () => ok({ staff: maintainers().map(({ staffId, name, card }) => ({ staffId, staffName: name, withCard: card !== undefined })) }),
    async mayMaintain({ staffId, pin, cardNumber }, reader) {
      if (reader.role !== 'kiosk' || !maintainers().some((one) => one.staffId === staffId)) return ok({ granted: false, waitMs: 0 });
      // A reader that cannot see a card is often the very reason to open the machine.
      const signedIn = await door.signIn(staffId, pin, readerReady(reader.deviceId) ? { cardNumber } : undefined);
      await (signedIn.ok ? opened(signedIn.member, reader.deviceId) : denied(staffId, reader.deviceId));
      if (!signedIn.ok) return ok({ granted: false, waitMs: signedIn.waitMs });
      return ok({ granted: true });
    },
  };
}
