/* Hires as both sides ask for them: a worker's own, and everybody of one job. */
import type { Database } from 'better-sqlite3';
import type { EmployerKind } from '../../../domain/employers/documents.ts';
import type { HiredPerson, JobPeople, MyHire } from '../../../domain/hiring/asked.ts';
import type { HiringRules } from '../../../domain/hiring/rules.ts';
import { isLive } from '../../../domain/hiring/states/hire.ts';
import { stateAt } from '../../../domain/jobs/open-job.ts';
import { payUnitSchema } from '../../../domain/jobs/pay.ts';
import type { JobState } from '../../../domain/jobs/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { Subjects } from '../../record.ts';
import { recordsBeside } from '../../subjects/people/person-sql.ts';
import { openCalledPeople } from './called-people.ts';
import { hireColumns, hireFieldsOf, openDisputeBriefs, type FoundHire } from './hire-rows.ts';
import { termsFrom } from '../../kept-terms.ts';

interface OwnFound extends FoundHire { job_number: string; employer_id: string; kind: EmployerKind; terms: string }
interface HiredFound extends FoundHire { queue_number: string; worker_id: string }
interface JobFound { job_id: string; number: string; trade: string; terms: string; state: JobState; headcount: number; places_left: number }
interface QuoteFound { quote_id: string; worker_id: string; amount_fen: number; unit: string; at: number; opened_at: number }

const dayMs = 24 * 3_600_000;
const pastDays = 30;
const limits = { ownHires: 60, called: 100, hires: 999, quotes: 200 } as const;

export function openHiredPeople(sql: Database, subjects: Subjects) {
  const { people, employers } = subjects;
  const called = openCalledPeople(sql, subjects);
  const disputeOf = openDisputeBriefs(sql);
  // Two ways in, because what is unsettled is shown however old it is.
  const own = sql.prepare<[{ workerId: string; since: Instant; limit: number }], OwnFound>(`SELECT ${hireColumns}, job.number AS job_number, hire.employer_id, employer.kind, job.terms
    FROM hire JOIN job ON job.job_id = hire.job_id JOIN employer ON employer.employer_id = hire.employer_id
    WHERE hire.worker_id IN ${recordsBeside('@workerId')} AND (hire.ends_at >= @since OR hire.state = 'unpaid') ORDER BY hire.at DESC, hire.hire_id DESC LIMIT @limit`);
  const ofJob = sql.prepare<[string, number], HiredFound>(`SELECT ${hireColumns}, ticket.number AS queue_number, hire.worker_id FROM hire JOIN call ON call.call_id = hire.call_id JOIN ticket ON ticket.ticket_id = call.ticket_id
    WHERE hire.job_id = ? ORDER BY hire.day, hire.serial LIMIT ?`);
  const job = sql.prepare<[string], JobFound>('SELECT job_id, number, trade, terms, state, headcount, places_left FROM job WHERE job_id = ?');
  const opened = sql.prepare<[string, number], QuoteFound>("SELECT quote_id, worker_id, amount_fen, unit, at, opened_at FROM quote WHERE job_id = ? AND state = 'opened' ORDER BY amount_fen, at LIMIT ?");
  const sealed = sql.prepare<[string], { n: number }>("SELECT count(*) AS n FROM quote WHERE job_id = ? AND state = 'sealed'");

  const short = (workerId: string): string => people.nameOf(workerId)?.short() ?? '';
  return {
    ...called,
    /** Of the past 30 days, and older ones that were not paid; newest first. */
    hiresOf: (workerId: string, now: Instant): MyHire[] => own.all({ workerId, since: now - pastDays * dayMs, limit: limits.ownHires }).map((row) => {
      const terms = termsFrom(row.terms);
      return {
        ...hireFieldsOf(row), jobNumber: row.job_number, trade: terms.trade, place: terms.place, employerName: employers.nameOf(row.employer_id)?.reveal() ?? '', employerKind: row.kind,
        confirmable: confirmableOf(row, now), ...disputeOf(row.hire_id),
      };
    }),
    /** Undefined when there is no such job. */
    jobPeople(jobId: string, rules: HiringRules, now: Instant): JobPeople | undefined {
      const found = job.get(jobId);
      if (found === undefined) return undefined;
      const terms = termsFrom(found.terms);
      return {
        job: {
          jobId, number: found.number, trade: found.trade, mode: terms.mode ?? 'open', state: stateAt({ state: found.state, terms }, now), headcount: found.headcount, placesLeft: found.places_left,
        },
        called: called.calledFor(jobId, rules, limits.called),
        hires: ofJob.all(jobId, limits.hires).map((row): HiredPerson => ({ ...hireFieldsOf(row), queueNumber: row.queue_number, shortName: short(row.worker_id), ...disputeOf(row.hire_id) })),
        quotes: {
          wanted: terms.sealedQuotes === true, sealed: sealed.get(jobId)?.n ?? 0,
          opened: opened.all(jobId, limits.quotes).map((row) => ({
            quoteId: row.quote_id, shortName: short(row.worker_id), pay: { amountFen: row.amount_fen, unit: payUnitSchema.parse(row.unit) }, at: row.at, openedAt: row.opened_at,
          })),
        },
      };
    },
  };
}

/** What the worker's card may say yes to now: nothing twice, nothing of a hire that was given back, the end and the pay from the beginning of the work on. */
function confirmableOf(row: FoundHire, now: Instant): MyHire['confirmable'] {
  if (!isLive(row.state)) return [];
  const begun = now >= row.starts_at;
  return [
    ...(row.said_arrived === 'yes' ? [] : ['arrived' as const]), ...(begun && row.said_done !== 'yes' ? ['done' as const] : []), ...(begun && row.said_paid !== 'yes' ? ['paid' as const] : []),
  ];
}
