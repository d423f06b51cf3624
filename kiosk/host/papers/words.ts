/* Values of the hall as words on paper: pay, times, lists. Times are the hall's local time. */
import type { AgreedPay, OfferedPay } from '@kuaizhao/db/domain/jobs/pay.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';

/** `260` or `12.5`: fen are never rounded away. */
export const yuanOf = (fen: number): string => {
  const cents = String(fen % 100).padStart(2, '0').replace(/0+$/, '');
  return `${Math.floor(fen / 100)}${cents === '' ? '' : `.${cents}`}`;
};

export const payWords = (texts: PaperTexts, pay: OfferedPay | AgreedPay): string =>
  'kind' in pay && pay.kind === 'negotiable' ? texts.negotiable : texts.pay(yuanOf(pay.amountFen), texts.unit[pay.unit]);

/** `11月21日 06:30` */
export const momentWords = (texts: PaperTexts, at: Instant): string => {
  const [, month, day] = localDay(at).split('-').map(Number);
  return `${texts.day(month ?? 0, day ?? 0)} ${localTime(at)}`;
};
