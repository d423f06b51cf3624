/* Counting follows the journal: row by row, each once, in the journal's order; what one row adds is decided in db/domain and summed by the database. */
import type { Database } from 'better-sqlite3';
import { factSchema } from '../domain/fact.ts';
import { count, type CountedStep, type CountMemory } from '../domain/records/figures/count.ts';

export type Counting = ReturnType<typeof openCounting>;

interface Row { readonly seq: number; readonly key: string; readonly clock: number; readonly body: string }

export function openCounting(sql: Database) {
  const cursor = sql.prepare<[], { seq: number }>('SELECT seq FROM counting WHERE id = 1');
  const move = sql.prepare('UPDATE counting SET seq = ? WHERE id = 1');
  const rowsAfter = sql.prepare<[number, number], Row>('SELECT seq, key, clock, body FROM journal WHERE seq > ? ORDER BY seq LIMIT ?');
  const keep = sql.prepare('INSERT INTO counted (measure, seq, part, times, amount, day, hour, whole, parts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const keepKey = sql.prepare('INSERT INTO journal_key (key, seq) VALUES (?, ?)');
  const openDay = sql.prepare<[], { day: string | null }>('SELECT max(day) AS day FROM counted_day');
  const { memory, begin } = openMemory(sql);

  function countRow(row: Row): void {
    const fact = factSchema.parse(JSON.parse(row.body));
    begin(row);
    const additions = count(fact, row.clock, memory);
    const day = openDay.get()?.day ?? undefined;
    for (const [part, { measure, times, amount, whole, parts, day: its = day }] of additions.entries()) {
      // Every fact follows the opening of a day in its own transaction; without one the journal is not a journal.
      if (its === undefined) throw new Error(`row ${row.seq} of the journal comes before any day was opened`);
      keep.run(measure, row.seq, part, times, amount, its, hourOf(row.clock), whole ? 1 : 0, JSON.stringify(parts));
    }
    keepKey.run(row.key, row.seq);
    move.run(row.seq);
  }
  return {
    /** Last row that is counted. */
    countedTo: (): number => cursor.get()?.seq ?? 0,
    /** Counts up to `maxRows` further rows in one commit; gives how many of the journal's `head` rows are left. `commit` makes it an operation: the tables refuse anybody else. */
    catchUp(maxRows: number, head: number, commit: (run: () => void) => void): number {
      const from = cursor.get()?.seq ?? 0;
      if (from < head) commit(() => { for (const row of rowsAfter.all(from, maxRows)) countRow(row); });
      return head - (cursor.get()?.seq ?? 0);
    },
  };
}

/** A call that nobody ended, and a day closed over it, is remembered no longer than this. */
const openCallMs = 3 * 24 * 3_600_000;

/** Hour of the day in China, 0 to 23. */
const hourOf = (clock: number): number => Math.floor(clock / 3_600_000 + 8) % 24;

function openMemory(sql: Database): { memory: CountMemory; begin: (row: Row) => void } {
  const ticket = sql.prepare<[string], { service: string; at: number; called: 0 | 1; open: 0 | 1 }>('SELECT service, at, called, open FROM counted_ticket WHERE ticket_id = ?');
  const putTicket = sql.prepare('INSERT INTO counted_ticket (ticket_id, service, at, called, open) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET service = excluded.service, at = excluded.at, called = excluded.called, open = excluded.open');
  const visit = sql.prepare<[string], { trades: string }>('SELECT trades FROM counted_visit WHERE visit_id = ?');
  const putVisit = sql.prepare('INSERT INTO counted_visit (visit_id, trades) VALUES (?, ?) ON CONFLICT DO UPDATE SET trades = excluded.trades');
  const job = sql.prepare<[string], { day: string; trade: string; places: number; shown_at: number | null; filled: 0 | 1 }>('SELECT day, trade, places, shown_at, filled FROM counted_job WHERE job_id = ?');
  const putJob = sql.prepare(`INSERT INTO counted_job (job_id, day, trade, places, shown_at, filled) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET trade = excluded.trade, places = excluded.places, shown_at = excluded.shown_at, filled = excluded.filled`);
  const putDay = sql.prepare('INSERT INTO counted_day (day, opened_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const forgetTickets = sql.prepare('DELETE FROM counted_ticket WHERE open = 0 OR at < ?');
  const forgetVisits = sql.prepare('DELETE FROM counted_visit');
  const forgetSteps = sql.prepare('DELETE FROM counted_step');
  const step = sql.prepare<[string], { added: string; before: string }>('SELECT added, before FROM counted_step WHERE step = ?');
  const putStep = sql.prepare('INSERT INTO counted_step (step, added, before) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET added = excluded.added, before = excluded.before');
  let current: Row | undefined;
  const memory: CountMemory = {
    ticket(ticketId) {
      const found = ticket.get(ticketId);
      return found && { service: found.service, at: found.at, called: found.called === 1, open: found.open === 1 };
    },
    putTicket: (ticketId, { service, at, called, open }) => { putTicket.run(ticketId, service, at, called ? 1 : 0, open ? 1 : 0); },
    visitTrades: (visitId) => visit.get(visitId)?.trades.split(',') ?? [],
    putVisitTrades: (visitId, trades) => { putVisit.run(visitId, trades.join(',')); },
    job(jobId) {
      const found = job.get(jobId);
      return found && { day: found.day, trade: found.trade, places: found.places, shownAt: found.shown_at ?? undefined, filled: found.filled === 1 };
    },
    putJob: (jobId, { day, trade, places, shownAt, filled }) => { putJob.run(jobId, day, trade, places, shownAt ?? null, filled ? 1 : 0); },
    step(id) {
      const found = step.get(id);
      return found && { added: JSON.parse(found.added) as CountedStep['added'], before: JSON.parse(found.before) as CountedStep['before'] };
    },
    putStep: (id, { added, before }) => { putStep.run(id, JSON.stringify(added), JSON.stringify(before)); },
    dayOpened(day) {
      if (current === undefined) throw new Error('no row of the journal is being counted');
      putDay.run(day, current.clock);
      forgetTickets.run(current.clock - openCallMs);
      forgetSteps.run();
      forgetVisits.run();
    },
  };
  return { memory, begin: (row) => { current = row; } };
}
