/* The tables behind the fold: what is known before, and the changes, each in one statement a table however many rows. */
import type { Fact } from '../../domain/fact.ts';
import type { JobState } from '../../domain/jobs/view.ts';
import type { TicketState } from '../../domain/queue/view.ts';
import { bools, int8s, texts } from '../store/columns.ts';
import type { Sql, Transaction } from '../store/city-db.ts';
import { readOrders, saveOrders, type FoldedOrder } from '../orders/fold-orders.ts';
import { foldPeople } from '../people/fold-people.ts';
import { foldSlips } from '../slips/fold-slips.ts';
import { fold, touchedBy, type Changes, type Known } from './fold.ts';

/** What the tables say of everything that some facts may be about; of more facts than are folded does no harm. */
export interface Before { readonly known: Known; readonly orders: readonly FoldedOrder[] }

/** The hall must be locked. */
export async function readBefore(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<Before> {
  const orders = readOrders(sql, hallNo, facts);
  const [known, found] = await Promise.all([load(sql, hallNo, facts), orders]);
  return { known, orders: found };
}

/** Folds the facts of one hall into its tables. Runs inside the transaction that moves the cursor, or the figures would not be the fold of a prefix. `before` was read in it, and nothing was folded since. */
export async function foldInto(sql: Transaction, hallNo: number, facts: readonly Fact[], before: Promise<Before> = readBefore(sql, hallNo, facts)): Promise<void> {
  const { known, orders } = await before;
  const changes = fold(known, facts);
  saveThings(sql, hallNo, known, changes);
  saveFigures(sql, hallNo, changes);
  saveOrders(sql, hallNo, facts, orders);
  await foldPeople(sql, hallNo, facts);
  await foldSlips(sql, hallNo, facts);
}

/** Each thing by its own look into the index: a list of names as a condition lets the planner of a young table read all of it. */
const byId = (table: string, id: string, columns: string): string => `SELECT t.* FROM unnest($2::text[]) AS r (id) CROSS JOIN LATERAL (SELECT ${columns} FROM ${table} WHERE hall_no = $1 AND ${id} = r.id LIMIT 1) AS t`;
const visitsById = byId('visit', 'visit_id', 'visit_id, day, trades');
const ticketsById = byId('ticket', 'ticket_id', 'ticket_id, day, for_work, state');
const jobsById = byId('job', 'job_id', 'job_id, day, trade, places_left, state, valid_until, shown');

interface VisitRow { visit_id: string; day: string; trades: string }
interface TicketRow { ticket_id: string; day: string; for_work: boolean; state: TicketState }
interface JobRow { job_id: string; day: string; trade: string; places_left: number; state: JobState; valid_until: number; shown: boolean }

async function load(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<Known> {
  const touched = touchedBy(facts);
  const rowsOf = async <Row extends object>(text: string, ids: readonly string[]): Promise<Row[]> => (ids.length === 0 ? [] : sql.query<Row>(text, [hallNo, texts(ids)]));
  const [visits, tickets, jobs] = await Promise.all([rowsOf<VisitRow>(visitsById, touched.visits), rowsOf<TicketRow>(ticketsById, touched.tickets), rowsOf<JobRow>(jobsById, touched.jobs)]);
  return {
    visits: new Map(visits.map((row) => [row.visit_id, { visitId: row.visit_id, day: row.day, trades: row.trades === '' ? [] : row.trades.split(',') }])),
    tickets: new Map(tickets.map((row) => [row.ticket_id, { ticketId: row.ticket_id, day: row.day, forWork: row.for_work, state: row.state }])),
    jobs: new Map(jobs.map((row) => [row.job_id, { jobId: row.job_id, day: row.day, trade: row.trade, placesLeft: row.places_left, state: row.state, validUntil: row.valid_until, shown: row.shown }])),
  };
}

function saveThings(sql: Pick<Transaction, 'soon'>, hallNo: number, known: Known, changes: Changes): void {
  if (changes.visits.size > 0) {
    const visits = picked(known.visits, changes.visits);
    sql.soon(
      `INSERT INTO visit (hall_no, visit_id, day, trades) SELECT $1, id, day::date, trades FROM unnest($2::text[], $3::text[], $4::text[]) AS r (id, day, trades) ON CONFLICT (hall_no, visit_id) DO UPDATE SET trades = excluded.trades`,
      [hallNo, texts(visits.map(({ visitId }) => visitId)), texts(visits.map(({ day }) => day)), texts(visits.map(({ trades }) => trades.join(',')))],
    );
  }
  if (changes.tickets.size > 0) {
    const tickets = picked(known.tickets, changes.tickets);
    sql.soon(
      `INSERT INTO ticket (hall_no, ticket_id, day, for_work, state) SELECT $1, id, day::date, work, state FROM unnest($2::text[], $3::text[], $4::bool[], $5::text[]) AS r (id, day, work, state) ON CONFLICT (hall_no, ticket_id) DO UPDATE SET state = excluded.state`,
      [hallNo, texts(tickets.map(({ ticketId }) => ticketId)), texts(tickets.map(({ day }) => day)), bools(tickets.map(({ forWork }) => forWork)), texts(tickets.map(({ state }) => state))],
    );
  }
  if (changes.jobs.size > 0) {
    const jobs = picked(known.jobs, changes.jobs);
    sql.soon(
      `INSERT INTO job (hall_no, job_id, day, trade, places_left, state, valid_until, shown)
       SELECT $1, id, day::date, trade, left_, state, until, shown FROM unnest($2::text[], $3::text[], $4::text[], $5::int8[], $6::text[], $7::int8[], $8::bool[]) AS r (id, day, trade, left_, state, until, shown)
       ON CONFLICT (hall_no, job_id) DO UPDATE SET places_left = excluded.places_left, state = excluded.state, valid_until = excluded.valid_until, shown = excluded.shown`,
      [
        hallNo, texts(jobs.map(({ jobId }) => jobId)), texts(jobs.map(({ day }) => day)), texts(jobs.map(({ trade }) => trade)), int8s(jobs.map(({ placesLeft }) => placesLeft)), texts(jobs.map(({ state }) => state)),
        int8s(jobs.map(({ validUntil }) => validUntil)), bools(jobs.map(({ shown }) => shown)),
      ],
    );
  }
}

function saveFigures(sql: Pick<Transaction, 'soon'>, hallNo: number, changes: Changes): void {
  if (changes.days.length > 0) {
    sql.soon(
      `INSERT INTO day_figures AS f (hall_no, day, seekers, waiting, jobs, places, hires)
       SELECT $1, day, 0, 0, 0, 0, 0 FROM json_to_recordset($2::json) AS r (day date) ON CONFLICT (hall_no, day) DO NOTHING`,
      [hallNo, JSON.stringify(changes.days)],
    );
    // The end of a day takes away as many waiting as the hall counted, and a hire may be taken back; what sits in quarantine was never counted here, so never below nothing.
    // Not in the insert's own conflict clause: a change may be negative, and the row it would first try to insert breaks the checks.
    sql.soon(
      `UPDATE day_figures AS f SET seekers = f.seekers + r.seekers, waiting = greatest(0, f.waiting + r.waiting), jobs = f.jobs + r.jobs, places = f.places + r.places, hires = greatest(0, f.hires + r.hires)
       FROM json_to_recordset($2::json) AS r (day date, seekers integer, waiting integer, jobs integer, places integer, hires integer) WHERE f.hall_no = $1 AND f.day = r.day`,
      [hallNo, JSON.stringify(changes.days)],
    );
  }
  if (changes.trades.length > 0) {
    sql.soon(
      `INSERT INTO trade_figures (hall_no, day, trade, seekers, places, hires)
       SELECT $1, day, trade, 0, 0, 0 FROM json_to_recordset($2::json) AS r (day date, trade text) ON CONFLICT (hall_no, day, trade) DO NOTHING`,
      [hallNo, JSON.stringify(changes.trades)],
    );
    sql.soon(
      `UPDATE trade_figures AS f SET seekers = f.seekers + r.seekers, places = f.places + r.places, hires = greatest(0, f.hires + r.hires)
       FROM json_to_recordset($2::json) AS r (day date, trade text, seekers integer, places integer, hires integer) WHERE f.hall_no = $1 AND f.day = r.day AND f.trade = r.trade`,
      [hallNo, JSON.stringify(changes.trades)],
    );
  }
  if (changes.businessDay !== undefined) sql.soon('UPDATE hall SET business_day = greatest(business_day, $2::date) WHERE hall_no = $1', [hallNo, changes.businessDay]);
}

function picked<T>(things: ReadonlyMap<string, T>, ids: ReadonlySet<string>): T[] {
  const rows: T[] = [];
  for (const id of ids) {
    const thing = things.get(id);
    if (thing !== undefined) rows.push(thing);
  }
  return rows;
}
