/* What a fact is about: the key under which its journal row is found, quarantined and erased. */
import type { Fact } from '../fact.ts';
import { isAboutHiring, keyAboutHiring } from '../hiring/fact.ts';
import { shareTable } from './chain.ts';
import { isAboutPeople, keyAboutPeople } from '../people/fact.ts';

/** Under which name a fact stands in the journal: what holds something personal stands apart. */
export const tableOf = (fact: Fact): string => (fact.type === 'workerShared' || fact.type === 'surnameTold' ? shareTable : 'fact');

export function factKey(fact: Fact): string {
  if (isAboutPeople(fact)) return keyAboutPeople(fact);
  if (isAboutHiring(fact)) return keyAboutHiring(fact);
  switch (fact.type) {
    case 'employerRegistered': case 'employerVerified': case 'verificationDeclined': case 'employerStandingSet': case 'employerStandingLifted': case 'employerTrustSet': case 'cityStandingHeard':
    case 'representativeAdded': case 'representativeRemoved': case 'contractorCrewPut': case 'contractorCrewRemoved': case 'principalLinked': case 'principalUnlinked': return fact.employerId;
    case 'jobPosted': case 'jobChanged': case 'jobClosed': case 'jobReviewed': case 'jobTakenDown': case 'jobFilled': case 'jobExpired': return fact.jobId;
    case 'onlineOrderAnswered': return fact.orderId;
    case 'dayOpened': case 'dayClosed': case 'dayReopened': return fact.businessDay;
    case 'ticketIssued': return fact.ticketId;
    case 'numbersLeased': case 'leasedNumberLapsed': return fact.leaseId;
    case 'appointmentBooked': case 'appointmentCancelled': return fact.appointmentId;
    case 'ticketCalled': case 'serviceBegan': case 'callRepeated': case 'noShowMarked': case 'callEnded': return fact.callId;
    case 'stepTaken': return fact.step;
    case 'queueUndone': return fact.of;
    case 'ticketRequeued': case 'ticketParked': case 'serviceAdded': case 'ticketClosed': case 'prioritySet': return fact.ticketId;
    case 'noteAdded': return fact.noteId;
    case 'profileSet': case 'helpAsked': case 'helpAnswered': return fact.windowId;
    case 'printQueued': case 'printStarted': case 'printFinished': case 'printReturned': case 'printDiverted': return fact.printJobId;
    case 'referralOffered': case 'referralAnswered': case 'referralSettled': case 'referralMet': return fact.referralId;
    case 'deviceStateChanged': case 'readinessChanged': case 'deviceEnrolled': case 'deviceRenewed': case 'deviceRevoked': return fact.deviceId;
    case 'fairPut': case 'fairEnded': return fact.fairId;
    case 'boardPublished': case 'boardRemoved': case 'boardSceneSet': return fact.boardId;
    case 'noticePut': case 'noticeEnded': return fact.noticeId;
    case 'recordsExported': return fact.exportId;
    case 'personalShown': return fact.workerId;
  }
}
