/* What else a board shows: which called people sit at a table already, and the figures of this business day by hour and trade. Nothing about a person. */
import type { Database } from 'better-sqlite3';
import type { Instant } from '../../../domain/scalars.ts';

const today = '(SELECT max(day) FROM business_day)';
/** Figures follow the journal by a moment anyway, and nobody reads a chart ten times a second. */
const keptForMs = 10_000;
const hoursOfDay = 24;

export interface DayFigures {
  readonly countedAt: Instant;
  readonly byHour: readonly { readonly hour: number; readonly seekers: number; readonly hires: number }[];
  readonly byTrade: readonly { readonly trade: string; readonly places: number; readonly hires: number }[];
}

export function openBoardParts(sql: Database) {
  const talking = sql.prepare<[], { call_id: string }>(`SELECT call.call_id FROM call INDEXED BY call_open JOIN talk USING (call_id) WHERE call.state = 'open' AND talk.state = 'accepted' AND call.day = ${today}`);
  const sums = (slice: 'hour' | 'trade', one: string, other: string) => sql.prepare<[number], { key: string; one: number; other: number }>(`SELECT key,
      sum(CASE measure WHEN '${one}' THEN amount ELSE 0 END) AS one, sum(CASE measure WHEN '${other}' THEN amount ELSE 0 END) AS other
    FROM figures WHERE measure IN ('${one}', '${other}') AND slice = '${slice}' AND day = ${today} GROUP BY key HAVING one > 0 OR other > 0 ORDER BY ${slice === 'hour' ? 'key' : 'one DESC, key'} LIMIT ?`);
  const hours = sums('hour', 'seekers', 'hires');
  const trades = sums('trade', 'places', 'hires');
  let kept: DayFigures | undefined;
  return {
    /** Open calls to tables that were accepted. */
    talkingCalls: (): ReadonlySet<string> => new Set(talking.all().map((row) => row.call_id)),
    /** As the journal was counted to; `tradesMost` trades with most places. */
    dayFigures(now: Instant, tradesMost: number): DayFigures {
      if (kept !== undefined && Math.abs(now - kept.countedAt) < keptForMs) return kept;
      // What was taken back can stand in another hour than what it takes back.
      const amount = (sum: number): number => Math.max(0, sum);
      kept = {
        countedAt: now,
        byHour: hours.all(hoursOfDay).map((row) => ({ hour: Number(row.key), seekers: amount(row.one), hires: amount(row.other) })),
        byTrade: trades.all(tradesMost).map((row) => ({ trade: row.key, places: amount(row.one), hires: amount(row.other) })),
      };
      return kept;
    },
  };
}
