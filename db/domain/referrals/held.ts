/* Places that are held for people on their way from other halls: nobody else is called or hired for them. */
import type { JobRow } from '../jobs/view.ts';
import type { Instant } from '../scalars.ts';
import type { ReferralsView } from './view.ts';

/** Places left for these numbers: those that nobody has, less the held ones, and the held ones that are theirs. */
export function placesFor(view: ReferralsView, { jobId, placesLeft }: Pick<JobRow, 'jobId' | 'placesLeft'>, tickets: readonly string[], now: Instant): number {
  const held = view.placesHeld(jobId, now);
  if (held === 0) return placesLeft;
  return placesLeft - held + tickets.filter((ticketId) => view.isHeldFor(jobId, ticketId, now)).length;
}
