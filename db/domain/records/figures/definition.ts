/* A report is data: which figures, split by what, over which periods. A hall, a city or an auditor asks another question without another program. */
import { z } from 'zod';
import { ok, refuse, type Result } from '../../result.ts';
import { idSchema, titleTextSchema } from '../../scalars.ts';
import { periodSchema } from '../period.ts';
import { figureNameSchema, type FigureName } from './measures.ts';

export const sliceSchema = z.enum(['all', 'hour', 'service', 'trade', 'reason']);
export type Slice = z.infer<typeof sliceSchema>;

/** Which figures can be split by what: nobody waits "for a trade" at a window, and places have no window. What is not named can only be asked for as a whole. */
const splitBy: { readonly [S in Exclude<Slice, 'all' | 'hour'>]: readonly FigureName[] } = {
  trade: ['seekers', 'tickets', 'calls', 'waits', 'averageWaitMs', 'longestWaitMs', 'jobs', 'places', 'rejected', 'takenDown', 'filled', 'averageFillMs', 'hires', 'placesPerSeeker', 'hiresPerSeeker'],
  service: ['tickets', 'calls', 'waits', 'averageWaitMs', 'longestWaitMs', 'noShows', 'served', 'transfers', 'parted'],
  reason: ['opinions', 'averageStars'],
};

/** A definition that a hall may keep, a city may send down, or a person may ask with. */
export const reportDefinitionSchema = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  zh: titleTextSchema, en: titleTextSchema,
  figures: z.array(figureNameSchema).min(1).max(20).refine((names) => new Set(names).size === names.length, { error: 'appears twice' }),
  by: sliceSchema,
  period: periodSchema,
}).superRefine(({ by, figures }, issue) => {
  if (by === 'all' || by === 'hour') return;
  for (const [index, name] of figures.entries()) if (!splitBy[by].includes(name)) issue.addIssue({ code: 'custom', path: ['figures', index], message: `${name} cannot be split by ${by}` });
});
export type ReportDefinition = z.infer<typeof reportDefinitionSchema>;

const report = (id: string, zh: string, en: string, by: Slice, period: ReportDefinition['period'], figures: readonly FigureName[]): ReportDefinition =>
  reportDefinitionSchema.parse({ id, version: 1, zh, en, by, period, figures });

const main: readonly FigureName[] = ['seekers', 'newcomers', 'tickets', 'jobs', 'places', 'hires', 'averageWaitMs', 'longestWaitMs', 'averageFillMs', 'noShows', 'placesPerSeeker', 'hiresPerSeeker'];
const byTrade: readonly FigureName[] = ['seekers', 'jobs', 'places', 'hires', 'averageFillMs', 'placesPerSeeker', 'hiresPerSeeker'];

/** The reports every hall has (运行监测: day, week, month, by trade and by hour). */
export const reportDefinitions: readonly ReportDefinition[] = [
  report('day', '运行日报', 'Day', 'all', 'day', main),
  report('week', '运行周报', 'Week', 'all', 'week', main),
  report('month', '运行月报', 'Month', 'all', 'month', main),
  report('dayByTrade', '分工种日报', 'Day by trade', 'trade', 'day', byTrade),
  report('weekByTrade', '分工种周报', 'Week by trade', 'trade', 'week', byTrade),
  report('monthByTrade', '分工种月报', 'Month by trade', 'trade', 'month', byTrade),
  report('dayByHour', '分时段日报', 'Day by hour', 'hour', 'day', ['seekers', 'tickets', 'jobs', 'places', 'hires', 'averageWaitMs', 'longestWaitMs']),
  report('monthByHour', '分时段月报', 'Month by hour', 'hour', 'month', ['seekers', 'tickets', 'jobs', 'places', 'hires', 'averageWaitMs', 'longestWaitMs']),
  report('dayByService', '窗口服务日报', 'Day by service', 'service', 'day', ['tickets', 'calls', 'waits', 'averageWaitMs', 'longestWaitMs', 'noShows', 'served']),
  report('opinions', '意见箱月报', 'Opinions by month', 'all', 'month', ['opinions', 'averageStars']),
  report('opinionsByReason', '意见箱原因月报', 'Opinions by reason', 'reason', 'month', ['opinions', 'averageStars']),
];

/** Refuses `reportUnknown`. */
export function reportById(id: string): Result<ReportDefinition> {
  const found = reportDefinitions.find((one) => one.id === id);
  return found === undefined ? refuse('reportUnknown', 'report') : ok(found);
}
