/* What a fold changed goes into the tables: each in one statement a table however many rows. */
import { bools, int8s, texts, type Column } from '../store/columns.ts';
import type { Transaction } from '../store/city-db.ts';
import type { Changes, Job, Known, Ticket, Visit } from './fold.ts';

/** A moment that is not known is told as none. */
const noMoment = -1;
const moments = (values: readonly (number | null)[]): Column => int8s(values.map((value) => value ?? noMoment));

/** The ids of what the tables have already. */
export interface There { readonly visits: ReadonlySet<string>; readonly tickets: ReadonlySet<string>; readonly jobs: ReadonlySet<string> }
/** Of `known` before anything is folded into it. */
export const thereOf = ({ visits, tickets, jobs }: Known): There => ({ visits: new Set(visits.keys()), tickets: new Set(tickets.keys()), jobs: new Set(jobs.keys()) });

/** `there` was read under the hall's lock: what is new needs no look for what it may meet, which costs the database a third more. */
export function saveThings(sql: Pick<Transaction, 'soon'>, hallNo: number, there: There, known: Known, changes: Changes): void {
  const visits = picked(known.visits, changes.visits, there.visits);
  saveVisits(sql, hallNo, visits.fresh, '');
  saveVisits(sql, hallNo, visits.changed, 'ON CONFLICT (hall_no, visit_id) DO UPDATE SET trades = excluded.trades, number = excluded.number');
  const tickets = picked(known.tickets, changes.tickets, there.tickets);
  saveTickets(sql, hallNo, tickets.fresh, '');
  saveTickets(sql, hallNo, tickets.changed, 'ON CONFLICT (hall_no, ticket_id) DO UPDATE SET state = excluded.state, called_at = excluded.called_at');
  const jobs = picked(known.jobs, changes.jobs, there.jobs);
  saveJobs(sql, hallNo, jobs.fresh, '');
  saveJobs(sql, hallNo, jobs.changed, 'ON CONFLICT (hall_no, job_id) DO UPDATE SET places_left = excluded.places_left, state = excluded.state, valid_until = excluded.valid_until, shown = excluded.shown, headcount = excluded.headcount, shown_at = excluded.shown_at, filled_at = excluded.filled_at');
  saveHires(sql, hallNo, changes);
}

type Soon = Pick<Transaction, 'soon'>;

function saveVisits(sql: Soon, hallNo: number, visits: readonly Visit[], whenThere: string): void {
  if (visits.length === 0) return;
  sql.soon(
    `INSERT INTO visit (hall_no, visit_id, day, trades, number) SELECT $1, id, day::date, trades, number FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS r (id, day, trades, number) ${whenThere}`,
    [hallNo, texts(visits.map(({ visitId }) => visitId)), texts(visits.map(({ day }) => day)), texts(visits.map(({ trades }) => trades.join(','))), texts(visits.map(({ number }) => number))],
  );
}

function saveTickets(sql: Soon, hallNo: number, tickets: readonly Ticket[], whenThere: string): void {
  if (tickets.length === 0) return;
  sql.soon(
    `INSERT INTO ticket (hall_no, ticket_id, day, for_work, state, number, issued_at, called_at) SELECT $1, id, day::date, work, state, number, nullif(issued, -1), nullif(called, -1)
     FROM unnest($2::text[], $3::text[], $4::bool[], $5::text[], $6::text[], $7::int8[], $8::int8[]) AS r (id, day, work, state, number, issued, called) ${whenThere}`,
    [
      hallNo, texts(tickets.map(({ ticketId }) => ticketId)), texts(tickets.map(({ day }) => day)), bools(tickets.map(({ forWork }) => forWork)), texts(tickets.map(({ state }) => state)),
      texts(tickets.map(({ number }) => number)), moments(tickets.map(({ issuedAt }) => issuedAt)), moments(tickets.map(({ calledAt }) => calledAt)),
    ],
  );
}

