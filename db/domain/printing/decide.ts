/* The states of a print job: queued → sending → printed, or unknown, or failed, or back to queued; 补打; and another printer for what still waits. */
import type { Context } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { DivertPrint, FinishPrint, Reprint, StartPrint } from './commands.ts';
import { queuePrint } from './queue-print.ts';
import type { PrintJobRow } from './view.ts';

/** A kiosk speaks only for the papers of its own printer. */
function ownJob(view: HallView, printJobId: string, { actor }: Context): PrintJobRow | undefined {
  const job = view.printJob(printJobId);
  return job !== undefined && (actor.role !== 'kiosk' || actor.printer === job.printer) ? job : undefined;
}

/** Refuses `printJobUnknown`, `printJobNotReady` (somebody else started it, or it ended). */
export function decideStartPrint(view: HallView, command: StartPrint, context: Context): Result<Decision> {
  const job = ownJob(view, command.printJobId, context);
  if (job === undefined) return refuse('printJobUnknown', 'printJobId');
  if (job.state !== 'queued') return refuse('printJobNotReady', 'printJobId');
  return ok({ facts: [{ type: 'printStarted', printJobId: job.printJobId }], records: [] });
}

/** The printer's owner tells the end, or that nothing went out; for a job of unknown end, whoever looked may tell it too. Refuses `printJobUnknown`, `printJobNotReady` (it has ended, or may have come out). */
export function decideFinishPrint(view: HallView, command: FinishPrint, context: Context): Result<Decision> {
  const job = ownJob(view, command.printJobId, context);
  if (job === undefined) return refuse('printJobUnknown', 'printJobId');
  if (command.outcome === 'notSent') {
    return job.state === 'sending' ? ok({ facts: [{ type: 'printReturned', printJobId: job.printJobId }], records: [] }) : refuse('printJobNotReady', 'printJobId');
  }
  if (job.state === 'printed' || job.state === 'failed' || job.state === command.outcome) return refuse('printJobNotReady', 'printJobId');
  const finished = { type: 'printFinished', printJobId: job.printJobId, outcome: command.outcome } as const;
  const due = command.outcome === 'unknown' && command.copy === true;
  return ok({ facts: [finished, ...(due ? queuePrint(view, context, job.subject, { printer: job.printer, ready: false }) : [])], records: [] });
}

/** The number was closed, because its person holds another: a kiosk that tidies up makes no copy of it. */
const gaveWay = (view: HallView, { subject }: PrintJobRow): boolean => subject.kind === 'queueTicket' && view.ticket(subject.id)?.state === 'closed';

/** One more copy. Refuses `printJobUnknown`, `printerUnknown`, `printJobNotReady` (for a kiosk: of a closed number). */
export function decideReprint(view: HallView, command: Reprint, context: Context): Result<Decision> {
  const job = view.printJob(command.printJobId);
  if (job === undefined) return refuse('printJobUnknown', 'printJobId');
  if (!context.settings.printers.includes(command.printer.printer)) return refuse('printerUnknown', 'printer');
  if (context.actor.role === 'kiosk' && gaveWay(view, job)) return refuse('printJobNotReady', 'printJobId');
  return ok({ facts: queuePrint(view, context, job.subject, command.printer), records: [] });
}

/** Refuses `printJobUnknown`, `printerUnknown` (not of this hall), `printJobNotReady` (begun, ended, or there already). */
export function decideDivertPrint(view: HallView, command: DivertPrint, { settings }: Context): Result<Decision> {
  const job = view.printJob(command.printJobId);
  if (job === undefined) return refuse('printJobUnknown', 'printJobId');
  if (!settings.printers.includes(command.to)) return refuse('printerUnknown', 'to');
  if (job.state !== 'queued' || job.printer === command.to) return refuse('printJobNotReady', 'printJobId');
  return ok({ facts: [{ type: 'printDiverted', printJobId: job.printJobId, from: job.printer, to: command.to }], records: [] });
}
