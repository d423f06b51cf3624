/* Pay as people read and type it: 260元/天. */
import type { OfferedPay } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { Say } from '../i18n/texts.ts';

const fenPerYuan = 100;
/** As a box holds it, and as a command wants it: whole fen of what was typed. */
export const yuanOf = (fen: number): number => fen / fenPerYuan;
export const fenOf = (yuan: number): number => Math.round(yuan * fenPerYuan);

/** Yuan with no more digits than there are: 26000 → `260`, 3750 → `37.5`. */
export const yuanText = (fen: number): string => String(yuanOf(fen));

/** `260元/天`, `面议`. */
export function payText(say: Say, pay: OfferedPay): string {
  if (pay.kind === 'negotiable') return say('pay.negotiable');
  return say('pay.fixed', { amount: yuanText(pay.amountFen), unit: say(`unit.${pay.unit}`) });
}
