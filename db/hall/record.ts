/* Facts into tables: one line a fact, so that the tables are the fold of the journal and nothing else. */
import type { EmployerRecord, RepresentativeRecord } from '../domain/employers/view.ts';
import type { Fact } from '../domain/fact.ts';
import { isAboutHiring } from '../domain/hiring/fact.ts';
import { isAboutPeople } from '../domain/people/fact.ts';
import type { LeasedHolderRecord } from '../domain/queue/leases/view.ts';
import type { PriorityRecord } from '../domain/queue/view.ts';
import type { NoteRecord } from '../domain/records/note.ts';
import type { Instant } from '../domain/scalars.ts';
import type { PersonalRecord } from '../domain/view.ts';
import type { BoardsStore } from './subjects/boards.ts';
import type { FairsStore } from './subjects/fairs.ts';
import type { DevicesStore } from './subjects/devices.ts';
import type { EmployersStore } from './subjects/employers.ts';
import { recordAboutHiring, type HiringStore } from './subjects/hiring/record.ts';
import type { JobsStore } from './subjects/jobs.ts';
import type { NotesStore } from './subjects/notes.ts';
import { recordAboutPeople, type PeopleStore } from './subjects/people/record.ts';
import type { PrintingStore } from './subjects/printing.ts';
import type { QueueStore } from './subjects/queue.ts';
import type { ReferralsStore } from './subjects/referrals.ts';
import type { RecordsStore } from './subjects/records.ts';

export interface Subjects {
  readonly people: PeopleStore;
  readonly employers: EmployersStore;
  readonly jobs: JobsStore;
  readonly queue: QueueStore;
  readonly hiring: HiringStore;
  readonly printing: PrintingStore;
  readonly notes: NotesStore;
  readonly records: RecordsStore;
  readonly referrals: ReferralsStore;
  readonly devices: DevicesStore;
  readonly boards: BoardsStore;
  readonly fairs: FairsStore;
}

