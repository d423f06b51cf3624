/* What one fact adds to the figures. Pure: the journal in its order and nothing else decides, so the same journal gives the same figures wherever it is counted. */
import type { Fact } from '../../fact.ts';
import { isAboutHiring, type FactAboutHiring } from '../../hiring/fact.ts';
import { isAboutPeople, type FactAboutPeople } from '../../people/fact.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';
import type { TradeCode } from '../../trades/trade.ts';
import type { Slice } from './definition.ts';
import type { Measure } from './measures.ts';

/** What must be remembered of earlier facts. `called`: ever; `open`: a call for it has not ended, perhaps over night. */
export interface CountedTicket { readonly service: string; readonly at: Instant; readonly called: boolean; readonly open: boolean }
/** What an act at the queue added, and its tickets as they were before. */
export interface CountedStep { readonly added: readonly Counted[]; readonly before: readonly (readonly [string, CountedTicket])[] }
/** `shownAt`: when everybody could see it first. */
export interface CountedJob { readonly day: BusinessDay; readonly trade: TradeCode; readonly places: number; readonly shownAt: Instant | undefined; readonly filled: boolean }
export interface CountMemory {
  ticket(ticketId: string): CountedTicket | undefined;
  putTicket(ticketId: string, ticket: CountedTicket): void;
  /** Trades for which this visit was counted already. */
  visitTrades(visitId: string): readonly TradeCode[];
  putVisitTrades(visitId: string, trades: readonly TradeCode[]): void;
  job(jobId: string): CountedJob | undefined;
  putJob(jobId: string, job: CountedJob): void;
  step(step: string): CountedStep | undefined;
  putStep(step: string, counted: CountedStep): void;
  /** The day has begun: acts of the queue, visits, and tickets without an open call, are forgotten. */
  dayOpened(day: BusinessDay): void;
}

/** One addition, for the whole hall and hour and for each of its parts. `whole: false` counts for the parts only, because the whole was counted by another fact. `day`: the day it counts for, when that is not the open one. */
export interface Counted {
  readonly measure: Measure;
  /** 1; −1 takes one back, 0 corrects an amount */
  readonly times: 1 | 0 | -1;
  readonly amount: number; readonly whole: boolean; readonly parts: readonly (readonly [Slice, string])[]; readonly day?: BusinessDay;
}

/** `at` is the journal's clock, which never goes back. An act at the queue that is undone is taken back whole, as if it had never been. */
export function count(fact: Fact, at: Instant, memory: CountMemory): Counted[] {
  if (fact.type === 'queueUndone') return undone(fact.of, memory);
  const step = 'step' in fact ? fact.step : undefined;
  if (step === undefined) return countFact(fact, at, memory);
  const { added, before } = memory.step(step) ?? { added: [], before: [] };
  const ticketId = 'ticketId' in fact ? fact.ticketId : undefined;
  const touched = ticketId !== undefined && !before.some(([known]) => known === ticketId) ? memory.ticket(ticketId) : undefined;
  const additions = countFact(fact, at, memory);
  memory.putStep(step, { added: [...added, ...additions], before: ticketId !== undefined && touched !== undefined ? [...before, [ticketId, touched]] : before });
  return additions;
}

function undone(step: string, memory: CountMemory): Counted[] {
  const found = memory.step(step);
  if (found === undefined) return [];
  for (const [ticketId, ticket] of found.before) memory.putTicket(ticketId, ticket);
  memory.putStep(step, { added: [], before: [] });
  return found.added.map((one) => ({ ...one, times: one.times === 1 ? -1 : one.times, amount: -one.amount }));
}

