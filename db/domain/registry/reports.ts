/* Report definitions are data: by what rows are made, which figures stand in them, and in which order. Staff of the city keep further ones beside those that are shipped. */
import { z } from 'zod';
import { idSchema, textSchema } from '../scalars.ts';

/** What makes a row, coarse to fine. */
export const reportGroups = ['day', 'hall', 'trade', 'dayHall', 'dayTrade', 'hallTrade', 'dayHallTrade'] as const;
export type ReportGroup = (typeof reportGroups)[number];
export type ReportPart = 'day' | 'hall' | 'trade';
export const partsOf: Readonly<Record<ReportGroup, readonly ReportPart[]>> = {
  day: ['day'], hall: ['hall'], trade: ['trade'], dayHall: ['day', 'hall'], dayTrade: ['day', 'trade'], hallTrade: ['hall', 'trade'], dayHallTrade: ['day', 'hall', 'trade'],
};

/** Each is counted from the halls' journals; how, the page says beside the table. Times in whole minutes. */
export const measures = ['seekers', 'places', 'hires', 'ratio', 'jobs', 'filled', 'fillMedian', 'called', 'waitMedian', 'waitP90'] as const;
export type Measure = (typeof measures)[number];
/** People wait for work, not for a trade: a number of several trades waits once. */
export const notByTrade: ReadonlySet<Measure> = new Set(['jobs', 'called', 'waitMedian', 'waitP90']);

export const reportSchema = z.strictObject({
  reportId: idSchema, title: textSchema(20),
  by: z.enum(reportGroups),
  measures: z.array(z.enum(measures)).min(1).max(measures.length).refine((all) => new Set(all).size === all.length, { error: 'twice the same' }),
  /** the largest first; without it the newest day first, then by hall and trade */
  top: z.enum(measures).optional(),
});
export type Report = z.infer<typeof reportSchema>;

export const shippedReports: readonly [Report, ...Report[]] = [
  { reportId: 'ranking', title: '市场排名', by: 'hall', measures: ['seekers', 'places', 'hires', 'ratio', 'fillMedian', 'waitMedian'], top: 'hires' },
  { reportId: 'hallDays', title: '市场 × 日', by: 'dayHall', measures: ['seekers', 'jobs', 'places', 'hires', 'ratio', 'fillMedian', 'waitMedian'] },
  { reportId: 'days', title: '分日', by: 'day', measures: ['seekers', 'jobs', 'places', 'hires', 'ratio', 'fillMedian', 'waitMedian'] },
  { reportId: 'trades', title: '分工种', by: 'trade', measures: ['seekers', 'places', 'hires', 'ratio', 'filled', 'fillMedian'], top: 'places' },
  { reportId: 'waits', title: '等候时长', by: 'dayHall', measures: ['seekers', 'called', 'waitMedian', 'waitP90'] },
  { reportId: 'fills', title: '招满用时', by: 'hallTrade', measures: ['places', 'hires', 'filled', 'fillMedian'], top: 'filled' },
  { reportId: 'cells', title: '市场 × 工种 × 日', by: 'dayHallTrade', measures: ['seekers', 'places', 'hires', 'ratio', 'fillMedian'] },
];
