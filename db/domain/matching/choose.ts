/* Whom a table calls for a job. The one place where somebody is preferred to somebody else: by the plan, by lots, or by turn. */
import type { Instant } from '../scalars.ts';
import type { JobRow } from '../jobs/view.ts';
import type { TicketRow } from '../queue/view.ts';
import type { HallView } from '../view.ts';
import { ticketsOfCrew } from './crew.ts';
import { whyNotCalled } from './may-come.ts';

/** Some of the first are skipped (stopped, a crew too large); this many more are looked at for each one wanted. */
const lookAhead = 4;
const lookAtLeast = 24;

/**
 * At most `count` tickets for a job, in the order in which they are called. First whoever the employer named, then by the job's mode: the plan (open), the drawn
 * lots (draw), or the longest time since the last hire (rotation); whoever waited for an employer who was not there stands at the front of the queue. A crew comes whole or not at all, and only where all of it finds a place.
 * Nobody who is stopped, too young for the dangers of the work or at another work then, who parted from this job today, or who is in `except`.
 */
export function chooseFor(view: HallView, job: JobRow, count: number, now: Instant, except: ReadonlySet<string> = new Set(), scarce = false): readonly TicketRow[] {
  const chosen = new Map<string, TicketRow>();
  for (const candidate of candidatesFor(view, job, { limit: count * lookAhead + lookAtLeast + except.size, except, scarce })) {
    if (chosen.size >= count) break;
    if (chosen.has(candidate.ticketId)) continue;
    const together = ticketsOfCrew(view, candidate);
    if (together === undefined || together.length > Math.min(count - chosen.size, job.placesLeft)) continue;
    const fits = (ticket: TicketRow): boolean => ticket.state === 'waiting' && !except.has(ticket.ticketId) && !chosen.has(ticket.ticketId) && whyNotCalled(view, ticket, job, now) === undefined;
    if (together.every(fits)) for (const ticket of together) chosen.set(ticket.ticketId, ticket);
  }
  return [...chosen.values()];
}

interface Wish { readonly limit: number; readonly except: ReadonlySet<string>; readonly scarce: boolean }

function candidatesFor(view: HallView, job: JobRow, wish: Wish): readonly TicketRow[] {
  const { limit } = wish;
  const named = job.terms.namedTicket === undefined ? undefined : view.workTicket(job.terms.namedTicket);
  const wanted = named?.state !== 'waiting' || view.partedFrom(job.jobId, named.ticketId) ? [] : [named];
  switch (job.terms.mode ?? 'open') {
    case 'draw': return [...wanted, ...view.waitingLots(job.jobId, limit)];
    case 'rotation': return [...wanted, ...view.waitingByTurn(job.jobId, job.terms.trade, limit)];
    case 'open': return [...wanted, ...planned(view, job, wish)];
  }
}

/** By the plan; for a job that is not on its floor (it opens again with this decision) by the queue. */
function planned(view: HallView, job: JobRow, { limit, except, scarce }: Wish): readonly TicketRow[] {
  const list = view.planList(job.jobId, limit, except, scarce);
  return list === undefined ? view.waitingForJob(job.jobId, job.terms.trade, limit) : list.map((ticketId) => view.ticket(ticketId)).filter((ticket) => ticket !== undefined);
}