function countFact(fact: Exclude<Fact, { type: 'queueUndone' }>, at: Instant, memory: CountMemory): Counted[] {
  if (isAboutPeople(fact)) return countPeople(fact, memory);
  if (isAboutHiring(fact)) return countHiring(fact, memory);
  switch (fact.type) {
    case 'dayOpened': memory.dayOpened(fact.businessDay); return [];
    case 'ticketIssued':
      // Who took the number while the agent was away has waited since then.
      memory.putTicket(fact.ticketId, { service: fact.service, at: fact.leaseId === undefined ? at : Math.min(fact.arrival ?? at, at), called: false, open: false });
      return [one('tickets', [...forTrades(fact.trades), ...forService(fact.service)]), ...seekersByTrade(fact.visitId, fact.trades, memory)];
    case 'ticketCalled': return called(fact, at, memory);
    case 'noShowMarked': return [one('noShows', forService(callOver(fact.ticketId, memory)))];
    case 'callEnded': {
      const parts = forService(callOver(fact.ticketId, memory));
      if (fact.outcome === 'served') return [one('served', parts)];
      return fact.outcome === 'noAgreement' ? [one('parted', parts)] : [];
    }
    case 'employerRegistered': return [one('employers')];
    case 'jobPosted': case 'jobChanged': case 'jobReviewed': case 'jobTakenDown': case 'jobFilled': case 'jobClosed': case 'jobExpired': return countJob(fact, at, memory);
    // What it waits for now is what its next calls are for.
    case 'ticketRequeued': {
      callOver(fact.ticketId, memory);
      const ticket = memory.ticket(fact.ticketId);
      if (ticket !== undefined) memory.putTicket(fact.ticketId, { ...ticket, service: fact.queue });
      return fact.why === 'transferred' ? [one('transfers', forService(ticket?.service))] : [];
    }
    case 'ticketParked': case 'ticketClosed': callOver(fact.ticketId, memory); return [];
    // Counted nowhere; named so that a new fact cannot be forgotten here.
    case 'deviceStateChanged': case 'readinessChanged': case 'deviceEnrolled': case 'deviceRenewed': case 'deviceRevoked': case 'boardPublished': case 'boardRemoved': case 'boardSceneSet': case 'noticePut': case 'noticeEnded': case 'fairPut': case 'fairEnded': case 'numbersLeased': case 'leasedNumberLapsed':
    case 'stepTaken': case 'serviceBegan': case 'appointmentBooked': case 'appointmentCancelled': case 'serviceAdded': case 'prioritySet': case 'noteAdded': case 'profileSet': case 'helpAsked': case 'helpAnswered': case 'dayClosed': case 'dayReopened':
    case 'employerVerified': case 'verificationDeclined': case 'employerStandingSet': case 'employerStandingLifted': case 'employerTrustSet': case 'cityStandingHeard':
    case 'representativeAdded': case 'representativeRemoved': case 'contractorCrewPut': case 'contractorCrewRemoved': case 'principalLinked': case 'principalUnlinked':
    case 'referralOffered': case 'referralAnswered': case 'referralSettled': case 'referralMet': case 'onlineOrderAnswered':
    case 'callRepeated': case 'printQueued': case 'printStarted': case 'printFinished': case 'printReturned': case 'printDiverted': case 'recordsExported': case 'personalShown': return [];
  }
}

type FactAboutJob = Extract<Fact, { type: 'jobPosted' | 'jobChanged' | 'jobReviewed' | 'jobTakenDown' | 'jobFilled' | 'jobClosed' | 'jobExpired' }>;

/** A posting and its places count for its own day, from the moment it is shown. */
function countJob(fact: FactAboutJob, at: Instant, memory: CountMemory): Counted[] {
  if (fact.type === 'jobPosted') {
    const { trade, headcount } = fact.terms;
    const job: CountedJob = { day: fact.businessDay, trade, places: headcount, shownAt: undefined, filled: false };
    if (fact.state !== 'inReview') return shown(fact.jobId, job, at, memory);
    memory.putJob(fact.jobId, job);
    return [];
  }
  const job = memory.job(fact.jobId);
  // Its beginning is not in this journal.
  if (job === undefined) return [];
  switch (fact.type) {
    case 'jobReviewed':
      if (fact.outcome === 'reject') return [one('rejected', forTrades([job.trade]))];
      return job.shownAt === undefined ? shown(fact.jobId, job, at, memory) : [];
    case 'jobChanged': {
      const more = fact.terms.headcount - job.places;
      memory.putJob(fact.jobId, { ...job, places: fact.terms.headcount });
      return more === 0 || job.shownAt === undefined ? [] : [{ ...one('places', forTrades([job.trade]), more), times: 0, day: job.day }];
    }
    case 'jobTakenDown': return job.shownAt === undefined ? [] : [one('takenDown', forTrades([job.trade]))];
    case 'jobFilled':
      // A job that opens again and fills again was filled in the time of its first filling.
      if (job.filled || job.shownAt === undefined) return [];
      memory.putJob(fact.jobId, { ...job, filled: true });
      return [one('fill', forTrades([job.trade]), at - job.shownAt)];
    case 'jobClosed': case 'jobExpired': return [];
  }
}

