/* Ages by exact birthday. Under 16 is a hard stop (劳动法 art. 15, 禁止使用童工规定 art. 2). */
import type { Instant } from '../scalars.ts';
import { localDay } from '../queue/business-day.ts';

/** Full years on the hall's local day. A 29 February birthday is reached on 1 March in other years. `birth` is `YYYYMMDD`. */
export function ageInYears(birth: string, now: Instant): number {
  const today = localDay(now).replaceAll('-', '');
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(4) < birth.slice(4) ? years - 1 : years;
}

export const youngestWorkingAge = 16;

export const isTooYoungToWork = (birth: string, now: Instant): boolean => ageInYears(birth, now) < youngestWorkingAge;
