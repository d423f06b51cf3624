/* A card on the reader: the worker comes in and gets the day's number. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { isTooYoungToWork } from '../law/age.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { PrintTarget } from '../printing/print-job.ts';
import { tradeByCode } from '../trades/trade.ts';
import type { Decision, HallView } from '../view.ts';
import { theDay } from '../queue/day.ts';
import { issueWorkTicket } from '../queue/issue-ticket.ts';
import type { TicketRow } from '../queue/view.ts';
import type { Card } from './card.ts';
import type { CheckIn, RegisterWorker } from './commands.ts';
import type { WorkerRow } from './view.ts';

/** One tap of a known worker. Refuses `cardNumberWrong`, `underSixteen`, `workerUnknown`. */
export function decideCheckIn(view: HallView, command: CheckIn, context: Context): Result<Decision> {
  const problem = cardProblem(command.card, context);
  if (problem !== undefined) return problem;
  const worker = view.workerByNumber(command.card.number);
  if (worker === undefined) return refuse('workerUnknown');
  return ok(welcome(view, worker, command.printer, context));
}

/** First visit: registration, consent by purpose, visit and number in one step. Somebody already known is simply checked in. Refuses `cardNumberWrong`, `underSixteen`, `consentMissing`, `tradeUnknown`. */
export function decideRegisterWorker(view: HallView, command: RegisterWorker, context: Context): Result<Decision> {
  const problem = cardProblem(command.card, context);
  if (problem !== undefined) return problem;
  if (!command.consent.purposes.includes('registration')) return refuse('consentMissing', 'consent.purposes');
  if (command.trades.some((code) => tradeByCode(code) === undefined)) return refuse('tradeUnknown', 'trades');
  const known = view.workerByNumber(command.card.number);
  if (known !== undefined) return ok(welcome(view, known, command.printer, context));
  const workerId = context.newId();
  const trades = [...new Set(command.trades)];
  const registered: Fact[] = [
    { type: 'workerRegistered', workerId, trades },
    ...[...new Set(command.consent.purposes)].map((purpose): Fact => ({ type: 'consentGiven', workerId, purpose, textVersion: command.consent.textVersion })),
  ];
  return ok({
    facts: [...registered, ...openVisit(view, { workerId, trades }, command.printer, context)],
    records: [{ table: 'worker', workerId, card: command.card, phone: command.phone }],
  });
}

/** The same visit on a second tap; a new number when the old one has been used up. */
function welcome(view: HallView, worker: WorkerRow, printer: PrintTarget | undefined, context: Context): Decision {
  const visit = view.visitOf(worker.workerId);
  if (visit === undefined) return { facts: openVisit(view, worker, printer, context), records: [] };
  const ticket = view.ticket(visit.ticketId);
  if (ticket !== undefined && (ticket.state === 'waiting' || ticket.state === 'called')) return { facts: [], records: [], standing: tellAgain(view, ticket) };
  return { facts: issueWorkTicket(view, context, visit.visitId, worker.trades, printer), records: [] };
}

function openVisit(view: HallView, worker: WorkerRow, printer: PrintTarget | undefined, context: Context): Fact[] {
  const visitId = context.newId();
  return [
    { type: 'visitOpened', visitId, workerId: worker.workerId, businessDay: theDay(view) },
    ...issueWorkTicket(view, context, visitId, worker.trades, printer),
  ];
}

/** The ticket of the first tap, with how many are in front now, and its last paper so that it can be reprinted. */
function tellAgain(view: HallView, ticket: TicketRow): Fact[] {
  const paper = view.printJobOf({ kind: 'queueTicket', id: ticket.ticketId });
  return [
    {
      type: 'ticketIssued', ticketId: ticket.ticketId, businessDay: theDay(view), ...(ticket.visitId === undefined ? {} : { visitId: ticket.visitId }),
      service: ticket.service, number: ticket.number, order: ticket.order, trades: [...ticket.trades],
      ahead: view.waitingAhead(ticket.service, ticket.order),
    },
    ...(paper === undefined ? [] : [{ type: 'printQueued' as const, printJobId: paper.printJobId, printer: paper.printer, subject: paper.subject, copy: paper.copy, sending: false }]),
  ];
}

/** The law before everything else. A number whose birthday is not the card's birthday is no number of this card. */
function cardProblem(card: Card, context: Context): { ok: false; error: { code: 'cardNumberWrong' | 'underSixteen' } } | undefined {
  if (/^\d{17}[\dX]$/.test(card.number) && card.number.slice(6, 14) !== card.birth) return { ok: false, error: { code: 'cardNumberWrong' } };
  return isTooYoungToWork(card.birth, context.now) ? { ok: false, error: { code: 'underSixteen' } } : undefined;
}
