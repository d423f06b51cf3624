/* 用工台账 from the tables: one row a posting, in the order of its day. */
import type { Database } from 'better-sqlite3';
import type { JobState } from '../../../../domain/jobs/view.ts';
import { seriesOf } from '../../../../domain/queue/number.ts';
import type { Page } from '../../../../domain/records/ledger/page.ts';
import type { Sight } from '../../../../domain/records/ledger/person.ts';
import type { JobLedgerRow, JobsRequest } from '../../../../domain/records/ledger/rows.ts';
import { serialOf } from '../../../../domain/queue/number.ts';
import { ledgerTerms } from './terms.ts';
import { openLazily } from './lazily.ts';
import { pageFrom } from './paging.ts';
import type { LedgerPeople } from './people.ts';

interface Found { day: string; place: number; number: string; posted_at: number; job_id: string; employer_id: string; trade: string; headcount: number; places_left: number; state: JobState; terms: string }

const columns = 'job.day, job.serial AS place, job.number, job.posted_at, job.job_id, job.employer_id, job.trade, job.headcount, job.places_left, job.state, job.terms';
const below = '(job.day, job.serial) < ($day, $place)';
const inOrder = 'ORDER BY job.day DESC, job.serial DESC LIMIT $rows';
/** In the order of the outer loop, so that nothing has to be sorted. */
const dayByDay = 'ORDER BY business_day.day DESC, job.serial DESC LIMIT $rows';
const inDays = 'business_day.day BETWEEN $from AND $day';

export function openJobLedger(sql: Database, people: LedgerPeople) {
  const all = openLazily(sql);
  function look(asked: JobsRequest, begin: { day: string; place: number }, rows: number): Found[] {
    const values = { from: asked.from, day: begin.day, place: begin.place, rows };
    if (asked.number !== undefined) {
      return all(`SELECT ${columns} FROM business_day CROSS JOIN job ON job.day = business_day.day AND job.serial = $serial AND job.number = $number WHERE ${inDays} AND ${below} ${dayByDay}`, { ...values, serial: serialOf(asked.number), number: asked.number });
    }
    if (asked.employerId !== undefined) return all(`SELECT ${columns} FROM job INDEXED BY job_of_employer_by_day WHERE job.employer_id = $employerId AND job.day >= $from AND ${below} ${inOrder}`, { ...values, employerId: asked.employerId });
    if (asked.trade !== undefined) {
      return all(`SELECT ${columns} FROM business_day CROSS JOIN job INDEXED BY job_by_day_trade ON job.day = business_day.day AND job.trade = $trade WHERE ${inDays} AND ${below} ${dayByDay}`, { ...values, trade: asked.trade });
    }
    return all(`SELECT ${columns} FROM job WHERE job.day >= $from AND ${below} ${inOrder}`, values);
  }
  return (asked: JobsRequest, sight: Sight): Page<JobLedgerRow> => {
    if (asked.number !== undefined && !asked.number.startsWith(seriesOf.job)) return { rows: [] };
    const keep = (found: Found[]): Found[] => found.filter((row) => (asked.state === undefined || row.state === asked.state) && (asked.trade === undefined || row.trade === asked.trade)
      && (asked.employerId === undefined || row.employer_id === asked.employerId) && (asked.number === undefined || row.number === asked.number));
    const wishes = [asked.number, asked.employerId, asked.trade].filter((wish) => wish !== undefined).length;
    const every = asked.state === undefined && wishes < 2;
    return pageFrom(asked, (begin, rows) => look(asked, begin, rows), every, keep, (shown) => shown.map((row) => {
      const { pay, settlement, place, startAt, days, hoursPerDay } = ledgerTerms(row.terms);
      return {
        day: row.day, place: row.place, number: row.number, at: row.posted_at, jobId: row.job_id, employerId: row.employer_id, ...people.employer(row.employer_id, sight),
        trade: row.trade, headcount: row.headcount, placesLeft: row.places_left, hires: row.headcount - row.places_left,
        pay, settlement, workPlace: place, startAt, days, hoursPerDay, state: row.state,
      };
    }));
  };
}
