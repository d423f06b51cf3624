/* Every fact about people, help, opinions, shifts and keeping, in one list. */
import type { z } from 'zod';
import { careFacts } from '../care/facts.ts';
import { opinionFacts } from '../opinions/facts.ts';
import { retentionFacts } from '../records/retention-facts.ts';
import { recoveryKey } from '../staff/accounts/facts.ts';
import { staffFacts } from '../staff/facts.ts';
import { crewFacts } from './crews/facts.ts';
import { dataFacts } from './data/facts.ts';
import { peopleFacts } from './facts.ts';
import { sharingFacts } from './sharing/facts.ts';
import { mergingFacts } from './merging/facts.ts';
import { wishesFacts } from './wishes/facts.ts';

export const factsAboutPeople = [...peopleFacts, ...mergingFacts, ...dataFacts, ...sharingFacts, ...crewFacts, ...wishesFacts, ...careFacts, ...opinionFacts, ...staffFacts, ...retentionFacts] as const;
export type FactAboutPeople = z.infer<(typeof factsAboutPeople)[number]>;

const types: ReadonlySet<string> = new Set(factsAboutPeople.map((schema) => schema.shape.type.value));
export const isAboutPeople = (fact: { readonly type: string }): fact is FactAboutPeople => types.has(fact.type);

/** What such a fact is about: the key of its journal row. */
export function keyAboutPeople(fact: FactAboutPeople): string {
  switch (fact.type) {
    case 'workerRegistered': case 'consentGiven': case 'consentWithdrawn': case 'profileChanged': case 'tradesChanged': case 'trainingWished': case 'workerErased': case 'wishesSet': case 'certificateShown': case 'restateAsked': case 'workerShared': return fact.workerId;
    case 'erasureHeard': return fact.erasure.erasureId;
    case 'cityKeyTaken': return fact.keyId;
    case 'jobAppliedFor': return fact.ticketId;
    case 'visitOpened': return fact.visitId;
    case 'workNumberLinked': return fact.ticketId;
    case 'mergeProposed': case 'mergeDismissed': return fact.proposalId;
    case 'workersMerged': case 'mergeUndone': return fact.mergeId;
    case 'crewFormed': case 'crewLeft': case 'crewDissolved': return fact.crewId;
    case 'helpCaseOpened': case 'helpCaseUpdated': case 'helpVisitRecorded': case 'helpCaseClosed': return fact.caseId;
    case 'opinionGiven': return fact.opinionId;
    case 'shiftStarted': case 'shiftEnded': return fact.shiftId;
    case 'accountOpened': case 'accountRoleSet': case 'accountPinSet': case 'accountCardSet': case 'accountClosed': case 'accountUnlocked': case 'accountRecovered': return fact.staffId;
    case 'recoveryCodeKept': return recoveryKey;
    case 'retentionRan': return fact.businessDay;
  }
}
