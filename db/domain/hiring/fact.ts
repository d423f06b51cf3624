/* Every fact from the call for a job to the record of both sides, in one list. */
import type { z } from 'zod';
import { attendanceFacts } from '../attendance/facts.ts';
import { disputeFacts } from '../disputes/facts.ts';
import { drawFacts } from '../draws/facts.ts';
import { quoteFacts } from '../quotes/facts.ts';
import { slipFacts } from '../slips/facts.ts';
import { standingFacts } from '../standing/facts.ts';
import { talkFacts } from '../talks/facts.ts';
import { sessionFacts } from '../matching/sessions/facts.ts';
import { hiringFacts } from './facts.ts';

export const factsAboutHiring = [...hiringFacts, ...sessionFacts, ...talkFacts, ...quoteFacts, ...drawFacts, ...attendanceFacts, ...disputeFacts, ...standingFacts, ...slipFacts] as const;
export type FactAboutHiring = z.infer<(typeof factsAboutHiring)[number]>;

const types: ReadonlySet<string> = new Set(factsAboutHiring.map((schema) => schema.shape.type.value));
export const isAboutHiring = (fact: { readonly type: string }): fact is FactAboutHiring => types.has(fact.type);

/** What such a fact is about: the key of its journal row. */
export function keyAboutHiring(fact: FactAboutHiring): string {
  switch (fact.type) {
    case 'hireConfirmed': case 'hireUndone': case 'hireReleased': case 'placeGivenBack':
    case 'arrivalMarked': case 'workDone': case 'payMarked': case 'eveningConfirmed': case 'slipMarkTaken': return fact.hireId;
    case 'slipPageOpened': return fact.about;
    case 'surnameTold': return fact.workerId;
    case 'callAccepted': case 'callRefused': case 'callLapsed': case 'namedRequestMade': case 'offerRecorded': return fact.callId;
    case 'employerWasAbsent': case 'ticketsPutInFront': case 'quotesOpened': return fact.jobId;
    case 'sessionOpened': case 'sessionEnded': return fact.sessionId;
    case 'quoteSealed': return fact.quoteId;
    case 'drawOpened': case 'lotsDrawn': return fact.drawId;
    case 'disputeOpened': case 'mediationRecorded': case 'disputeTransferred': case 'disputeClosed': return fact.disputeId;
    case 'pointsGiven': case 'pointsRemoved': case 'appealMade': case 'appealDecided': return fact.pointsId;
    case 'standingStopped': case 'stopLifted': return fact.who;
  }
}
