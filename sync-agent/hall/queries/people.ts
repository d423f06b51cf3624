/* Questions about people, answered. What opens somebody's own words or numbers leaves a line with who asked and why. */
import { personOf } from '@kuaizhao/db/domain/people/who.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { accessCopyQuery } from '@kuaizhao/sync-agent/contract/queries/people.ts';
import { lastClearingQuery } from '@kuaizhao/sync-agent/contract/queries/staff.ts';
import type { peopleQueries } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

const foundLimit = 20;
const proposalsLimit = 50;
const reasonOf = accessCopyQuery.request.shape.reason;

export function peopleAnswers({ db, now, read }: QueryParts): AnswersTo<typeof peopleQueries> {
  const { people } = db.faces;
  return {
    findWorkers: (asked, reader) => {
      read('findWorkers', reader);
      return ok({ workers: people.findWorkers(asked, foundLimit) });
    },
    accessCopy({ who, reason }, reader) {
      const why = reasonOf.unwrap().safeParse(reason);
      if (reader.role === 'console' && !why.success) return refuse('reasonMissing', 'reason');
      const person = personOf(db.view, who, reader);
      if (!person.ok) return person;
      const copy = people.accessCopy(person.value.workerId, reader.role === 'kiosk', now());
      if (copy === undefined) return refuse('workerUnknown', 'who');
      read('accessCopy', reader, why.data);
      return ok({ copy });
    },
    phoneForEmployer({ asked, card }, reader) {
      if (reader.role === 'kiosk' && card === undefined) return refuse('employerNotYours', 'card');
      const phone = people.phoneForEmployer(asked, card === undefined ? undefined : db.view.employersOf(card.number).map(({ employerId }) => employerId));
      if (phone.ok) read('phoneForEmployer', reader);
      return phone;
    },
    mergeProposals: () => ok({ proposals: people.mergeProposals(proposalsLimit) }),
    merges: ({ workerId }) => known(people.mergesOf(workerId), (merges) => ({ merges }), 'workerUnknown'),
    erasure: ({ receipt }) => ok({ erased: people.erasure(receipt) }),
    crews: () => ok({ crews: people.crewsToday().map(({ crewId, numbers }) => ({ crewId, numbers: [...numbers] })) }),
    trainingDemand: () => ok({ demand: people.trainingDemand() }),
    helpStanding: ({ workerId }) => known(people.helpStanding(workerId, now()), (standing) => ({ standing: { ...standing, verified: [...standing.verified], computed: [...standing.computed] } }), 'workerUnknown'),
    helpCase: ({ caseId }) => known(people.helpCase(caseId), (one) => ({ helpCase: { ...one, grounds: [...one.grounds], visits: [...one.visits] } }), 'helpCaseUnknown'),
    helpCases: ({ limit }) => ok({ cases: people.openHelpCases(limit).map((one) => ({ ...one, grounds: [...one.grounds], visits: [...one.visits] })) }),
    shifts: ({ day }) => ok({ shifts: people.shiftsOf(day) }),
    opinions: ({ from, to, texts }) => (from > to ? refuse('rangeImpossible', 'to') : ok(people.opinions(from, to, texts))),
    lastClearing: () => ok(lastClearingQuery.reply.parse({ last: people.lastClearing() })),
  };
}

function known<T, R>(found: T | undefined, tell: (found: T) => R, unknown: 'workerUnknown' | 'helpCaseUnknown'): Result<R> {
  return found === undefined ? refuse(unknown) : ok(tell(found));
}
