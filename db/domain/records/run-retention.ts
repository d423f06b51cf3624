/* The daily clearing: what is over its time goes, and that it went is recorded. Only the agent itself asks for it. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { erasureOf, erasureReceipt } from '../people/data/erase.ts';
import { businessDayAt } from '../queue/business-day.ts';
import { ok, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { clearedKinds, cutoffOf } from './retention.ts';

/** People erased in one run: an operation must stay small enough for the uplink; what is left goes with the next run. */
const workersAtOnce = 50;

export function decideRunRetention(view: HallView, context: Context): Result<Decision> {
  const { now } = context;
  const found = view.workersNotSeenSince(cutoffOf('workers', now), workersAtOnce + 1);
  const erased = found.slice(0, workersAtOnce).flatMap((workerId, index) => erasureOf(view, workerId, 'keptLongEnough', erasureReceipt(view, index + 1), context));
  const cutoffs = Object.fromEntries(clearedKinds.map((kind) => [kind, cutoffOf(kind, now)])) as Record<typeof clearedKinds[number], number>;
  const ran: Fact = {
    type: 'retentionRan', businessDay: view.openDay() ?? businessDayAt(now), cutoffs, more: found.length > workersAtOnce,
    counts: { ...view.overTime(cutoffs), workers: erased.filter((fact) => fact.type === 'workerErased').length },
  };
  return ok({ facts: [...erased, ran], records: [] });
}
