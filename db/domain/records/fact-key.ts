/* What a fact is about: the key under which its journal row is found, quarantined and erased. */
import type { Fact } from '../fact.ts';
import { isAboutPeople, keyAboutPeople } from '../people/fact.ts';

export function factKey(fact: Fact): string {
  if (isAboutPeople(fact)) return keyAboutPeople(fact);
  switch (fact.type) {
    case 'employerRegistered': return fact.employerId;
    case 'jobPosted': case 'jobTakenDown': case 'jobFilled': return fact.jobId;
    case 'dayOpened': return fact.businessDay;
    case 'ticketIssued': return fact.ticketId;
    case 'ticketCalled': case 'callRepeated': case 'noShowMarked': case 'callEnded': return fact.callId;
    case 'hireConfirmed': return fact.hireId;
    case 'printQueued': case 'printStarted': case 'printFinished': return fact.printJobId;
  }
}