/** Writes one fact into its tables. Throws when a fact about a person comes without the person's record: that is a bug of a decision. */
export function recordFact(subjects: Subjects, fact: Fact, records: readonly PersonalRecord[], now: Instant): void {
  if (isAboutPeople(fact)) return recordAboutPeople(subjects.people, fact, records, now);
  if (isAboutHiring(fact)) return recordAboutHiring(subjects.hiring, fact, records, now);
  const { employers, jobs, queue, printing, notes, referrals, devices, boards, fairs, records: files } = subjects;
  if ('noteId' in fact && fact.noteId !== undefined) notes.written(noteRecord(records, fact.noteId), now);
  switch (fact.type) {
    case 'employerRegistered': employers.registered(fact, employerRecord(records, fact.employerId), now); break;
    case 'jobPosted': jobs.posted(fact, now); break;
    case 'employerVerified': case 'verificationDeclined': case 'employerStandingSet': case 'employerStandingLifted': case 'employerTrustSet': case 'cityStandingHeard':
    case 'contractorCrewPut': case 'contractorCrewRemoved': case 'principalLinked': case 'principalUnlinked': employers.changed(fact, now); break;
    case 'representativeAdded': employers.representativeAdded(fact, representativeRecord(records, fact.representativeId)); break;
    case 'representativeRemoved': employers.representativeRemoved(fact); break;
    case 'jobChanged': jobs.changed(fact, now); break;
    case 'jobClosed': jobs.closed(fact, now); break;
    case 'jobReviewed': jobs.reviewed(fact, now); break;
    case 'jobExpired': jobs.expired(fact, now); break;
    case 'jobTakenDown': jobs.takenDown(fact, now); break;
    case 'onlineOrderAnswered': jobs.orderAnswered(fact, now); break;
    case 'jobFilled': jobs.filled(fact, now); break;
    case 'dayOpened': queue.dayOpened(fact, now); queue.leases.dayBegan(); break;
    case 'ticketIssued': queue.issued(fact, now); queue.appointments.used(fact); queue.leases.held(fact.ticketId, holderRecord(records, fact.ticketId)); break;
    case 'numbersLeased': queue.leases.leased(fact, now); break;
    case 'leasedNumberLapsed': queue.leases.lapsed(fact); break;
    case 'appointmentBooked': queue.appointments.booked(fact, now); break;
    case 'appointmentCancelled': queue.appointments.cancelled(fact); break;
    case 'serviceBegan': queue.began(fact, now); break;
    case 'ticketCalled': queue.called(fact, now); break;
    case 'callRepeated': queue.repeated(fact, now); break;
    case 'noShowMarked': queue.missed(fact, now); break;
    case 'callEnded': queue.ended(fact); break;
    case 'stepTaken': queue.stepTaken(fact, now); break;
    case 'ticketRequeued': queue.requeued(fact); break;
    case 'ticketParked': queue.parked(fact); break;
    case 'serviceAdded': queue.serviceAdded(fact); break;
    case 'ticketClosed': queue.ticketClosed(fact); break;
    case 'prioritySet': queue.prioritySet(fact, priorityRecord(records, fact.ticketId)); break;
    case 'noteAdded': queue.noteAdded(fact, now); break;
    case 'queueUndone': queue.undone(fact); break;
    case 'profileSet': queue.windows.profileSet(fact); break;
    case 'helpAsked': queue.windows.helpAsked(fact, now); break;
    case 'helpAnswered': queue.windows.helpAnswered(fact); break;
    case 'dayClosed': queue.dayClosed(fact, now); break;
    case 'dayReopened': queue.dayReopened(fact, now); break;
    case 'printQueued': printing.queued(fact, now); break;
    case 'printStarted': printing.started(fact); break;
    case 'printFinished': printing.finished(fact); break;
    case 'printReturned': printing.returned(fact); break;
    case 'printDiverted': printing.diverted(fact); break;
    case 'referralOffered': referrals.offered(fact, now); break;
    case 'referralAnswered': referrals.answered(fact, now); break;
    case 'referralSettled': referrals.settled(fact, now); break;
    case 'referralMet': referrals.met(fact); break;
    case 'deviceStateChanged': devices.stateChanged(fact, now); break;
    case 'readinessChanged': devices.readinessChanged(fact, now); break;
    case 'deviceEnrolled': devices.enrolled(fact, now); break;
    case 'deviceRenewed': devices.renewed(fact); break;
    case 'deviceRevoked': devices.revoked(fact, now); break;
    case 'boardPublished': boards.published(fact, now); break;
    case 'boardRemoved': boards.removed(fact); break;
    case 'boardSceneSet': boards.sceneSet(fact, now); break;
    case 'noticePut': boards.noticePut(fact, now); break;
    case 'noticeEnded': boards.noticeEnded(fact, now); break;
    case 'fairPut': fairs.put(fact); break;
    case 'fairEnded': fairs.ended(fact, now); break;
    case 'recordsExported': files.exported(fact, now); break;
    case 'personalShown': subjects.people.receipts.heard(fact, now); break;
  }
}

function employerRecord(records: readonly PersonalRecord[], employerId: string): EmployerRecord {
  const found = records.find((record) => record.table === 'employer' && record.employerId === employerId);
  if (found?.table !== 'employer') throw new Error('no employer record came with its fact');
  return found;
}

function representativeRecord(records: readonly PersonalRecord[], representativeId: string): RepresentativeRecord {
  const found = records.find((record) => record.table === 'representative' && record.representativeId === representativeId);
  if (found?.table !== 'representative') throw new Error('no representative record came with its fact');
  return found;
}

function noteRecord(records: readonly PersonalRecord[], noteId: string): NoteRecord {
  const found = records.find((record) => record.table === 'note' && record.noteId === noteId);
  if (found?.table !== 'note') throw new Error('no note record came with its fact');
  return found;
}

function priorityRecord(records: readonly PersonalRecord[], ticketId: string): PriorityRecord {
  const found = records.find((record) => record.table === 'ticketPriority' && record.ticketId === ticketId);
  if (found?.table !== 'ticketPriority') throw new Error('no reasons came with the class of a ticket');
  return found;
}

/** Absent where the hall knows the person, or no card was there. */
function holderRecord(records: readonly PersonalRecord[], ticketId: string): LeasedHolderRecord | undefined {
  const found = records.find((record) => record.table === 'leasedHolder' && record.ticketId === ticketId);
  return found?.table === 'leasedHolder' ? found : undefined;
}
