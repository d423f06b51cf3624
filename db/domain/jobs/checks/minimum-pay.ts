/* Pay against the local minimum hourly wage (§4): blocked for units, a warning for households, nothing for 面议 before the hire. */
import type { Context } from '../../context.ts';
import type { EmployerRow } from '../../employers/view.ts';
import { checkMinimumWage, tableFor } from '../../law/minimum-wage.ts';
import { localDay } from '../../queue/business-day.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { JobTerms } from '../terms.ts';

/** The notices that go with the posting. Refuses `payBelowMinimum`. Whose money it is decides: the real employer's, when there is one. */
export function judgePay(terms: Pick<JobTerms, 'pay' | 'hoursPerDay' | 'startAt'>, payer: EmployerRow, { settings, minimumWages }: Context, field = 'terms.pay'): Result<['payBelowMinimum'] | []> {
  if (terms.pay.kind !== 'fixed') return ok([]);
  const { amountFen, unit } = terms.pay;
  const day = localDay(terms.startAt);
  if (checkMinimumWage({ amountFen, unit }, terms.hoursPerDay, settings.district, day, tableFor(settings.district, day, minimumWages)) !== 'below') return ok([]);
  return payer.kind === 'household' ? ok(['payBelowMinimum']) : refuse('payBelowMinimum', field);
}
