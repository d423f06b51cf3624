/* The hall's judgement: pure, one function a command. Same view, command and context give the same decision. */
import { decideBoards } from './boards/decide.ts';
import { decideFairs } from './fairs/decide.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { decideDevices } from './devices/decide.ts';
import { decideEmployers } from './employers/decide.ts';
import { asksAboutHiring, decideAboutHiring } from './hiring/decide.ts';
import { decideJobs } from './jobs/decide.ts';
import { asksAboutPeople, decideAboutPeople } from './people/decide.ts';
import { decideDivertPrint, decideFinishPrint, decideReprint, decideStartPrint } from './printing/decide.ts';
import { asTheDayAllows, decideQueue, isForOpenDay } from './queue/decide.ts';
import { decideNoteExport, decideNoteShown } from './records/note-export.ts';
import { decideReferrals } from './referrals/decide.ts';
import { refuse, type Result } from './result.ts';
import { stoppedAtDoor } from './standing/decide.ts';
import { judge } from './standing/judge.ts';
import { sessionsFollow } from './matching/sessions/decide.ts';
import type { Decision, HallView } from './view.ts';

/** Facts and records to be recorded together, or a refusal by name. The day is open before this is called. Refuses `printerUnknown` before anything else when the paper would go to a printer that is not there or not the kiosk's own; `dayClosed` for what needs an open day; and outside the hours of the queue for work `serviceClosed`, `quotaReached`. */
export function decide(view: HallView, command: Command, context: Context): Result<Decision> {
  const { actor, settings } = context;
  // A device that is let in names the printer beside it; nothing is printed.
  const printer = 'printer' in command && command.type !== 'enrolDevice' ? command.printer?.printer : undefined;
  if (printer !== undefined && (!settings.printers.includes(printer) || (actor.role === 'kiosk' && printer !== actor.printer))) return refuse('printerUnknown', 'printer');
  if (isForOpenDay(command.type) && view.dayClosed()) return refuse('dayClosed');
  const stopped = stoppedAtDoor(view, command, context);
  if (stopped !== undefined) return stopped;
  const decided = decideByType(view, command, context);
  if (!decided.ok) return decided;
  const { facts } = decided.value;
  return asTheDayAllows(view, { ...decided.value, facts: [...facts, ...sessionsFollow(view, facts), ...judge(view, facts, context)] }, context);
}

function decideByType(view: HallView, command: Command, context: Context): Result<Decision> {
  if (asksAboutPeople(command)) return decideAboutPeople(view, command, context);
  if (asksAboutHiring(command)) return decideAboutHiring(view, command, context);
  switch (command.type) {
    case 'registerHousehold': case 'registerEmployer': case 'registerContractor': case 'verifyEmployer': case 'declineVerification':
    case 'setEmployerStanding': case 'liftStanding': case 'setTrust': case 'addRepresentative': case 'removeRepresentative':
    case 'putContractorCrew': case 'removeContractorCrew': case 'linkPrincipal': case 'unlinkPrincipal': case 'hearCityStanding': return decideEmployers(view, command, context);
    case 'postJob': case 'changeJob': case 'closeJob': case 'repeatJob': case 'takeDownJob': case 'reviewJob': case 'expireJobs': case 'takeOnlineOrder': return decideJobs(view, command, context);
    case 'startPrint': return decideStartPrint(view, command, context);
    case 'finishPrint': return decideFinishPrint(view, command, context);
    case 'reprint': return decideReprint(view, command, context);
    case 'divertPrint': return decideDivertPrint(view, command, context);
    case 'takeTicket': case 'beginService': case 'tendCalls': case 'bookAppointment': case 'cancelAppointment': case 'callNext': case 'callForJob': case 'callOutOfOrder': case 'recall': case 'markNoShow': case 'endCall': case 'transfer': case 'park': case 'unpark': case 'confirmAgain': case 'reinstate':
    case 'addService': case 'closeTicket': case 'setPriority': case 'addNote': case 'undo': case 'setProfile': case 'askHelp': case 'answerHelp': case 'closeDay': case 'reopenDay': case 'leaseNumbers': case 'handInLeased':
      return decideQueue(view, command, context);
    case 'takeReferral': case 'settleReferral': case 'answerReferral': case 'meetReferral': case 'expireReferrals': return decideReferrals(view, command, context);
    case 'noteDevice': case 'reportReadiness': case 'printReadiness': case 'enrolDevice': case 'renewDevice': case 'revokeDevice': return decideDevices(view, command, context);
    case 'publishBoard': case 'removeBoard': case 'setBoardScene': case 'putNotice': case 'endNotice': return decideBoards(view, command, context);
    case 'putFair': case 'endFair': return decideFairs(view, command, context);
    case 'noteExport': return decideNoteExport(command, context);
    case 'noteShown': return decideNoteShown(view, command, context);
  }
}
