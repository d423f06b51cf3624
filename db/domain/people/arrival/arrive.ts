/* What follows when the hall knows who came: the visit of the day and one number, the same one on a second tap. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { isTooYoungToWork } from '../../law/age.ts';
import type { PrintTarget } from '../../printing/print-job.ts';
import { theDay } from '../../queue/day.ts';
import { issueWorkTicket } from '../../queue/issue-ticket.ts';
import type { TicketRow } from '../../queue/view.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import type { Card } from '../card.ts';
import { agreesWithNumber } from '../profile.ts';
import type { VisitRow, WorkerRow } from '../view.ts';

interface Arrival {
  readonly worker: Pick<WorkerRow, 'workerId' | 'trades'>; readonly workNumber: string | undefined; readonly printer: PrintTarget | undefined; readonly witnessedBy?: string | undefined;
  /** the number of the card that lies there: it may have taken a number while nobody could look up whose it is */
  readonly card?: Pick<Card, 'number'> | undefined;
}

/** The law before everything else. A number whose birthday is not the card's birthday is no number of this card. Refuses `cardNumberWrong`, `underSixteen`. */
export function checkCard(card: Card, context: Context): Result<Card> {
  if (!agreesWithNumber(card.number, card.birth)) return refuse('cardNumberWrong');
  return isTooYoungToWork(card.birth, context.now) ? refuse('underSixteen') : ok(card);
}

/** The same visit on a second tap; a new number when the old one has been used up; a paper number becomes this person's. Refuses what `paperNumber` refuses, `alreadyHasNumber`. */
export function arrive(view: HallView, { worker, workNumber, printer, witnessedBy, card }: Arrival, context: Context): Result<Decision> {
  const paper = paperNumber(view, workNumber, card, context);
  if (!paper.ok) return paper;
  const visit = view.visitOf(worker.workerId);
  const ticket = visit && view.ticket(visit.ticketId);
  const open = ticket !== undefined && isOpen(ticket);
  if (open) return workNumber === undefined ? ok({ facts: [], records: [], standing: tellAgain(view, ticket) }) : refuse('alreadyHasNumber', 'workNumber');
  if (paper.value !== undefined) return ok(linked(view, worker, visit, paper.value, witnessedBy, context));
  if (visit !== undefined) return ok({ facts: issueWorkTicket(view, context, visit.visitId, worker.trades, printer), records: [] });
  const opened = openVisit(view, worker.workerId, witnessedBy, context);
  return ok({ facts: [opened, ...issueWorkTicket(view, context, opened.visitId, worker.trades, printer)], records: [] });
}

/** The number that was taken by typing this identity number before, while it waits. One that a card took is not told: whoever types somebody else's number would hear it. */
export function typedBefore(view: HallView, idNumber: string): Fact[] | undefined {
  const before = view.paperNumberOf(idNumber);
  const ticket = before?.typed === true ? view.ticket(before.ticketId) : undefined;
  return ticket?.state === 'waiting' ? tellAgain(view, ticket) : undefined;
}

/** Whoever this identity number belongs to has a number that still counts. */
export function hasNumberToday(view: HallView, idNumber: string): boolean {
  if (view.paperNumberOf(idNumber) !== undefined) return true;
  const worker = view.workerByNumber(idNumber);
  const visit = worker && view.visitOf(worker.workerId);
  const ticket = visit && view.ticket(visit.ticketId);
  return ticket !== undefined && isOpen(ticket);
}

/** The number still counts for something. */
const isOpen = (ticket: TicketRow): boolean => ticket.state === 'waiting' || ticket.state === 'called' || ticket.state === 'parked';

/** The ticket of a paper number that no visit owns yet. A kiosk cannot see the paper, so only staff may name it. Refuses `notYourRole`, `ticketUnknown`, `ticketNotWaiting`. */
function paperNumber(view: HallView, workNumber: string | undefined, card: Arrival['card'], context: Context): Result<TicketRow | undefined> {
  if (workNumber === undefined) return ok(takenBy(view, card));
  if (context.actor.role === 'kiosk') return refuse('notYourRole', 'workNumber');
  const ticket = view.workTicket(workNumber);
  if (ticket === undefined) return refuse('ticketUnknown', 'workNumber');
  return ticket.visitId === undefined && isOpen(ticket) ? ok(ticket) : refuse('ticketNotWaiting', 'workNumber');
}

/** The number that this very card took while the agent was away, and that nobody could be looked up for. */
function takenBy(view: HallView, card: Arrival['card']): TicketRow | undefined {
  const ticketId = card === undefined ? undefined : view.ticketHeldBy(card.number);
  return ticketId === undefined ? undefined : view.ticket(ticketId);
}

function linked(view: HallView, { workerId, trades }: Arrival['worker'], visit: VisitRow | undefined, ticket: TicketRow, witnessedBy: string | undefined, context: Context): Decision {
  const opened = visit === undefined ? openVisit(view, workerId, witnessedBy, context) : undefined;
  const visitId = visit?.visitId ?? opened?.visitId ?? '';
  const link: Fact = { type: 'workNumberLinked', ticketId: ticket.ticketId, visitId, trades: [...(ticket.trades.length === 0 ? trades : ticket.trades)] };
  return { facts: opened === undefined ? [link] : [opened, link], records: [], standing: tellAgain(view, { ...ticket, visitId, trades: link.trades }) };
}

const openVisit = (view: HallView, workerId: string, witnessedBy: string | undefined, context: Context) => ({
  type: 'visitOpened' as const, visitId: context.newId(), workerId, businessDay: theDay(view), ...(witnessedBy === undefined ? {} : { witnessedBy }),
});

/** The ticket as issued, with how many are in front now, and its last paper so that it can be reprinted. */
function tellAgain(view: HallView, ticket: TicketRow): Fact[] {
  const paper = view.printJobOf({ kind: 'queueTicket', id: ticket.ticketId });
  return [
    {
      type: 'ticketIssued', ticketId: ticket.ticketId, businessDay: theDay(view), ...(ticket.visitId === undefined ? {} : { visitId: ticket.visitId }),
      service: ticket.service, number: ticket.number, order: ticket.order, trades: [...ticket.trades],
      ahead: view.waitingAhead(ticket),
    },
    ...(paper === undefined ? [] : [{ type: 'printQueued' as const, printJobId: paper.printJobId, printer: paper.printer, subject: paper.subject, copy: paper.copy, sending: false }]),
  ];
}
