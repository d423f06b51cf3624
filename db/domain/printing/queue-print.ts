/* Print jobs are born with the thing they show, in the same transaction: the number exists even when paper fails. */
import type { Context } from '../context.ts';
import type { PrintQueued } from './facts.ts';
import type { PrintTarget, Subject } from './print-job.ts';
import type { PrintingView } from './view.ts';

/** The next copy of a paper at this printer; nothing when nobody named a printer. Only the kiosk that owns the printer can make it `sending` at birth: for anybody else it waits until the owner takes it. */
export function queuePrint(view: PrintingView, context: Context, subject: Subject, target: PrintTarget | undefined): PrintQueued[] {
  if (target === undefined) return [];
  return [{
    type: 'printQueued', printJobId: context.newId(), printer: target.printer, subject,
    copy: Math.min(view.lastCopy(subject) + 1, 99), sending: target.ready && context.actor.role === 'kiosk',
  }];
}
