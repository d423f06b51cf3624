/* Which judgement belongs to which command from the call for a job to the record of both sides. */
import type { z } from 'zod';
import { attendanceCommands } from '../attendance/commands.ts';
import { decideAttendance } from '../attendance/decide.ts';
import type { Context } from '../context.ts';
import { disputeCommands } from '../disputes/commands.ts';
import { decideDispute } from '../disputes/follow.ts';
import { drawCommands } from '../draws/commands.ts';
import { decideDraw } from '../draws/decide.ts';
import { sessionCommands } from '../matching/sessions/commands.ts';
import { decideEndSession, decideSeatTable } from '../matching/sessions/decide.ts';
import { quoteCommands } from '../quotes/commands.ts';
import { decideQuote } from '../quotes/decide.ts';
import type { Result } from '../result.ts';
import { slipCommands } from '../slips/commands.ts';
import { decideTakeSlipMark } from '../slips/decide.ts';
import { standingCommands } from '../standing/commands.ts';
import { decideStanding } from '../standing/decide.ts';
import { talkCommands } from '../talks/commands.ts';
import { decideTalk } from '../talks/decide.ts';
import type { Decision, HallView } from '../view.ts';
import { hiringCommands } from './commands.ts';
import { decideConfirmHire } from './confirm.ts';
import { decidePrintForm } from './forms.ts';
import { decideReleaseLate, decideUndoHire } from './give-back.ts';

const commandsAboutHiring = [...hiringCommands, ...sessionCommands, ...talkCommands, ...quoteCommands, ...drawCommands, ...attendanceCommands, ...disputeCommands, ...standingCommands, ...slipCommands] as const;
export type CommandAboutHiring = z.infer<(typeof commandsAboutHiring)[number]>;

const types: ReadonlySet<string> = new Set(commandsAboutHiring.map((schema) => schema.shape.type.value));
export const asksAboutHiring = (command: { readonly type: string }): command is CommandAboutHiring => types.has(command.type);

export function decideAboutHiring(view: HallView, command: CommandAboutHiring, context: Context): Result<Decision> {
  switch (command.type) {
    case 'seatTable': return decideSeatTable(view, command, context);
    case 'endSession': return decideEndSession(view, command, context);
    case 'confirmHire': return decideConfirmHire(view, command, context);
    case 'undoHire': return decideUndoHire(view, command, context);
    case 'releaseLate': return decideReleaseLate(view, command, context);
    case 'printForm': return decidePrintForm(view, command, context);
    case 'callNamed': case 'answerCall': case 'expireCalls': case 'markEmployerAbsent': case 'recordOffer': return decideTalk(view, command, context);
    case 'sealQuote': case 'openQuotes': return decideQuote(view, command, context);
    case 'openDraw': case 'drawLots': return decideDraw(view, command, context);
    case 'markArrived': case 'markDone': case 'markPaid': case 'confirmEvening': return decideAttendance(view, command, context);
    case 'openDispute': case 'recordMediation': case 'transferDispute': case 'closeDispute': return decideDispute(view, command, context);
    case 'takeSlipMark': return decideTakeSlipMark(view, command, context);
    case 'appeal': case 'decideAppeal': return decideStanding(view, command, context);
  }
}
