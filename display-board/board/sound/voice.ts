/* The voice of the board: the queue decides whose turn it is, the player speaks, the agent hears what was spoken. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { sentencesOf, type Manner } from '../../voice/sentence.ts';
import { next, silentQueue, type VoiceEvent } from '../../voice/voice-queue.ts';
import type { Player } from './player.ts';
import { plainRule, type VoiceRule } from './rule.ts';

const once: Manner = { repeat: 1 };

interface VoiceParts {
  readonly player: Pick<Player, 'play' | 'prepare'>;
  readonly onSpoken: (call: BoardCall) => void;
  /** steady clock, milliseconds */
  readonly nowMs: () => number;
  /** the hall's clock */
  readonly hallNow: () => Instant;
}

export interface Voice {
  told(calls: readonly BoardCall[]): void;
  sound(on: boolean): void;
  /** From now on; what waits already is still said. */
  ruled(rule: VoiceRule): void;
}

export function startVoice({ player, onSpoken, nowMs, hallNow }: VoiceParts): Voice {
  let queue = silentQueue;
  let rule = plainRule;
  const step = (event: VoiceEvent): void => {
    const after = next(queue, event);
    queue = after.queue;
    if (after.spoken !== undefined) onSpoken(after.spoken);
    if (after.say === undefined) return;
    // Who waits behind must hear it too: said again, and in another language, a call is only when nobody else waits.
    const manner = after.queue.waiting.length === 0 ? rule : once;
    void player.play(sentencesOf(after.say, manner), rule.gainAt(hallNow())).then((heard) => { step({ type: heard ? 'ended' : 'failed', now: nowMs() }); });
  };
  return {
    told: (calls) => { step({ type: 'told', calls, mine: rule.mine, now: nowMs() }); },
    sound: (on) => { step({ type: 'sound', on, now: nowMs() }); },
    ruled: (changed) => {
      rule = changed;
      if (rule.second !== undefined) player.prepare(rule.second);
    },
  };
}
