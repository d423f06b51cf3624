/* The decisions about calls for jobs and talks, by command. */
import type { Context } from '../context.ts';
import type { Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { decideAnswerCall, decideExpireCalls, decideMarkEmployerAbsent, decideRecordOffer } from './answer.ts';
import { decideCallNamed } from './call-for-job.ts';
import type { AnswerCall, CallNamed, ExpireCalls, MarkEmployerAbsent, RecordOffer } from './commands.ts';

export type TalkCommand = CallNamed | AnswerCall | ExpireCalls | MarkEmployerAbsent | RecordOffer;

export function decideTalk(view: HallView, command: TalkCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'callNamed': return decideCallNamed(view, command, context);
    case 'answerCall': return decideAnswerCall(view, command, context);
    case 'expireCalls': return decideExpireCalls(view, context);
    case 'markEmployerAbsent': return decideMarkEmployerAbsent(view, command, context);
    case 'recordOffer': return decideRecordOffer(view, command, context);
  }
}
