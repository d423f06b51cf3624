/* Taking a number: for work at check-in, or for a service window. */
import type { Context } from '../context.ts';
import { queuePrint } from '../printing/queue-print.ts';
import type { PrintTarget } from '../printing/print-job.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { Fact } from '../fact.ts';
import type { TakeTicket } from './commands.ts';
import { theDay } from './day.ts';
import { workService, type TicketIssued } from './facts.ts';
import { hallNumber, seriesOf } from './number.ts';

interface Wanted { readonly service: string; readonly series: string; readonly visitId?: string | undefined; readonly trades: readonly string[]; readonly printer: PrintTarget | undefined }

/** A number for a service window. Refuses `serviceUnknown`. */
export function decideTakeTicket(view: HallView, command: TakeTicket, context: Context): Result<Decision> {
  const service = context.settings.services.find((one) => one.code === command.service);
  if (service === undefined) return refuse('serviceUnknown', 'service');
  return ok({ facts: issueTicket(view, context, { service: service.code, series: service.series, trades: [], printer: command.printer }), records: [] });
}

/** A number in the queue for work: for a visit, or for a paper without a name. */
export const issueWorkTicket = (view: HallView, context: Context, visitId: string | undefined, trades: readonly string[], printer: PrintTarget | undefined): Fact[] =>
  issueTicket(view, context, { service: workService, series: seriesOf.work, visitId, trades, printer });

function issueTicket(view: HallView, context: Context, wanted: Wanted): Fact[] {
  const issued: TicketIssued = {
    type: 'ticketIssued', ticketId: context.newId(), businessDay: theDay(view),
    ...(wanted.visitId === undefined ? {} : { visitId: wanted.visitId }),
    service: wanted.service,
    number: hallNumber(wanted.series, view.issuedToday(wanted.service) + 1),
    order: view.lastOrder() + 1,
    ahead: view.waitingCount(wanted.service),
    trades: [...wanted.trades],
  };
  return [issued, ...queuePrint(view, context, { kind: 'queueTicket', id: issued.ticketId }, wanted.printer)];
}
