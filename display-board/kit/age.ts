/* How old something is, in the words people use: 刚刚, 12秒前, 3分钟前. */
import type { Say } from '../i18n/texts.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Younger than this is 刚刚: a number that jumps every second says less. */
export const nowMs = 10 * secondMs;

export interface Age { readonly unit: 'now' | 'seconds' | 'minutes' | 'hours' | 'days'; readonly n: number }

/** Rounded down, never negative: a clock that went back gives 刚刚. */
export function ageOf(ms: number): Age {
  if (!(ms >= nowMs)) return { unit: 'now', n: 0 };
  if (ms < minuteMs) return { unit: 'seconds', n: Math.floor(ms / secondMs) };
  if (ms < hourMs) return { unit: 'minutes', n: Math.floor(ms / minuteMs) };
  if (ms < dayMs) return { unit: 'hours', n: Math.floor(ms / hourMs) };
  return { unit: 'days', n: Math.floor(ms / dayMs) };
}

/** `3分钟前` */
export function ageText(say: Say, ms: number): string {
  const { unit, n } = ageOf(ms);
  return say(`age.${unit}`, { n });
}

/** `3分钟`, for use in a sentence. */
export function spanText(say: Say, ms: number): string {
  const { unit, n } = ageOf(ms);
  return unit === 'now' ? say('span.seconds', { n: Math.max(0, Math.floor(ms / secondMs)) }) : say(`span.${unit}`, { n });
}
