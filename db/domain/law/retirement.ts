/* The statutory retirement age, which moves month by month since 2025-01-01: it gives a notice on the slip and never a refusal. */
import { localDay } from '../queue/business-day.ts';
import type { Instant } from '../scalars.ts';
import { basis } from './legal-basis.ts';

export const retirementBasis = [
  basis('全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定', '一'),
  basis('国务院关于渐进式延迟法定退休年龄的办法', '第一条'),
] as const;

export type Sex = 'male' | 'female';
/** Women had 50 or 55 before the reform, by the kind of post; a hall's workers are nearly all of the first kind. */
export type FormerAgeOfWomen = 50 | 55;

export interface RetirementAge { readonly years: number; readonly months: number }

interface Scheme { readonly formerYears: number; /** first month of birth that is delayed */ readonly fromYear: number; /** months of birth for one month of delay */ readonly step: number; readonly mostMonths: number }

const schemes = {
  men: { formerYears: 60, fromYear: 1965, step: 4, mostMonths: 36 },
  women55: { formerYears: 55, fromYear: 1970, step: 4, mostMonths: 36 },
  women50: { formerYears: 50, fromYear: 1975, step: 2, mostMonths: 60 },
} as const satisfies Record<string, Scheme>;

function schemeOf(sex: Sex, former: FormerAgeOfWomen): Scheme {
  if (sex === 'male') return schemes.men;
  return former === 55 ? schemes.women55 : schemes.women50;
}

/** The age of the annexed tables, in years and months. `birth` is `YYYYMMDD`; `former` counts for women only. */
export function statutoryRetirementAge(birth: string, sex: Sex, former: FormerAgeOfWomen = 50): RetirementAge {
  const scheme = schemeOf(sex, former);
  const monthsAfter = (Number(birth.slice(0, 4)) - scheme.fromYear) * 12 + Number(birth.slice(4, 6)) - 1;
  const delay = monthsAfter < 0 ? 0 : Math.min(scheme.mostMonths, Math.floor(monthsAfter / scheme.step) + 1);
  return { years: scheme.formerYears + Math.floor(delay / 12), months: delay % 12 };
}

/** The day `YYYY-MM-DD` on which that age is reached; a day that its month lacks becomes the month's last. */
export function retirementDay(birth: string, age: RetirementAge): string {
  const months = Number(birth.slice(0, 4)) * 12 + Number(birth.slice(4, 6)) - 1 + age.years * 12 + age.months;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(birth.slice(6, 8)), lastDay);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export interface RetirementNotice {
  /** True: the slip says that this is a labour-service relation and that insurance should be arranged. Never a reason to refuse. */
  readonly notice: boolean;
  readonly age: RetirementAge;
  readonly reachedOn: string;
}

/** Whether the statutory age is reached on the hall's local day. `birth` is `YYYYMMDD`. */
export function pastRetirement(birth: string, sex: Sex, now: Instant, former: FormerAgeOfWomen = 50): RetirementNotice {
  const age = statutoryRetirementAge(birth, sex, former);
  const reachedOn = retirementDay(birth, age);
  return { notice: localDay(now) >= reachedOn, age, reachedOn };
}
