/* Why a job has not called somebody: the same rules as the matching, told as one plain code for each open job of the person's trades. */
import type { Database } from 'better-sqlite3';
import type { NotCalled } from '../../../domain/hiring/asked.ts';
import { overlap, type WorkTimes } from '../../../domain/hiring/spans.ts';
import type { JobTerms } from '../../../domain/jobs/terms.ts';
import { mayTakeJob } from '../../../domain/jobs/work-conditions.ts';
import { ticketsOfCrew } from '../../../domain/matching/crew.ts';
import type { Explanation } from '../../../domain/matching/pairs/explain.ts';
import type { WorkerRow } from '../../../domain/people/view.ts';
import type { TicketRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { HallView } from '../../../domain/view.ts';
import { termsFrom } from '../../kept-terms.ts';

interface JobFound { job_id: string; number: string; trade: string; places_left: number; terms: string }
/** One person with everything that is the same for each job. */
interface Person {
  readonly worker: WorkerRow; readonly ticket: TicketRow | undefined; readonly crew: readonly TicketRow[] | undefined; readonly birth: string | undefined;
  readonly stoppedUntil: Instant; readonly work: readonly WorkTimes[];
}
type Why = Omit<NotCalled, 'jobId' | 'jobNumber' | 'trade' | 'mode' | 'placesLeft'>;

const limits = { jobs: 30, ahead: 99 } as const;

export function openNotCalled(sql: Database) {
  const open = sql.prepare<[string, Instant, number], JobFound>(`SELECT job_id, number, trade, places_left, terms FROM job INDEXED BY job_open_of_trade
    WHERE state = 'open' AND trade = ? AND valid_until >= ? ORDER BY posted_at DESC LIMIT ?`);
  const inFront = sql.prepare<[string, number, number, number, number], { n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ticket_trade JOIN ticket USING (ticket_id)
    WHERE ticket_trade.day = (SELECT max(day) FROM business_day) AND ticket_trade.trade = ? AND (ticket_trade.rank, ticket_trade.back, ticket_trade.place_in_day) < (?, ?, ?) AND ticket.state = 'waiting' LIMIT ?)`);
  const lotOf = sql.prepare<[string, string], { lot: number }>('SELECT lot FROM lot WHERE draw_id = ? AND ticket_id = ?');
  const lotsBefore = sql.prepare<[string, number, number], { n: number }>("SELECT count(*) AS n FROM (SELECT 1 FROM lot JOIN ticket USING (ticket_id) WHERE draw_id = ? AND lot < ? AND ticket.state = 'waiting' LIMIT ?)");

  function place(view: HallView, ticket: TicketRow, jobId: string, { mode = 'open', trade }: JobTerms, now: Instant): Why {
    const { rank, back, order, ticketId } = ticket;
    const explained = view.explained(ticketId, jobId, { now, next: false });
    if (explained !== undefined) {
      const why = byThePlan(explained);
      return explained.kind === 'pair' ? { ...why, ahead: inFront.get(trade, rank, back, order, limits.ahead)?.n ?? 0 } : why;
    }
    if (mode === 'rotation') return { reason: 'notYourTurn' };
    if (mode === 'open') return { reason: 'notYourTurn', ahead: inFront.get(trade, rank, back, order, limits.ahead)?.n ?? 0 };
    const draw = view.draw(jobId);
    if (draw?.drawnAt === undefined) return { reason: 'drawToCome' };
    const lot = lotOf.get(draw.drawId, ticketId)?.lot;
    return lot === undefined ? { reason: 'notInDraw' } : { reason: 'notYourTurn', ahead: lotsBefore.get(draw.drawId, lot, limits.ahead)?.n ?? 0 };
  }
  function whyNot(view: HallView, { worker, ticket, crew, birth, stoppedUntil, work }: Person, job: JobFound, terms: JobTerms, now: Instant): Why {
    if (view.isHiredFor(worker.workerId, job.job_id)) return { reason: 'hiredForIt' };
    if (stoppedUntil > now) return { reason: 'stopped', until: stoppedUntil };
    if (birth !== undefined && mayTakeJob(birth, terms, now).kind !== 'may') return { reason: 'tooYoung' };
    if (work.some((times) => overlap(times, terms))) return { reason: 'hiredThen' };
    if (ticket === undefined) return { reason: 'noNumber' };
    if (ticket.state !== 'waiting') return { reason: 'notWaiting' };
    if (view.partedFrom(job.job_id, ticket.ticketId)) return { reason: 'parted' };
    if (crew === undefined || crew.some((one) => one.state !== 'waiting')) return { reason: 'crewNotWhole' };
    if (crew.some((one) => one.workerId !== undefined && one.workerId !== worker.workerId && !mayCome(view, one.workerId, terms, now))) return { reason: 'crewMemberCannot' };
    return crew.length > job.places_left ? { reason: 'crewTooLarge' } : place(view, ticket, job.job_id, terms, now);
  }
  /** Of somebody in the same crew: nobody else hears why. */
  function mayCome(view: HallView, workerId: string, terms: JobTerms, now: Instant): boolean {
    const birth = view.birthOf(workerId);
    return (view.stoppedUntil('worker', workerId) ?? 0) <= now && (birth === undefined || mayTakeJob(birth, terms, now).kind === 'may');
  }
  /** Open jobs of the person's trades without those in `calledFor`, newest first within a trade. */
  return function notCalled(view: HallView, worker: WorkerRow, calledFor: ReadonlySet<string>, now: Instant): NotCalled[] {
    const visit = view.visitOf(worker.workerId);
    const ticket = visit === undefined ? undefined : view.ticket(visit.ticketId);
    const person: Person = {
      worker, ticket, crew: ticket === undefined ? undefined : ticketsOfCrew(view, ticket), birth: view.birthOf(worker.workerId),
      stoppedUntil: view.stoppedUntil('worker', worker.workerId) ?? 0, work: view.workOf(worker.workerId, now),
    };
    const jobs = (ticket?.trades ?? worker.trades).flatMap((trade) => open.all(trade, now, limits.jobs)).filter((job) => !calledFor.has(job.job_id)).slice(0, limits.jobs);
    return jobs.map((job) => {
      const terms = termsFrom(job.terms);
      return { jobId: job.job_id, jobNumber: job.number, trade: job.trade, mode: terms.mode ?? 'open', placesLeft: job.places_left, ...whyNot(view, person, job, terms, now) };
    });
  };
}

/** The plan's answer as one code, exact to the minute. */
function byThePlan(explained: Explanation): Why {
  if (explained.kind === 'pair') {
    const { reach: { reaches, until, missingMinutes }, countsFrom } = explained;
    if (reaches === 'allCalled') return { reason: 'allCalled' };
    return { reason: 'notYourTurn', countsFrom, ...(until === undefined ? {} : { reaches: until }), ...(missingMinutes === undefined ? {} : { missingMinutes }) };
  }
  const { code, certificate, until } = explained.why;
  const more = { ...(certificate === undefined ? {} : { certificate }), ...(until === undefined ? {} : { until }) };
  switch (code) {
    case 'alreadyHired': return { reason: 'hiredForIt' };
    case 'alreadyHiredThen': return { reason: 'hiredThen' };
    case 'stopped': case 'tooYoung': case 'parted': case 'certificateMissing': case 'certificateEnds': case 'payBelowWish': case 'tooFar': case 'endsTooLate': case 'tooManyDays': return { reason: code, ...more };
    // Only jobs of the person's trades that are open are asked about: what is left is a question of the turn.
    case 'jobNotOpen': case 'notYourTrade': return { reason: 'notYourTurn' };
  }
}
