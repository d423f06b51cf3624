/* What the person says to work in another hall, and how the host there meets whoever comes. */
import { isSamePerson } from '../attendance/who.ts';
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { agreesWithNumber } from '../people/profile.ts';
import type { TicketRow } from '../queue/view.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { Answerer, AnswerReferral, MeetReferral } from './commands.ts';
import { settled } from './take.ts';
import type { ReferralRow } from './view.ts';

/**
 * A no ends it, and the number waits on. A yes holds only once the city has given the place: then the number of this hall is closed, because its person goes to the other one.
 * Refuses `notYourRole` (a number at a kiosk), `cardNumberWrong`, `referralUnknown` (or somebody else's), `placeTaken`, `referralOver`, `ticketNotWaiting` (called meanwhile), and `cityAway` for a yes that the city
 * has not answered: nothing is promised and nothing is lost.
 */
export function decideAnswerReferral(view: HallView, { referralId, who, answer }: AnswerReferral, context: Context): Result<Decision> {
  const asked = view.referral(referralId);
  const ticket = asked?.side !== 'worker' || asked.ticketId === undefined ? undefined : view.ticket(asked.ticketId);
  if (asked === undefined || ticket === undefined) return refuse('referralUnknown', 'referralId');
  const speaks = speaksFor(view, who, ticket, context);
  if (!speaks.ok) return speaks;
  const { actor } = context;
  const answered: Fact = { type: 'referralAnswered', referralId, ticketId: ticket.ticketId, answer, ...(actor.role === 'console' ? { by: actor.staffId } : {}) };
  if (asked.state === 'went' && answer === 'yes') return ok({ facts: [], records: [], standing: [answered] });
  if (asked.state === 'placeTaken') return refuse('placeTaken', 'referralId');
  if (isOver(asked, context)) return refuse('referralOver', 'referralId');
  if (answer === 'no') return ok({ facts: [answered, settled(asked, 'declined')], records: [] });
  if (ticket.state !== 'waiting') return refuse('ticketNotWaiting', 'referralId');
  if (asked.state === 'offered') return refuse('cityAway');
  return ok({ facts: [answered, { type: 'ticketClosed', ticketId: ticket.ticketId, reason: 'otherHall' }], records: [] });
}

const isOver = ({ state, expiresAt, heldUntil }: ReferralRow, { now }: Context): boolean =>
  (state === 'offered' && expiresAt <= now) || (state === 'confirmed' && (heldUntil ?? 0) <= now) || (state !== 'offered' && state !== 'confirmed');

/** The person behind the number by card, or at a desk by the number itself. */
function speaksFor(view: HallView, who: Answerer, ticket: TicketRow, { actor }: Context): Result<undefined> {
  if (who.by === 'number') {
    if (actor.role === 'kiosk') return refuse('notYourRole', 'who');
    return who.number === ticket.number ? ok(undefined) : refuse('referralUnknown', 'who');
  }
  if (!agreesWithNumber(who.card.number, who.card.birth)) return refuse('cardNumberWrong', 'who');
  const worker = view.workerByNumber(who.card.number);
  const isTheirs = worker !== undefined && ticket.workerId !== undefined && isSamePerson(view, worker.workerId, ticket.workerId);
  return isTheirs ? ok(undefined) : refuse('referralUnknown', 'who');
}

/**
 * The held place is this number's from now on: it is called for the job by name and hired like anybody. Told again: nothing. Refuses `notYourRole`, `referralUnknown`, `referralOver` (no place is held any more),
 * `ticketUnknown`, `ticketNotWaiting`, `alreadyReferred` (the number is somebody else's who was expected, or somebody else is this one).
 */
export function decideMeetReferral(view: HallView, { referralId, number }: MeetReferral, context: Context): Result<Decision> {
  const { actor, now } = context;
  if (actor.role !== 'console') return refuse('notYourRole');
  const row = view.referral(referralId);
  if (row?.side !== 'job' || row.jobId === undefined) return refuse('referralUnknown', 'referralId');
  if (row.state !== 'confirmed' || (row.heldUntil ?? 0) <= now) return refuse('referralOver', 'referralId');
  const ticket = view.workTicket(number);
  if (ticket === undefined) return refuse('ticketUnknown', 'number');
  if (row.metTicketId === ticket.ticketId) return ok({ facts: [], records: [] });
  if (row.metTicketId !== undefined || view.referralMetBy(ticket.ticketId) !== undefined) return refuse('alreadyReferred', 'number');
  if (ticket.state !== 'waiting' && ticket.state !== 'called') return refuse('ticketNotWaiting', 'number');
  return ok({ facts: [{ type: 'referralMet', referralId, jobId: row.jobId, ticketId: ticket.ticketId, by: actor.staffId }], records: [] });
}
