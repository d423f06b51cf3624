/* A window and whose it is, the profile it calls by, and one window asking the others for help. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import type { HallSettings } from '../../hall/settings.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { requeued } from '../moves/requeue.ts';
import type { Hold } from '../moves/facts.ts';
import { actorId, mayActAtAnyWindow, rulesToday, stepTaken } from '../step.ts';
import type { WindowRow } from '../view.ts';
import type { AnswerHelp, AskHelp, SetProfile } from './commands.ts';

type WindowSetting = HallSettings['windows'][number];

/** A window that this actor may call to. Refuses `placeUnknown`, `windowNotYours` when somebody else sits there. */
export function windowFor(view: HallView, windowId: string, context: Context): Result<{ readonly window: WindowSetting; readonly row: WindowRow }> {
  const window = context.settings.windows.find((one) => one.id === windowId);
  if (window === undefined) return refuse('placeUnknown', 'windowId');
  const row = view.window(windowId);
  if (row.staffId !== undefined && row.staffId !== actorId(context) && !mayActAtAnyWindow(context)) return refuse('windowNotYours', 'windowId');
  return ok({ window, row });
}

/** Whose tickets a window may call besides everybody's. */
export const holdsOf = (row: WindowRow): Hold[] => [{ kind: 'window', id: row.windowId }, ...(row.staffId === undefined ? [] : [{ kind: 'person' as const, id: row.staffId }])];

/** Refuses `placeUnknown`, `windowNotYours`, `profileUnknown`, `alreadyThere` when nothing would change. */
export function decideSetProfile(view: HallView, command: SetProfile, context: Context): Result<Decision> {
  const found = windowFor(view, command.windowId, context);
  if (!found.ok) return found;
  const { profile } = command;
  if (profile !== undefined && !rulesToday(view, context).profiles.some((one) => one.id === profile)) return refuse('profileUnknown', 'profile');
  if (found.value.row.profile === profile) return refuse('alreadyThere', 'profile');
  return ok({ facts: [stepTaken(command, context, command.windowId), { type: 'profileSet', step: command.commandId, windowId: command.windowId, ...(profile === undefined ? {} : { profile }) }], records: [] });
}

/** Refuses `placeUnknown`, `alreadyThere` when it asks for the same already; asking for something else changes it. */
export function decideAskHelp(view: HallView, command: AskHelp, context: Context): Result<Decision> {
  if (!context.settings.windows.some((one) => one.id === command.windowId)) return refuse('placeUnknown', 'windowId');
  if (view.window(command.windowId).help === command.kind) return refuse('alreadyThere', 'windowId');
  return ok({ facts: [stepTaken(command, context, command.windowId), { type: 'helpAsked', step: command.commandId, windowId: command.windowId, kind: command.kind }], records: [] });
}

/** Somebody has come, or it is over. Refuses `placeUnknown`, `helpNotAsked`. */
export function decideAnswerHelp(view: HallView, command: AnswerHelp, context: Context): Result<Decision> {
  if (!context.settings.windows.some((one) => one.id === command.windowId)) return refuse('placeUnknown', 'windowId');
  if (view.window(command.windowId).help === undefined) return refuse('helpNotAsked', 'windowId');
  return ok({ facts: [stepTaken(command, context, command.windowId), { type: 'helpAnswered', step: command.commandId, windowId: command.windowId }], records: [] });
}

/** The facts that let go what waits only for a window or person that will not call: nobody waits for an empty chair. */
export const released = (view: HallView, holds: readonly Hold[]): Fact[] => holds.flatMap((hold) => view.heldFor(hold)).map((ticket) => requeued({ ...ticket, hold: undefined }, undefined, 'released'));
