/* The journal gets shorter at its old end: what the city has acknowledged and the hall has kept long enough goes, with everything that only points at it. */
import type { Database } from 'better-sqlite3';
import { extend, type Range } from '../domain/operations/ranges.ts';
import { mayGo } from '../domain/operations/shorten.ts';
import { localDay } from '../domain/queue/business-day.ts';
import { measures } from '../domain/records/figures/measures.ts';
import type { Instant } from '../domain/scalars.ts';
import type { Journal } from './journal.ts';
import type { UplinkCursor } from './uplink-cursor.ts';

/** As many rows as the largest operation has, so that each step can take one: about twenty milliseconds. */
const rowsAtOnce = 512;

interface Found { readonly seq: number; readonly boot: string; readonly counter: number; readonly ends: 0 | 1; readonly key: string; readonly command_id: string; readonly clock: Instant; readonly hash: string }

export interface ShortenParts {
  readonly sql: Database; readonly journal: Journal; readonly cursor: UplinkCursor;
  readonly countedTo: () => number;
  readonly group: (run: () => void) => void;
  readonly operation: <T>(run: () => T, alone: boolean) => T;
}

/** One step, in a commit of its own: takes away the oldest rows that were recorded before `before`, at most 512, and gives how many went. Rows that the city has not acknowledged, that are not counted into the figures, or whose operation is not whole yet stay, and none behind them goes. */
export type Shorten = (before: Instant) => number;

export function openShorten({ sql, journal, cursor, countedTo, group, operation }: ShortenParts): Shorten {
  const oldest = sql.prepare<[number, number], Found>('SELECT seq, boot, counter, ends, key, command_id, clock, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?');
  const move = sql.prepare('UPDATE journal_base SET seq = ?, hash = ?, boot = ?, counter = ?, clock = max(clock, ?) WHERE id = 1');
  const noKey = sql.prepare('DELETE FROM journal_key WHERE key = ? AND seq = ?');
  // An answer is kept for less time than the rows that it points at, so this finds what a clock that jumped has left.
  const noAnswer = sql.prepare('DELETE FROM answer WHERE command_id = ? AND first_seq <= ?');
  const noRow = sql.prepare('DELETE FROM journal WHERE seq <= ?');
  // The sums stay for good. A row that counts for a later day than it was recorded on goes when that day does.
  const noEvidence = sql.prepare('DELETE FROM counted WHERE measure = ? AND day <= ? AND seq <= ?');
  const remember = openPast(sql);

  function take(rows: readonly Found[], last: Found): void {
    move.run(last.seq, last.hash, last.boot, last.counter, rows.reduce((most, { clock }) => Math.max(most, clock), 0));
    remember(rows);
    for (const { key, seq, command_id: commandId } of rows) {
      noKey.run(key, seq);
      noAnswer.run(commandId, seq);
    }
    for (const measure of measures) noEvidence.run(measure, localDay(last.clock), last.seq);
    noRow.run(last.seq);
    journal.refresh();
  }
  return (before) => {
    let went = 0;
    const acked = Math.min(cursor.get().seq, countedTo());
    const found = oldest.all(journal.base()?.seq ?? 0, rowsAtOnce);
    const rows = found.slice(0, mayGo(found.map(({ seq, clock, ends }) => ({ seq, clock, ends: ends === 1 })), { acked, before }));
    const last = rows.at(-1);
    if (last !== undefined) group(() => operation(() => { take(rows, last); went = rows.length; }, false));
    return went;
  };
}

/** Remembers the operations of rows that go, as ranges. */
function openPast(sql: Database): (rows: readonly Pick<Found, 'boot' | 'counter'>[]) => void {
  const near = sql.prepare<[{ boot: string; low: number; high: number }], Range>(`SELECT first, last FROM journal_past WHERE boot = @boot AND first > @low AND first <= @high
    UNION ALL SELECT * FROM (SELECT first, last FROM journal_past WHERE boot = @boot AND first <= @low ORDER BY first DESC LIMIT 1)`);
  const put = sql.prepare('INSERT INTO journal_past (boot, first, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last');
  const forget = sql.prepare('DELETE FROM journal_past WHERE boot = ? AND first = ?');
  return (rows) => {
    for (const [boot, of] of Map.groupBy(rows, (row) => row.boot)) {
      const counters = of.map(({ counter }) => counter);
      const { written, gone } = extend(near.all({ boot, low: Math.min(...counters) - 1, high: Math.max(...counters) + 1 }), counters);
      for (const { first, last } of written) put.run(boot, first, last);
      for (const first of gone) forget.run(boot, first);
    }
  };
}
