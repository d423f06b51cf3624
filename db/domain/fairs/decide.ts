/* Fairs: what cannot be held as it is planned is refused by name. */
import type { Context } from '../context.ts';
import { judgeText } from '../jobs/checks/wording.ts';
import { dayMs } from '../queue/business-day.ts';
import { actorId } from '../queue/step.ts';
import { ok, refuse, type Result } from '../result.ts';
import { tradeByCode } from '../trades/trade.ts';
import type { Decision, HallView } from '../view.ts';
import { fairDaysAhead, fairHoursMost, fairsMost, type FairCommand, type PutFair } from './commands.ts';

const hourMs = 3_600_000;

/** Refuses `fairUnknown` (also one that is over), `rangeImpossible` (ends before it begins, or lasts too long), `dateImpossible` (over already, or too far ahead), `tradeUnknown`, `placeUnknown`, `placeBusy` (another fair has that table then), `limitReached`, `wordingBlocked`, `contactInText`. */
export function decideFairs(view: HallView, command: FairCommand, context: Context): Result<Decision> {
  if (command.type === 'putFair') return putFair(view, command, context);
  const { fairId } = command;
  if (isOver(view, fairId, context)) return refuse('fairUnknown', 'fairId');
  return ok({ facts: [{ type: 'fairEnded', fairId, by: actorId(context) }], records: [] });
}

function putFair(view: HallView, { fairId, name, from, until, trades, tables, place }: PutFair, context: Context): Result<Decision> {
  const { now, settings, newId } = context;
  if (fairId !== undefined && isOver(view, fairId, context)) return refuse('fairUnknown', 'fairId');
  if (until <= from || until - from > fairHoursMost * hourMs) return refuse('rangeImpossible', 'until');
  if (until <= now) return refuse('dateImpossible', 'until');
  if (from > now + fairDaysAhead * dayMs) return refuse('dateImpossible', 'from');
  const stranger = trades.findIndex((trade) => tradeByCode(trade) === undefined);
  if (stranger >= 0) return refuse('tradeUnknown', `trades.${String(stranger)}`);
  const nowhere = tables.findIndex((id) => !settings.tables.some((table) => table.id === id));
  if (nowhere >= 0) return refuse('placeUnknown', `tables.${String(nowhere)}`);
  const others = view.fairsWithin(from, until).filter((other) => other.fairId !== fairId);
  const taken = tables.findIndex((id) => others.some((other) => other.tables.includes(id)));
  if (taken >= 0) return refuse('placeBusy', `tables.${String(taken)}`);
  if (fairId === undefined && view.fairCount(now) >= fairsMost) return refuse('limitReached', 'fairId');
  for (const [field, text] of [['name', name], ['place', place]] as const) {
    const judged = text === undefined ? undefined : judgeText(text, field);
    if (judged?.ok === false) return judged;
  }
  return ok({ facts: [{ type: 'fairPut', fairId: fairId ?? newId(), name, from, until, trades: [...new Set(trades)], tables: [...new Set(tables)], ...(place === undefined ? {} : { place }), by: actorId(context) }], records: [] });
}

function isOver(view: HallView, fairId: string, { now }: Context): boolean {
  const fair = view.fair(fairId);
  return fair === undefined || fair.endedAt !== undefined || fair.until <= now;
}
