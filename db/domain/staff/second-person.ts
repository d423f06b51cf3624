/* Four eyes: what one member of staff may not do alone. Who stands beside has just proved it by PIN at the same console; the door knows, and no message can say so. */
import type { Actor } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { StaffRole } from './role.ts';

/** Who may stand beside: whoever answers for the hall. */
export const mayVouch = (role: StaffRole): boolean => role === 'supervisor' || role === 'admin';

/** Who stands beside somebody at a console; undefined at other doors, where nobody has to. Refuses `secondPersonMissing` when nobody does, or the same person. */
export function standsBeside(actor: Actor): Result<string | undefined> {
  if (actor.role !== 'console') return ok(undefined);
  return actor.second === undefined || actor.second === actor.staffId ? refuse('secondPersonMissing', 'approvedBy') : ok(actor.second);
}
