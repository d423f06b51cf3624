/* Receipts of what people may do with their data besides erasing it: a number by which they can ask, what it was, and nobody's name. */
import type { Context } from '../../context.ts';
import type { PrintQueued } from '../../printing/facts.ts';
import { queuePrint } from '../../printing/queue-print.ts';
import { theDay } from '../../queue/day.ts';
import type { HallView } from '../../view.ts';

/** The next one of the open day. */
export const nextRightReceipt = (view: HallView): string => `${theDay(view).replaceAll('-', '')}-Q${String(view.rightReceiptsToday() + 1).padStart(3, '0')}`;

/** At a kiosk it comes out of the printer there by itself; at a desk staff print it. */
export const receiptAtKiosk = (view: HallView, context: Context, receipt: string): PrintQueued[] =>
  (context.actor.role === 'kiosk' ? queuePrint(view, context, { kind: 'rightReceipt', id: receipt }, { printer: context.actor.printer, ready: false }) : []);
