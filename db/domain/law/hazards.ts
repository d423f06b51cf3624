/* Who may do which work by age: nobody under 16 anything, nobody of 16 or 17 what is on the list of 1994, nor in bars and net cafés. */
import type { Instant } from '../scalars.ts';
import { ageInYears, youngestWorkingAge } from './age.ts';
import { basis, type LegalBasis } from './legal-basis.ts';

const childLabour = basis('禁止使用童工规定', '第二条');
const listOf1994 = basis('未成年工特殊保护规定', '第三条');
const unfitPlaces = basis('未成年人保护法', '第六十一条');

/** Full age in the sense of labour protection. */
export const adultAge = 18;

/** What a job can be tagged with that matters here; the hazards of a posting are a part of it. `none` and `machine` forbid nothing by themselves. */
export const workTags = [
  'none', 'machine', 'height', 'dust', 'toxic', 'heavyLoad', 'hotWork', 'coldWater', 'highHeat', 'deepCold', 'heaviestLabour',
  'mining', 'logging', 'radiation', 'flammable', 'explosives', 'fieldSurvey', 'diving', 'culvert', 'plateau',
  'hammerTools', 'forcedPosture', 'boiler', 'bar', 'netCafe', 'entertainment',
] as const;
export type WorkTag = (typeof workTags)[number];

/** By the list's own items; 高处 level 2, 粉尘 and 有毒 level 1 and so on are what the posting's tag already means. */
const forbiddenToMinors: ReadonlyMap<WorkTag, LegalBasis> = new Map<WorkTag, LegalBasis>([
  ...(['dust', 'toxic', 'height', 'coldWater', 'highHeat', 'deepCold', 'heaviestLabour', 'mining', 'logging', 'radiation',
    'flammable', 'explosives', 'hotWork', 'fieldSurvey', 'diving', 'culvert', 'plateau', 'heavyLoad', 'hammerTools',
    'forcedPosture', 'boiler'] as const).map((tag): [WorkTag, LegalBasis] => [tag, listOf1994]),
  ...(['bar', 'netCafe', 'entertainment'] as const).map((tag): [WorkTag, LegalBasis] => [tag, unfitPlaces]),
]);

export interface Lifting { readonly kgEach: number; readonly liftsPerHour: number }

/**
 * More than 20 kg at six lifts an hour or more, or more than 25 kg however seldom: closed to minors (未成年工特殊保护规定 art. 3 (14)).
 * The same figures protect women (女职工劳动保护特别规定, annex, 1 (3)): they are stated on the posting and are no ground to sort people at the kiosk.
 */
export const isOverProtectedLoad = ({ kgEach, liftsPerHour }: Lifting): boolean => kgEach > 25 || (kgEach > 20 && liftsPerHour >= 6);

export type WorkPermission =
  | { readonly kind: 'may' }
  | { readonly kind: 'tooYoung'; readonly age: number; readonly basis: LegalBasis }
  | { readonly kind: 'notForMinors'; readonly age: number; readonly tags: readonly WorkTag[]; readonly basis: readonly LegalBasis[] };

/** Whether a person born `YYYYMMDD` may do work with these tags on the hall's local day; `tags` of the answer are those that forbid it. */
export function mayWork(birth: string, tags: readonly WorkTag[], now: Instant, lifting?: Lifting): WorkPermission {
  const age = ageInYears(birth, now);
  if (age < youngestWorkingAge) return { kind: 'tooYoung', age, basis: childLabour };
  if (age >= adultAge) return { kind: 'may' };
  const all = new Set(lifting !== undefined && isOverProtectedLoad(lifting) ? [...tags, 'heavyLoad' as const] : tags);
  const found = [...all].flatMap((tag) => {
    const why = forbiddenToMinors.get(tag);
    return why === undefined ? [] : [{ tag, why }];
  });
  if (found.length === 0) return { kind: 'may' };
  return { kind: 'notForMinors', age, tags: found.map((one) => one.tag), basis: [...new Set(found.map((one) => one.why))] };
}