function saveJobs(sql: Soon, hallNo: number, jobs: readonly Job[], whenThere: string): void {
  if (jobs.length === 0) return;
  sql.soon(
    `INSERT INTO job (hall_no, job_id, day, trade, places_left, state, valid_until, shown, number, headcount, shown_at, filled_at)
     SELECT $1, id, day::date, trade, left_, state, until, shown, number, headcount, nullif(shown_at, -1), nullif(filled_at, -1)
     FROM unnest($2::text[], $3::text[], $4::text[], $5::int8[], $6::text[], $7::int8[], $8::bool[], $9::text[], $10::int8[], $11::int8[], $12::int8[]) AS r (id, day, trade, left_, state, until, shown, number, headcount, shown_at, filled_at) ${whenThere}`,
    [
      hallNo, texts(jobs.map(({ jobId }) => jobId)), texts(jobs.map(({ day }) => day)), texts(jobs.map(({ trade }) => trade)), int8s(jobs.map(({ placesLeft }) => placesLeft)), texts(jobs.map(({ state }) => state)),
      int8s(jobs.map(({ validUntil }) => validUntil)), bools(jobs.map(({ shown }) => shown)), texts(jobs.map(({ number }) => number)), int8s(jobs.map(({ headcount }) => headcount)), moments(jobs.map(({ shownAt }) => shownAt)), moments(jobs.map(({ filledAt }) => filledAt)),
    ],
  );
}

function saveHires(sql: Soon, hallNo: number, { hires, undone }: Changes): void {
  if (hires.length > 0) {
    sql.soon(
      `INSERT INTO hire (hall_no, hire_id, day, number, job_id, trade, at) SELECT $1, id, day::date, number, job, nullif(trade, ''), at FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int8[]) AS r (id, day, number, job, trade, at)
       ON CONFLICT (hall_no, hire_id) DO NOTHING`,
      [hallNo, texts(hires.map(({ hireId }) => hireId)), texts(hires.map(({ day }) => day)), texts(hires.map(({ number }) => number)), texts(hires.map(({ jobId }) => jobId)), texts(hires.map(({ trade }) => trade ?? '')), int8s(hires.map(({ at }) => at))],
    );
  }
  if (undone.length > 0) sql.soon('UPDATE hire SET undone = true WHERE hall_no = $1 AND hire_id = ANY ($2::text[])', [hallNo, texts(undone)]);
}

export function saveFigures(sql: Soon, hallNo: number, changes: Changes): void {
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
  if (changes.waits.length > 0) saveWaits(sql, hallNo, changes.waits);
  if (changes.businessDay !== undefined) sql.soon('UPDATE hall SET business_day = greatest(business_day, $2::date) WHERE hall_no = $1', [hallNo, changes.businessDay]);
}

/** A change may be negative: first the row, then what it changes by. */
function saveWaits(sql: Soon, hallNo: number, waits: Changes['waits']): void {
  const told = JSON.stringify(waits);
  sql.soon('INSERT INTO wait_figures (hall_no, day, minutes, tickets) SELECT $1, day, minutes, 0 FROM json_to_recordset($2::json) AS r (day date, minutes integer) ON CONFLICT (hall_no, day, minutes) DO NOTHING', [hallNo, told]);
  sql.soon('UPDATE wait_figures AS f SET tickets = greatest(0, f.tickets + r.tickets) FROM json_to_recordset($2::json) AS r (day date, minutes integer, tickets integer) WHERE f.hall_no = $1 AND f.day = r.day AND f.minutes = r.minutes', [hallNo, told]);
}

function picked<T>(things: ReadonlyMap<string, T>, ids: ReadonlySet<string>, there: ReadonlySet<string>): { readonly fresh: readonly T[]; readonly changed: readonly T[] } {
  const fresh: T[] = [];
  const changed: T[] = [];
  for (const id of ids) {
    const thing = things.get(id);
    if (thing !== undefined) (there.has(id) ? changed : fresh).push(thing);
  }
  return { fresh, changed };
}
