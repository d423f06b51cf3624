/* Everything from the call for a job to the record of both sides: its stores, their views as one, and facts into their tables. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { FactAboutHiring } from '../../../domain/hiring/fact.ts';
import type { QueueView } from '../../../domain/queue/view.ts';
import type { QuoteRecord } from '../../../domain/quotes/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { PersonalRecord } from '../../../domain/view.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { openDisputes } from '../after-hire/disputes.ts';
import { openStanding } from '../after-hire/standing.ts';
import type { EmployersStore } from '../employers.ts';
import type { JobsStore } from '../jobs.ts';
import type { PeopleStore } from '../people/record.ts';
import { openDraws } from './draws.ts';
import { openHires } from './hires.ts';
import { openQuotes } from './quotes.ts';
import { openSlips } from './slips.ts';
import { openTalks } from './talks.ts';

export type HiringStore = ReturnType<typeof openHiring>;

/** What hiring looks up and changes of the neighbours. */
export interface Neighbours { readonly queue: QueueView; readonly jobs: JobsStore; readonly employers: EmployersStore; readonly people: PeopleStore }

export function openHiring(sql: Database, cipher: FieldCipher, { queue, jobs, employers, people }: Neighbours) {
  const hires = openHires(sql);
  const talks = openTalks(sql, queue);
  const quotes = openQuotes(sql, cipher);
  const draws = openDraws(sql, queue);
  const slips = openSlips(sql, cipher, (workerId) => people.nameOf(workerId));
  const disputes = openDisputes(sql, cipher);
  const standing = openStanding(sql, cipher);
  return {
    view: { birthOf: (workerId: string): string | undefined => people.bornOf(workerId)?.birth.reveal() ?? people.protectedBirthOf(workerId), ...hires.view, ...talks.view, ...quotes.view, ...draws.view, ...disputes.view, ...standing.view, ...slips.view },
    hires, talks, quotes, draws, disputes, standing, slips, jobs, employers,
  };
}

type AfterHireFact = FactOf<
  | 'disputeOpened' | 'mediationRecorded' | 'disputeTransferred' | 'disputeClosed'
  | 'pointsGiven' | 'standingStopped' | 'pointsRemoved' | 'stopLifted' | 'appealMade' | 'appealDecided'
>;

/** Throws when a sealed quote comes without its price: that is a bug of a decision. */
export function recordAboutHiring(store: HiringStore, fact: FactAboutHiring, records: readonly PersonalRecord[], now: Instant): void {
  const { hires, talks, quotes, draws, slips, jobs } = store;
  switch (fact.type) {
    case 'hireConfirmed': hires.confirmed(fact, now); jobs.placesLeft(fact); break;
    case 'hireUndone': hires.undone(fact); jobs.placeBack(fact); break;
    case 'hireReleased': hires.released(fact); jobs.placeBack(fact); break;
    case 'placeGivenBack': hires.placeGivenBack(fact); break;
    case 'arrivalMarked': hires.arrivalMarked(fact, now); break;
    case 'workDone': hires.workDone(fact, now); break;
    case 'payMarked': hires.payMarked(fact, now); break;
    case 'eveningConfirmed': hires.eveningConfirmed(fact, now); break;
    case 'callAccepted': talks.accepted(fact, now); break;
    case 'callRefused': talks.refused(fact, now); break;
    case 'callLapsed': talks.lapsed(fact, now); break;
    case 'namedRequestMade': talks.named(fact, now); break;
    case 'ticketsPutInFront': talks.putInFront(fact); break;
    case 'offerRecorded': talks.offered(fact, now); break;
    case 'quoteSealed': quotes.sealed(fact, quoteOf(records, fact.quoteId), now); break;
    case 'quotesOpened': quotes.opened(fact, now); break;
    case 'drawOpened': draws.opened(fact, now); break;
    case 'lotsDrawn': draws.drawn(fact, now); break;
    case 'slipPageOpened': slips.opened(fact, now); break;
    // For the city alone.
    case 'surnameTold': break;
    case 'slipMarkTaken': slips.marked(fact, now); break;
    // Of the tables, beside the plan.
    case 'sessionOpened': case 'sessionEnded': break;
    // Its points and its tickets are facts of their own.
    case 'employerWasAbsent': break;
    case 'disputeOpened': case 'mediationRecorded': case 'disputeTransferred': case 'disputeClosed':
    case 'pointsGiven': case 'standingStopped': case 'pointsRemoved': case 'stopLifted': case 'appealMade': case 'appealDecided': recordAfterHire(store, fact, records, now); break;
  }
}

function recordAfterHire({ disputes, standing, employers }: HiringStore, fact: AfterHireFact, records: readonly PersonalRecord[], now: Instant): void {
  switch (fact.type) {
    case 'disputeOpened':
      disputes.opened(fact, records.find((one) => one.table === 'dispute'), now);
      if (fact.employerId !== undefined) employers.disputed(fact.employerId, now);
      break;
    case 'mediationRecorded': disputes.mediated(fact, records.find((one) => one.table === 'mediation'), now); break;
    case 'disputeTransferred': disputes.transferred(fact); break;
    case 'disputeClosed': disputes.closed(fact, now); break;
    case 'pointsGiven': standing.given(fact, now); break;
    case 'standingStopped': standing.stopped(fact, now); break;
    case 'pointsRemoved': standing.removed(fact, now); break;
    case 'stopLifted': standing.lifted(fact, now); break;
    case 'appealMade': standing.appealed(fact, records.find((one) => one.table === 'appeal'), now); break;
    case 'appealDecided': standing.appealDecided(fact, now); break;
  }
}

function quoteOf(records: readonly PersonalRecord[], quoteId: string): QuoteRecord {
  const found = records.find((one) => one.table === 'quote' && one.quoteId === quoteId);
  if (found?.table !== 'quote') throw new Error('no price came with its sealed quote');
  return found;
}
