/* What employer, staff and worker say after the hire, and what follows from it. */
import type { Context } from '../context.ts';
import { openDisputeOf } from '../disputes/open.ts';
import type { Fact } from '../fact.ts';
import { nextHire, type HireEvent, type HireState } from '../hiring/states/hire.ts';
import type { HireRow } from '../hiring/view.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { ConfirmEvening, MarkArrived, MarkDone, MarkPaid } from './commands.ts';
import { employerStandsHere, isSamePerson, witnessOf } from './who.ts';

export type AttendanceCommand = MarkArrived | MarkDone | MarkPaid | ConfirmEvening;

export function decideAttendance(view: HallView, command: AttendanceCommand, context: Context): Result<Decision> {
  const by = witnessOf(context);
  switch (command.type) {
    case 'markArrived': return marked(view, command, context, 'arrive', () => [{ type: 'arrivalMarked', hireId: command.hireId, by }]);
    case 'markDone': return marked(view, command, context, 'finish', (hire) => [{ type: 'workDone', hireId: command.hireId, by }, ...placeKept(view, hire)]);
    case 'markPaid': return marked(view, command, context, 'pay', (hire) => [
      { type: 'payMarked', hireId: command.hireId, by, ...(command.paidFen === undefined ? {} : { paidFen: command.paidFen }) }, ...placeKept(view, hire),
    ]);
    case 'confirmEvening': return decideConfirmEvening(view, command, context);
  }
}

/** Refuses `hireUnknown`, `employerNotYours`, `hireNotReady`. */
function marked(view: HallView, command: MarkArrived | MarkDone | MarkPaid, context: Context, event: HireEvent, facts: (hire: HireRow) => Fact[]): Result<Decision> {
  const hire = view.hire(command.hireId);
  if (hire === undefined) return refuse('hireUnknown', 'hireId');
  if (!employerStandsHere(view, hire.employerId, command.card, context)) return refuse('employerNotYours', 'hireId');
  return nextHire(hire.state, event) === undefined ? refuse('hireNotReady', 'hireId') : ok({ facts: facts(hire), records: [] });
}

/** After a short job the worker's number waits again at its old place, while its day lasts. */
export function placeKept(view: HallView, hire: HireRow): Fact[] {
  if (!hire.keepsPlace || hire.businessDay !== view.openDay() || view.dayClosed()) return [];
  const ticket = view.ticket(hire.ticketId);
  // Whoever has taken another number since waits with that one.
  const newest = view.visitOf(hire.workerId)?.ticketId;
  return ticket?.state === 'served' && newest === hire.ticketId ? [{ type: 'placeGivenBack', ticketId: hire.ticketId, hireId: hire.hireId, reason: 'shortJobDone' }] : [];
}

/** Refuses `workerUnknown`, `hireUnknown`, `hireNotYours`, `hireNotReady` (undone or released), `nothingSaid`, `tooEarly` (a complaint about work that has not begun). */
function decideConfirmEvening(view: HallView, command: ConfirmEvening, context: Context): Result<Decision> {
  const worker = view.workerByNumber(command.card.number);
  if (worker === undefined) return refuse('workerUnknown', 'card');
  const hire = view.hire(command.hireId);
  if (hire === undefined) return refuse('hireUnknown', 'hireId');
  if (!isSamePerson(view, hire.workerId, worker.workerId)) return refuse('hireNotYours', 'hireId');
  if (hire.state === 'undone' || hire.state === 'released') return refuse('hireNotReady', 'hireId');
  const { arrived, done, paid } = command;
  if (arrived === undefined && done === undefined && paid === undefined) return refuse('nothingSaid');
  // A boss may begin early and pay in advance, so a yes is taken at any hour; nobody owes anything before the agreed beginning.
  if (context.now < hire.startsAt && (arrived === 'no' || paid === 'no')) return refuse('tooEarly', 'hireId');
  const said: Fact = {
    type: 'eveningConfirmed', hireId: hire.hireId, workerId: worker.workerId,
    ...(arrived === undefined ? {} : { arrived }), ...(done === undefined ? {} : { done }), ...(paid === undefined ? {} : { paid }),
  };
  const followed = followUp(hire, command);
  const ended = followed.some((fact) => fact.type === 'workDone' || fact.type === 'payMarked');
  const place = ended ? placeKept(view, hire) : [];
  if (paid !== 'no') return ok({ facts: [said, ...followed, ...place], records: [] });
  return ok({ facts: [said, ...followed, ...place, ...openDisputeOf(view, context, hire, command.printer)], records: [] });
}

/** The worker's yes moves the hire on like anybody's; a no to the money is carried by `eveningConfirmed` itself. */
function followUp(hire: HireRow, { arrived, done, paid }: ConfirmEvening): Fact[] {
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
