/* Yesterday's job today: a kiosk shows before the posting the very times that the hall will write. */
import { dayStart, localDay } from '../../queue/business-day.ts';
import type { Instant } from '../../scalars.ts';
import { startGraceMs } from './sound-terms.ts';
import type { JobTerms } from '../terms.ts';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;

/** The terms with every time moved by as much as the start: to `startAt`, or by whole days to the next such hour that is not over. */
export function movedTo(terms: JobTerms, startAt: Instant | undefined, now: Instant): JobTerms {
  const days = Math.max(0, Math.ceil((now - startGraceMs - terms.startAt) / dayMs));
  const by = startAt === undefined ? days * dayMs : startAt - terms.startAt;
  const { leaveBy, ...rest } = terms;
  const start = terms.startAt + by;
  const until = terms.validUntil + by;
  return {
    ...rest, startAt: start, validUntil: until > now ? until : dayStart(localDay(start)) + dayMs - minuteMs,
    ...(leaveBy === undefined || leaveBy + by < now ? {} : { leaveBy: leaveBy + by }),
  };
}
