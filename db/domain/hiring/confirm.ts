/* Agreed at the table: the hire takes a place, and the last place closes the job in the same step. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { callEnded } from '../queue/call.ts';
import { theDay } from '../queue/day.ts';
import { hallNumber, seriesOf } from '../queue/number.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { ConfirmHire } from './commands.ts';

/** Refuses `callUnknown`, `notCalledForJob`, `jobFull`, `jobNotOpen`, `callNotOpen`, `payNotAgreed`, `visitUnknown`, `alreadyHired`. The job is looked at before the call: whoever comes second to the last place hears that it is taken. */
export function decideConfirmHire(view: HallView, command: ConfirmHire, context: Context): Result<Decision> {
  const call = view.call(command.callId);
  if (call === undefined) return refuse('callUnknown', 'callId');
  if (call.jobId === undefined) return refuse('notCalledForJob', 'callId');
  const job = mayBeCalledFor(view, call.jobId, context.now);
  if (!job.ok) return job;
  if (!call.open) return refuse('callNotOpen', 'callId');
  if (command.agreedPay === undefined) return refuse('payNotAgreed', 'agreedPay');
  const { visitId, workerId } = call.ticket;
  if (visitId === undefined || workerId === undefined) return refuse('visitUnknown', 'callId');
  if (view.isHiredFor(workerId, job.value.jobId)) return refuse('alreadyHired', 'callId');
  const hireId = context.newId();
  const placesLeft = job.value.placesLeft - 1;
  const facts: Fact[] = [
    {
      type: 'hireConfirmed', hireId, number: hallNumber(seriesOf.hire, view.hiresToday() + 1), businessDay: theDay(view),
      jobId: job.value.jobId, employerId: job.value.employerId, workerId, visitId, callId: call.callId, tableId: call.place.id,
      agreedPay: command.agreedPay, settlement: command.settlement, placesLeft,
    },
    callEnded(call, 'hired'),
  ];
  if (placesLeft === 0) {
    const others = view.openCallsForJob(job.value.jobId).filter((other) => other.callId !== call.callId);
    facts.push({ type: 'jobFilled', jobId: job.value.jobId }, ...others.map((other) => callEnded(other, 'jobGone')));
  }
  const table = context.settings.tables.find((one) => one.id === call.place.id);
  if (table !== undefined) facts.push(...queuePrint(view, context, { kind: 'hireSlip', id: hireId }, { printer: table.printer, ready: false }));
  return ok({ facts, records: [] });
}
