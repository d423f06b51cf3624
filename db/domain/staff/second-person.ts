/* Four eyes: what one member of staff may not do alone. Who stands beside has just proved it by PIN at the same console; the door knows, and no message can say so. */
import type { Actor } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Two different people. Refuses `secondPersonMissing`. */
export const secondPerson = (by: string, approvedBy: string | undefined): Result<string> =>
  (approvedBy === undefined || approvedBy === by ? refuse('secondPersonMissing', 'approvedBy') : ok(approvedBy));

/** Who stands beside somebody at a console; undefined at other doors, where nobody has to. Refuses `secondPersonMissing` when nobody does, or the same person. */
export function standsBeside(actor: Actor): Result<string | undefined> {
  return actor.role === 'console' ? secondPerson(actor.staffId, actor.second) : ok(undefined);
}
