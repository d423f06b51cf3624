/* Questions about calls, hires, draws, disputes and the record of both sides, answered. What opens somebody's own words leaves a line with who asked. */
import { speaksFor } from '@kuaizhao/db/domain/employers/representatives.ts';
import { hiringRulesOf } from '@kuaizhao/db/domain/hiring/rules.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { WorkerRow } from '@kuaizhao/db/domain/people/view.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import type { disputeQueries } from '@kuaizhao/sync-agent/contract/queries/disputes.ts';
import type { hiringQueries } from '@kuaizhao/sync-agent/contract/queries/hiring.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

export function hiringAnswers({ db, now, settings }: QueryParts): AnswersTo<typeof hiringQueries> {
  const { hiring } = db.faces;
  const rules = hiringRulesOf(settings);
  const ofCard = workerOf(db);
  return {
    myCalls({ card }) {
      const worker = ofCard(card);
      if (!worker.ok) return worker;
      const calls = hiring.callsOf(worker.value.workerId, rules);
      const calling = new Set(calls.filter((call) => call.state === 'called' || call.state === 'talking').map((call) => call.jobId));
      const tables = settings.tables.filter((table) => calls.some((call) => call.tableId === table.id)).map(({ id, label }) => ({ id, label }));
      return ok({ calls, notCalled: hiring.notCalled(db.view, worker.value, calling, now()), tables });
    },
    myHires({ card }) {
      const worker = ofCard(card);
      return worker.ok ? ok({ hires: hiring.hiresOf(worker.value.workerId, now()) }) : worker;
    },
    myJobPeople({ jobId, card }, reader) {
      const job = db.view.job(jobId);
      if (job === undefined) return refuse('jobUnknown', 'jobId');
      if (reader.role === 'kiosk' && !speaksFor(db.view, card, job.employerId)) return refuse('employerNotYours', 'card');
      const people = hiring.jobPeople(jobId, rules, now());
      return people === undefined ? refuse('jobUnknown', 'jobId') : ok(people);
    },
    talks: ({ tableId }) => ok({ talks: hiring.talks(tableId, rules) }),
    jobTalks: ({ jobId, limit }) => (db.view.job(jobId) === undefined ? refuse('jobUnknown', 'jobId') : ok({ called: hiring.calledFor(jobId, rules, limit) })),
    drawSheet: ({ jobId }) => (db.view.job(jobId) === undefined ? refuse('jobUnknown', 'jobId') : ok({ draw: hiring.drawSheet(jobId) ?? null })),
  };
}

export function disputeAnswers({ db, now, read }: QueryParts): AnswersTo<typeof disputeQueries> {
  const { afterHire } = db.faces;
  const ofCard = workerOf(db);
  return {
    disputes: ({ limit }) => ok(afterHire.disputes(now(), limit)),
    dispute({ disputeId }, reader) {
      const found = afterHire.dispute(disputeId, now());
      if (found === undefined) return refuse('disputeUnknown', 'disputeId');
      read('dispute', reader);
      return ok(found);
    },
    myRecord({ card }) {
      const worker = ofCard(card);
      return worker.ok ? ok(afterHire.standingOf('worker', worker.value.workerId, now())) : worker;
    },
    myEmployerRecords: ({ card }) => ok({ employers: afterHire.employerRecordsOf(card.number, now()) }),
    standing({ side, who }) {
      if (side === 'worker' && db.view.worker(who) === undefined) return refuse('workerUnknown', 'who');
      if (side === 'employer' && db.view.employer(who) === undefined) return refuse('employerUnknown', 'who');
      return ok(afterHire.standingOf(side, who, now()));
    },
    appeals({ limit }, reader) {
      const appeals = afterHire.appeals(now(), limit);
      if (appeals.some((one) => one.statement !== undefined)) read('appeals', reader);
      return ok({ appeals });
    },
  };
}

const workerOf = (db: QueryParts['db']) => (card: Card): Result<WorkerRow> => {
  const worker = db.view.workerByNumber(card.number);
  return worker === undefined ? refuse('workerUnknown', 'card') : ok(worker);
};
