/* Fairs in SQLite. */
import type { Database } from 'better-sqlite3';
import { fairPutSchema } from '../../domain/fairs/facts.ts';
import type { FairRow, FairsView } from '../../domain/fairs/view.ts';
import type { FactOf } from '../../domain/fact.ts';
import type { Instant } from '../../domain/scalars.ts';

interface Found { fair_id: string; name: string; from_at: number; until_at: number; trades: string; tables: string; place: string | null; by_staff: string; ended_at: number | null }

export type FairsStore = ReturnType<typeof openFairs>;

export function openFairs(sql: Database) {
  const one = sql.prepare<[string], Found>('SELECT * FROM fair WHERE fair_id = ?');
  const live = 'FROM fair INDEXED BY fair_live WHERE ended_at IS NULL AND until_at > ?';
  const within = sql.prepare<[Instant, Instant], Found>(`SELECT * ${live} AND from_at < ? ORDER BY from_at, fair_id`);
  const count = sql.prepare<[Instant], { n: number }>(`SELECT count(*) AS n ${live}`);
  const newest = sql.prepare<[number], Found>('SELECT * FROM fair ORDER BY from_at DESC LIMIT ?');
  const put = sql.prepare(`INSERT INTO fair (fair_id, name, from_at, until_at, trades, tables, place, by_staff) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, from_at = excluded.from_at, until_at = excluded.until_at, trades = excluded.trades, tables = excluded.tables, place = excluded.place, by_staff = excluded.by_staff`);
  const end = sql.prepare('UPDATE fair SET ended_at = ? WHERE fair_id = ?');
  const view: FairsView = {
    fair: (fairId) => { const found = one.get(fairId); return found && fairRow(found); },
    fairsWithin: (from, until) => within.all(from, until).map(fairRow),
    fairCount: (now) => count.get(now)?.n ?? 0,
  };
  return {
    view,
    put: (fact: FactOf<'fairPut'>) => put.run(fact.fairId, fact.name, fact.from, fact.until, JSON.stringify(fact.trades), JSON.stringify(fact.tables), fact.place ?? null, fact.by),
    ended: (fact: FactOf<'fairEnded'>, now: Instant) => end.run(now, fact.fairId),
    /** All that were ever planned, the latest first. */
    fairs: (limit: number): FairRow[] => newest.all(limit).map(fairRow),
  };
}

const fairRow = (found: Found): FairRow => ({
  fairId: found.fair_id, name: found.name, from: found.from_at, until: found.until_at,
  trades: fairPutSchema.shape.trades.parse(JSON.parse(found.trades)), tables: fairPutSchema.shape.tables.parse(JSON.parse(found.tables)),
  place: found.place ?? undefined, by: found.by_staff, endedAt: found.ended_at ?? undefined,
});
