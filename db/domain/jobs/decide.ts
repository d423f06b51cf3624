/* Commands about jobs, each to its decision. */
import type { Context } from '../context.ts';
import type { Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { decideChangeJob } from './change.ts';
import type { JobCommand } from './commands.ts';
import { decideTakeOnlineOrder } from './online/follow-order.ts';
import { decidePostJob, decideRepeatJob } from './post.ts';
import { decideReviewJob } from './review.ts';
import { decideCloseJob, decideExpireJobs, decideTakeDownJob } from './take-down.ts';

export function decideJobs(view: HallView, command: JobCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'postJob': return decidePostJob(view, command, context);
    case 'changeJob': return decideChangeJob(view, command, context);
    case 'closeJob': return decideCloseJob(view, command, context);
    case 'repeatJob': return decideRepeatJob(view, command, context);
    case 'takeDownJob': return decideTakeDownJob(view, command, context);
    case 'reviewJob': return decideReviewJob(view, command, context);
    case 'takeOnlineOrder': return decideTakeOnlineOrder(view, command, context);
    case 'expireJobs': return decideExpireJobs(view, command, context);
  }
}
