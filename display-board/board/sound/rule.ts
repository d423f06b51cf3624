/* Whether this board speaks, for which windows and tables, how often and how loud: by its plan and by the agent's word about boards that share a loudspeaker. Pure. */
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { inForce } from '@kuaizhao/db/domain/boards/plan.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { BoardCall, BoardOrder } from '@kuaizhao/sync-agent/contract/board.ts';
import type { Manner } from '../../voice/sentence.ts';

export interface VoiceRule extends Manner {
  readonly mine: (call: BoardCall) => boolean;
  /** 0 to 1, at a moment of the hall's clock */
  readonly gainAt: (now: Instant) => number;
}

/** Before any word of the agent each call is said once, as loud as it can be: better twice than never. */
export const plainRule: VoiceRule = { repeat: 1, mine: () => true, gainAt: () => 1 };

export function ruleOf(order: BoardOrder | undefined): VoiceRule {
  if (order === undefined) return plainRule;
  const { voice } = order.plan;
  if (!order.speaks) return { ...plainRule, mine: () => false };
  // Arranged by nobody yet, and named to speak.
  if (voice === undefined) return plainRule;
  return {
    repeat: voice.repeat, second: voice.second,
    mine: ({ to }) => voice.places === undefined || voice.places.includes(to.id),
    gainAt: (now) => (inForce(voice.volume, localTime(now))?.percent ?? 100) / 100,
  };
}
