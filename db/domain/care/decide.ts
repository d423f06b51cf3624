/* Help cases: opened once a person, grounds with their days, visits, an end. */
import type { Context } from '../context.ts';
import { localDay } from '../queue/business-day.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { CloseHelpCase, OpenHelpCase, RecordHelpVisit, UpdateHelpCase } from './commands.ts';
import type { HelpGround } from './level.ts';

/** A ground is looked at again after this many days at the latest. */
const longestValidDays = 3 * 366;
const dayMs = 24 * 3_600_000;

/** Refuses `notYourRole`, `workerUnknown`, `helpCaseExists`, `dateImpossible` with the ground's path. */
export function decideOpenHelpCase(view: HallView, command: OpenHelpCase, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const worker = view.worker(command.workerId);
  if (worker === undefined) return refuse('workerUnknown', 'workerId');
  if (view.openHelpCaseOf(worker.workerId) !== undefined) return refuse('helpCaseExists', 'workerId');
  const wrong = wrongGround(command.grounds, context);
  if (wrong !== undefined) return refuse('dateImpossible', wrong);
  const caseId = context.newId();
  return ok({ facts: [{ type: 'helpCaseOpened', caseId, by: context.actor.staffId }], records: [{ table: 'helpCase', caseId, workerId: worker.workerId, grounds: command.grounds }] });
}

/** Refuses `notYourRole`, `helpCaseUnknown` (unknown or closed), `dateImpossible`. */
export function decideUpdateHelpCase(view: HallView, { caseId, grounds }: UpdateHelpCase, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.helpCase(caseId)?.open !== true) return refuse('helpCaseUnknown', 'caseId');
  const wrong = wrongGround(grounds, context);
  if (wrong !== undefined) return refuse('dateImpossible', wrong);
  return ok({ facts: [{ type: 'helpCaseUpdated', caseId, by: context.actor.staffId }], records: [{ table: 'helpCase', caseId, grounds }] });
}

/** Refuses `notYourRole`, `helpCaseUnknown`, `dateImpossible` for a day to come. */
export function decideRecordHelpVisit(view: HallView, command: RecordHelpVisit, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.helpCase(command.caseId)?.open !== true) return refuse('helpCaseUnknown', 'caseId');
  if (command.on > localDay(context.now)) return refuse('dateImpossible', 'on');
  const helpVisitId = context.newId();
  return ok({
    facts: [{ type: 'helpVisitRecorded', helpVisitId, caseId: command.caseId, by: context.actor.staffId }],
    records: [{ table: 'helpVisit', helpVisitId, kind: command.kind, on: command.on, note: command.note }],
  });
}

/** Refuses `notYourRole`, `helpCaseUnknown`. */
export function decideCloseHelpCase(view: HallView, { caseId, outcome }: CloseHelpCase, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.helpCase(caseId)?.open !== true) return refuse('helpCaseUnknown', 'caseId');
  return ok({ facts: [{ type: 'helpCaseClosed', caseId, outcome, by: context.actor.staffId }], records: [] });
}

/** The path of the first ground whose days cannot be: verified in the future, over already, or for longer than anybody may promise. */
function wrongGround(grounds: readonly HelpGround[], { now }: Context): string | undefined {
  const today = localDay(now);
  for (const [index, { verifiedOn, until }] of grounds.entries()) {
    if (verifiedOn > today) return `grounds.${index}.verifiedOn`;
    if (until < today || Date.parse(until) - Date.parse(verifiedOn) > longestValidDays * dayMs) return `grounds.${index}.until`;
  }
  return undefined;
}
