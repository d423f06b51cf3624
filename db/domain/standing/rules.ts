/* 履约记录: what counts against whom, as data. Points fade, are worked off, and can be appealed; a stop is for a time and never for good. */

export const standingSides = ['worker', 'employer'] as const;
export type StandingSide = (typeof standingSides)[number];

export const standingCauses = ['noShow', 'lateToVan', 'workerCancelled', 'employerAbsent', 'employerCancelled', 'unpaid', 'falseTerms', 'discrimination', 'unlicensedAgent'] as const;
export type StandingCause = (typeof standingCauses)[number];

export interface StandingRules {
  readonly version: string;
  readonly causes: { readonly [C in StandingCause]: { readonly side: StandingSide; readonly points: number } };
  /** from so many points on: stopped for so many days */
  readonly stops: { readonly [S in StandingSide]: readonly { readonly from: number; readonly days: number }[] };
  /** points older than this are gone */
  readonly fadeDays: number;
  /** so many hires that ended well, one after another, take the oldest entry away */
  readonly cleanHires: number;
  /** grades on the record: good below the first, warned below the second */
  readonly grades: { readonly warnedFrom: number; readonly badFrom: number };
}

/** Deliberately mild for a number that was missed in a loud hall, heavy for work that was not paid. */
export const standingRules: StandingRules = {
  version: '2026-11',
  causes: {
    noShow: { side: 'worker', points: 1 }, lateToVan: { side: 'worker', points: 3 }, workerCancelled: { side: 'worker', points: 2 },
    employerAbsent: { side: 'employer', points: 2 }, employerCancelled: { side: 'employer', points: 3 }, unpaid: { side: 'employer', points: 12 },
    falseTerms: { side: 'employer', points: 6 }, discrimination: { side: 'employer', points: 6 }, unlicensedAgent: { side: 'employer', points: 12 },
  },
  stops: { worker: [{ from: 6, days: 1 }, { from: 12, days: 3 }], employer: [{ from: 6, days: 3 }, { from: 12, days: 15 }] },
  fadeDays: 90,
  cleanHires: 5,
  grades: { warnedFrom: 3, badFrom: 6 },
};

export const grades = ['good', 'warned', 'bad'] as const;
export type Grade = (typeof grades)[number];

export function gradeOf(points: number, rules: StandingRules = standingRules): Grade {
  if (points >= rules.grades.badFrom) return 'bad';
  return points >= rules.grades.warnedFrom ? 'warned' : 'good';
}

const dayMs = 24 * 3_600_000;
/** Points given before this are gone. */
export const fadedBefore = (now: number, rules: StandingRules = standingRules): number => now - rules.fadeDays * dayMs;

/** The last moment at which points given at `at` count. */
export const fadesAt = (at: number, rules: StandingRules = standingRules): number => at + rules.fadeDays * dayMs;

/** Entries older than this have no part in a stop that still holds. */
export const stopsBegin = (now: number, rules: StandingRules = standingRules): number =>
  fadedBefore(now, rules) - Math.max(...Object.values(rules.stops).flat().map((one) => one.days)) * dayMs;

/** Until when these entries stop somebody, the oldest first: each with those before it that counted then. 0 when they never did. */
export function stopOf(side: StandingSide, entries: readonly { readonly at: number; readonly points: number }[], rules: StandingRules = standingRules): number {
  return entries.reduce((until, { at }, index) => {
    const sum = entries.slice(0, index + 1).filter((one) => one.at >= fadedBefore(at, rules)).reduce((total, one) => total + one.points, 0);
    return Math.max(until, at + (stopFor(side, sum, rules) ?? -at));
  }, 0);
}

/** The longest stop that so many points bring, in milliseconds; undefined below the first threshold. */
export function stopFor(side: StandingSide, points: number, rules: StandingRules = standingRules): number | undefined {
  const days = rules.stops[side].filter((one) => points >= one.from).map((one) => one.days);
  return days.length === 0 ? undefined : Math.max(...days) * dayMs;
}
