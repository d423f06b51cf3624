/* Jobs in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import { jobTermsSchema } from '../../domain/jobs/terms.ts';
import type { JobRow, JobState, JobsView } from '../../domain/jobs/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import { serialOf } from './serial.ts';

export type JobsStore = ReturnType<typeof openJobs>;

interface Found { job_id: string; number: string; employer_id: string; terms: string; places_left: number; state: JobState; posted_at: number }

export function openJobs(sql: Database) {
  const insert = sql.prepare(`INSERT INTO job (job_id, day, serial, number, employer_id, trade, headcount, places_left, state, valid_until, terms, posted_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?)`);
  const byId = sql.prepare<[string], Found>('SELECT job_id, number, employer_id, terms, places_left, state, posted_at FROM job WHERE job_id = ?');
  const lastSerial = sql.prepare<[], { serial: number | null }>('SELECT max(serial) AS serial FROM job WHERE day = (SELECT max(day) FROM business_day)');
  const setState = sql.prepare('UPDATE job SET state = ? WHERE job_id = ?');
  const setPlaces = sql.prepare('UPDATE job SET places_left = ? WHERE job_id = ?');

  const view: JobsView = {
    job(jobId): JobRow | undefined {
      const found = byId.get(jobId);
      return found && {
        jobId: found.job_id, number: found.number, employerId: found.employer_id, terms: jobTermsSchema.parse(JSON.parse(found.terms)),
        placesLeft: found.places_left, state: found.state,
      };
    },
    jobsToday: () => lastSerial.get()?.serial ?? 0,
  };
  return {
    view,
    posted(fact: FactOf<'jobPosted'>, now: Instant): void {
      const { terms } = fact;
      insert.run(
        fact.jobId, fact.businessDay, serialOf(fact.number), fact.number, fact.employerId, terms.trade, terms.headcount, terms.headcount,
        terms.validUntil, JSON.stringify(terms), now,
      );
    },
    takenDown: (fact: FactOf<'jobTakenDown'>) => setState.run('takenDown', fact.jobId),
    filled: (fact: FactOf<'jobFilled'>) => setState.run('filled', fact.jobId),
    placesLeft: (fact: FactOf<'hireConfirmed'>) => setPlaces.run(fact.placesLeft, fact.jobId),
  };
}
