/* Taking a number: for work at check-in, or for a service window. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { ageInYears } from '../law/age.ts';
import { queuePrint } from '../printing/queue-print.ts';
import type { PrintTarget } from '../printing/print-job.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { appointmentFor } from './appointments/decide.ts';
import { appointedRank } from './appointments/slots.ts';
import type { AppointmentRow } from './appointments/view.ts';
import type { TakeTicket } from './commands.ts';
import { theDay } from './day.ts';
import { nextSerial } from './desk/hours.ts';
import type { HandInLeased } from './leases/commands.ts';
import { workService, type TicketIssued } from './facts.ts';
import { hallNumber, seriesOf } from './number.ts';
import { rulesToday } from './step.ts';
import { arrivalNow, withHeadStart } from './turn/arrival.ts';

interface Wanted {
  readonly service: string; readonly serial: number; readonly series: string; readonly visitId?: string | undefined;
  readonly trades: readonly string[]; readonly later?: readonly string[]; readonly printer: PrintTarget | undefined; readonly appointment?: AppointmentRow | undefined;
}

interface HandedIn {
  readonly service: string; readonly number: string; readonly leaseId: string; readonly visitId?: string | undefined;
  readonly trades: readonly string[]; readonly moment: number; readonly paper: HandInLeased['paper'];
}

/** A number for a service window, or several services in a row; with an appointment at its place. Refuses `serviceUnknown`, `serviceClosed`, `quotaReached`, and what `appointmentFor` refuses. */
export function decideTakeTicket(view: HallView, command: TakeTicket, context: Context): Result<Decision> {
  const wanted = [...new Set([command.service, ...command.more ?? []])];
  for (const code of wanted) {
    if (!context.settings.services.some((one) => one.code === code)) return refuse('serviceUnknown', code === command.service ? 'service' : 'more');
    const open = nextSerial(view, code, context);
    if (!open.ok) return open;
  }
  const serial = nextSerial(view, command.service, context);
  if (!serial.ok) return serial;
  const series = context.settings.services.find((one) => one.code === command.service)?.series ?? '';
  const worker = command.card === undefined ? undefined : view.workerByNumber(command.card.number);
  const appointment = appointmentFor(view, command, worker?.workerId);
  if (!appointment.ok) return appointment;
  const visitId = worker === undefined ? undefined : view.visitOf(worker.workerId)?.visitId;
  const [issued, ...papers] = issueTicket(view, context, { service: command.service, serial: serial.value, series, visitId, trades: [], later: wanted.slice(1), printer: command.printer, appointment: appointment.value });
  const rules = rulesToday(view, context);
  if (command.card === undefined || ageInYears(command.card.birth, context.now) < rules.elderFrom) return ok({ facts: [issued, ...papers], records: [] });
  const arrival = issued.arrival ?? context.now;
  const rank = withHeadStart({ arrival, base: issued.rank ?? arrival }, ['elder'], rules);
  return ok({
    facts: [issued, { type: 'prioritySet', ticketId: issued.ticketId, priority: true, rank }, ...papers],
    records: [{ table: 'ticketPriority', ticketId: issued.ticketId, reasons: ['elder'] }],
  });
}

/** A number for a service window that another decision gives, such as the rights ticket of a dispute; none outside the hours and the quota of the service. */
export function issueServiceTicket(view: HallView, context: Context, service: { readonly code: string; readonly series: string }, printer: PrintTarget | undefined): Fact[] {
  const serial = view.dayClosed() ? undefined : nextSerial(view, service.code, context);
  return serial?.ok === true ? issueTicket(view, context, { service: service.code, serial: serial.value, series: service.series, trades: [], printer }) : [];
}

/** A number in the queue for work, for a visit or for a paper without a name. Whether there may be one now is asked by `workNumbersGoOut` when the decision stands. */
export function issueWorkTicket(view: HallView, context: Context, visitId: string | undefined, trades: readonly string[], printer: PrintTarget | undefined): Fact[] {
  const serial = nextSerial(view, workService, context);
  return issueTicket(view, context, { service: workService, serial: serial.ok ? serial.value : 1, series: seriesOf.work, visitId, trades, printer });
}

/** Hours and quota of the queue for work, for any decision that gives out a number of it; a second tap tells the old number at any hour. Refuses `serviceClosed`, `quotaReached`. */
export function workNumbersGoOut(view: HallView, decision: Decision, context: Context): Result<Decision> {
  if (!decision.facts.some((fact) => fact.type === 'ticketIssued' && fact.service === workService && fact.leaseId === undefined)) return ok(decision);
  const serial = nextSerial(view, workService, context);
  return serial.ok ? ok(decision) : serial;
}

/** A number that a kiosk gave out while the agent was away, and its paper as it ended there. `moment`: what it counts from. */
export function issueHandedIn(view: HallView, { newId, actor }: Context, wanted: HandedIn): Fact[] {
  const { service, number, leaseId, visitId, trades, moment, paper } = wanted;
  const issued: TicketIssued = {
    type: 'ticketIssued', ticketId: newId(), businessDay: theDay(view), ...(visitId === undefined ? {} : { visitId }),
    service, number, order: view.lastOrder() + 1, arrival: moment, ahead: view.waitingCount(service), trades: [...trades], leaseId,
  };
  if (paper === undefined || actor.role !== 'kiosk') return [issued];
  return [
    issued,
    { type: 'printQueued', printJobId: paper.printJobId, printer: actor.printer, subject: { kind: 'queueTicket', id: issued.ticketId }, copy: 1, sending: true },
    { type: 'printFinished', printJobId: paper.printJobId, outcome: paper.outcome },
  ];
}

function issueTicket(view: HallView, context: Context, wanted: Wanted): [TicketIssued, ...Fact[]] {
  const { later = [], appointment } = wanted;
  const arrival = arrivalNow(view, context.now);
  const rank = appointment === undefined ? arrival : appointedRank(arrival, appointment.slotAt, rulesToday(view, context));
  const issued: TicketIssued = {
    type: 'ticketIssued', ticketId: context.newId(), businessDay: theDay(view),
    ...(wanted.visitId === undefined ? {} : { visitId: wanted.visitId }),
    service: wanted.service,
    number: hallNumber(wanted.series, wanted.serial),
    order: view.lastOrder() + 1,
    arrival,
    ...(rank === arrival ? {} : { rank }),
    ...(appointment === undefined ? {} : { appointmentId: appointment.appointmentId }),
    ahead: view.waitingCount(wanted.service),
    trades: [...wanted.trades],
    ...(later.length === 0 ? {} : { later: [...later] }),
  };
  return [issued, ...queuePrint(view, context, { kind: 'queueTicket', id: issued.ticketId }, wanted.printer)];
}
