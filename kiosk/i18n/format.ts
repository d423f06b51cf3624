/* Money, times and phone numbers as people here write them. Times are those of the hall, Asia/Shanghai, whatever the machine thinks. */
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { tradeByCode, type TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { languageOf, type LanguageCode } from './languages.ts';

const zone = 'Asia/Shanghai';
const dates = new Map<LanguageCode, Intl.DateTimeFormat>();

/** `11月21日周六`, `Sat, 21 Nov` */
export function dateText(instant: Instant, language: LanguageCode): string {
  const { dates: tag, words } = languageOf(language);
  const format = dates.get(tag) ?? new Intl.DateTimeFormat(tag, { timeZone: zone, month: words === 'short' ? 'long' : 'short', day: 'numeric', weekday: 'short' });
  dates.set(tag, format);
  return format.format(instant);
}

/** `2026-11-21 05:31`: for whoever compares, the same in every language. */
export const stampWords = (at: Instant): string => `${localDay(at)} ${localTime(at)}`;

/** Fen as yuan: `¥200`, `¥23.50`; never rounded. */
export function money(fen: number): string {
  const yuan = Math.trunc(fen / 100);
  const rest = fen % 100;
  return `¥${yuan.toLocaleString('en-US')}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** Digits in groups for the eye: `138 0000 0000`; a fixed line in fours. */
export function phoneGroups(digits: string): string {
  if (!digits.startsWith('1')) return digits.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter((group) => group !== '').join(' ');
}

/** Name of a trade; the code itself when this kiosk does not know it yet. */
export function tradeName(code: TradeCode, language: LanguageCode): string {
  const trade = tradeByCode(code);
  return trade === undefined ? code : languageOf(language).tradeName(trade);
}
