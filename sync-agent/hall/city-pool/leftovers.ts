/* What the hall tells the city it cannot bring together itself: people who would go elsewhere, places that nobody is planned for. */
import { leftOver } from '@kuaizhao/db/domain/matching/live/questions.ts';
import { dayIsOver } from '@kuaizhao/db/domain/queue/day.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { poolLimits, type LeftJob, type Leftovers, type LeftPerson } from '@kuaizhao/sync-agent/contract/pool.ts';

/** Endings that the city may not have heard of yet. */
const lateMs = 2 * 3_600_000;
const busyLimit = 12;
const perPart = poolLimits.bytes / 2;

/** Whoever came first and whatever was posted first, as far as it fits one message. Crews and people who are stopped stay in their hall; so does a job that wants sealed prices. Of a day that is over nobody waits any more. */
export function leftoversOf({ matching, view, faces }: Pick<HallDb, 'matching' | 'view' | 'faces'>, now: number): Leftovers {
  const plan = matching.plan();
  const { people, places } = leftOver(plan);
  return {
    people: dayIsOver(view, now) ? [] : fitting(people, poolLimits.people, ({ unit }): LeftPerson | undefined => {
      const [one, ...others] = plan.members(unit);
      if (one === undefined || others.length > 0 || (one.stoppedUntil ?? 0) > now) return undefined;
      const { ticketId, number, order, since, at, trades, minor, certificates, wishes, busy, kept, broken } = one;
      return { ticketId, number, order, since, at, trades, minor, certificates, wishes, busy: busy.slice(0, busyLimit), kept, broken };
    }),
    jobs: fitting([...places].sort((a, b) => a.job.order - b.job.order), poolLimits.jobs, ({ job, places: over }): LeftJob | undefined => {
      const { jobId, postedAt, jobKind, placesLeft, terms } = job.inputs;
      const row = view.job(jobId);
      // Whoever is on the way already has one of them.
      const free = over - view.placesHeld(jobId, now);
      if (row === undefined || free < 1 || terms.validUntil <= now || terms.sealedQuotes === true) return undefined;
      const { namedTicket: _named, sealedQuotes: _quotes, plate: _plate, bay: _bay, title: _title, remark: _remark, ...told } = terms;
      return { jobId, number: row.number, postedAt, jobKind, placesLeft, terms: told, places: free };
    }),
    over: faces.referrals.endedSince(now - lateMs, poolLimits.over),
  };
}

/** The first of them that are something, within the number and half of the bytes of a message. */
function fitting<T, R>(all: readonly T[], most: number, make: (one: T) => R | undefined): R[] {
  const made: R[] = [];
  let bytes = 0;
  for (const one of all) {
    const next = make(one);
    if (next === undefined) continue;
    bytes += Buffer.byteLength(JSON.stringify(next));
    if (made.length >= most || bytes > perPart) break;
    made.push(next);
  }
  return made;
}
