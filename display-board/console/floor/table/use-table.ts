/* A table as its host works it: which one is mine, the job that is at it, who was called there, and the acts for the one who is chosen. */
import { useState } from 'react';
import type { LiveTalk } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { FloorCall, FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct, type Act } from '../../session/use-act.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useRemembered } from '../../session/use-remembered.ts';
import { calledNumbers } from '../called-numbers.ts';

export type Job = FloorState['jobs'][number];
/** A called number with what only the talk knows: short name, answer, limit, prices. */
export interface AtTable { readonly call: FloorCall; readonly talk: LiveTalk | undefined }

/** Answers and prices of another console at the same table are seen within so long. */
const talksMs = 3_000;
/** As callForJobSchema has it. */
export const mostAtOnce = 8;

export interface TableDesk {
  readonly table: FloorState['tables'][number] | undefined;
  readonly jobId: string | undefined;
  readonly job: Job | undefined;
  readonly called: readonly AtTable[];
  readonly picked: AtTable | undefined;
  readonly act: Act;
  readonly off: boolean;
  readonly choose: (tableId: string) => void;
  readonly chooseJob: (jobId: string | undefined) => void;
  readonly pick: (callId: string) => void;
  /** up or down the called numbers */
  readonly step: (by: 1 | -1) => void;
  readonly seat: () => void;
  readonly call: (count: number) => void;
  readonly askAgain: () => void;
}

export function useTable(floor: FloorState): TableDesk {
  const say = useSay();
  const act = useAct();
  const { link } = useMemory();
  const [tableId, choose] = useRemembered('table', floor.tables.map((one) => one.id));
  const table = floor.tables.find((one) => one.id === tableId);
  const [chosen, chooseJob] = useState<string>();
  const [pickedId, pick] = useState<string>();
  const talks = useQuestion('talks', tableId === undefined ? {} : { tableId }, { everyMs: talksMs, when: (table?.calls.length ?? 0) > 0 });
  const sessions = useQuestion('sessions', {}, { everyMs: talksMs });
  // Who is at the table decides what it is about; the host chooses only for an empty one.
  const jobId = table?.calls[0]?.jobId ?? chosen ?? sessions.value?.sessions.find((one) => one.tableId === tableId)?.jobId;
  const called = (table?.calls ?? []).toSorted((one, other) => (one.number < other.number ? -1 : 1)).map((call) => ({ call, talk: talks.value?.talks.find((one) => one.callId === call.callId) }));
  const picked = called.find((one) => one.call.callId === pickedId) ?? called[0];
  const askAgain = (): void => { talks.again(); sessions.again(); };
  const told = (done: boolean): void => { if (done) askAgain(); };
  const seated = (done: boolean): void => { if (done) chooseJob(undefined); told(done); };
  return {
    table, jobId, job: floor.jobs.find((one) => one.jobId === jobId), called, picked, act, off: link.at !== 'up' || act.busy, chooseJob, pick, askAgain,
    // A job chosen by hand is for this table and until the next is seated.
    choose: (id) => { chooseJob(undefined); choose(id); },
    step: (by) => {
      const at = called.findIndex((one) => one.call.callId === picked?.call.callId);
      const next = called[Math.min(called.length - 1, Math.max(0, at + by))];
      if (next !== undefined) pick(next.call.callId);
    },
    seat: () => { if (tableId !== undefined) void act.run({ type: 'seatTable', tableId }, (facts) => say('console.called', { numbers: calledNumbers(facts) })).then(seated); },
    call: (count) => {
      if (tableId === undefined || jobId === undefined) return;
      void act.run({ type: 'callForJob', tableId, jobId, count }, (facts) => say('console.called', { numbers: calledNumbers(facts) })).then(told);
    },
  };
}
