/* Facts to figures, purely: what is known of the things a batch touches goes in, what changed comes out. */
import type { Fact } from '../../domain/fact.ts';
import { workService } from '../../domain/queue/facts.ts';
import type { TicketState } from '../../domain/queue/view.ts';
import type { JobState } from '../../domain/jobs/view.ts';

/** A fact with the moment of its row, by the hall's own clock. */
export interface Told { readonly fact: Fact; readonly clock: number }
export interface Visit { readonly visitId: string; readonly day: string; /** already counted for these */ readonly trades: readonly string[]; /** its first one */ readonly number: string }
export interface Ticket { readonly ticketId: string; readonly day: string; readonly forWork: boolean; readonly state: TicketState; readonly number: string; readonly issuedAt: number | null; /** first */ readonly calledAt: number | null }
export interface Job {
  readonly jobId: string; readonly day: string; readonly trade: string; readonly placesLeft: number; readonly state: JobState; readonly validUntil: number; /** it has been on a screen, and is counted */ readonly shown: boolean;
  readonly number: string; readonly headcount: number; /** first on a screen, first full */ readonly shownAt: number | null; readonly filledAt: number | null;
}
export interface Hire { readonly hireId: string; readonly day: string; readonly number: string; readonly jobId: string; readonly trade: string | null; readonly at: number }
/** So many more numbers waited so many whole minutes for their first call. */
export interface WaitChange { readonly day: string; readonly minutes: number; tickets: number }
export interface DayChange { readonly day: string; seekers: number; waiting: number; jobs: number; places: number; hires: number }
export interface TradeChange { readonly day: string; readonly trade: string; seekers: number; places: number; hires: number }

