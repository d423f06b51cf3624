/* The tables behind the fold: what is known before, and the changes, each in one statement a table however many rows. */
import type { Fact } from '../../domain/fact.ts';
import type { JobState } from '../../domain/jobs/view.ts';
import type { TicketState } from '../../domain/queue/view.ts';
import { texts } from '../store/columns.ts';
import type { Sql, Transaction } from '../store/city-db.ts';
import { readOrders, saveOrders, type FoldedOrder } from '../orders/fold-orders.ts';
import { foldPeople } from '../people/fold-people.ts';
import { foldSlips } from '../slips/fold-slips.ts';
import { saveFigures, saveThings, thereOf } from './save.ts';
import { fold, touchedBy, type Known, type Told } from './fold.ts';

/** What the tables say of everything that some facts may be about; of more facts than are folded does no harm. */
export interface Before { readonly known: Known; readonly orders: readonly FoldedOrder[] }

/** The hall must be locked. */
export async function readBefore(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<Before> {
  const orders = readOrders(sql, hallNo, facts);
  const [known, found] = await Promise.all([load(sql, hallNo, facts), orders]);
  return { known, orders: found };
}

/** Folds the facts of one hall into its tables. Runs inside the transaction that moves the cursor, or the figures would not be the fold of a prefix. `before` was read in it, and nothing was folded since. */
export async function foldInto(sql: Transaction, hallNo: number, told: readonly Told[], before: Promise<Before> | undefined): Promise<void> {
  const facts = told.map(({ fact }) => fact);
  const { known, orders } = await (before ?? readBefore(sql, hallNo, facts));
  const there = thereOf(known);
  const changes = fold(known, told);
  saveThings(sql, hallNo, there, known, changes);
  saveFigures(sql, hallNo, changes);
  saveOrders(sql, hallNo, facts, orders);
  await foldPeople(sql, hallNo, told);
  await foldSlips(sql, hallNo, facts);
}

/** Each thing by its own look into the index: a list of names as a condition lets the planner of a young table read all of it. */
const byId = (table: string, id: string, columns: string): string => `SELECT t.* FROM unnest($2::text[]) AS r (id) CROSS JOIN LATERAL (SELECT ${columns} FROM ${table} WHERE hall_no = $1 AND ${id} = r.id LIMIT 1) AS t`;
const visitsById = byId('visit', 'visit_id', 'visit_id, day, trades, number');
const ticketsById = byId('ticket', 'ticket_id', 'ticket_id, day, for_work, state, number, issued_at, called_at');
const jobsById = byId('job', 'job_id', 'job_id, day, trade, places_left, state, valid_until, shown, number, headcount, shown_at, filled_at');

interface VisitRow { visit_id: string; day: string; trades: string; number: string }
interface TicketRow { ticket_id: string; day: string; for_work: boolean; state: TicketState; number: string; issued_at: number | null; called_at: number | null }
interface JobRow { job_id: string; day: string; trade: string; places_left: number; state: JobState; valid_until: number; shown: boolean; number: string; headcount: number; shown_at: number | null; filled_at: number | null }

async function load(sql: Sql, hallNo: number, facts: readonly Fact[]): Promise<Known> {
  const touched = touchedBy(facts);
  const rowsOf = async <Row extends object>(text: string, ids: readonly string[]): Promise<Row[]> => (ids.length === 0 ? [] : sql.query<Row>(text, [hallNo, texts(ids)]));
  const [visits, tickets, jobs] = await Promise.all([rowsOf<VisitRow>(visitsById, touched.visits), rowsOf<TicketRow>(ticketsById, touched.tickets), rowsOf<JobRow>(jobsById, touched.jobs)]);
  return {
    visits: new Map(visits.map((row) => [row.visit_id, { visitId: row.visit_id, day: row.day, trades: row.trades === '' ? [] : row.trades.split(','), number: row.number }])),
    tickets: new Map(tickets.map((row) => [row.ticket_id, { ticketId: row.ticket_id, day: row.day, forWork: row.for_work, state: row.state, number: row.number, issuedAt: row.issued_at, calledAt: row.called_at }])),
    jobs: new Map(jobs.map((row) => [row.job_id, {
      jobId: row.job_id, day: row.day, trade: row.trade, placesLeft: row.places_left, state: row.state, validUntil: row.valid_until, shown: row.shown, number: row.number, headcount: row.headcount, shownAt: row.shown_at, filledAt: row.filled_at,
    }])),
  };
}
