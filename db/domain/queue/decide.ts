/* The queue's own table of decisions, and what a closed day still allows. */
import type { Context } from '../context.ts';
import type { CommandType } from '../command.ts';
import { refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { decideCallForJob } from '../talks/call-for-job.ts';
import { decideBookAppointment, decideCancelAppointment } from './appointments/decide.ts';
import { decideBeginService, decideTendCalls } from './auto-calls.ts';
import { decideCallNext, decideCallOutOfOrder, decideEndCall, decideRecall } from './call.ts';
import type { QueueCommand } from './commands.ts';
import { decideHandInLeased, decideLeaseNumbers } from './leases/decide.ts';
import { decideCloseDay, decideReopenDay } from './desk/close-day.ts';
import { decideAnswerHelp, decideAskHelp, decideSetProfile } from './desk/windows.ts';
import { decideTakeTicket, workNumbersGoOut } from './issue-ticket.ts';
import { decideConfirmAgain, decideMarkNoShow, decideReinstate } from './moves/no-show.ts';
import { decidePark, decideUnpark } from './moves/park.ts';
import { decideAddNote, decideAddService, decideCloseTicket, decideSetPriority, decideUndo } from './moves/ticket.ts';
import { decideTransfer } from './moves/transfer.ts';

/** What moves numbers: refused `dayClosed` after the end of the day. */
const needsTheDay: ReadonlySet<CommandType> = new Set<CommandType>([
  'takeTicket', 'callNext', 'callForJob', 'seatTable', 'endSession', 'callOutOfOrder', 'recall', 'markNoShow', 'endCall', 'beginService', 'tendCalls', 'confirmHire',
  'transfer', 'park', 'unpark', 'reinstate', 'confirmAgain', 'addService', 'closeTicket', 'setPriority', 'undo', 'setProfile',
  'callNamed', 'answerCall', 'recordOffer', 'markEmployerAbsent', 'answerReferral', 'meetReferral', 'openDraw', 'drawLots',
]);
export const isForOpenDay = (type: CommandType): boolean => needsTheDay.has(type);

/** What holds for every number and call, whichever subject gives it out. Refuses `dayClosed`; for numbers for work outside their hours `serviceClosed`, `quotaReached`. */
export function asTheDayAllows(view: HallView, decision: Decision, context: Context): Result<Decision> {
  if (view.dayClosed() && decision.facts.some((fact) => fact.type === 'ticketIssued' || fact.type === 'ticketCalled' || fact.type === 'visitOpened')) return refuse('dayClosed');
  return workNumbersGoOut(view, decision, context);
}

export function decideQueue(view: HallView, command: QueueCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'takeTicket': return decideTakeTicket(view, command, context);
    case 'callNext': return decideCallNext(view, command, context);
    case 'callForJob': return decideCallForJob(view, command, context);
    case 'callOutOfOrder': return decideCallOutOfOrder(view, command, context);
    case 'recall': return decideRecall(view, command, context);
    case 'markNoShow': return decideMarkNoShow(view, command, context);
    case 'endCall': return decideEndCall(view, command, context);
    case 'beginService': return decideBeginService(view, command, context);
    case 'tendCalls': return decideTendCalls(view, context);
    case 'bookAppointment': return decideBookAppointment(view, command, context);
    case 'cancelAppointment': return decideCancelAppointment(view, command, context);
    case 'transfer': return decideTransfer(view, command, context);
    case 'park': return decidePark(view, command, context);
    case 'unpark': return decideUnpark(view, command, context);
    case 'reinstate': return decideReinstate(view, command, context);
    case 'confirmAgain': return decideConfirmAgain(view, command, context);
    case 'addService': return decideAddService(view, command, context);
    case 'closeTicket': return decideCloseTicket(view, command, context);
    case 'setPriority': return decideSetPriority(view, command, context);
    case 'addNote': return decideAddNote(view, command, context);
    case 'undo': return decideUndo(view, command, context);
    case 'setProfile': return decideSetProfile(view, command, context);
    case 'askHelp': return decideAskHelp(view, command, context);
    case 'answerHelp': return decideAnswerHelp(view, command, context);
    case 'closeDay': return decideCloseDay(view, context);
    case 'reopenDay': return decideReopenDay(view, context);
    case 'leaseNumbers': return decideLeaseNumbers(view, command, context);
    case 'handInLeased': return decideHandInLeased(view, command, context);
  }
}
