/* What the plan is told of people and jobs, read once when somebody begins to wait or a job opens. */
import type { Database } from 'better-sqlite3';
import { validGrounds } from '../../../domain/care/level.ts';
import { adultAge } from '../../../domain/law/hazards.ts';
import { ageInYears } from '../../../domain/law/age.ts';
import type { PayUnit } from '../../../domain/jobs/pay.ts';
import type { JobInputs, WorkerInputs } from '../../../domain/matching/pairs/inputs.ts';
import type { MatchingRules } from '../../../domain/matching/rules.ts';
import { localDay } from '../../../domain/queue/business-day.ts';
import type { TicketRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { HallView } from '../../../domain/view.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { termsFrom } from '../../kept-terms.ts';
import { groundsAt, parseGrounds } from '../people/care.ts';
import { recordsBeside } from '../people/person-sql.ts';

/** The record of somebody as far as it counts for the plan. */
const recordDays = 180;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Earliest moment that is one: what is smaller is a place in front, or a rank of an older journal. */
const firstInstant = 946_684_800_000;
const limits = { busy: 60, goodWith: 64, parted: 200, applied: 60, trades: 6 } as const;

type Known = Pick<WorkerInputs, 'minor' | 'certificates' | 'wishes' | 'busy' | 'kept' | 'broken' | 'goodWith' | 'stoppedUntil'>;
const nobody: Known = { minor: false, certificates: [], wishes: {}, busy: [], kept: 0, broken: 0, goodWith: [] };

interface Has { wishes: 0 | 1; papers: 0 | 1; hires: 0 | 1; points: 0 | 1; help: 0 | 1; calls: 0 | 1; applied: 0 | 1 }
const nothing: Has = { wishes: 0, papers: 0, hires: 0, points: 0, help: 0, calls: 0, applied: 0 };
/** `records`: what stands behind `IN` or `=` for the records of the person. */
const hasColumns = (records: string): string => `EXISTS (SELECT 1 FROM worker_wish WHERE worker_id ${records}) AS wishes, EXISTS (SELECT 1 FROM worker_certificate WHERE worker_id ${records}) AS papers,
  EXISTS (SELECT 1 FROM hire WHERE worker_id ${records}) AS hires, EXISTS (SELECT 1 FROM standing_points WHERE side = 'worker' AND who ${records}) AS points,
  EXISTS (SELECT 1 FROM help_case WHERE closed_at IS NULL AND worker_id ${records}) AS help,
  EXISTS (SELECT 1 FROM call WHERE ticket_id = @ticketId) AS calls, EXISTS (SELECT 1 FROM job_application WHERE ticket_id = @ticketId) AS applied`;

/** What of the hall's memory the plan reads. */
export type InputView = Pick<HallView, 'birthOf' | 'stoppedUntil' | 'certificatesOf' | 'wishesOf' | 'appliedFor' | 'placesHeld'>;

export interface InputSettings { readonly workPlaceKm?: readonly { readonly place: string; readonly km: number }[] | undefined }

export function openInputs(sql: Database, cipher: FieldCipher, view: InputView, { workPlaceKm = [] }: InputSettings) {
  const busy = sql.prepare<[{ id: string; now: Instant }], { job_id: string; terms: string }>(`SELECT hire.job_id, job.terms FROM hire JOIN job USING (job_id)
    WHERE hire.worker_id IN ${recordsBeside('@id')} AND hire.ends_at > @now AND hire.done_at IS NULL AND hire.state NOT IN ('undone', 'released') ORDER BY hire.starts_at, hire.hire_id LIMIT ${limits.busy}`);
  const kept = sql.prepare<[{ id: string; since: Instant }], { employer_id: string }>(`SELECT employer_id FROM hire
    WHERE worker_id IN ${recordsBeside('@id')} AND ends_at > @since AND state = 'paid' AND coalesce(said_paid, '') <> 'no' ORDER BY ends_at DESC LIMIT 400`);
  const broken = sql.prepare<[{ id: string; since: Instant }], { n: number }>(`SELECT count(*) AS n FROM standing_points WHERE side = 'worker' AND who IN ${recordsBeside('@id')} AND at >= @since AND removed_at IS NULL`);
  const parted = sql.prepare<[string], { job_id: string }>(`SELECT DISTINCT call.job_id FROM call JOIN job USING (job_id) LEFT JOIN talk USING (call_id)
    WHERE call.ticket_id = ? AND call.state = 'noAgreement' AND coalesce(talk.at, call.last_at) >= job.improved_at ORDER BY call.job_id LIMIT ${limits.parted}`);
  const cancelled = sql.prepare<[string], { found: 1 }>(`SELECT 1 AS found FROM call JOIN hire USING (call_id) JOIN standing_points ON standing_points.side = 'employer' AND standing_points.who = hire.employer_id AND standing_points.hire_id = hire.hire_id
    WHERE call.ticket_id = ? AND cause = 'employerCancelled' AND removed_at IS NULL LIMIT 1`);
  const grounds = sql.prepare<[{ id: string }], { case_id: string; grounds_sealed: Buffer }>(`SELECT case_id, grounds_sealed FROM help_case WHERE closed_at IS NULL AND worker_id IN ${recordsBeside('@id')} ORDER BY opened_at LIMIT 1`);
  // What there is of somebody at all: most people have little, and each of these is a walk of its own.
  const has = sql.prepare<[{ id: string; ticketId: string }], Has>(`WITH mine AS (SELECT worker_id FROM worker WHERE worker_id IN ${recordsBeside('@id')}) SELECT ${hasColumns('IN mine')}`);
  // Nearly everybody has one record only, and then one row tells all.
  const hasAlone = sql.prepare<[{ id: string; ticketId: string }], Has>(`SELECT ${hasColumns('= worker.worker_id')} FROM worker
    WHERE worker_id = @id AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM worker AS record WHERE record.merged_into = @id)`);
  const job = sql.prepare<[string], { posted_at: number; employer_id: string; job_kind: 'daily' | 'steady'; places_left: number; terms: string }>('SELECT posted_at, employer_id, job_kind, places_left, terms FROM job WHERE job_id = ? AND employer_away = 0');
  const opened = sql.prepare<[string], { worker_id: string; amount_fen: number; unit: PayUnit }>("SELECT worker_id, amount_fen, unit FROM quote WHERE job_id = ? AND state = 'opened' ORDER BY at, quote_id LIMIT 200");

  /** Staff looked at a paper that says so, and it still holds. */
  function verifiedHardship(workerId: string, now: Instant): boolean {
    const found = grounds.get({ id: workerId });
    return found !== undefined && validGrounds(parseGrounds(cipher.open(found.grounds_sealed, groundsAt(found.case_id)).reveal()), localDay(now)).length > 0;
  }
  function since(ticket: TicketRow, rules: MatchingRules, there: Has, now: Instant): Instant {
    if (ticket.rank === 0) return 0;
    const { hardship, employerCancelled, most } = rules.headStart;
    const minutes = (there.help === 1 && verifiedHardship(ticket.workerId ?? '', now) ? hardship : 0) + (there.calls === 0 || cancelled.get(ticket.ticketId) === undefined ? 0 : employerCancelled);
    return (ticket.rank >= firstInstant ? ticket.rank : ticket.at) - Math.min(minutes, most) * minuteMs;
  }
  function known(workerId: string, there: Has, now: Instant): Known {
    const from = now - recordDays * dayMs;
    const birth = view.birthOf(workerId);
    // A stop comes of points.
    const stopped = there.points === 1 ? view.stoppedUntil('worker', workerId) : undefined;
    const employers = there.hires === 1 ? kept.all({ id: workerId, since: from }).map((row) => row.employer_id) : [];
    const work = there.hires === 1 ? busy.all({ id: workerId, now }) : [];
    return {
      minor: birth !== undefined && ageInYears(birth, now) < adultAge,
      ...(stopped === undefined ? {} : { stoppedUntil: stopped }),
      certificates: there.papers === 1 ? [...view.certificatesOf(workerId)] : [], wishes: there.wishes === 1 ? view.wishesOf(workerId) : {},
      busy: work.map((row) => { const { startAt, hoursPerDay, days } = termsFrom(row.terms); return { jobId: row.job_id, startAt, hoursPerDay, days }; }),
      kept: employers.length, broken: there.points === 1 ? broken.get({ id: workerId, since: from })?.n ?? 0 : 0, goodWith: [...new Set(employers)].slice(0, limits.goodWith),
    };
  }
  return {
    worker: (ticket: TicketRow, rules: MatchingRules, now: Instant): WorkerInputs => {
      const { ticketId, number, workerId, order, rank, back, at } = ticket;
      const whose = { id: workerId ?? '', ticketId };
      const there = hasAlone.get(whose) ?? has.get(whose) ?? nothing;
      return {
        ticketId, number, ...(workerId === undefined ? nobody : { workerId, ...known(workerId, there, now) }), order, rank, back, at, since: since(ticket, rules, there, now),
        trades: ticket.trades.slice(0, limits.trades), applied: there.applied === 1 ? view.appliedFor(ticketId).slice(0, limits.applied) : [],
        parted: there.calls === 1 ? parted.all(ticketId).map((row) => row.job_id) : [],
      };
    },
    /** Undefined while its employer is away. Places that are held for people on their way from other halls are nobody's here. */
    job: (jobId: string, now: Instant): JobInputs | undefined => {
      const found = job.get(jobId);
      if (found === undefined) return undefined;
      const terms = termsFrom(found.terms);
      const km = workPlaceKm.find((one) => one.place === terms.place)?.km;
      const quotes = terms.sealedQuotes === true ? opened.all(jobId).map((row) => ({ workerId: row.worker_id, pay: { amountFen: row.amount_fen, unit: row.unit } })) : [];
      return {
        jobId, employerId: found.employer_id, postedAt: found.posted_at, jobKind: found.job_kind, terms, placesLeft: Math.max(0, found.places_left - view.placesHeld(jobId, now)),
        ...(km === undefined ? {} : { km }), ...(quotes.length === 0 ? {} : { quotes }),
      };
    },
  };
}
