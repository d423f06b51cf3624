/* Twenty commands a second of a hall that is full: tickets, calls and their ends at three windows, postings and jobs taken down. Keeps when each call was made, by the agent's stamp. */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode } from '../../fixtures/people.ts';
import { ask } from '../agent.ts';
import { benchTrades, employer } from './full-hall.ts';

/** The window whose calls the measured board says: one each so many milliseconds, longer than its sentence. */
export const spokenWindow = 'w1';
const spokenEveryMs = 5_000;

interface Call { readonly callId: string; readonly at: number }

export interface Rush {
  readonly calls: readonly Call[];
  /** asked → durable and answered, milliseconds */
  readonly answersMs: readonly number[];
  /** when the spoken ones were made */
  readonly spokenCalls: readonly number[];
  sent(): number;
  /** answers that were no: a bench of refusals measures nothing */
  refused(): number;
  stop(): Promise<void>;
}

/** In each second: services of the tickets taken, calls of the two other windows, jobs put up and taken down. */
const each = { tickets: 6, calls: 4, jobs: 3 } as const;

export function startRush(kiosk: Socket, console: Socket, perSecond: number): Rush {
  if (each.tickets + 2 * each.calls + 2 * each.jobs !== perSecond) throw new Error('the mix of commands is made for another pace');
  const calls: Call[] = [];
  const spokenCalls: number[] = [];
  const answersMs: number[] = [];
  const [open, posted] = [new Map<string, string>(), [] as string[]];
  let [sent, refused, turn, spokenAt, stopped] = [0, 0, 0, 0, false];
  const say = async (socket: Socket, command: object): Promise<Answer> => {
    sent++;
    const answer = await ask(socket, { commandId: randomUUID(), ...command });
    if (!answer.ok) refused++;
    return answer;
  };
  const callNext = async (windowId: string): Promise<void> => {
    const before = open.get(windowId);
    if (before !== undefined) await say(console, { type: 'endCall', callId: before, outcome: 'served' });
    open.delete(windowId);
    const asked = Date.now();
    const answer = await say(console, { type: 'callNext', windowId });
    answersMs.push(Date.now() - asked);
    const called = answer.ok ? answer.facts.find((fact) => fact.type === 'ticketCalled') : undefined;
    if (called === undefined) return;
    open.set(windowId, called.callId);
    // Before the agent has decided: commit and way to it are in the measured time.
    calls.push({ callId: called.callId, at: asked });
    if (windowId === spokenWindow) spokenCalls.push(asked);
  };
  let employerId: Promise<string> | undefined;
  const change = async (): Promise<void> => {
    employerId ??= say(console, { type: 'registerEmployer', ...employer, name: '样例用工单位二', creditCode: creditCode(2) }).then((answer) => {
      const made = answer.ok ? answer.facts.find((fact) => fact.type === 'employerRegistered') : undefined;
      if (made === undefined) throw new Error(`no employer: ${JSON.stringify(answer)}`);
      return made.employerId;
    });
    const answer = await say(console, { type: 'postJob', employerId: await employerId, terms: soundTerms(Date.now(), { trade: benchTrades[turn % benchTrades.length] ?? '0101' }) });
    const made = answer.ok ? answer.facts.find((fact) => fact.type === 'jobPosted') : undefined;
    if (made !== undefined) posted.push(made.jobId);
    const jobId = posted.length > 1 ? posted.shift() : undefined;
    if (jobId !== undefined) await say(console, { type: 'takeDownJob', jobId, reason: 'mistake' });
  };
  const services = ['train', 'rights', 'register'] as const;
  const acts: (() => Promise<unknown>)[] = [
    ...Array.from({ length: each.tickets }, (_, n) => () => say(kiosk, { type: 'takeTicket', service: services[n % services.length] })),
    ...Array.from({ length: each.calls }, (_, n) => () => {
      const isSpoken = Date.now() - spokenAt >= spokenEveryMs;
      if (isSpoken) spokenAt = Date.now();
      return callNext(isSpoken ? spokenWindow : n % 2 === 0 ? 'w2' : 'w3');
    }),
    ...Array.from({ length: each.jobs }, () => change),
  ];
  const pending = new Set<Promise<unknown>>();
  const timer = setInterval(() => {
    const act = acts[turn++ * 5 % acts.length];
    if (act === undefined || stopped) return;
    const doing = act();
    pending.add(doing);
    void doing.finally(() => pending.delete(doing));
  }, 1_000 / acts.length);
  return {
    calls, spokenCalls, answersMs, sent: () => sent, refused: () => refused,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(pending);
    },
  };
}
