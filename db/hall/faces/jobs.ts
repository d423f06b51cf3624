/* Jobs as staff and their employers ask for them: the queues of review, one job with its decisions, what somebody posted before. */
import type { Database } from 'better-sqlite3';
import type { EmployerKind } from '../../domain/employers/documents.ts';
import type { JobKind, ReviewCause, WordingFinding } from '../../domain/jobs/facts.ts';
import { stateAt } from '../../domain/jobs/open-job.ts';
import type { JobTerms } from '../../domain/jobs/terms.ts';
import type { JobState } from '../../domain/jobs/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { Subjects } from '../record.ts';
import { termsFrom } from '../kept-terms.ts';

export interface AskedJob {
  readonly jobId: string; readonly number: string; readonly businessDay: string; readonly terms: JobTerms; readonly jobKind: JobKind;
  readonly state: JobState; readonly placesLeft: number; readonly postedAt: Instant; /** ordered outside */ readonly online?: true;
}
export interface ReviewedJob extends AskedJob {
  readonly employerId: string; readonly employerName: string; readonly employerKind: EmployerKind;
  readonly realEmployer?: { readonly employerId: string; readonly name: string; readonly kind: EmployerKind };
  readonly changes: number; readonly checkAfter: boolean; readonly cause?: ReviewCause; readonly findings: WordingFinding[]; readonly notices: 'payBelowMinimum'[];
}
export interface JobDecision { readonly at: Instant; readonly kind: string; readonly what: string; readonly ruleIds: string[]; readonly by?: string; readonly note?: string }

interface Found {
  job_id: string; number: string; day: string; employer_id: string; kind: EmployerKind; real_employer_id: string | null; real_kind: EmployerKind | null; terms: string; job_kind: JobKind;
  state: JobState; places_left: number; posted_at: number; changes: number; online: 0 | 1; check_after: 0 | 1; cause: ReviewCause | null; findings: string; notices: string;
}
const select = `SELECT job.job_id, job.number, job.day, job.employer_id, employer.kind, job.real_employer_id, real_one.kind AS real_kind, job.terms, job.job_kind, job.state, job.places_left, job.posted_at,
  job.changes, job.online_order IS NOT NULL AS online, job.check_after, job.cause, job.findings, job.notices`;
const join = 'JOIN employer ON employer.employer_id = job.employer_id LEFT JOIN employer AS real_one ON real_one.employer_id = job.real_employer_id';

/** How many of the newest decisions of one job are told. */
const decisionsLimit = 200;

export function openJobsFace(sql: Database, { employers, notes }: Subjects) {
  const inReview = sql.prepare<[Instant, number], Found>(`${select} FROM job INDEXED BY job_in_review ${join} WHERE job.state = 'inReview' AND job.valid_until >= ? ORDER BY job.posted_at LIMIT ?`);
  const toCheck = sql.prepare<[number], Found>(`${select} FROM job INDEXED BY job_to_check ${join} WHERE job.check_after = 1 ORDER BY job.posted_at LIMIT ?`);
  const inReviewCount = sql.prepare<[Instant], { n: number }>("SELECT count(*) AS n FROM job INDEXED BY job_in_review WHERE state = 'inReview' AND valid_until >= ?");
  const toCheckCount = sql.prepare<[], { n: number }>('SELECT count(*) AS n FROM job INDEXED BY job_to_check WHERE check_after = 1');
  const one = sql.prepare<[string], Found>(`${select} FROM job ${join} WHERE job.job_id = ?`);
  const decisions = sql.prepare<[string], { at: number; kind: string; what: string; rule_ids: string; by_staff: string | null; note_id: string | null }>(
    `SELECT at, kind, what, rule_ids, by_staff, note_id FROM job_decision WHERE job_id = ? ORDER BY at, decision LIMIT ${decisionsLimit}`);
  const ofEmployer = sql.prepare<[string, number], Found>(`${select} FROM job INDEXED BY job_by_employer ${join} WHERE job.employer_id = ? ORDER BY job.posted_at DESC LIMIT ?`);
  const steady = sql.prepare<[Instant, number], Found>(`${select} FROM job INDEXED BY job_open ${join} WHERE job.state = 'open' AND job.valid_until >= ? AND job.job_kind = 'steady' ORDER BY job.trade, job.posted_at DESC LIMIT ?`);

  const nameOf = (employerId: string): string => employers.nameOf(employerId)?.reveal() ?? '';
  function asked(found: Found, now: Instant): AskedJob {
    const terms = termsFrom(found.terms);
    return {
      jobId: found.job_id, number: found.number, businessDay: found.day, terms, jobKind: found.job_kind,
      state: stateAt({ state: found.state, terms }, now), placesLeft: found.places_left, postedAt: found.posted_at,
      ...(found.online === 1 ? { online: true } : {}),
    };
  }
  function reviewed(found: Found, now: Instant): ReviewedJob {
    const real = found.real_employer_id === null || found.real_kind === null ? {} : { realEmployer: { employerId: found.real_employer_id, name: nameOf(found.real_employer_id), kind: found.real_kind } };
    return {
      ...asked(found, now), employerId: found.employer_id, employerName: nameOf(found.employer_id), employerKind: found.kind, ...real,
      changes: found.changes, checkAfter: found.check_after === 1, ...(found.cause === null ? {} : { cause: found.cause }),
      findings: JSON.parse(found.findings) as WordingFinding[], notices: JSON.parse(found.notices) as 'payBelowMinimum'[],
    };
  }
  return {
    /** Longest waiting first; what ran out of time waits for nobody. */
    reviewQueue(queue: 'inReview' | 'checkAfter', now: Instant, limit: number): { total: number; jobs: ReviewedJob[] } {
      const found = queue === 'inReview' ? inReview.all(now, limit) : toCheck.all(limit);
      const total = queue === 'inReview' ? inReviewCount.get(now) : toCheckCount.get();
      return { total: total?.n ?? 0, jobs: found.map((row) => reviewed(row, now)) };
    },
    job(jobId: string, now: Instant): { job: ReviewedJob | null; decisions: JobDecision[] } {
      const found = one.get(jobId);
      if (found === undefined) return { job: null, decisions: [] };
      return {
        job: reviewed(found, now),
        decisions: decisions.all(jobId).map((row) => {
          const note = row.note_id === null ? undefined : notes.textOf(row.note_id)?.reveal();
          return { at: row.at, kind: row.kind, what: row.what, ruleIds: JSON.parse(row.rule_ids) as string[], ...(row.by_staff === null ? {} : { by: row.by_staff }), ...(note === undefined ? {} : { note }) };
        }),
      };
    },
    /** Of every employer this person may post for, newest first. */
    myJobs(idNumber: string, now: Instant, limit: number): { jobs: (AskedJob & { employerId: string })[] } {
      const jobs = employers.view.employersOf(idNumber).flatMap(({ employerId }) => ofEmployer.all(employerId, limit).map((row) => ({ ...asked(row, now), employerId })));
      return { jobs: jobs.sort((a, b) => b.postedAt - a.postedAt || (a.number < b.number ? 1 : -1)).slice(0, limit) };
    },
    /** Of one employer, newest first. */
    jobsOf: (employerId: string, now: Instant, limit: number): AskedJob[] => ofEmployer.all(employerId, limit).map((row) => asked(row, now)),
    steadyJobs: (now: Instant, limit: number): { jobs: AskedJob[] } => ({ jobs: steady.all(now, limit).map((row) => asked(row, now)) }),
  };
}
