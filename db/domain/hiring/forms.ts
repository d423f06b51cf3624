/* Printing a form filled in. */
import { z } from 'zod';
import { leafletsOf, sheetId } from '../content/sheets.ts';
import { employerStandsHere } from '../attendance/who.ts';
import type { Context } from '../context.ts';
import type { PaperKind, PrintTarget } from '../printing/print-job.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { cutoffOf } from '../records/retention.ts';
import { ok, refuse, type Result } from '../result.ts';
import { openSlipPage } from '../slips/open-page.ts';
import type { Decision, HallView } from '../view.ts';
import type { PrintForm } from './commands.ts';

const businessDay = z.iso.date();
const paperOf: { readonly [Form in PrintForm['form']]: PaperKind } = { agreement: 'agreement', promise: 'promise', disputeCopy: 'disputeCopy', draw: 'drawSheet', rules: 'rules', jobSlip: 'jobSlip', leaflet: 'leaflet', catalogue: 'catalogue', employerCopy: 'employerCopy', erasureReceipt: 'erasureReceipt', rightReceipt: 'rightReceipt' };
const atKiosk: ReadonlySet<PrintForm['form']> = new Set(['draw', 'rules', 'jobSlip', 'leaflet', 'catalogue', 'employerCopy']);

/** One paper more each time. Refuses `notYourRole` at a kiosk for what names people, `hireUnknown`, `jobUnknown`, `disputeUnknown`, `drawMissing`, `dateImpossible`, `receiptUnknown`; of a slip and the employer's copy `employerNotYours`, of a slip `jobNotOpen` (nobody may see it yet, or any more); of a sheet `leafletUnknown`. */
export function decidePrintForm(view: HallView, { form, id, card, printer }: PrintForm, context: Context): Result<Decision> {
  if (context.actor.role === 'kiosk' && !atKiosk.has(form)) return refuse('notYourRole', 'form');
  switch (form) {
    case 'agreement': if (view.hire(id) === undefined) return refuse('hireUnknown', 'id'); break;
    case 'promise': if (view.job(id) === undefined) return refuse('jobUnknown', 'id'); break;
    case 'disputeCopy': if (view.dispute(id) === undefined) return refuse('disputeUnknown', 'id'); break;
    case 'erasureReceipt': if (!view.erasureDone(id)) return refuse('receiptUnknown', 'id'); break;
    case 'rightReceipt': if (!view.rightReceiptGiven(id)) return refuse('receiptUnknown', 'id'); break;
    case 'draw': if (view.job(id) === undefined) return refuse('jobUnknown', 'id'); if (view.draw(id) === undefined) return refuse('drawMissing', 'id'); break;
    case 'jobSlip': case 'employerCopy': {
      const job = view.job(id);
      if (job === undefined) return refuse('jobUnknown', 'id');
      if (!employerStandsHere(view, job.employerId, card, context)) return refuse('employerNotYours', 'card');
      if (form === 'employerCopy') return ok({ facts: [...(job.terms.validUntil < cutoffOf('slipPages', context.now) ? [] : openSlipPage(view, context, 'employer', id)), ...queuePrint(view, context, { kind: form, id }, printer)], records: [] });
      if (job.state !== 'open' && job.state !== 'filled') return refuse('jobNotOpen', 'id');
      break;
    }
    case 'leaflet': case 'catalogue': return printSheet(view, form, id, printer, context);
    case 'rules': if (!businessDay.safeParse(id).success) return refuse('dateImpossible', 'id'); break;
  }
  return ok({ facts: queuePrint(view, context, { kind: paperOf[form], id }, printer), records: [] });
}

/** About nobody, so each print is a paper of its own and never a copy of somebody else's. */
function printSheet(view: HallView, form: 'leaflet' | 'catalogue', id: string, printer: PrintTarget, context: Context): Result<Decision> {
  if (form === 'leaflet' && !leafletsOf(context.settings, context.citySheets).some((one) => one.leafletId === id)) return refuse('leafletUnknown', 'id');
  if (form === 'catalogue' && !businessDay.safeParse(id).success) return refuse('dateImpossible', 'id');
  return ok({ facts: queuePrint(view, context, { kind: form, id: sheetId(id, context.newId()) }, printer), records: [] });
}
