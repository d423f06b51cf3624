/* Printing a form filled in. */
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { PaperKind } from '../printing/print-job.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { PrintForm } from './commands.ts';

const businessDay = z.iso.date();
const paperOf: { readonly [Form in PrintForm['form']]: PaperKind } = { agreement: 'agreement', promise: 'promise', disputeCopy: 'disputeCopy', draw: 'drawSheet', rules: 'rules' };

/** One paper more each time. Refuses `notYourRole` at a kiosk for what names people, `hireUnknown`, `jobUnknown`, `disputeUnknown`, `drawMissing`, `dateImpossible`. */
export function decidePrintForm(view: HallView, { form, id, printer }: PrintForm, context: Context): Result<Decision> {
  if (context.actor.role === 'kiosk' && form !== 'draw' && form !== 'rules') return refuse('notYourRole', 'form');
  switch (form) {
    case 'agreement': if (view.hire(id) === undefined) return refuse('hireUnknown', 'id'); break;
    case 'promise': if (view.job(id) === undefined) return refuse('jobUnknown', 'id'); break;
    case 'disputeCopy': if (view.dispute(id) === undefined) return refuse('disputeUnknown', 'id'); break;
    case 'draw': if (view.job(id) === undefined) return refuse('jobUnknown', 'id'); if (view.draw(id) === undefined) return refuse('drawMissing', 'id'); break;
    case 'rules': if (!businessDay.safeParse(id).success) return refuse('dateImpossible', 'id'); break;
  }
  return ok({ facts: queuePrint(view, context, { kind: paperOf[form], id }, printer), records: [] });
}
