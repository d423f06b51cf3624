/* The tables behind the fold: what is known before, and the changes, each in one statement a table however many rows. */
import type { Fact } from '../../domain/fact.ts';
import type { JobState } from '../../domain/jobs/view.ts';
import type { TicketState } from '../../domain/queue/view.ts';
import type { Sql } from '../store/city-db.ts';
import { foldOrders } from '../orders/fold-orders.ts';
import { foldPeople } from '../people/fold-people.ts';
import { fold, touchedBy, type Changes, type Known } from './fold.ts';

/** Folds the facts of one hall into its tables. Runs inside the transaction that moves the cursor, or the figures would not be the fold of a prefix. */
export async function foldInto(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<void> {
  const known = await load(sql, hallNo, facts);
  const changes = fold(known, facts);
  await saveThings(sql, hallNo, known, changes);
  await saveFigures(sql, hallNo, changes);
  await foldOrders(sql, hallNo, facts);
  await foldPeople(sql, hallNo, facts);
}

async function load(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<Known> {
  const touched = touchedBy(facts);
  const known: Known = { visits: new Map(), tickets: new Map(), jobs: new Map() };
  if (touched.visits.length > 0) {
    const rows = await sql.query<{ visit_id: string; day: string; trades: string }>('SELECT visit_id, day, trades FROM visit WHERE hall_no = $1 AND visit_id = ANY ($2::text[])', [hallNo, touched.visits]);
    for (const row of rows) known.visits.set(row.visit_id, { visitId: row.visit_id, day: row.day, trades: row.trades === '' ? [] : row.trades.split(',') });
  }
  if (touched.tickets.length > 0) {
    const rows = await sql.query<{ ticket_id: string; day: string; for_work: boolean; state: TicketState }>(
      'SELECT ticket_id, day, for_work, state FROM ticket WHERE hall_no = $1 AND ticket_id = ANY ($2::text[])', [hallNo, touched.tickets]);
    for (const row of rows) known.tickets.set(row.ticket_id, { ticketId: row.ticket_id, day: row.day, forWork: row.for_work, state: row.state });
  }
  if (touched.jobs.length > 0) {
    const rows = await sql.query<{ job_id: string; day: string; trade: string; places_left: number; state: JobState; valid_until: number; shown: boolean }>(
      'SELECT job_id, day, trade, places_left, state, valid_until, shown FROM job WHERE hall_no = $1 AND job_id = ANY ($2::text[])', [hallNo, touched.jobs]);
    for (const row of rows) known.jobs.set(row.job_id, { jobId: row.job_id, day: row.day, trade: row.trade, placesLeft: row.places_left, state: row.state, validUntil: row.valid_until, shown: row.shown });
  }
  return known;
}

async function saveThings(sql: Sql, hallNo: number, known: Known, changes: Changes): Promise<void> {
  if (changes.visits.size > 0) {
    await sql.query(
      `INSERT INTO visit (hall_no, visit_id, day, trades) SELECT $1, id, day, trades FROM json_to_recordset($2::json) AS r (id text, day date, trades text)
       ON CONFLICT (hall_no, visit_id) DO UPDATE SET trades = excluded.trades`,
      [hallNo, picked(known.visits, changes.visits, (visit) => ({ id: visit.visitId, day: visit.day, trades: visit.trades.join(',') }))],
    );
  }
  if (changes.tickets.size > 0) {
    await sql.query(
      `INSERT INTO ticket (hall_no, ticket_id, day, for_work, state) SELECT $1, id, day, work, state FROM json_to_recordset($2::json) AS r (id text, day date, work boolean, state text)
       ON CONFLICT (hall_no, ticket_id) DO UPDATE SET state = excluded.state`,
      [hallNo, picked(known.tickets, changes.tickets, (ticket) => ({ id: ticket.ticketId, day: ticket.day, work: ticket.forWork, state: ticket.state }))],
    );
  }
  if (changes.jobs.size > 0) {
    await sql.query(
      `INSERT INTO job (hall_no, job_id, day, trade, places_left, state, valid_until, shown)
       SELECT $1, id, day, trade, left_, state, until, shown FROM json_to_recordset($2::json) AS r (id text, day date, trade text, left_ integer, state text, until bigint, shown boolean)
       ON CONFLICT (hall_no, job_id) DO UPDATE SET places_left = excluded.places_left, state = excluded.state, valid_until = excluded.valid_until, shown = excluded.shown`,
      [hallNo, picked(known.jobs, changes.jobs, (job) => ({ id: job.jobId, day: job.day, trade: job.trade, left_: job.placesLeft, state: job.state, until: job.validUntil, shown: job.shown }))],
    );
  }
}

async function saveFigures(sql: Sql, hallNo: number, changes: Changes): Promise<void> {
  if (changes.days.length > 0) {
    await sql.query(
      `INSERT INTO day_figures AS f (hall_no, day, seekers, waiting, jobs, places, hires)
       SELECT $1, day, 0, 0, 0, 0, 0 FROM json_to_recordset($2::json) AS r (day date) ON CONFLICT (hall_no, day) DO NOTHING`,
      [hallNo, JSON.stringify(changes.days)],
    );
    // The end of a day takes away as many waiting as the hall counted, and a hire may be taken back; what sits in quarantine was never counted here, so never below nothing.
    // Not in the insert's own conflict clause: a change may be negative, and the row it would first try to insert breaks the checks.
    await sql.query(
      `UPDATE day_figures AS f SET seekers = f.seekers + r.seekers, waiting = greatest(0, f.waiting + r.waiting), jobs = f.jobs + r.jobs, places = f.places + r.places, hires = greatest(0, f.hires + r.hires)
       FROM json_to_recordset($2::json) AS r (day date, seekers integer, waiting integer, jobs integer, places integer, hires integer) WHERE f.hall_no = $1 AND f.day = r.day`,
      [hallNo, JSON.stringify(changes.days)],
    );
  }
  if (changes.trades.length > 0) {
    await sql.query(
      `INSERT INTO trade_figures (hall_no, day, trade, seekers, places, hires)
       SELECT $1, day, trade, 0, 0, 0 FROM json_to_recordset($2::json) AS r (day date, trade text) ON CONFLICT (hall_no, day, trade) DO NOTHING`,
      [hallNo, JSON.stringify(changes.trades)],
    );
    await sql.query(
      `UPDATE trade_figures AS f SET seekers = f.seekers + r.seekers, places = f.places + r.places, hires = greatest(0, f.hires + r.hires)
       FROM json_to_recordset($2::json) AS r (day date, trade text, seekers integer, places integer, hires integer) WHERE f.hall_no = $1 AND f.day = r.day AND f.trade = r.trade`,
      [hallNo, JSON.stringify(changes.trades)],
    );
  }
  if (changes.businessDay !== undefined) await sql.query('UPDATE hall SET business_day = greatest(business_day, $2::date) WHERE hall_no = $1', [hallNo, changes.businessDay]);
}

function picked<T>(things: ReadonlyMap<string, T>, ids: ReadonlySet<string>, row: (thing: T) => object): string {
  const rows: object[] = [];
  for (const id of ids) {
    const thing = things.get(id);
    if (thing !== undefined) rows.push(row(thing));
  }
  return JSON.stringify(rows);
}
