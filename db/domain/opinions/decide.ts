/* An opinion is taken as it is. */
import type { Context } from '../context.ts';
import { theDay } from '../queue/day.ts';
import { ok, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { GiveOpinion } from './commands.ts';

export function decideGiveOpinion(view: HallView, { stars, reasons, text }: GiveOpinion, context: Context): Result<Decision> {
  const opinionId = context.newId();
  return ok({ facts: [{ type: 'opinionGiven', opinionId, businessDay: theDay(view), stars, reasons: [...new Set(reasons)] }], records: [{ table: 'opinion', opinionId, text }] });
}
