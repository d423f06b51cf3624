/* Jobs in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { JobKind } from '../../domain/jobs/facts.ts';
import type { JobRow, JobState, JobsView } from '../../domain/jobs/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import { serialOf } from '../../domain/queue/number.ts';
import { termsFrom } from '../kept-terms.ts';

export type JobsStore = ReturnType<typeof openJobs>;

interface Found {
  job_id: string; number: string; day: string; employer_id: string; terms: string; job_kind: JobKind; places_left: number; state: JobState; check_after: 0 | 1; approved_version: string | null; changes: number;
}

/** One employer has few jobs a day; a ban must find all that live. */
const liveLimit = 2_000;

export function openJobs(sql: Database) {
  return { view: jobsView(sql), ...jobsRecord(sql) };
}

function jobsView(sql: Database): JobsView {
  const byId = sql.prepare<[string], Found>('SELECT job_id, number, day, employer_id, terms, job_kind, places_left, state, check_after, approved_version, changes FROM job WHERE job_id = ?');
  const lastSerial = sql.prepare<[], { serial: number | null }>('SELECT max(serial) AS serial FROM job WHERE day = (SELECT max(day) FROM business_day)');
  const live = sql.prepare<[string, string], { job_id: string }>(`SELECT job_id FROM job WHERE employer_id = ? AND state IN ('inReview', 'open', 'filled')
    UNION SELECT job_id FROM job WHERE real_employer_id = ? AND state IN ('inReview', 'open', 'filled') LIMIT ${liveLimit}`);
  const overdue = sql.prepare<[Instant, number], { job_id: string }>("SELECT job_id FROM job WHERE state IN ('inReview', 'open') AND valid_until < ? ORDER BY valid_until, job_id LIMIT ?");
  const ofOrder = sql.prepare<[string], { job_id: string }>('SELECT job_id FROM job WHERE online_order = ?');
  const followed = sql.prepare<[string], { revision: number }>('SELECT revision FROM online_order WHERE order_id = ?');
  return {
    onlineOrder: (orderId) => followed.get(orderId),
    jobOfOrder: (orderId) => ofOrder.get(orderId)?.job_id,
    job(jobId): JobRow | undefined {
      const found = byId.get(jobId);
      return found && {
        jobId: found.job_id, number: found.number, businessDay: found.day, employerId: found.employer_id, terms: termsFrom(found.terms),
        jobKind: found.job_kind, placesLeft: found.places_left, state: found.state, changes: found.changes, checkAfter: found.check_after === 1, approvedVersion: found.approved_version ?? undefined,
      };
    },
    jobsToday: () => lastSerial.get()?.serial ?? 0,
    liveJobsOf: (employerId) => live.all(employerId, employerId).map((one) => one.job_id),
    overdueJobs: (now, limit) => overdue.all(now, limit).map((one) => one.job_id),
  };
}

