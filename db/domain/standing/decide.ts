/* The door that a stop closes, and the appeal against it. */
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import type { Refusal } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { Appeal, DecideAppeal } from './commands.ts';
import { withoutPoints } from './remove.ts';
import { fadedBefore } from './rules.ts';

/** Refuses `postingStopped` while the employer's postings are stopped. Workers who are stopped are passed over by the matching. */
export function stoppedAtDoor(view: HallView, command: Command, { now }: Context): { readonly ok: false; readonly error: Refusal } | undefined {
  const employerId = command.type === 'postJob' ? command.employerId : command.type === 'repeatJob' ? view.job(command.jobId)?.employerId : undefined;
  if (employerId === undefined) return undefined;
  const until = view.stoppedUntil('employer', employerId);
  return until === undefined || until <= now ? undefined : refuse('postingStopped', 'employerId');
}

/** Refuses `notYourRole`, `pointsUnknown` (or gone), `tooLate` (faded), `alreadyAppealed`; `appealUnknown`, `appealIsDecided`. */
export function decideStanding(view: HallView, command: Appeal | DecideAppeal, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const by = context.actor.staffId;
  if (command.type === 'appeal') {
    const row = view.pointsRow(command.pointsId);
    if (row === undefined || row.removed) return refuse('pointsUnknown', 'pointsId');
    if (row.at < fadedBefore(context.now)) return refuse('tooLate', 'pointsId');
    if (view.appealOf(command.pointsId) !== undefined) return refuse('alreadyAppealed', 'pointsId');
    const appealId = context.newId();
    return ok({
      facts: [{ type: 'appealMade', appealId, pointsId: command.pointsId, by }],
      records: command.statement === undefined ? [] : [{ table: 'appeal', appealId, statement: command.statement }],
    });
  }
  const appeal = view.appeal(command.appealId);
  if (appeal === undefined) return refuse('appealUnknown', 'appealId');
  if (appeal.decided) return refuse('appealIsDecided', 'appealId');
  const decided: Fact = { type: 'appealDecided', appealId: appeal.appealId, pointsId: appeal.pointsId, upheld: command.uphold, by };
  return ok({ facts: [decided, ...(command.uphold ? withoutPoints(view, appeal.pointsId, 'appealUpheld', context) : [])], records: [] });
}