function shown(jobId: string, job: CountedJob, at: Instant, memory: CountMemory): Counted[] {
  memory.putJob(jobId, { ...job, shownAt: at });
  const parts = forTrades([job.trade]);
  return [{ ...one('jobs', parts), day: job.day }, { ...one('places', parts, job.places), day: job.day }];
}

/** A hire that is given back is taken from the day on which it was counted. What else is told between call and evening is counted by the facts of the queue beside it, or nowhere. */
function countHiring(fact: FactAboutHiring, memory: CountMemory): Counted[] {
  if (fact.type === 'hireConfirmed') return [one('hires', forJob(fact.jobId, memory))];
  if (fact.type === 'hireUndone' || fact.type === 'hireReleased') return [{ ...one('hires', forJob(fact.jobId, memory), -1), times: -1, day: fact.businessDay }];
  return [];
}

function countPeople(fact: FactAboutPeople, memory: CountMemory): Counted[] {
  switch (fact.type) {
    case 'workerRegistered': return [one('newcomers')];
    case 'visitOpened': return [one('seekers')];
    // A paper number without a name has found its visit: only now is the seeker one for these trades.
    case 'workNumberLinked': return seekersByTrade(fact.visitId, fact.trades, memory);
    case 'opinionGiven': {
      const parts = fact.reasons.map((reason) => ['reason', reason] as const);
      return [one('opinions', parts), one('stars', parts, fact.stars)];
    }
    case 'consentGiven': case 'consentWithdrawn': case 'profileChanged': case 'tradesChanged': case 'trainingWished': case 'workerErased': case 'workerShared': case 'erasureHeard': case 'cityKeyTaken':
    case 'mergeProposed': case 'mergeDismissed': case 'workersMerged': case 'mergeUndone': case 'crewFormed': case 'crewLeft': case 'crewDissolved':
    case 'helpCaseOpened': case 'helpCaseUpdated': case 'helpVisitRecorded': case 'helpCaseClosed': case 'shiftStarted': case 'shiftEnded': case 'retentionRan':
    case 'accountOpened': case 'accountRoleSet': case 'accountPinSet': case 'accountCardSet': case 'accountClosed': case 'accountUnlocked': case 'accountRecovered': case 'recoveryCodeKept':
    case 'wishesSet': case 'certificateShown': case 'jobAppliedFor': case 'restateAsked': return [];
  }
}

type Parts = Counted['parts'];
const one = (measure: Measure, parts: Parts = [], amount = 1): Counted => ({ measure, times: 1, amount, whole: true, parts });
const forTrades = (trades: readonly TradeCode[]): Parts => trades.map((trade) => ['trade', trade] as const);
const forService = (service: string | undefined): Parts => (service === undefined ? [] : [['service', service]]);
const forJob = (jobId: string | undefined, memory: CountMemory): Parts => {
  const job = jobId === undefined ? undefined : memory.job(jobId);
  return job === undefined ? [] : forTrades([job.trade]);
};

/** A visit is one seeker over all, and one seeker for each trade it ever names that day. */
function seekersByTrade(visitId: string | undefined, trades: readonly TradeCode[], memory: CountMemory): Counted[] {
  if (visitId === undefined) return [];
  const before = memory.visitTrades(visitId);
  const fresh = [...new Set(trades)].filter((trade) => !before.includes(trade));
  if (fresh.length === 0) return [];
  memory.putVisitTrades(visitId, [...before, ...fresh]);
  return [{ ...one('seekers', forTrades(fresh)), whole: false }];
}

/** Only the first call of a number ends its wait. */
function called(fact: { readonly ticketId: string; readonly jobId?: string | undefined }, at: Instant, memory: CountMemory): Counted[] {
  const ticket = memory.ticket(fact.ticketId);
  const parts = [...forJob(fact.jobId, memory), ...forService(ticket?.service)];
  if (ticket === undefined) return [one('calls', parts)];
  memory.putTicket(fact.ticketId, { ...ticket, called: true, open: true });
  return ticket.called ? [one('calls', parts)] : [one('calls', parts), one('wait', parts, at - ticket.at)];
}

/** The call is over; gives the service of its number. */
function callOver(ticketId: string, memory: CountMemory): string | undefined {
  const ticket = memory.ticket(ticketId);
  if (ticket !== undefined) memory.putTicket(ticketId, { ...ticket, open: false });
  return ticket?.service;
}
