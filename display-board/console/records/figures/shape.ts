/* What of a report stands in table and chart: pure, so that both always show the same numbers. */
import { opinionReasonSchema } from '@kuaizhao/db/domain/opinions/commands.ts';
import { figures, type FigureName } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { FiguresReport, FiguresRow } from '@kuaizhao/db/domain/records/figures/report.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { serviceName } from '../../parts/service-name.ts';
import { tradeName, type Say } from '../../../i18n/texts.ts';

/** More bars than this nobody tells apart; the table has them all. */
const barsMost = 16;
const minuteMs = 60_000;

/** Periods of a report, the newest first. */
export const periodsOf = ({ totals, rows }: FiguresReport): string[] => [...new Set([...totals, ...rows].map(({ period }) => period))].sort().reverse();

/** Rows as the table has them: the periods, newest first; or of a report that is split, the keys of one period, hours in their order and the others the largest first. */
export function tableRows(report: FiguresReport, period: string | undefined, sortBy: FigureName): FiguresRow[] {
  if (report.definition.by === 'all') return report.rows.toReversed();
  const rows = report.rows.filter((row) => row.period === period);
  const at = report.definition.figures.indexOf(sortBy);
  return report.definition.by === 'hour' ? rows : rows.toSorted((one, other) => (other.values[at] ?? 0) - (one.values[at] ?? 0));
}

/** `1,284` · `12.5分` · `0.34` · `—` for a quotient of nothing. */
export function valueText(say: Say, name: FigureName, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return figures[name].unit === 'ms' ? say('records.minutes', { n: Math.round(value / minuteMs * 10) / 10 }) : value.toLocaleString('en-US');
}

export const figureName = (say: Say, name: FigureName): string => (say.language === 'en' ? figures[name].en : figures[name].zh);

/** With what keys are named. */
export interface Named { readonly say: Say; readonly services: FloorState['services'] }

/** What the key of a row is called: a trade, an hour, a service, a reason. */
export function keyText({ say, services }: Named, { by }: FiguresReport['definition'], key: string): string {
  switch (by) {
    case 'trade': return tradeName(say.language, key);
    case 'hour': return `${key}:00`;
    case 'service': return serviceName(say, key, services);
    case 'reason': return say(`records.reason.${opinionReasonSchema.safeParse(key).data ?? 'other'}`);
    case 'all': return key;
  }
}

/** A week or a month or a day as the row's head says it. */
export const periodText = (say: Say, period: string): string => (period === '' ? say('records.whole') : period);

export interface Series { readonly labels: readonly string[]; readonly values: readonly (number | null)[]; readonly kind: 'line' | 'bar'; /** bars that are left out */ readonly cut: number }

/** One figure as it is drawn: over time a line, split a bar each. Milliseconds are drawn as minutes. */
export function seriesOf(named: Named, report: FiguresReport, period: string | undefined, name: FigureName): Series {
  const at = report.definition.figures.indexOf(name);
  const scale = figures[name].unit === 'ms' ? minuteMs : 1;
  const value = (row: FiguresRow): number | null => { const found = row.values[at] ?? null; return found === null ? null : Math.round(found / scale * 100) / 100; };
  const over = report.definition.by === 'all';
  const rows = over ? tableRows(report, period, name).toReversed() : tableRows(report, period, name);
  const shown = over ? rows : rows.slice(0, report.definition.by === 'hour' ? 24 : barsMost);
  return {
    labels: shown.map((row) => (over ? periodText(named.say, row.period) : keyText(named, report.definition, row.key))), values: shown.map(value),
    kind: over && shown.length > 1 ? 'line' : 'bar', cut: rows.length - shown.length,
  };
}