/** Things by id. Filled with what is known before, and holding what is known after. */
export interface Known { readonly visits: Map<string, Visit>; readonly tickets: Map<string, Ticket>; readonly jobs: Map<string, Job> }
export interface Changes {
  readonly visits: ReadonlySet<string>; readonly tickets: ReadonlySet<string>; readonly jobs: ReadonlySet<string>;
  readonly days: readonly DayChange[]; readonly trades: readonly TradeChange[]; readonly waits: readonly WaitChange[];
  readonly hires: readonly Hire[]; /** hires that count no longer */ readonly undone: readonly string[];
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
export function fold(known: Known, told: readonly Told[]): Changes {
  const sums = new Sums();
  const changed: Touched = { visits: new Set<string>(), tickets: new Set<string>(), jobs: new Set<string>() };
  let businessDay: string | undefined;
  const { putTicket, setTicket, putJob, putVisit, seeks } = writing(known, changed, sums);
  for (const { fact, clock } of told) {
    switch (fact.type) {
      case 'dayOpened':
        if (businessDay === undefined || fact.businessDay > businessDay) businessDay = fact.businessDay;
        break;
      case 'visitOpened':
        if (known.visits.has(fact.visitId)) break;
        sums.day(fact.businessDay).seekers += 1;
        putVisit({ visitId: fact.visitId, day: fact.businessDay, trades: [], number: '' });
        break;
      case 'ticketIssued':
        putTicket({ ticketId: fact.ticketId, day: fact.businessDay, forWork: fact.service === workService, state: 'waiting', number: fact.number, issuedAt: fact.arrival ?? clock, calledAt: null });
        seeks(fact.visitId, fact.trades, fact.number);
        break;
      // A paper number that gets a person: one more seeker of its trades.
      case 'workNumberLinked': seeks(fact.visitId, fact.trades, known.tickets.get(fact.ticketId)?.number ?? ''); break;
      case 'ticketCalled': setTicket(fact.ticketId, 'called', (before) => before ?? fact.judgedAt ?? clock); break;
      case 'noShowMarked': case 'callEnded': case 'ticketRequeued': case 'ticketParked': case 'ticketClosed': case 'placeGivenBack':
        setTicket(fact.ticketId, stateAfter(fact));
        break;
      // A call that was taken back was none: the number waits on for its first.
      case 'queueUndone': for (const { ticketId, state } of fact.tickets) setTicket(ticketId, state, (before) => (state === 'waiting' ? null : before)); break;
      // A day ends for all its tickets at once: counted by the number the hall says, not ticket by ticket.
      case 'dayClosed': sums.day(fact.businessDay).waiting -= fact.work; break;
      case 'dayReopened': sums.day(fact.businessDay).waiting += fact.work; break;
      case 'jobPosted': case 'jobChanged': case 'jobReviewed': case 'jobTakenDown': case 'jobClosed': case 'jobExpired': case 'jobFilled':
      case 'hireConfirmed': case 'hireUndone': case 'hireReleased': foldJob(known, { fact, clock }, sums, putJob); break;
      // Counted nowhere yet; named so that a new fact cannot be forgotten here.
      case 'employerVerified': case 'verificationDeclined': case 'employerStandingSet': case 'employerStandingLifted': case 'employerTrustSet': case 'cityStandingHeard':
      case 'representativeAdded': case 'representativeRemoved': case 'contractorCrewPut': case 'contractorCrewRemoved': case 'principalLinked': case 'principalUnlinked':
      case 'workerRegistered': case 'consentGiven': case 'employerRegistered': case 'callRepeated': case 'serviceBegan': case 'appointmentBooked': case 'appointmentCancelled': case 'stepTaken': case 'serviceAdded': case 'prioritySet': case 'noteAdded': case 'profileSet': case 'helpAsked': case 'helpAnswered':
      case 'boardPublished': case 'boardRemoved': case 'boardSceneSet': case 'noticePut': case 'noticeEnded': case 'fairPut': case 'fairEnded': case 'deviceStateChanged': case 'readinessChanged': case 'deviceEnrolled': case 'deviceRenewed': case 'deviceRevoked': case 'numbersLeased': case 'leasedNumberLapsed': case 'printQueued': case 'printStarted': case 'printFinished': case 'printReturned': case 'printDiverted': case 'referralOffered': case 'referralAnswered': case 'referralSettled': case 'referralMet': case 'onlineOrderAnswered': case 'slipPageOpened': case 'surnameTold': case 'slipMarkTaken': break;
      case 'consentWithdrawn': case 'profileChanged': case 'tradesChanged': case 'trainingWished': case 'workerErased': case 'workerShared': case 'erasureHeard': case 'cityKeyTaken':
      case 'mergeProposed': case 'mergeDismissed': case 'workersMerged': case 'mergeUndone': case 'crewFormed': case 'crewLeft': case 'crewDissolved':
      case 'helpCaseOpened': case 'helpCaseUpdated': case 'helpVisitRecorded': case 'helpCaseClosed':
      case 'accountOpened': case 'accountRoleSet': case 'accountPinSet': case 'accountCardSet': case 'accountClosed': case 'accountUnlocked': case 'accountRecovered': case 'recoveryCodeKept':
      case 'opinionGiven': case 'shiftStarted': case 'shiftEnded': case 'retentionRan': case 'recordsExported': case 'personalShown': case 'wishesSet': case 'certificateShown': case 'jobAppliedFor': case 'restateAsked': case 'sessionOpened': case 'sessionEnded': break;
      case 'callAccepted': case 'callRefused': case 'callLapsed': case 'namedRequestMade': case 'employerWasAbsent': case 'ticketsPutInFront': case 'offerRecorded': case 'quoteSealed':
      case 'quotesOpened': case 'drawOpened': case 'lotsDrawn': case 'arrivalMarked': case 'workDone': case 'payMarked': case 'eveningConfirmed': case 'disputeOpened': case 'mediationRecorded':
      case 'disputeTransferred': case 'disputeClosed': case 'pointsGiven': case 'standingStopped': case 'pointsRemoved': case 'stopLifted': case 'appealMade': case 'appealDecided': break;
    }
  }
  return { ...changed, days: [...sums.days.values()], trades: [...sums.trades.values()], waits: [...sums.waits.values()].filter(({ tickets }) => tickets !== 0), hires: [...sums.hires.values()], undone: [...sums.undone], businessDay };
}

interface Touched { readonly visits: Set<string>; readonly tickets: Set<string>; readonly jobs: Set<string> }

/** Each thing is put down in what is known, marked as changed, and counted by what it is now against what it was. */
function writing(known: Known, changed: Touched, sums: Sums) {
  const putTicket = (ticket: Ticket): void => {
    const before = known.tickets.get(ticket.ticketId);
    if (ticket.forWork) {
      sums.day(ticket.day).waiting += Number(ticket.state === 'waiting') - Number(before?.state === 'waiting');
      sums.waited(before, -1);
      sums.waited(ticket, 1);
    }
    known.tickets.set(ticket.ticketId, ticket);
    changed.tickets.add(ticket.ticketId);
  };
  const setTicket = (ticketId: string, state: TicketState, calledAt: (before: number | null) => number | null = (before) => before): void => {
    const ticket = known.tickets.get(ticketId);
    if (ticket !== undefined) putTicket({ ...ticket, state, calledAt: calledAt(ticket.calledAt) });
  };
  const putJob = (job: Job): void => {
    known.jobs.set(job.jobId, job);
    changed.jobs.add(job.jobId);
  };
  const putVisit = (visit: Visit): void => {
    known.visits.set(visit.visitId, visit);
    changed.visits.add(visit.visitId);
  };
  const seeks = (visitId: string | undefined, trades: readonly string[], number: string): void => {
    const visit = visitId === undefined ? undefined : known.visits.get(visitId);
    const wanted = new Set(trades).difference(new Set(visit?.trades));
    if (visit === undefined || (wanted.size === 0 && visit.number !== '')) return;
    for (const trade of wanted) sums.trade(visit.day, trade).seekers += 1;
    putVisit({ ...visit, trades: [...visit.trades, ...wanted], number: visit.number === '' ? number : visit.number });
  };
  return { putTicket, setTicket, putJob, putVisit, seeks };
}

type TicketFact = Extract<Fact, { type: 'noShowMarked' | 'callEnded' | 'ticketRequeued' | 'ticketParked' | 'ticketClosed' | 'placeGivenBack' }>;

function stateAfter(fact: TicketFact): TicketState {
  switch (fact.type) {
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
function foldJob(known: Known, { fact, clock }: { readonly fact: JobFact; readonly clock: number }, sums: Sums, putJob: (job: Job) => void): void {
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
    putJob({ jobId: fact.jobId, day: fact.businessDay, trade, placesLeft: headcount, state, validUntil, shown: state === 'open', number: fact.number, headcount, shownAt: state === 'open' ? clock : null, filledAt: null });
    return;
  }
  if (fact.type === 'hireConfirmed') {
    sums.day(fact.businessDay).hires += 1;
    sums.hires.set(fact.hireId, { hireId: fact.hireId, day: fact.businessDay, number: fact.number, jobId: fact.jobId, trade: job?.trade ?? null, at: clock });
  }
  // Taken back from the day on which it was counted.
  if (fact.type === 'hireUndone' || fact.type === 'hireReleased') {
    sums.day(fact.businessDay).hires -= 1;
    sums.undone.add(fact.hireId);
  }
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
      putJob({ ...job, placesLeft: fact.placesLeft, state: fact.state ?? (fact.placesLeft === 0 ? 'filled' : 'open'), validUntil: fact.terms.validUntil, headcount: fact.terms.headcount });
      break;
    }
    case 'jobReviewed':
      if (fact.outcome === 'reject' || job.state !== 'inReview') break;
      if (!job.shown) shown(job.placesLeft, job.day, job.trade);
      putJob({ ...job, shown: true, shownAt: job.shownAt ?? clock, state: job.placesLeft === 0 ? 'filled' : 'open' });
      break;
    case 'jobFilled': putJob({ ...job, state: 'filled', filledAt: job.filledAt ?? clock }); break;
    case 'jobTakenDown': putJob({ ...job, state: 'takenDown' }); break;
    case 'jobClosed': putJob({ ...job, state: 'closed' }); break;
    case 'jobExpired': putJob({ ...job, state: 'expired' }); break;
  }
}

const minuteMs = 60_000;

class Sums {
  readonly days = new Map<string, DayChange>();
  readonly trades = new Map<string, TradeChange>();
  readonly waits = new Map<string, WaitChange>();
  readonly hires = new Map<string, Hire>();
  readonly undone = new Set<string>();

  /** Counts what a number that was called has waited, or takes it back. */
  waited(ticket: Ticket | undefined, by: 1 | -1): void {
    if (ticket === undefined || ticket.calledAt === null || ticket.issuedAt === null) return;
    const minutes = Math.max(0, Math.floor((ticket.calledAt - ticket.issuedAt) / minuteMs));
    found(this.waits, `${ticket.day} ${minutes}`, (): WaitChange => ({ day: ticket.day, minutes, tickets: 0 })).tickets += by;
  }

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
