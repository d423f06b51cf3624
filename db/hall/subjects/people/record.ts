/* Everything about people in one place: the stores of this folder, and which fact goes into which. */
import type { Database } from 'better-sqlite3';
import type { FactAboutPeople } from '../../../domain/people/fact.ts';
import type { TicketRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { PersonalRecord } from '../../../domain/view.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { openCare } from './care.ts';
import { openCrews } from './crews.ts';
import { openData } from './data.ts';
import { openMerging } from './merging.ts';
import { openOpinions } from './opinions.ts';
import { openSharing } from './sharing/sharing.ts';
import { openReceipts } from './receipts.ts';
import { openRetention } from './retention.ts';
import { openAccounts } from '../staff/accounts.ts';
import { openStaff } from '../staff/shifts.ts';
import { openWishes } from '../matching/wishes.ts';
import { openWorkers } from './workers.ts';

export type PeopleStore = ReturnType<typeof openPeople>;

export function openPeople(sql: Database, cipher: FieldCipher, ticket: (ticketId: string) => TicketRow | undefined) {
  const [workers, data, merging, crews] = [openWorkers(sql, cipher, ticket), openData(sql), openMerging(sql), openCrews(sql)];
  const [wishes, sharing, accounts] = [openWishes(sql), openSharing(sql, cipher), openAccounts(sql, cipher)];
  const [care, opinions, staff, retention] = [openCare(sql, cipher), openOpinions(sql, cipher), openStaff(sql), openRetention(sql)];
  const receipts = openReceipts(sql);
  return {
    receipts, workers, data, sharing, merging, crews, wishes, care, opinions, staff, accounts, retention,
    nameOf: workers.nameOf,
    bornOf: workers.bornOf, protectedBirthOf: workers.protectedBirthOf,
    view: { ...workers.view, ...data.view, ...sharing.view, ...merging.view, ...crews.view, ...wishes.view, ...care.view, ...staff.view, ...accounts.view, ...retention.view, ...receipts.view },
  };
}

/** Writes one fact into its tables. Throws when it comes without its record. */
export function recordAboutPeople(people: PeopleStore, fact: FactAboutPeople, records: readonly PersonalRecord[], now: Instant): void {
  const { workers, data, sharing, merging, crews, wishes, care, opinions, staff, accounts, retention } = people;
  switch (fact.type) {
    case 'workerRegistered': workers.registered(fact, need(records, 'worker', (one) => one.workerId === fact.workerId), now); break;
    case 'profileChanged': workers.changed(fact, need(records, 'profile', (one) => one.workerId === fact.workerId), now); break;
    case 'visitOpened': workers.visited(fact, now); break;
    case 'workNumberLinked': workers.linked(fact); break;
    case 'consentGiven': data.consented(fact, now); break;
    case 'consentWithdrawn': data.withdrawn(fact, now); break;
    case 'tradesChanged': data.tradesChanged(fact); break;
    case 'trainingWished': data.wished(fact, now); break;
    case 'workerErased': data.erased(fact, now); break;
    case 'workerShared': sharing.shared(fact, now); break;
    case 'erasureHeard': case 'cityKeyTaken': break;
    case 'mergeProposed': merging.proposed(fact, now); break;
    case 'mergeDismissed': merging.dismissed(fact); break;
    case 'workersMerged': merging.merged(fact, now); break;
    case 'mergeUndone': merging.undone(fact, now); break;
    case 'crewFormed': crews.formed(fact, now); break;
    case 'crewLeft': crews.left(fact, now); break;
    case 'crewDissolved': crews.dissolved(fact, now); break;
    case 'wishesSet': wishes.set(fact, now); break;
    case 'certificateShown': wishes.shown(fact, now); break;
    case 'jobAppliedFor': wishes.applied(fact, now); break;
    case 'restateAsked': wishes.restateAsked(fact, now); break;
    case 'helpCaseOpened': care.opened(fact, need(records, 'helpCase', (one) => one.caseId === fact.caseId), now); break;
    case 'helpCaseUpdated': care.updated(fact, need(records, 'helpCase', (one) => one.caseId === fact.caseId), now); break;
    case 'helpVisitRecorded': care.visited(fact, need(records, 'helpVisit', (one) => one.helpVisitId === fact.helpVisitId), now); break;
    case 'helpCaseClosed': care.closed(fact, now); break;
    case 'opinionGiven': opinions.given(fact, need(records, 'opinion', (one) => one.opinionId === fact.opinionId), now); break;
    case 'shiftStarted': staff.started(fact, now); break;
    case 'shiftEnded': staff.ended(fact, now); break;
    case 'accountOpened': accounts.opened(fact, records.find((record) => record.table === 'account'), now); break;
    case 'accountRoleSet': accounts.roleSet(fact); break;
    case 'accountPinSet': case 'accountRecovered': accounts.pinSet(fact, records.find((record) => record.table === 'account')); break;
    case 'accountCardSet': accounts.cardSet(fact, records.find((record) => record.table === 'accountCard')); break;
    case 'accountClosed': accounts.closed(fact, now); break;
    case 'accountUnlocked': break;
    case 'recoveryCodeKept': accounts.recoveryKept(records.find((record) => record.table === 'recoveryCode'), now); break;
    case 'retentionRan': retention.ran(fact, now); break;
  }
  people.receipts.heard(fact, now);
  sharing.heard(fact, now);
}

function need<T extends PersonalRecord['table']>(records: readonly PersonalRecord[], table: T, fits: (record: Extract<PersonalRecord, { table: T }>) => boolean): Extract<PersonalRecord, { table: T }> {
  const found = records.find((record): record is Extract<PersonalRecord, { table: T }> => record.table === table && fits(record as Extract<PersonalRecord, { table: T }>));
  if (found === undefined) throw new Error(`no ${table} record came with its fact`);
  return found;
}
