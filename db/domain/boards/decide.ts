/* Boards and notices: a plan that cannot be shown, and words that may not hang in a hall, are refused by name. */
import type { Context } from '../context.ts';
import { filterVersion, judgeText } from '../jobs/checks/wording.ts';
import { actorId } from '../queue/step.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { boardsMost, noticesMost, type BoardCommand, type PutNotice } from './commands.ts';
import type { BoardFact } from './facts.ts';
import { problemsOf, type BoardPlan } from './plan.ts';

const decided = (...facts: BoardFact[]): Result<Decision> => ok({ facts, records: [] });

/** Refuses `boardPlanUnsound` (with the place in the plan and, as `ruleId`, what is wrong there), `placeUnknown`, `limitReached`, `boardUnknown`, `noticeUnknown`, `dateImpossible`, `wordingBlocked`, `contactInText`. */
export function decideBoards(view: HallView, command: BoardCommand, context: Context): Result<Decision> {
  const by = actorId(context);
  switch (command.type) {
    case 'publishBoard': return publish(view, command.plan, context);
    case 'removeBoard': return view.board(command.boardId) === undefined ? refuse('boardUnknown', 'boardId') : decided({ type: 'boardRemoved', boardId: command.boardId, by });
    case 'setBoardScene': {
      const { boardId, scene } = command;
      return view.board(boardId) === undefined ? refuse('boardUnknown', 'boardId') : decided({ type: 'boardSceneSet', boardId, scene, by });
    }
    case 'putNotice': return putNotice(view, command, context);
    case 'endNotice': {
      const { noticeId } = command;
      return isOver(view, noticeId, context) ? refuse('noticeUnknown', 'noticeId') : decided({ type: 'noticeEnded', noticeId, by });
    }
  }
}

function publish(view: HallView, plan: BoardPlan, context: Context): Result<Decision> {
  const problem = problemsOf(plan)[0];
  if (problem !== undefined) return refuse('boardPlanUnsound', `plan.${problem.at}`, { ruleId: problem.code });
  const { windows, tables } = context.settings;
  const stranger = plan.voice?.places?.findIndex((id) => ![...windows, ...tables].some((one) => one.id === id)) ?? -1;
  if (stranger >= 0) return refuse('placeUnknown', `plan.voice.places.${String(stranger)}`);
  if (view.board(plan.boardId) === undefined && view.boardCount() >= boardsMost) return refuse('limitReached', 'plan.boardId');
  return decided({ type: 'boardPublished', boardId: plan.boardId, plan, by: actorId(context) });
}

function putNotice(view: HallView, { noticeId, text, from, until, urgent = false }: PutNotice, context: Context): Result<Decision> {
  const { now, newId } = context;
  if (noticeId !== undefined && isOver(view, noticeId, context)) return refuse('noticeUnknown', 'noticeId');
  if (noticeId === undefined && view.noticeCount(now) >= noticesMost) return refuse('limitReached', 'noticeId');
  const hangsFrom = from ?? (noticeId === undefined ? now : view.notice(noticeId)?.from ?? now);
  if (until !== undefined && until <= Math.max(now, hangsFrom)) return refuse('dateImpossible', 'until');
  const judged = judgeText(text, 'text');
  if (!judged.ok) return judged;
  return decided({
    type: 'noticePut', noticeId: noticeId ?? newId(), text, from: hangsFrom, ...(until === undefined ? {} : { until }), urgent, by: actorId(context),
    ruleIds: [...new Set(judged.value.map(({ ruleId }) => ruleId))], filterVersion: filterVersion(),
  });
}

function isOver(view: HallView, noticeId: string, { now }: Context): boolean {
  const notice = view.notice(noticeId);
  return notice === undefined || notice.endedAt !== undefined || (notice.until !== undefined && notice.until <= now);
}
