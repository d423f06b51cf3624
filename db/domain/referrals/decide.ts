/* Which judgement belongs to which command about work in other halls. */
import type { Context } from '../context.ts';
import type { Command, CommandOf } from '../command.ts';
import type { Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { decideAnswerReferral, decideMeetReferral } from './answer.ts';
import { decideExpireReferrals, decideSettleReferral, decideTakeReferral } from './take.ts';

type ReferralCommand = CommandOf<'takeReferral' | 'settleReferral' | 'answerReferral' | 'meetReferral' | 'expireReferrals'> & Command;

export function decideReferrals(view: HallView, command: ReferralCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'takeReferral': return decideTakeReferral(view, command, context);
    case 'settleReferral': return decideSettleReferral(view, command, context);
    case 'answerReferral': return decideAnswerReferral(view, command, context);
    case 'meetReferral': return decideMeetReferral(view, command, context);
    case 'expireReferrals': return decideExpireReferrals(view, context);
  }
}
