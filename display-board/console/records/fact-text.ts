/* Rows of the journal in words: what a fact is called, and when it was. */
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Say, TextKey } from '../../i18n/texts.ts';
import { factWords } from '../../i18n/zh-cn/console/facts.ts';

/** The name itself for a fact that this page does not know: the journal of an older or a newer agent. */
export const factText = (say: Say, fact: string): string => (Object.hasOwn(factWords, `fact.${fact}`) ? say(`fact.${fact}` as TextKey) : fact);

/** `11-21 05:31:07`, local. */
export function journalTime(at: Instant): string {
  const seconds = Math.floor(at / 1_000) % 60;
  return `${localDay(at).slice(5)} ${localTime(at)}:${String(seconds).padStart(2, '0')}`;
}
