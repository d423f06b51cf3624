/* Facts to figures, purely: what is known of the things a batch touches goes in, what changed comes out. */
import type { Fact } from '../../domain/fact.ts';
import { workService } from '../../domain/queue/facts.ts';
import type { TicketState } from '../../domain/queue/view.ts';
import type { JobState } from '../../domain/jobs/view.ts';

export interface Visit { readonly visitId: string; readonly day: string; /** already counted for these */ readonly trades: readonly string[] }
export interface Ticket { readonly ticketId: string; readonly day: string; readonly forWork: boolean; readonly state: TicketState }
export interface Job { readonly jobId: string; readonly day: string; readonly trade: string; readonly placesLeft: number; readonly state: JobState; readonly validUntil: number; /** it has been on a screen, and is counted */ readonly shown: boolean }
export interface DayChange { readonly day: string; seekers: number; waiting: number; jobs: number; places: number; hires: number }
export interface TradeChange { readonly day: string; readonly trade: string; seekers: number; places: number; hires: number }

/** Things by id. Filled with what is known before, and holding what is known after. */
export interface Known { readonly visits: Map<string, Visit>; readonly tickets: Map<string, Ticket>; readonly jobs: Map<string, Job> }
export interface Changes {
  readonly visits: ReadonlySet<string>; readonly tickets: ReadonlySet<string>; readonly jobs: ReadonlySet<string>;
  readonly days: readonly DayChange[]; readonly trades: readonly TradeChange[];
  /** the latest day that was opened */
  readonly businessDay: string | undefined;
}

/** The ids that `fold` will ask for. */
export function touchedBy(facts: readonly Fact[]): { visits: string[]; tickets: string[]; jobs: string[] } {
  const visits = new Set<string>();
  const tickets = new Set<string>();
  const jobs = new Set<string>();
  for (const fact of facts) {
    if ('visitId' in fact && fact.visitId !== undefined) visits.add(fact.visitId);
    if ('ticketId' in fact && fact.ticketId !== undefined) tickets.add(fact.ticketId);
    if (fact.type === 'queueUndone') for (const { ticketId } of fact.tickets) tickets.add(ticketId);
    if ('jobId' in fact && fact.jobId !== undefined) jobs.add(fact.jobId);
  }
  return { visits: [...visits], tickets: [...tickets], jobs: [...jobs] };
}

