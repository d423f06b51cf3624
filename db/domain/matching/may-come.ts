/* Who may be called for a job at all: the same for the matching and for a request by name. */
import { overlap } from '../hiring/spans.ts';
import { mayTakeJob } from '../jobs/work-conditions.ts';
import type { JobRow } from '../jobs/view.ts';
import type { TicketRow } from '../queue/view.ts';
import type { Instant } from '../scalars.ts';
import type { HallView } from '../view.ts';

export type WhyNot = 'workerStopped' | 'tooYoungForJob' | 'alreadyHired' | 'alreadyHiredThen';

/** Stopped, too young for the dangers of the work, hired for this job, or at another work then; undefined when nothing speaks against it. A number without a name is looked at when somebody is hired. */
export function whyNotCalled(view: HallView, { workerId }: TicketRow, { jobId, terms }: JobRow, now: Instant): WhyNot | undefined {
  if (workerId === undefined) return undefined;
  if ((view.stoppedUntil('worker', workerId) ?? 0) > now) return 'workerStopped';
  const birth = view.birthOf(workerId);
  if (birth !== undefined && mayTakeJob(birth, terms, now).kind !== 'may') return 'tooYoungForJob';
  if (view.isHiredFor(workerId, jobId)) return 'alreadyHired';
  return view.workOf(workerId, now).some((work) => overlap(work, terms)) ? 'alreadyHiredThen' : undefined;
}
