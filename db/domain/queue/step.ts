/* An act at the queue: who does it, by which rules, and the fact that opens it. The id of the command is the id of the step, so the face that sent it can take it back. */
import type { Context } from '../context.ts';
import type { StaffRole } from '../staff/role.ts';
import type { StepTaken } from './moves/facts.ts';
import { rulesOn, type QueueRules } from './rules.ts';
import { theDay } from './day.ts';
import type { QueueView } from './view.ts';

/** The rules of the open business day. */
export const rulesToday = (view: QueueView, { settings }: Pick<Context, 'settings'>): QueueRules => rulesOn(settings.queueRules, theDay(view));

/** Who acts, as an id that may stand in the journal. */
export function actorId({ actor }: Pick<Context, 'actor'>): string {
  switch (actor.role) {
    case 'console': return actor.staffId;
    case 'kiosk': return actor.deviceId;
    case 'agent': return 'agent';
  }
}

const overWindows: ReadonlySet<StaffRole> = new Set<StaffRole>(['host', 'supervisor', 'admin']);
const overStaff: ReadonlySet<StaffRole> = new Set<StaffRole>(['supervisor', 'admin']);
/** May act at a window where somebody else sits. */
export const mayActAtAnyWindow = ({ actor }: Context): boolean => actor.role === 'console' && overWindows.has(actor.staffRole);
/** May go beyond a limit, and take back what somebody else did. */
export const maySupervise = ({ actor }: Context): boolean => actor.role === 'console' && overStaff.has(actor.staffRole);

export const stepTaken = (command: { readonly type: string; readonly commandId: string }, context: Context, windowId?: string): StepTaken => ({
  type: 'stepTaken', step: command.commandId, act: command.type, by: actorId(context), ...(windowId === undefined ? {} : { windowId }),
});
