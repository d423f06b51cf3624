/* Help cases: opened once a person, grounds with their days, visits, an end. */
import type { Context } from '../context.ts';
import { localDay } from '../queue/business-day.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { CloseHelpCase, OpenHelpCase, RecordHelpVisit, UpdateHelpCase } from './commands.ts';
import { knowsGroup } from './city-groups.ts';
import type { HelpGround } from './level.ts';

/** A ground is looked at again after this many days at the latest. */
const longestValidDays = 3 * 366;
const dayMs = 24 * 3_600_000;

/** Refuses `notYourRole`, `workerUnknown`, `helpCaseExists`, `dateImpossible` and `helpGroupUnknown` (the city has none of that name, or counts nobody in anew) with the ground's path. */
export function decideOpenHelpCase(view: HallView, command: OpenHelpCase, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const worker = view.worker(command.workerId);
  if (worker === undefined) return refuse('workerUnknown', 'workerId');
  if (view.openHelpCaseOf(worker.workerId) !== undefined) return refuse('helpCaseExists', 'workerId');
  const wrong = wrongGround(command.grounds, context, true);
  if (wrong !== undefined) return refuse(wrong.code, wrong.field);
  const caseId = context.newId();
  return ok({ facts: [{ type: 'helpCaseOpened', caseId, by: context.actor.staffId }], records: [{ table: 'helpCase', caseId, workerId: worker.workerId, grounds: command.grounds }] });
}

/** Refuses `notYourRole`, `helpCaseUnknown` (unknown or closed), `dateImpossible`, `helpGroupUnknown`. */
export function decideUpdateHelpCase(view: HallView, { caseId, grounds }: UpdateHelpCase, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.helpCase(caseId)?.open !== true) return refuse('helpCaseUnknown', 'caseId');
  const wrong = wrongGround(grounds, context, false);
  if (wrong !== undefined) return refuse(wrong.code, wrong.field);
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

/** The first ground that cannot be: of a group that nobody knows, verified in the future, over already, or for longer than anybody may promise. */
function wrongGround(grounds: readonly HelpGround[], { now, cityGroups = [] }: Context, isNew: boolean): { readonly code: 'dateImpossible' | 'helpGroupUnknown'; readonly field: string } | undefined {
  const today = localDay(now);
  for (const [index, { group, verifiedOn, until }] of grounds.entries()) {
    if (!knowsGroup(cityGroups, group, isNew)) return { code: 'helpGroupUnknown', field: `grounds.${index}.group` };
    if (verifiedOn > today) return { code: 'dateImpossible', field: `grounds.${index}.verifiedOn` };
    if (until < today || Date.parse(until) - Date.parse(verifiedOn) > longestValidDays * dayMs) return { code: 'dateImpossible', field: `grounds.${index}.until` };
  }
  return undefined;
}
