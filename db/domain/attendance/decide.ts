/* What employer, staff and worker say after the hire, and what follows from it. */
import type { Context } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { ConfirmEvening, MarkArrived, MarkDone, MarkPaid } from './commands.ts';
import { workerSaid } from './evening.ts';
import { markFacts, type Mark } from './mark.ts';
import { employerStandsHere, isSamePerson, witnessOf } from './who.ts';

export type AttendanceCommand = MarkArrived | MarkDone | MarkPaid | ConfirmEvening;

export function decideAttendance(view: HallView, command: AttendanceCommand, context: Context): Result<Decision> {
  const by = witnessOf(context);
  switch (command.type) {
    case 'markArrived': return marked(view, command, context, { event: 'arrive', by });
    case 'markDone': return marked(view, command, context, { event: 'finish', by });
    case 'markPaid': return marked(view, command, context, { event: 'pay', by, paidFen: command.paidFen });
    case 'confirmEvening': return decideConfirmEvening(view, command, context);
  }
}

/** Refuses `hireUnknown`, `employerNotYours`, `hireNotReady`. */
function marked(view: HallView, command: MarkArrived | MarkDone | MarkPaid, context: Context, mark: Mark): Result<Decision> {
  const hire = view.hire(command.hireId);
  if (hire === undefined) return refuse('hireUnknown', 'hireId');
  if (!employerStandsHere(view, hire.employerId, command.card, context)) return refuse('employerNotYours', 'hireId');
  const facts = markFacts(view, hire, mark);
  return facts.ok ? ok({ facts: facts.value, records: [] }) : facts;
}

/** Refuses `workerUnknown`, `hireUnknown`, `hireNotYours`, and what `workerSaid` does. */
function decideConfirmEvening(view: HallView, command: ConfirmEvening, context: Context): Result<Decision> {
  const worker = view.workerByNumber(command.card.number);
  if (worker === undefined) return refuse('workerUnknown', 'card');
  const hire = view.hire(command.hireId);
  if (hire === undefined) return refuse('hireUnknown', 'hireId');
  if (!isSamePerson(view, hire.workerId, worker.workerId)) return refuse('hireNotYours', 'hireId');
  const facts = workerSaid(view, hire, worker.workerId, command, context, { printer: command.printer });
  return facts.ok ? ok({ facts: facts.value, records: [] }) : facts;
}