/** Applies the facts in their order to `known` and says what changed. A fact about something unknown (its beginning is in quarantine) changes only what it says by itself. */
export function fold(known: Known, facts: readonly Fact[]): Changes {
  const sums = new Sums();
  const changed = { visits: new Set<string>(), tickets: new Set<string>(), jobs: new Set<string>() };
  let businessDay: string | undefined;
  const putTicket = (ticket: Ticket): void => {
    const before = known.tickets.get(ticket.ticketId);
    if (ticket.forWork) sums.day(ticket.day).waiting += Number(ticket.state === 'waiting') - Number(before?.state === 'waiting');
    known.tickets.set(ticket.ticketId, ticket);
    changed.tickets.add(ticket.ticketId);
  };
  const setTicket = (ticketId: string, state: TicketState): void => {
    const ticket = known.tickets.get(ticketId);
    if (ticket !== undefined) putTicket({ ...ticket, state });
  };
  const putJob = (job: Job): void => {
    known.jobs.set(job.jobId, job);
    changed.jobs.add(job.jobId);
  };
  const putVisit = (visit: Visit): void => {
    known.visits.set(visit.visitId, visit);
    changed.visits.add(visit.visitId);
  };
  const seeks = (visitId: string | undefined, trades: readonly string[]): void => {
    const visit = visitId === undefined ? undefined : known.visits.get(visitId);
    const wanted = new Set(trades).difference(new Set(visit?.trades));
    if (visit === undefined || wanted.size === 0) return;
    for (const trade of wanted) sums.trade(visit.day, trade).seekers += 1;
    putVisit({ ...visit, trades: [...visit.trades, ...wanted] });
  };
  for (const fact of facts) {
    switch (fact.type) {
      case 'dayOpened':
        if (businessDay === undefined || fact.businessDay > businessDay) businessDay = fact.businessDay;
        break;
      case 'visitOpened':
        if (known.visits.has(fact.visitId)) break;
        sums.day(fact.businessDay).seekers += 1;
        putVisit({ visitId: fact.visitId, day: fact.businessDay, trades: [] });
        break;
      case 'ticketIssued':
        putTicket({ ticketId: fact.ticketId, day: fact.businessDay, forWork: fact.service === workService, state: 'waiting' });
        seeks(fact.visitId, fact.trades);
        break;
      // A paper number that gets a person: one more seeker of its trades.
      case 'workNumberLinked': seeks(fact.visitId, fact.trades); break;
      case 'ticketCalled': case 'noShowMarked': case 'callEnded': case 'ticketRequeued': case 'ticketParked': case 'ticketClosed': case 'placeGivenBack':
        setTicket(fact.ticketId, stateAfter(fact));
        break;
      case 'queueUndone': for (const { ticketId, state } of fact.tickets) setTicket(ticketId, state); break;
      // A day ends for all its tickets at once: counted by the number the hall says, not ticket by ticket.
      case 'dayClosed': sums.day(fact.businessDay).waiting -= fact.work; break;
      case 'dayReopened': sums.day(fact.businessDay).waiting += fact.work; break;
      case 'jobPosted': case 'jobChanged': case 'jobReviewed': case 'jobTakenDown': case 'jobClosed': case 'jobExpired': case 'jobFilled':
      case 'hireConfirmed': case 'hireUndone': case 'hireReleased': foldJob(known, fact, sums, putJob); break;
      // Counted nowhere yet; named so that a new fact cannot be forgotten here.
      case 'employerVerified': case 'verificationDeclined': case 'employerStandingSet': case 'employerStandingLifted': case 'employerTrustSet': case 'cityStandingHeard':
      case 'representativeAdded': case 'representativeRemoved': case 'contractorCrewPut': case 'contractorCrewRemoved': case 'principalLinked': case 'principalUnlinked':
      case 'workerRegistered': case 'consentGiven': case 'employerRegistered': case 'callRepeated': case 'serviceBegan': case 'appointmentBooked': case 'appointmentCancelled': case 'stepTaken': case 'serviceAdded': case 'prioritySet': case 'noteAdded': case 'profileSet': case 'helpAsked': case 'helpAnswered':
      case 'boardPublished': case 'boardRemoved': case 'boardSceneSet': case 'noticePut': case 'noticeEnded': case 'fairPut': case 'fairEnded': case 'deviceStateChanged': case 'readinessChanged': case 'numbersLeased': case 'leasedNumberLapsed': case 'printQueued': case 'printStarted': case 'printFinished': case 'printReturned': case 'printDiverted': case 'referralOffered': case 'referralAnswered': case 'referralSettled': case 'referralMet': case 'onlineOrderAnswered': case 'slipPageOpened': case 'surnameTold': case 'slipMarkTaken': break;
      case 'consentWithdrawn': case 'profileChanged': case 'tradesChanged': case 'trainingWished': case 'workerErased': case 'workerShared': case 'erasureHeard':
      case 'mergeProposed': case 'mergeDismissed': case 'workersMerged': case 'mergeUndone': case 'crewFormed': case 'crewLeft': case 'crewDissolved':
      case 'helpCaseOpened': case 'helpCaseUpdated': case 'helpVisitRecorded': case 'helpCaseClosed':
      case 'opinionGiven': case 'shiftStarted': case 'shiftEnded': case 'retentionRan': case 'recordsExported': case 'wishesSet': case 'certificateShown': case 'jobAppliedFor': case 'restateAsked': case 'sessionOpened': case 'sessionEnded': break;
      case 'callAccepted': case 'callRefused': case 'callLapsed': case 'namedRequestMade': case 'employerWasAbsent': case 'ticketsPutInFront': case 'offerRecorded': case 'quoteSealed':
      case 'quotesOpened': case 'drawOpened': case 'lotsDrawn': case 'arrivalMarked': case 'workDone': case 'payMarked': case 'eveningConfirmed': case 'disputeOpened': case 'mediationRecorded':
      case 'disputeTransferred': case 'disputeClosed': case 'pointsGiven': case 'standingStopped': case 'pointsRemoved': case 'stopLifted': case 'appealMade': case 'appealDecided': break;
    }
  }
  return { ...changed, days: [...sums.days.values()], trades: [...sums.trades.values()], businessDay };
}

