/* 用工确认台账 from the tables: one row a hire, with the job and both sides. */
import type { Database } from 'better-sqlite3';
import { payUnitSchema, settlementSchema } from '../../../../domain/jobs/pay.ts';
import { seriesOf } from '../../../../domain/queue/number.ts';
import type { Page } from '../../../../domain/records/ledger/page.ts';
import type { Sight } from '../../../../domain/records/ledger/person.ts';
import type { HireRow, HiresRequest } from '../../../../domain/records/ledger/rows.ts';
import { serialOf } from '../../../../domain/queue/number.ts';
import { ledgerTerms } from './terms.ts';
import { openLazily } from './lazily.ts';
import { pageFrom } from './paging.ts';
import type { LedgerPeople } from './people.ts';

interface Found {
  day: string; place: number; number: string; at: number; hire_id: string; job_id: string; worker_id: string; amount_fen: number; unit: string; settlement: string;
  job_day: string; job_number: string; trade: string; headcount: number; terms: string; employer_id: string; queue_number: string;
}

const columns = `hire.day, hire.serial AS place, hire.number, hire.at, hire.hire_id, hire.job_id, hire.worker_id, hire.amount_fen, hire.unit, hire.settlement,
  job.day AS job_day, job.number AS job_number, job.trade, job.headcount, job.terms, job.employer_id, ticket.number AS queue_number`;
const joined = 'CROSS JOIN job ON job.job_id = hire.job_id CROSS JOIN call ON call.call_id = hire.call_id CROSS JOIN ticket ON ticket.ticket_id = call.ticket_id';
const below = '(hire.day, hire.serial) < ($day, $place)';
const inOrder = 'ORDER BY hire.day DESC, hire.serial DESC LIMIT $rows';

/** In the order of the outer loop, so that nothing has to be sorted but one day; a hire is of the day of its visit. */
const dayByDay = 'ORDER BY business_day.day DESC, hire.serial DESC LIMIT $rows';
const visitByVisit = 'ORDER BY visit.day DESC, hire.serial DESC LIMIT $rows';

export function openHireLedger(sql: Database, people: LedgerPeople) {
  const all = openLazily(sql);
  function look(asked: HiresRequest, begin: { day: string; place: number }, rows: number): Found[] {
    const values = { from: asked.from, day: begin.day, place: begin.place, rows };
    if (asked.number !== undefined) {
      return all(`SELECT ${columns} FROM business_day CROSS JOIN hire ON hire.day = business_day.day AND hire.serial = $serial AND hire.number = $number ${joined} WHERE business_day.day BETWEEN $from AND $day AND ${below} ${dayByDay}`, { ...values, serial: serialOf(asked.number), number: asked.number });
    }
    if (asked.jobId !== undefined) return all(`SELECT ${columns} FROM hire INDEXED BY hire_by_job ${joined} WHERE hire.job_id = $jobId AND hire.day >= $from AND ${below} ${inOrder}`, { ...values, jobId: asked.jobId });
    if (asked.workerId !== undefined) {
      return all(`SELECT ${columns} FROM visit CROSS JOIN hire INDEXED BY hire_by_visit ON hire.visit_id = visit.visit_id ${joined} WHERE visit.worker_id = $workerId AND visit.day BETWEEN $from AND $day AND ${below} ${visitByVisit}`, { ...values, workerId: asked.workerId });
    }
    return all(`SELECT ${columns} FROM hire ${joined} WHERE hire.day >= $from AND ${below} ${inOrder}`, values);
  }
  return (asked: HiresRequest, sight: Sight): Page<HireRow> => {
    if (asked.number !== undefined && !asked.number.startsWith(seriesOf.hire)) return { rows: [] };
    const keep = (found: Found[]): Found[] => found.filter((row) => (asked.trade === undefined || row.trade === asked.trade) && (asked.number === undefined || row.number === asked.number)
      && (asked.jobId === undefined || row.job_id === asked.jobId) && (asked.workerId === undefined || row.worker_id === asked.workerId));
    const wishes = [asked.number, asked.jobId, asked.workerId].filter((wish) => wish !== undefined).length;
    const every = asked.trade === undefined && wishes < 2;
    return pageFrom(asked, (begin, rows) => look(asked, begin, rows), every, keep, (shown) => shown.map((row) => {
      const { place, startAt } = ledgerTerms(row.terms);
      const person = people.person(row.worker_id, sight);
      return {
        day: row.day, place: row.place, number: row.number, at: row.at, hireId: row.hire_id, jobId: row.job_id, jobDay: row.job_day, jobNumber: row.job_number, queueNumber: row.queue_number,
        headcount: row.headcount, workPlace: place, startAt, trade: row.trade, employerId: row.employer_id, ...people.employer(row.employer_id, sight),
        workerId: row.worker_id, ...(person === undefined ? {} : { person }),
        pay: { amountFen: row.amount_fen, unit: payUnitSchema.parse(row.unit) }, settlement: settlementSchema.parse(row.settlement),
      };
    }));
  };
}
