/* The voice queue against a hall that does anything in any order: each call at most once, in order, one at a time, none lost but by a stated rule. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { next, silentQueue, voiceQueueLimits, type Step, type VoiceEvent, type VoiceQueue } from '@kuaizhao/display-board/voice/voice-queue.ts';
import { call } from '../stage/morning.ts';

const key = ({ callId, times }: Pick<BoardCall, 'callId' | 'times'>): string => `${callId}/${String(times)}`;
const at = (callId: string, moment: number, more: Partial<BoardCall> = {}): BoardCall => call(callId, `A${callId.padStart(3, '0')}`, 1, { at: moment, ...more });

/** Runs events and keeps what was said. */
function run(events: readonly VoiceEvent[], from: VoiceQueue = silentQueue): { readonly queue: VoiceQueue; readonly said: string[]; readonly spoken: string[] } {
  let queue = from;
  const said: string[] = [];
  const spoken: string[] = [];
  for (const event of events) {
    const step: Step = next(queue, event);
    queue = step.queue;
    if (step.say !== undefined) said.push(key(step.say));
    if (step.spoken !== undefined) spoken.push(key(step.spoken));
  }
  return { queue, said, spoken };
}

const ready: readonly VoiceEvent[] = [{ type: 'sound', on: true, now: 0 }, { type: 'told', calls: [], now: 0 }];

test('one call: said once, spoken once, whatever the board is told again', () => {
  const calls = [at('1', 1)];
  const { said, spoken } = run([...ready, { type: 'told', calls, now: 1 }, { type: 'told', calls, now: 2 }, { type: 'ended', now: 3 }, { type: 'told', calls, now: 4 }]);
  expect(said).toEqual(['1/1']);
  expect(spoken).toEqual(['1/1']);
});

test('several of one command are said by number, not cutting each other off', () => {
  const calls = [at('3', 5), at('1', 5), at('2', 5)];
  const first = run([...ready, { type: 'told', calls, now: 1 }]);
  expect(first.said).toEqual(['1/1']);
  expect(run([{ type: 'ended', now: 2 }, { type: 'ended', now: 3 }, { type: 'ended', now: 4 }], first.queue)).toMatchObject({ said: ['2/1', '3/1'], spoken: ['1/1', '2/1', '3/1'] });
});

test('a recall is said again, a call that has ended is not', () => {
  const { said } = run([
    ...ready, { type: 'told', calls: [at('2', 2), at('1', 1)], now: 1 },
    { type: 'told', calls: [at('1', 9, { times: 2 }), at('2', 2, { open: false })], now: 2 }, { type: 'ended', now: 3 },
  ]);
  expect(said).toEqual(['1/1', '1/2']);
});

test('after a reload what hangs on the board already is not said again; what is recalled then is', () => {
  const { said } = run([{ type: 'sound', on: true, now: 0 }, { type: 'told', calls: [at('1', 1)], now: 0 }, { type: 'told', calls: [at('2', 7), at('1', 9, { times: 2 })], now: 1 }, { type: 'ended', now: 2 }]);
  expect(said).toEqual(['2/1', '1/2']);
});

test('while there is no sound calls wait, but not so long that they surprise', () => {
  const waiting: readonly VoiceEvent[] = [{ type: 'told', calls: [], now: 0 }, { type: 'told', calls: [at('1', 1)], now: 1 }, { type: 'told', calls: [at('2', 2), at('1', 1)], now: voiceQueueLimits.staleMs }];
  expect(run([...waiting, { type: 'sound', on: true, now: voiceQueueLimits.staleMs + 2 }]).said).toEqual(['2/1']);
});

test('a sentence that failed is given up, not tried again, and not reported as spoken', () => {
  const { said, spoken } = run([...ready, { type: 'told', calls: [at('2', 2), at('1', 1)], now: 1 }, { type: 'failed', now: 2 }, { type: 'ended', now: 3 }]);
  expect(said).toEqual(['1/1', '2/1']);
  expect(spoken).toEqual(['2/1']);
});

test('a loudspeaker says only its own windows and tables; the others stay known and are not said when that changes', () => {
  const calls = [at('1', 1), at('2', 2)];
  const { said, queue } = run([...ready, { type: 'told', calls, mine: (one) => one.callId === '2', now: 1 }, { type: 'ended', now: 2 }, { type: 'told', calls, now: 3 }]);
  expect(said).toEqual(['2/1']);
  expect(run([{ type: 'told', calls: [at('1', 9, { times: 2 }), ...calls.slice(1)], now: 4 }], queue).said).toEqual(['1/2']);
});

