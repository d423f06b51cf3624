/* Figures and the rows of the journal behind them. What is told is as the journal was counted to, and says so. */
import type { Database } from 'better-sqlite3';
import { directoryDays, mainTradesLimit, type DirectoryEntry } from '../../../domain/records/directory/entry.ts';
import type { HallSettings } from '../../../domain/hall/settings.ts';
import { localTime } from '../../../domain/queue/business-day.ts';
import type { Slice, ReportDefinition } from '../../../domain/records/figures/definition.ts';
import { figureOf, madeOf, noSums, type Measure, type Sums } from '../../../domain/records/figures/measures.ts';
import { reportDaysLimit, reportRowsLimit, sealed, type FiguresReport, type FiguresRow } from '../../../domain/records/figures/report.ts';
import type { Period, Range } from '../../../domain/records/period.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { sha256 } from '../../../sealing/sha256.ts';

const periodOfDay: { readonly [P in Period]: string } = { day: 'day', week: "strftime('%G-W%V', day)", month: 'substr(day, 1, 7)', whole: "''" };

interface SumsFound extends Sums { readonly period: string; readonly key: string }

export function openFigures(sql: Database) {
  const sums = (period: Period) => sql.prepare<[string, Slice, string, string], SumsFound>(`SELECT ${periodOfDay[period]} AS period, key, sum(times) AS times, sum(amount) AS amount, max(longest) AS longest
    FROM figures WHERE measure = ? AND slice = ? AND day BETWEEN ? AND ? GROUP BY period, key ORDER BY period, key`);
  const sumsBy = { day: sums('day'), week: sums('week'), month: sums('month'), whole: sums('whole') };
  const counted = sql.prepare<[], { seq: number; hash: string }>(`SELECT counting.seq, coalesce(journal.hash, journal_base.hash) AS hash FROM counting CROSS JOIN journal_base LEFT JOIN journal ON journal.seq = counting.seq`);

  function rowsOf({ figures, period }: ReportDefinition, by: Slice, { from, to }: Range): FiguresRow[] {
    const cells = new Map<string, { period: string; key: string; sums: Map<Measure, Sums> }>();
    for (const measure of new Set(figures.flatMap(madeOf))) for (const found of sumsBy[period].all(measure, by, from, to)) {
      const id = `${found.period} ${found.key}`;
      const cell = cells.get(id) ?? { period: found.period, key: found.key, sums: new Map() };
      cell.sums.set(measure, found);
      cells.set(id, cell);
    }
    return [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, cell]) => ({ period: cell.period, key: cell.key, values: figures.map((name) => figureOf(name, (measure) => cell.sums.get(measure) ?? noSums)) }));
  }
  return {
    report(definition: ReportDefinition, range: Range, hallId: string, now: Instant): FiguresReport {
      const totals = rowsOf(definition, 'all', range).slice(0, reportDaysLimit);
      const rows = definition.by === 'all' ? totals : rowsOf(definition, definition.by, range);
      const content = { hallId, definition, from: range.from, to: range.to, rows: rows.slice(0, reportRowsLimit), cut: rows.length > reportRowsLimit, totals };
      const head = counted.get() ?? { seq: 0, hash: '0'.repeat(64) };
      return { ...content, countedAt: now, seal: sealed(sha256, content, head) };
    },
    directory: openDirectory(sql),
  };
}

/** Averages over the last open days before the one that is open now, because a day that is not over would make every average too small. */
function openDirectory(sql: Database) {
  const days = sql.prepare<[number], { day: string; opened_at: Instant }>('SELECT day, opened_at FROM counted_day WHERE day < (SELECT max(day) FROM counted_day) ORDER BY day DESC LIMIT ?');
  const total = sql.prepare<[string, string, string], { amount: number | null }>("SELECT sum(amount) AS amount FROM figures WHERE measure = ? AND slice = 'all' AND day BETWEEN ? AND ?");
  const trades = sql.prepare<[string, string, string, string, number], { key: string }>(`SELECT key FROM (
      SELECT key, amount FROM figures WHERE measure = 'seekers' AND slice = 'trade' AND day BETWEEN ? AND ?
      UNION ALL SELECT key, amount FROM figures WHERE measure = 'places' AND slice = 'trade' AND day BETWEEN ? AND ?)
    GROUP BY key ORDER BY sum(amount) DESC, key LIMIT ?`);
  return (settings: HallSettings, now: Instant): DirectoryEntry => {
    const open = days.all(directoryDays);
    const [last, first] = [open[0]?.day, open.at(-1)?.day];
    const average = (measure: Measure): number | null =>
      (first === undefined || last === undefined ? null : Math.round(((total.get(measure, first, last)?.amount ?? 0) / open.length) * 10) / 10);
    const opened = open.map((day) => localTime(day.opened_at)).sort();
    const [earliest, latest] = [opened[0], opened.at(-1)];
    return {
      hallId: settings.hallId, name: settings.name, kind: settings.kind, district: settings.district, hotline: settings.hotline, services: settings.services.map((one) => one.label),
      openDays: open.length, ...(first === undefined ? {} : { firstDay: first }), ...(last === undefined ? {} : { lastDay: last }),
      averageSeekers: average('seekers'), averagePlaces: average('places'), averageHires: average('hires'),
      mainTrades: first === undefined || last === undefined ? [] : trades.all(first, last, first, last, mainTradesLimit).map((row) => row.key),
      ...(earliest === undefined || latest === undefined ? {} : { opensBetween: { earliest, latest } }),
      countedAt: now,
    };
  };
}
