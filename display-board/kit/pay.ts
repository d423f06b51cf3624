/* Pay as people read it: 260元/天. */
import type { OfferedPay } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { Say } from '../i18n/texts.ts';

/** Yuan with no more digits than there are: 26000 → `260`, 3750 → `37.5`. */
export const yuanText = (fen: number): string => String(fen / 100);

/** `260元/天`, `面议`. */
export function payText(say: Say, pay: OfferedPay): string {
  if (pay.kind === 'negotiable') return say('pay.negotiable');
  return say('pay.fixed', { amount: yuanText(pay.amountFen), unit: say(`unit.${pay.unit}`) });
}