type Act = { readonly do: 'call' | 'recall' | 'close' | 'tell' | 'ended' | 'failed' | 'soundOn' | 'soundOff' | 'reload'; readonly which: number; readonly after: number };
const acts = fc.array(fc.record<Act>({
  do: fc.constantFrom('call', 'call', 'call', 'recall', 'close', 'tell', 'tell', 'ended', 'ended', 'failed', 'soundOn', 'soundOff', 'reload'),
  which: fc.nat(40), after: fc.nat(4_000),
}), { maxLength: 200 });

/** A hall that does as it is told, and a board's voice that is told of it whole after each act; keeps what was said, and every promise that was broken. */
function liveThrough(morning: readonly Act[]): { readonly said: readonly BoardCall[]; readonly broken: readonly string[] } {
  let now = 0;
  const hall: BoardCall[] = [];
  let queue = silentQueue;
  let speaking: string | undefined;
  let said: BoardCall[] = [];
  const broken: string[] = [];
  const promise = (kept: boolean, what: string): void => { if (!kept) broken.push(what); };
  const feed = (event: VoiceEvent): void => {
    const step = next(queue, event);
    queue = step.queue;
    promise(queue.waiting.length <= voiceQueueLimits.waiting && queue.known.size <= voiceQueueLimits.known, 'bounded');
    promise((step.spoken === undefined ? undefined : key(step.spoken)) === (event.type === 'ended' ? speaking : undefined), 'reports what was heard to its end, and only that');
    if (event.type === 'ended' || event.type === 'failed') speaking = undefined;
    const { say } = step;
    if (say === undefined) return;
    promise(speaking === undefined, 'one at a time');
    promise(queue.soundOn, 'only with sound');
    promise(!said.some((one) => key(one) === key(say)), 'at most once');
    promise(hall.find((one) => one.callId === say.callId)?.open === true, 'only who is still expected');
    speaking = key(say);
    said.push(say);
  };
  for (const { do: what, which, after } of morning) {
    now += after;
    const index = which % Math.max(1, hall.length);
    const chosen = hall[index];
    if (what === 'call') hall.unshift(at(String(hall.length + 1), now));
    if (what === 'recall' && chosen?.open === true) hall.unshift(...hall.splice(index, 1).map((one) => ({ ...one, times: one.times + 1, at: now })));
    if (what === 'close' && chosen !== undefined) hall.splice(index, 1, { ...chosen, open: false });
    if ((what === 'ended' || what === 'failed') && speaking !== undefined) feed({ type: what, now });
    if (what === 'soundOn' || what === 'soundOff') feed({ type: 'sound', on: what === 'soundOn', now });
    if (what === 'reload') { queue = { ...silentQueue, soundOn: queue.soundOn }; speaking = undefined; said = []; }
    feed({ type: 'told', calls: hall, now });
  }
  return { said, broken };
}

test('any morning: at most once for a page, one at a time, in the order of the hall, bounded', () => {
  fc.assert(fc.property(acts, (morning) => {
    const { said, broken } = liveThrough(morning);
    expect(broken).toEqual([]);
    const moments = said.map((one) => one.at);
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
  }), { numRuns: 300 });
});

test('every open call is heard in the end, when the voice can keep up', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: voiceQueueLimits.waiting }), (bursts) => {
    let queue = run(ready).queue;
    let hall: BoardCall[] = [];
    const heard: string[] = [];
    let now = 10;
    for (const size of bursts) {
      now += 1_000;
      hall = [...Array.from({ length: size }, (_, one) => at(String(hall.length + one + 1), now)), ...hall].slice(0, 12);
      let step = next(queue, { type: 'told', calls: hall, now });
      while (step.say !== undefined) {
        heard.push(key(step.say));
        step = next(step.queue, { type: 'ended', now });
      }
      queue = step.queue;
    }
    for (const one of hall) expect(heard).toContain(key(one));
    expect(new Set(heard).size).toBe(heard.length);
  }));
});

test('when more wait than can be said, each call keeps its latest turn as long as there is room for one each', () => {
  const calls = Array.from({ length: 12 }, (_, one) => at(String(one + 1), one + 1));
  const events: VoiceEvent[] = [...ready, { type: 'sound', on: false, now: 1 }];
  for (let times = 1; times <= 4; times++) events.push({ type: 'told', calls: calls.map((one) => ({ ...one, times, at: one.at + times * 100 })).toReversed(), now: 2 });
  const { queue } = run(events);
  expect(queue.waiting).toHaveLength(voiceQueueLimits.waiting);
  for (const one of calls) expect(queue.waiting.map((waiting) => key(waiting.call))).toContain(`${one.callId}/4`);
});
