/* Printing a form filled in. */
import type { Context } from '../context.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { PrintForm } from './commands.ts';

/** One paper more each time. Refuses `hireUnknown`, `jobUnknown`, `disputeUnknown`. */
export function decidePrintForm(view: HallView, command: PrintForm, context: Context): Result<Decision> {
  switch (command.form) {
    case 'agreement': if (view.hire(command.id) === undefined) return refuse('hireUnknown', 'id'); break;
    case 'promise': if (view.job(command.id) === undefined) return refuse('jobUnknown', 'id'); break;
    case 'disputeCopy': if (view.dispute(command.id) === undefined) return refuse('disputeUnknown', 'id'); break;
  }
  return ok({ facts: queuePrint(view, context, { kind: command.form, id: command.id }, command.printer), records: [] });
}
