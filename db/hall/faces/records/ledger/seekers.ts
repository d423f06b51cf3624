/* 求职台账 from the tables: one row a visit, at its first number for work; a paper number without identity stands for itself. */
import type { Database } from 'better-sqlite3';
import { workService } from '../../../../domain/queue/facts.ts';
import { seriesOf } from '../../../../domain/queue/number.ts';
import type { TicketState } from '../../../../domain/queue/view.ts';
import type { Page } from '../../../../domain/records/ledger/page.ts';
import type { Sight } from '../../../../domain/records/ledger/person.ts';
import type { SeekerRow, SeekersRequest } from '../../../../domain/records/ledger/rows.ts';
import { serialOf } from '../../../../domain/queue/number.ts';
import { openLazily } from './lazily.ts';
import { pageFrom } from './paging.ts';
import type { LedgerPeople } from './people.ts';

interface Found { day: string; place: number; number: string; at: number; ticket_id: string; visit_id: string | null; worker_id: string | null; trades: string; state: TicketState }
interface HireFound { visit_id: string; hire_id: string; number: string; job_number: string; employer_id: string }

const columns = 'ticket.day, ticket.place_in_day AS place, ticket.number, ticket.at, ticket.ticket_id, ticket.visit_id, visit.worker_id, ticket.trades, ticket.state';
const isFirst = `ticket.service = '${workService}' AND (ticket.day, ticket.place_in_day) < ($day, $place)
  AND NOT EXISTS (SELECT 1 FROM ticket AS first WHERE first.visit_id = ticket.visit_id AND first.service = '${workService}' AND first.place_in_day < ticket.place_in_day)`;
/** In the order of the outer loop, so that a page is full after a few days instead of after sorting three years. */
const inOrder = 'ORDER BY ticket.day DESC, ticket.place_in_day DESC LIMIT $rows';
const dayByDay = 'ORDER BY business_day.day DESC, ticket.place_in_day DESC LIMIT $rows';
const visitByVisit = 'ORDER BY visit.day DESC, ticket.place_in_day DESC LIMIT $rows';
const visitOf = 'LEFT JOIN visit ON visit.visit_id = ticket.visit_id';
const daysFirst = 'FROM business_day CROSS JOIN';
const inDays = 'business_day.day BETWEEN $from AND $day';

export function openSeekers(sql: Database, people: LedgerPeople) {
  const all = openLazily(sql);
  const hires = sql.prepare<[string], HireFound>(`SELECT hire.visit_id, hire.hire_id, hire.number, job.number AS job_number, job.employer_id
    FROM json_each(?) AS wanted JOIN hire ON hire.visit_id = wanted.value JOIN job USING (job_id) ORDER BY hire.visit_id, hire.serial`);

  function look(asked: SeekersRequest, begin: { day: string; place: number }, rows: number): Found[] {
    const values = { from: asked.from, day: begin.day, place: begin.place, rows };
    if (asked.workerId !== undefined) {
      return all(`SELECT ${columns} FROM visit CROSS JOIN ticket ON ticket.visit_id = visit.visit_id WHERE visit.worker_id = $workerId AND visit.day BETWEEN $from AND $day AND ${isFirst} ${visitByVisit}`, { ...values, workerId: asked.workerId });
    }
    if (asked.number !== undefined) {
      return all(`SELECT ${columns} ${daysFirst} ticket ON ticket.day = business_day.day AND ticket.service = '${workService}' AND ticket.serial = $serial AND ticket.number = $number ${visitOf} WHERE ${inDays} AND ${isFirst} ${dayByDay}`, { ...values, serial: serialOf(asked.number), number: asked.number });
    }
    if (asked.trade !== undefined) {
      return all(`SELECT ${columns} ${daysFirst} ticket_trade ON ticket_trade.day = business_day.day AND ticket_trade.trade = $trade CROSS JOIN ticket ON ticket.ticket_id = ticket_trade.ticket_id ${visitOf} WHERE ${inDays} AND ${isFirst} ${dayByDay}`, { ...values, trade: asked.trade });
    }
    return all(`SELECT ${columns} FROM ticket ${visitOf} WHERE ticket.day >= $from AND ${isFirst} ${inOrder}`, values);
  }
  function hiresOf(found: readonly Found[]): Map<string, HireFound[]> {
    return Map.groupBy(hires.all(JSON.stringify(found.map((row) => row.visit_id).filter((id) => id !== null))), (row) => row.visit_id);
  }
  return (asked: SeekersRequest, sight: Sight): Page<SeekerRow> => {
    // Numbers of other series belong to windows; nobody seeks work with them.
    if (asked.number !== undefined && !asked.number.startsWith(seriesOf.work)) return { rows: [] };
    let hired = new Map<string, HireFound[]>();
    const keep = (found: Found[]): Found[] => {
      if (asked.hired !== undefined) hired = hiresOf(found);
      return found.filter((row) => (asked.state === undefined || row.state === asked.state) && (asked.number === undefined || row.number === asked.number)
        && (asked.trade === undefined || row.trades.split(',').includes(asked.trade))
        && (asked.hired === undefined || asked.hired === (row.visit_id !== null && hired.has(row.visit_id))));
    };
    const wishes = [asked.workerId, asked.number, asked.trade].filter((wish) => wish !== undefined).length;
    const every = asked.state === undefined && asked.hired === undefined && wishes < 2;
    return pageFrom(asked, (begin, rows) => look(asked, begin, rows), every, keep, (shown) => {
      const hires = hiresOf(shown);
      return shown.map((row) => seekerRow(row, row.visit_id === null ? [] : hires.get(row.visit_id) ?? [], row.worker_id === null ? undefined : people.person(row.worker_id, sight)));
    });
  };
}

const seekerRow = (row: Found, hires: readonly HireFound[], person: SeekerRow['person']): SeekerRow => ({
  day: row.day, place: row.place, number: row.number, at: row.at, ticketId: row.ticket_id,
  ...(row.visit_id === null ? {} : { visitId: row.visit_id }), ...(row.worker_id === null ? {} : { workerId: row.worker_id }),
  trades: row.trades === '' ? [] : row.trades.split(','), state: row.state,
  hires: hires.slice(0, 20).map((hire) => ({ hireId: hire.hire_id, number: hire.number, jobNumber: hire.job_number, employerId: hire.employer_id })),
  ...(person === undefined ? {} : { person }),
});