type TicketFact = Extract<Fact, { type: 'ticketCalled' | 'noShowMarked' | 'callEnded' | 'ticketRequeued' | 'ticketParked' | 'ticketClosed' | 'placeGivenBack' }>;

function stateAfter(fact: TicketFact): TicketState {
  switch (fact.type) {
    case 'ticketCalled': return 'called';
    case 'noShowMarked': return 'missed';
    case 'callEnded': return fact.outcome === 'served' || fact.outcome === 'hired' ? 'served' : 'waiting';
    case 'ticketRequeued': case 'placeGivenBack': return 'waiting';
    case 'ticketParked': return 'parked';
    case 'ticketClosed': return 'closed';
  }
}

type JobFact = Extract<Fact, {
  type: 'jobPosted' | 'jobChanged' | 'jobReviewed' | 'jobTakenDown' | 'jobClosed' | 'jobExpired' | 'jobFilled' | 'hireConfirmed' | 'hireUndone' | 'hireReleased';
}>;

/** A job counts from the moment it is shown; what staff never let through counts nowhere. */
function foldJob(known: Known, fact: JobFact, sums: Sums, putJob: (job: Job) => void): void {
  const job = known.jobs.get(fact.jobId);
  const shown = (places: number, day: string, trade: string): void => {
    sums.day(day).jobs += 1;
    sums.day(day).places += places;
    sums.trade(day, trade).places += places;
  };
  if (fact.type === 'jobPosted') {
    if (job !== undefined) return;
    const { trade, headcount, validUntil } = fact.terms;
    const state = fact.state ?? 'open';
    if (state === 'open') shown(headcount, fact.businessDay, trade);
    putJob({ jobId: fact.jobId, day: fact.businessDay, trade, placesLeft: headcount, state, validUntil, shown: state === 'open' });
    return;
  }
  if (fact.type === 'hireConfirmed') sums.day(fact.businessDay).hires += 1;
  // Taken back from the day on which it was counted.
  if (fact.type === 'hireUndone' || fact.type === 'hireReleased') sums.day(fact.businessDay).hires -= 1;
  if (job === undefined) return;
  switch (fact.type) {
    case 'hireConfirmed':
      sums.trade(fact.businessDay, job.trade).hires += 1;
      putJob({ ...job, placesLeft: fact.placesLeft });
      break;
    case 'hireUndone': case 'hireReleased':
      sums.trade(fact.businessDay, job.trade).hires -= 1;
      putJob({ ...job, placesLeft: fact.placesLeft, state: job.state === 'filled' ? 'open' : job.state });
      break;
    case 'jobChanged': {
      const more = job.shown ? fact.placesLeft - job.placesLeft : 0;
      sums.day(job.day).places += more;
      sums.trade(job.day, job.trade).places += more;
      putJob({ ...job, placesLeft: fact.placesLeft, state: fact.state ?? (fact.placesLeft === 0 ? 'filled' : 'open'), validUntil: fact.terms.validUntil });
      break;
    }
    case 'jobReviewed':
      if (fact.outcome === 'reject' || job.state !== 'inReview') break;
      if (!job.shown) shown(job.placesLeft, job.day, job.trade);
      putJob({ ...job, shown: true, state: job.placesLeft === 0 ? 'filled' : 'open' });
      break;
    case 'jobFilled': putJob({ ...job, state: 'filled' }); break;
    case 'jobTakenDown': putJob({ ...job, state: 'takenDown' }); break;
    case 'jobClosed': putJob({ ...job, state: 'closed' }); break;
    case 'jobExpired': putJob({ ...job, state: 'expired' }); break;
  }
}

class Sums {
  readonly days = new Map<string, DayChange>();
  readonly trades = new Map<string, TradeChange>();

  day(day: string): DayChange {
    return found(this.days, day, () => ({ day, seekers: 0, waiting: 0, jobs: 0, places: 0, hires: 0 }));
  }

  trade(day: string, trade: string): TradeChange {
    return found(this.trades, `${day} ${trade}`, () => ({ day, trade, seekers: 0, places: 0, hires: 0 }));
  }
}

function found<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
