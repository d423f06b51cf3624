/* Facts to figures, purely: what is known of the things a batch touches goes in, what changed comes out. */
import type { Fact } from '../../domain/fact.ts';
import { workService } from '../../domain/queue/facts.ts';
import type { TicketState } from '../../domain/queue/view.ts';
import type { JobState } from '../../domain/jobs/view.ts';

export interface Visit { readonly visitId: string; readonly day: string; /** already counted for these */ readonly trades: readonly string[] }
export interface Ticket { readonly ticketId: string; readonly day: string; readonly forWork: boolean; readonly state: TicketState }
export interface Job { readonly jobId: string; readonly day: string; readonly trade: string; readonly placesLeft: number; readonly state: JobState; readonly validUntil: number }
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
    if ('ticketId' in fact) tickets.add(fact.ticketId);
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
      case 'ticketIssued': {
        putTicket({ ticketId: fact.ticketId, day: fact.businessDay, forWork: fact.service === workService, state: 'waiting' });
        seeks(fact.visitId, fact.trades);
        break;
      }
      // A paper number that gets a person: one more seeker of its trades.
      case 'workNumberLinked': seeks(fact.visitId, fact.trades); break;
      case 'ticketCalled': setTicket(fact.ticketId, 'called'); break;
      case 'noShowMarked': setTicket(fact.ticketId, 'missed'); break;
      case 'callEnded': setTicket(fact.ticketId, fact.outcome === 'served' || fact.outcome === 'hired' ? 'served' : 'waiting'); break;
      case 'jobPosted': case 'jobTakenDown': case 'jobFilled': case 'hireConfirmed': foldJob(known, fact, sums, putJob); break;
      // Counted nowhere yet; named so that a new fact cannot be forgotten here.
      case 'workerRegistered': case 'consentGiven': case 'employerRegistered': case 'callRepeated':
      case 'printQueued': case 'printStarted': case 'printFinished': break;
      case 'consentWithdrawn': case 'profileChanged': case 'tradesChanged': case 'trainingWished': case 'workerErased':
      case 'mergeProposed': case 'mergeDismissed': case 'workersMerged': case 'mergeUndone':
      case 'crewFormed': case 'crewLeft': case 'crewDissolved':
      case 'helpCaseOpened': case 'helpCaseUpdated': case 'helpVisitRecorded': case 'helpCaseClosed':
      case 'opinionGiven': case 'shiftStarted': case 'shiftEnded': case 'retentionRan': break;
    }
  }
  return { ...changed, days: [...sums.days.values()], trades: [...sums.trades.values()], businessDay };
}

type JobFact = Extract<Fact, { type: 'jobPosted' | 'jobTakenDown' | 'jobFilled' | 'hireConfirmed' }>;

function foldJob(known: Known, fact: JobFact, sums: Sums, putJob: (job: Job) => void): void {
  const job = known.jobs.get(fact.jobId);
  if (fact.type === 'jobPosted') {
    if (job !== undefined) return;
    const { trade, headcount, validUntil } = fact.terms;
    const day = sums.day(fact.businessDay);
    day.jobs += 1;
    day.places += headcount;
    sums.trade(fact.businessDay, trade).places += headcount;
    putJob({ jobId: fact.jobId, day: fact.businessDay, trade, placesLeft: headcount, state: 'open', validUntil });
    return;
  }
  if (fact.type === 'hireConfirmed') {
    sums.day(fact.businessDay).hires += 1;
    if (job === undefined) return;
    sums.trade(fact.businessDay, job.trade).hires += 1;
    putJob({ ...job, placesLeft: fact.placesLeft });
    return;
  }
  if (job !== undefined) putJob({ ...job, state: fact.type === 'jobFilled' ? 'filled' : 'takenDown' });
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
