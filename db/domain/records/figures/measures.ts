/* What is counted, and the figures made of it. A figure is a count or a quotient of counts: there is no place where one could be typed. */
import { z } from 'zod';

/** Counted from the journal row by row (`count.ts`). Amounts are things, people or milliseconds. A name once shipped is never given to another count: every hall's sums hold it. */
export const measures = [
  'seekers', 'newcomers', 'tickets', 'calls', 'wait', 'noShows', 'served', 'transfers', 'parted',
  'employers', 'jobs', 'places', 'rejected', 'takenDown', 'fill', 'hires', 'opinions', 'stars',
] as const;
export const measureSchema = z.enum(measures);
export type Measure = z.infer<typeof measureSchema>;

/** Sums of one measure: how often, how much together, the largest single one. */
export interface Sums { readonly times: number; readonly amount: number; readonly longest: number }
export const noSums: Sums = { times: 0, amount: 0, longest: 0 };

export const figureNames = [
  'seekers', 'newcomers', 'tickets', 'calls', 'waits', 'averageWaitMs', 'longestWaitMs', 'noShows', 'served', 'transfers', 'parted',
  'employers', 'jobs', 'places', 'rejected', 'takenDown', 'filled', 'averageFillMs', 'hires', 'placesPerSeeker', 'hiresPerSeeker', 'opinions', 'averageStars',
] as const;
export const figureNameSchema = z.enum(figureNames);
export type FigureName = z.infer<typeof figureNameSchema>;

type Made =
  | { readonly take: 'times' | 'amount' | 'longest'; readonly of: Measure }
  | { readonly divide: { readonly take: 'times' | 'amount'; readonly of: Measure }; readonly by: { readonly take: 'times' | 'amount'; readonly of: Measure }; readonly digits: number };

/** `count`: whole numbers; `ms`: milliseconds; `ratio`: a quotient, null while there is nothing to divide by. */
export interface FigureMeaning { readonly zh: string; readonly en: string; readonly unit: 'count' | 'ms' | 'ratio'; readonly made: Made }

export const figures: { readonly [F in FigureName]: FigureMeaning } = {
  seekers: { zh: '求职人次', en: 'Job seekers', unit: 'count', made: { take: 'amount', of: 'seekers' } },
  newcomers: { zh: '新登记求职者', en: 'Newly registered', unit: 'count', made: { take: 'amount', of: 'newcomers' } },
  tickets: { zh: '取号数', en: 'Numbers issued', unit: 'count', made: { take: 'amount', of: 'tickets' } },
  calls: { zh: '叫号数', en: 'Calls', unit: 'count', made: { take: 'amount', of: 'calls' } },
  waits: { zh: '被叫到的号', en: 'Numbers called', unit: 'count', made: { take: 'times', of: 'wait' } },
  averageWaitMs: { zh: '平均等候', en: 'Average wait', unit: 'ms', made: { divide: { take: 'amount', of: 'wait' }, by: { take: 'times', of: 'wait' }, digits: 0 } },
  longestWaitMs: { zh: '最长等候', en: 'Longest wait', unit: 'ms', made: { take: 'longest', of: 'wait' } },
  noShows: { zh: '过号', en: 'No-shows', unit: 'count', made: { take: 'amount', of: 'noShows' } },
  served: { zh: '窗口办结', en: 'Served', unit: 'count', made: { take: 'amount', of: 'served' } },
  transfers: { zh: '转办', en: 'Transfers', unit: 'count', made: { take: 'amount', of: 'transfers' } },
  parted: { zh: '洽谈未成', en: 'No agreement', unit: 'count', made: { take: 'amount', of: 'parted' } },
  employers: { zh: '新登记用工主体', en: 'New employers', unit: 'count', made: { take: 'amount', of: 'employers' } },
  jobs: { zh: '用工信息', en: 'Jobs posted', unit: 'count', made: { take: 'amount', of: 'jobs' } },
  places: { zh: '招工人数', en: 'Places wanted', unit: 'count', made: { take: 'amount', of: 'places' } },
  rejected: { zh: '审核未通过', en: 'Postings rejected', unit: 'count', made: { take: 'amount', of: 'rejected' } },
  takenDown: { zh: '撤下用工信息', en: 'Jobs taken down', unit: 'count', made: { take: 'amount', of: 'takenDown' } },
  filled: { zh: '招满用工信息', en: 'Jobs filled', unit: 'count', made: { take: 'times', of: 'fill' } },
  averageFillMs: { zh: '平均招满用时', en: 'Average time to fill', unit: 'ms', made: { divide: { take: 'amount', of: 'fill' }, by: { take: 'times', of: 'fill' }, digits: 0 } },
  hires: { zh: '达成用工人次', en: 'Hires', unit: 'count', made: { take: 'amount', of: 'hires' } },
  placesPerSeeker: { zh: '求人倍率', en: 'Places per seeker', unit: 'ratio', made: { divide: { take: 'amount', of: 'places' }, by: { take: 'amount', of: 'seekers' }, digits: 2 } },
  hiresPerSeeker: { zh: '对接成功率', en: 'Hires per seeker', unit: 'ratio', made: { divide: { take: 'amount', of: 'hires' }, by: { take: 'amount', of: 'seekers' }, digits: 2 } },
  opinions: { zh: '意见', en: 'Opinions', unit: 'count', made: { take: 'amount', of: 'opinions' } },
  averageStars: { zh: '平均星级', en: 'Average stars', unit: 'ratio', made: { divide: { take: 'amount', of: 'stars' }, by: { take: 'times', of: 'stars' }, digits: 2 } },
};

/** The measures that a figure is made of. */
export function madeOf(name: FigureName): readonly Measure[] {
  const { made } = figures[name];
  return 'of' in made ? [made.of] : [made.divide.of, made.by.of];
}

/** The figure from its sums; null for a quotient of nothing. */
export function figureOf(name: FigureName, sums: (measure: Measure) => Sums): number | null {
  const { made } = figures[name];
  if ('of' in made) return sums(made.of)[made.take];
  const below = sums(made.by.of)[made.by.take];
  if (below === 0) return null;
  const scale = 10 ** made.digits;
  return Math.round((sums(made.divide.of)[made.divide.take] / below) * scale) / scale;
}