function jobsRecord(sql: Database) {
  const insert = sql.prepare(`INSERT INTO job (job_id, day, serial, number, employer_id, real_employer_id, trade, job_kind, headcount, places_left, state, check_after, cause, findings, notices, repeats, valid_until, terms, posted_at, shown_at, online_order)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  // New words are not the words that staff approved.
  const change = sql.prepare(`UPDATE job SET headcount = ?, places_left = ?, state = ?, check_after = ?, cause = coalesce(?, cause), findings = coalesce(?, findings), notices = ?, valid_until = ?, terms = ?, changes = changes + 1,
    approved_version = CASE WHEN ? THEN NULL ELSE approved_version END WHERE job_id = ?`);
  const end = sql.prepare('UPDATE job SET state = ?, ended_at = ?, check_after = 0 WHERE job_id = ?');
  const fill = sql.prepare("UPDATE job SET state = 'filled', filled_at = ? WHERE job_id = ?");
  const places = sql.prepare('UPDATE job SET places_left = ? WHERE job_id = ?');
  const placeBack = sql.prepare("UPDATE job SET places_left = ?, state = CASE state WHEN 'filled' THEN 'open' ELSE state END WHERE job_id = ?");
  const reviewed = sql.prepare('UPDATE job SET check_after = 0, approved_version = ? WHERE job_id = ?');
  const show = sql.prepare("UPDATE job SET state = CASE WHEN places_left = 0 THEN 'filled' ELSE 'open' END, shown_at = coalesce(shown_at, ?) WHERE job_id = ? AND state = 'inReview'");
  const decision = sql.prepare('INSERT INTO job_decision (job_id, at, kind, what, rule_ids, by_staff, note_id) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const improve = sql.prepare("UPDATE job SET improved_at = ? WHERE job_id = ? AND json_extract(terms, '$.pay') <> json(?)");
  const follow = sql.prepare('INSERT OR REPLACE INTO online_order (order_id, revision, outcome, at) VALUES (?, ?, ?, ?)');
  return {
    orderAnswered: (fact: FactOf<'onlineOrderAnswered'>, now: Instant) => follow.run(fact.orderId, fact.revision, fact.outcome, now),
    posted(fact: FactOf<'jobPosted'>, now: Instant): void {
      const { terms, state = 'open' } = fact;
      const real = terms.onBehalfOf === undefined || terms.onBehalfOf === fact.employerId ? null : terms.onBehalfOf;
      insert.run(
        fact.jobId, fact.businessDay, serialOf(fact.number), fact.number, fact.employerId, real, terms.trade, fact.jobKind ?? 'daily', terms.headcount, terms.headcount,
        state, fact.checkAfter === true ? 1 : 0, fact.cause ?? null, JSON.stringify(fact.findings ?? []), JSON.stringify(fact.notices ?? []), fact.repeats ?? null,
        terms.validUntil, JSON.stringify(terms), now, state === 'open' ? now : null, fact.onlineOrder ?? null,
      );
    },
    changed(fact: FactOf<'jobChanged'>, now: Instant): void {
      improve.run(now, fact.jobId, JSON.stringify(fact.terms.pay));
      const { terms, placesLeft, state = placesLeft === 0 ? 'filled' : 'open' } = fact;
      // The filter's version comes only with words that it has read.
      const newWords = fact.filterVersion !== undefined || fact.findings !== undefined || fact.cause !== undefined;
      change.run(
        terms.headcount, placesLeft, state, fact.checkAfter === true ? 1 : 0, fact.cause ?? null, newWords ? JSON.stringify(fact.findings ?? []) : null,
        JSON.stringify(fact.notices ?? []), terms.validUntil, JSON.stringify(terms), newWords ? 1 : 0, fact.jobId,
      );
      decision.run(fact.jobId, now, fact.type, [state, ...(fact.changed ?? []), ...showed(fact)].join(' '), '[]', fact.by ?? null, null);
    },
    closed(fact: FactOf<'jobClosed'>, now: Instant): void {
      end.run('closed', now, fact.jobId);
      decision.run(fact.jobId, now, fact.type, [fact.reason, ...showed(fact)].join(' '), '[]', fact.by ?? null, null);
    },
    reviewed(fact: FactOf<'jobReviewed'>, now: Instant): void {
      reviewed.run(fact.outcome === 'approve' ? fact.filterVersion : null, fact.jobId);
      if (fact.outcome === 'approve') show.run(now, fact.jobId);
      decision.run(fact.jobId, now, fact.type, `${fact.outcome} ${fact.reason}`, JSON.stringify(fact.ruleIds), fact.by, fact.noteId ?? null);
    },
    takenDown(fact: FactOf<'jobTakenDown'>, now: Instant): void {
      end.run('takenDown', now, fact.jobId);
      decision.run(fact.jobId, now, fact.type, fact.reason, '[]', fact.by, fact.noteId ?? null);
    },
    expired: (fact: FactOf<'jobExpired'>, now: Instant) => end.run('expired', now, fact.jobId),
    filled: (fact: FactOf<'jobFilled'>, now: Instant) => fill.run(now, fact.jobId),
    /** A place that a hire gave back; a filled job is open again. */
    placeBack: (fact: FactOf<'hireUndone' | 'hireReleased'>) => placeBack.run(fact.placesLeft, fact.jobId),
    placesLeft: (fact: FactOf<'hireConfirmed'>) => places.run(fact.placesLeft, fact.jobId),
  };
}

/** What the employer showed at the desk, as a word of the decision. */
const showed = ({ askedFor }: FactOf<'jobChanged' | 'jobClosed'>): readonly string[] => (askedFor === undefined ? [] : [askedFor.showed]);
