/* Sentences made of more than one text: times as people say them, pay with its unit. */
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { dayStart, localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { dateText, money } from '@kuaizhao/kiosk/i18n/format.ts';
import type { LanguageCode } from '@kuaizhao/kiosk/i18n/languages.ts';
import type { Wait } from '@kuaizhao/kiosk/session/person/scenes.ts';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';

const dayMs = 24 * 3_600_000;

/** `明天 06:30`; a date where no word for the day is short. */
export function dayAndTime(t: Translate, language: LanguageCode, instant: Instant, now: Instant): string {
  const ahead = Math.round((dayStart(localDay(instant)) - dayStart(localDay(now))) / dayMs);
  const names = [t('clock.today'), t('clock.tomorrow'), t('clock.dayAfter')];
  return t('clock.at', { day: names[ahead] ?? dateText(instant, language), time: localTime(instant) });
}

/** The wait as a range, never a promise; by how long the first has waited while the rate is not known. */
export function waitText(t: Translate, { fromMinutes: from, toMinutes: to, basis }: Wait): string {
  if (basis === 'headOfLine') return t('wait.head', { from });
  return to === 0 ? t('wait.none') : from === to ? t('wait.about', { from }) : t('wait.range', { from, to });
}

/** `¥200 每天`, or that it is to be agreed. */
export const payText = (t: Translate, pay: JobTerms['pay']): string => (pay.kind === 'negotiable' ? t('jobPay.negotiable') : `${money(pay.amountFen)} ${t(`unit.${pay.unit}`)}`);

/** Several things on one line. The dot stays with what is before it: a line never begins with one. */
export const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join('\u00a0· ');
