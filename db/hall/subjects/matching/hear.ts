/* Which facts move the plan, and how. Everything else leaves it as it is. */
import type { Fact, FactOf, FactType } from '../../../domain/fact.ts';
import { ticketsOfCrew } from '../../../domain/matching/crew.ts';
import type { HallPlan } from '../../../domain/matching/live/hall-plan.ts';
import type { PlanMove } from '../../../domain/matching/live/move.ts';
import type { JobInputs, WorkerInputs } from '../../../domain/matching/pairs/inputs.ts';
import { workService } from '../../../domain/queue/facts.ts';
import type { TicketRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { HallView } from '../../../domain/view.ts';

export type HearView = Pick<HallView, 'ticket' | 'call' | 'openCallOf' | 'crewOf' | 'ticketOfVisit' | 'job' | 'draw' | 'visitOf' | 'hire' | 'referralMetBy'>;
export interface HearParts {
  readonly view: HearView;
  readonly plan: () => HallPlan;
  readonly move: (move: PlanMove) => void;
  readonly worker: (ticket: TicketRow, now: Instant) => WorkerInputs;
  readonly job: (jobId: string, now: Instant) => JobInputs | undefined;
  /** the employer is not at the table, or is here again; true when that is news */
  readonly employerAway: (jobId: string, isAway: 0 | 1) => boolean;
}

type Handlers = { readonly [T in FactType]?: (hearing: Hearing, fact: FactOf<T>, at: Instant) => void };

const oneTicket = (hearing: Hearing, fact: { readonly ticketId: string }, at: Instant): void => { hearing.ticket(fact.ticketId, at); };
const ticketAnew = (hearing: Hearing, fact: { readonly ticketId: string }, at: Instant): void => { hearing.ticket(fact.ticketId, at, true); };
const oneJob = (hearing: Hearing, fact: { readonly jobId: string }, at: Instant): void => { hearing.job(fact.jobId, at); };
const onePerson = (hearing: Hearing, fact: { readonly workerId: string }, at: Instant): void => { hearing.person(fact.workerId, at); };
const ofWorker = (hearing: Hearing, fact: { readonly side: string; readonly who: string }, at: Instant): void => { if (fact.side === 'worker') hearing.person(fact.who, at); };
const personInto = (hearing: Hearing, fact: { readonly into: string }, at: Instant): void => { hearing.person(fact.into, at); };

const handlers: Handlers = {
  ticketIssued: oneTicket, workNumberLinked: oneTicket, placeGivenBack: oneTicket, ticketParked: oneTicket, ticketClosed: oneTicket, noShowMarked: oneTicket,
  ticketRequeued: ticketAnew, jobAppliedFor: ticketAnew,
  ticketCalled: (hearing, fact, at) => { hearing.called(fact, at); },
  callEnded: (hearing, fact, at) => { hearing.ended(fact, at); },
  hireConfirmed: (hearing, fact, at) => { hearing.hired(fact, at); },
  hireUndone: oneJob, hireReleased: oneJob, jobPosted: oneJob, jobReviewed: oneJob, jobClosed: oneJob, jobTakenDown: oneJob, jobFilled: oneJob, jobExpired: oneJob, quotesOpened: oneJob, lotsDrawn: oneJob,
  referralSettled: (hearing, fact, at) => { if (fact.side === 'job' && fact.jobId !== undefined) hearing.job(fact.jobId, at); },
  jobChanged: (hearing, fact, at) => { hearing.employerHere(fact.jobId, at); },
  employerWasAbsent: (hearing, fact, at) => { hearing.employerGone(fact.jobId, at); },
  crewFormed: (hearing, fact, at) => { hearing.crew(fact.visitIds, at); },
  crewLeft: (hearing, fact, at) => { hearing.crew([fact.visitId], at); },
  ticketsPutInFront: (hearing, fact, at) => { for (const ticketId of fact.ticketIds) hearing.ticket(ticketId, at, true); },
  queueUndone: (hearing, fact, at) => { for (const { ticketId } of fact.tickets) hearing.ticket(ticketId, at, true); },
  wishesSet: onePerson, certificateShown: onePerson, standingStopped: ofWorker, stopLifted: ofWorker, workersMerged: personInto, mergeUndone: personInto,
  pointsGiven: (hearing, fact, at) => { if (fact.cause === 'employerCancelled' && fact.hireId !== undefined) hearing.cancelled(fact.hireId, at); },
};

export const isHeard = (fact: Fact): boolean => handlers[fact.type] !== undefined;

export class Hearing {
  private readonly parts: HearParts;

  constructor(parts: HearParts) {
    this.parts = parts;
  }

  /** After the fact is in the tables. */
  heard(fact: Fact, at: Instant): void {
    const handler = handlers[fact.type] as ((hearing: Hearing, fact: Fact, at: Instant) => void) | undefined;
    handler?.(this, fact, at);
  }

  /** A number as it is now: waiting, called, or gone. With `fresh` it comes in anew with what is known today. */
  ticket(ticketId: string, at: Instant, fresh = false): void {
    const { view, plan, move, worker } = this.parts;
    const row = view.ticket(ticketId);
    if (row?.service !== workService) return;
    const unit = plan().unit(ticketId);
    const together = ticketsOfCrew(view, row);
    const call = row.state === 'called' ? view.openCallOf(ticketId) : undefined;
    if (together !== undefined && (together.every(isFree) || (call?.jobId !== undefined && together.every((one) => one.state === 'called')))) {
      const same = unit !== undefined && unit.members.length === together.length && together.every((one) => plan().unit(one.ticketId) === unit);
      if (!same || fresh) move({ move: 'arrive', members: together.map((one) => worker(one, at)), at });
      else if (call === undefined && unit.calledFor !== undefined) move({ move: 'release', ticketId, at });
      if (call?.jobId !== undefined) move({ move: 'call', ticketId, jobId: call.jobId, tableId: call.place.id, at });
    } else if (unit !== undefined && (row.state !== 'called' || call?.jobId === undefined)) move({ move: 'leave', ticketId, at });
  }

  job(jobId: string, at: Instant): void {
    const { view, plan, move, job } = this.parts;
    const row = view.job(jobId);
    if (row === undefined) return;
    const mode = row.terms.mode ?? 'open';
    const open = row.state === 'open' && row.placesLeft > 0 && (mode !== 'draw' || view.draw(jobId)?.drawnAt !== undefined);
    const inputs = open ? job(jobId, at) : undefined;
    if (inputs !== undefined && inputs.placesLeft > 0) move({ move: 'open', job: inputs, planned: mode === 'open' && row.jobKind === 'daily', at });
    else if (plan().job(jobId) !== undefined) move({ move: 'close', jobId, at });
  }

  /** Somebody whose inputs have changed. */
  person(workerId: string, at: Instant): void {
    const visit = this.parts.view.visitOf(workerId);
    if (visit !== undefined) this.ticket(visit.ticketId, at, true);
  }

  employerHere(jobId: string, at: Instant): void {
    this.parts.employerAway(jobId, 0);
    this.job(jobId, at);
  }

  employerGone(jobId: string, at: Instant): void {
    this.parts.employerAway(jobId, 1);
    this.job(jobId, at);
  }

  /** Whoever is called for a job of which the employer was away has seen the employer. */
  called({ ticketId, jobId, place }: FactOf<'ticketCalled'>, at: Instant): void {
    if (jobId === undefined) return;
    if (this.parts.plan().job(jobId) === undefined && this.parts.employerAway(jobId, 0)) this.job(jobId, at);
    if (this.parts.plan().unit(ticketId) !== undefined) this.parts.move({ move: 'call', ticketId, jobId, tableId: place.id, at });
  }

  ended(fact: FactOf<'callEnded'>, at: Instant): void {
    const { view, plan, move } = this.parts;
    const unit = plan().unit(fact.ticketId);
    // Whoever came for a held place has taken it, or left it to others.
    if (view.referralMetBy(fact.ticketId) !== undefined) this.jobOfCall(fact.callId, at);
    // Whoever was hired has left the floor with the hire.
    if (unit === undefined && fact.outcome === 'hired') return;
    const jobId = view.call(fact.callId)?.jobId;
    if (jobId === undefined) return;
    if (unit !== undefined && fact.outcome === 'noAgreement') move({ move: 'decline', ticketId: fact.ticketId, jobId, at });
    else if (unit !== undefined && fact.outcome === 'jobGone') move({ move: 'release', ticketId: fact.ticketId, at });
    // A crew waits again when all of it does.
    if (unit?.members.length !== 1) this.ticket(fact.ticketId, at);
  }

  private jobOfCall(callId: string, at: Instant): void {
    const jobId = this.parts.view.call(callId)?.jobId;
    if (jobId !== undefined) this.job(jobId, at);
  }

  hired(fact: FactOf<'hireConfirmed'>, at: Instant): void {
    const call = this.parts.view.call(fact.callId);
    if (call !== undefined) this.parts.move({ move: 'hire', ticketId: call.ticket.ticketId, jobId: fact.jobId, at });
  }

  crew(visitIds: readonly string[], at: Instant): void {
    for (const visitId of visitIds) {
      const found = this.parts.view.ticketOfVisit(visitId);
      // Whoever went together with this one is looked at too: the unit is another one now.
      const others = found === undefined ? [] : this.parts.plan().unit(found.ticketId)?.members.map((one) => one.ticketId) ?? [];
      if (found !== undefined) for (const id of new Set([found.ticketId, ...others])) this.ticket(id, at);
    }
  }

  /** The employer took an agreement back: whoever waits again because of it has a head start. */
  cancelled(hireId: string, at: Instant): void {
    const hire = this.parts.view.hire(hireId);
    if (hire !== undefined) this.ticket(hire.ticketId, at, true);
  }
}

const isFree = (row: TicketRow): boolean => row.state === 'waiting' && row.hold === undefined;
