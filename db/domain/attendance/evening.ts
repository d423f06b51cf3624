/* The worker's own word about a hire: a yes moves it on like anybody's, and a no to the money opens a dispute. */
import type { Context } from '../context.ts';
import { openDisputeOf } from '../disputes/open.ts';
import type { Fact } from '../fact.ts';
import { nextHire, type HireEvent, type HireState } from '../hiring/states/hire.ts';
import type { HireRow } from '../hiring/view.ts';
import type { PrintTarget } from '../printing/print-job.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { HallView } from '../view.ts';
import type { ConfirmEvening } from './commands.ts';
import { placeKept } from './mark.ts';

export type EveningWords = Pick<ConfirmEvening, 'arrived' | 'done' | 'paid'>;

/** `workerId`: who says it, of whom `hire` is; `away`: not in the hall, so no number for a window is given. Refuses `hireNotReady` (undone or released), `nothingSaid`, `tooEarly` (a complaint about work that has not begun). */
export function workerSaid(view: HallView, hire: HireRow, workerId: string, { arrived, done, paid }: EveningWords, context: Context, at: { readonly printer?: PrintTarget | undefined; readonly away?: true } = {}): Result<readonly Fact[]> {
  if (hire.state === 'undone' || hire.state === 'released') return refuse('hireNotReady', 'hireId');
  if (arrived === undefined && done === undefined && paid === undefined) return refuse('nothingSaid');
  // A boss may begin early and pay in advance, so a yes is taken at any hour; nobody owes anything before the agreed beginning.
  if (context.now < hire.startsAt && (arrived === 'no' || paid === 'no')) return refuse('tooEarly', 'hireId');
  const said: Fact = {
    type: 'eveningConfirmed', hireId: hire.hireId, workerId,
    ...(arrived === undefined ? {} : { arrived }), ...(done === undefined ? {} : { done }), ...(paid === undefined ? {} : { paid }),
  };
  const followed = followUp(hire, { arrived, done, paid });
  const ended = followed.some((fact) => fact.type === 'workDone' || fact.type === 'payMarked');
  const place = ended ? placeKept(view, hire) : [];
  return ok([said, ...followed, ...place, ...(paid === 'no' ? openDisputeOf(view, context, hire, at) : [])]);
}

/** A no to the money is carried by `eveningConfirmed` itself. */
function followUp(hire: HireRow, { arrived, done, paid }: EveningWords): Fact[] {
  const facts: Fact[] = [];
  let state: HireState = hire.state;
  const step = (event: HireEvent, fact: Fact): void => {
    const next = nextHire(state, event);
    if (next === undefined) return;
    state = next;
    facts.push(fact);
  };
  if (arrived === 'yes') step('arrive', { type: 'arrivalMarked', hireId: hire.hireId, by: 'worker' });
  if (done === 'yes') step('finish', { type: 'workDone', hireId: hire.hireId, by: 'worker' });
  if (paid === 'yes') step('pay', { type: 'payMarked', hireId: hire.hireId, by: 'worker' });
  return facts;
}
