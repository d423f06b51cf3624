/*
 * Whose turn it is to be spoken. Pure: the player tells it what happened, it says what to play next.
 * Promised: each (callId, times) at most once, in the order of the calls, one at a time, none cut off, none kept for ever.
 * Dropped, and only these: a call that is no longer open · one that waited longer than `staleMs` · when `waiting` is full, the earliest of a call that
 * also waits with a later recall, else the oldest. After a reload the first state is history: it is shown, not spoken.
 */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';

export const voiceQueueLimits = {
  waiting: 24,
  /** a call older than this would surprise more than help; as long as all that may wait take to be said, once each and seven seconds at most */
  staleMs: 180_000,
  /** calls remembered as known; far more than a board is ever sent at once */
  known: 500,
} as const;

interface Utterance { readonly call: BoardCall; readonly since: number }

export interface VoiceQueue {
  /** false until the first state of this page */
  readonly started: boolean;
  /** the browser lets us make sound and the clips are loaded */
  readonly soundOn: boolean;
  /** callId → highest `times` seen, oldest first */
  readonly known: ReadonlyMap<string, number>;
  readonly waiting: readonly Utterance[];
  readonly speaking: Utterance | undefined;
}

/** `now`: any clock of this page that never goes back, milliseconds. */
export type VoiceEvent =
  /** `mine`: whether this loudspeaker says it; a call that is not stays known, so that it is not said when that changes */
  | { readonly type: 'told'; readonly calls: readonly BoardCall[]; readonly mine?: (call: BoardCall) => boolean; readonly now: number }
  | { readonly type: 'sound'; readonly on: boolean; readonly now: number }
  | { readonly type: 'ended'; readonly now: number }
  /** could not be played to its end */
  | { readonly type: 'failed'; readonly now: number };

export interface Step {
  readonly queue: VoiceQueue;
  /** start this one now; nothing else is playing */
  readonly say?: BoardCall;
  /** this one was heard to its end */
  readonly spoken?: BoardCall;
}

export const silentQueue: VoiceQueue = { started: false, soundOn: false, known: new Map(), waiting: [], speaking: undefined };

/** The queue after one event, with at most one sentence to start and at most one that has ended. */
export function next(queue: VoiceQueue, event: VoiceEvent): Step {
  switch (event.type) {
    case 'told':
      return startNext(told(queue, event), event.now);
    case 'sound':
      return startNext({ ...queue, soundOn: event.on }, event.now);
    case 'ended': {
      const step = startNext({ ...queue, speaking: undefined }, event.now);
      return queue.speaking === undefined ? step : { ...step, spoken: queue.speaking.call };
    }
    case 'failed':
      return startNext({ ...queue, speaking: undefined }, event.now);
  }
}

function told(queue: VoiceQueue, { calls, mine = () => true, now }: Extract<VoiceEvent, { type: 'told' }>): VoiceQueue {
  const open = new Map(calls.map((call) => [call.callId, call.open]));
  const known = new Map(queue.known);
  // A call that fell off the list is not known to be closed: it keeps its turn.
  let waiting: readonly Utterance[] = queue.waiting.filter((one) => open.get(one.call.callId) !== false);
  for (const call of calls.toSorted(byTurn)) {
    const isNew = call.times > (known.get(call.callId) ?? 0);
    if (!isNew) continue;
    known.set(call.callId, call.times);
    if (queue.started && call.open && mine(call)) waiting = withRoom([...waiting, { call, since: now }]);
  }
  return { ...queue, started: true, known: forgetOldest(known, open), waiting };
}

/** Oldest first; those of one command, which have one time, by number. */
const byTurn = (one: BoardCall, other: BoardCall): number => one.at - other.at || (one.number < other.number ? -1 : 1);

function withRoom(waiting: readonly Utterance[]): readonly Utterance[] {
  if (waiting.length <= voiceQueueLimits.waiting) return waiting;
  const repeated = waiting.findIndex((one, at) => waiting.some((other, later) => later > at && other.call.callId === one.call.callId));
  return waiting.toSpliced(Math.max(repeated, 0), 1);
}

function forgetOldest(known: Map<string, number>, shown: ReadonlyMap<string, boolean>): ReadonlyMap<string, number> {
  for (const callId of known.keys()) {
    if (known.size <= voiceQueueLimits.known) break;
    // What the board still shows stays known, however long ago it was called: forgotten, it would be spoken again.
    if (!shown.has(callId)) known.delete(callId);
  }
  return known;
}

function startNext(queue: VoiceQueue, now: number): Step {
  const waiting = queue.waiting.filter((one) => now - one.since <= voiceQueueLimits.staleMs);
  const [first, ...rest] = waiting;
  if (first === undefined || queue.speaking !== undefined || !queue.soundOn) return { queue: { ...queue, waiting } };
  return { queue: { ...queue, waiting: rest, speaking: first }, say: first.call };
}
