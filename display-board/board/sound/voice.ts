/* The voice of the board: the queue decides whose turn it is, the player speaks, the agent hears what was spoken. */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { sentenceOf } from '../../voice/sentence.ts';
import { next, silentQueue, type VoiceEvent } from '../../voice/voice-queue.ts';
import type { Player } from './player.ts';

export interface VoiceParts {
  readonly player: Pick<Player, 'play'>;
  readonly onSpoken: (call: BoardCall) => void;
  /** steady clock, milliseconds */
  readonly nowMs: () => number;
}

export interface Voice {
  told(calls: readonly BoardCall[]): void;
  sound(on: boolean): void;
}

export function startVoice({ player, onSpoken, nowMs }: VoiceParts): Voice {
  let queue = silentQueue;
  const step = (event: VoiceEvent): void => {
    const after = next(queue, event);
    queue = after.queue;
    if (after.spoken !== undefined) onSpoken(after.spoken);
    if (after.say === undefined) return;
    void player.play(sentenceOf(after.say)).then((heard) => { step({ type: heard ? 'ended' : 'failed', now: nowMs() }); });
  };
  return {
    told: (calls) => { step({ type: 'told', calls, now: nowMs() }); },
    sound: (on) => { step({ type: 'sound', on, now: nowMs() }); },
  };
}
