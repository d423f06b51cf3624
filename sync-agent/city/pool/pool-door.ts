/* The pool at the halls' door: two messages up, one down, each checked, counted and answered by name. */
import type { Socket } from 'socket.io';
import type { FeedsDown, FeedsUp } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { AuditUp } from '@kuaizhao/sync-agent/contract/city/audit-heads.ts';
import type { HallUp } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { leftoversSchema, poolAnswerSchema, poolLimits, referralReplySchema, type LeftoversReply, type PoolAnswerReply, type PoolDown, type PoolUp } from '@kuaizhao/sync-agent/contract/pool.ts';
import type { HubParts } from '../hub/parts.ts';
import type { HallLine } from './delivery.ts';
import type { Pool } from './pool.ts';

export type HallUpAll = HallUp & PoolUp & FeedsUp & AuditUp;
export type HallDownAll = PoolDown & FeedsDown;
export type HallSocketOf<Data> = Socket<HallUpAll, HallDownAll, { poolNews(): void }, Data>;

const windowMs = 10_000;

/** Serves one connection of a hall; nothing is taken before its welcome. */
export function servePool(socket: HallSocketOf<{ hallId: string }>, pool: Pool, { now, log }: HubParts, isWelcome: () => boolean): { readonly welcomed: () => void; readonly gone: () => void } {
  const { hallId } = socket.data;
  const line: HallLine = {
    async tell(message, withinMs) {
      try {
        const reply = referralReplySchema.safeParse(await socket.timeout(withinMs).emitWithAck('referral', message));
        return reply.success ? reply.data : undefined;
      } catch {
        return undefined;
      }
    },
  };
  let [from, count] = [now(), 0];
  const stopped = (): { kind: 'refuse'; reason: 'notWelcomed' | 'tooOften' } | undefined => {
    if (now() - from >= windowMs || now() < from) [from, count] = [now(), 0];
    count += 1;
    if (count > poolLimits.perTenSeconds) return { kind: 'refuse', reason: 'tooOften' };
    return isWelcome() ? undefined : { kind: 'refuse', reason: 'notWelcomed' };
  };
  const malformed = (event: string): { kind: 'refuse'; reason: 'malformed' } => {
    log.warn({ hall: hallId, event }, 'malformed message about the pool');
    return { kind: 'refuse', reason: 'malformed' };
  };
  socket.on('leftovers', async (message, reply) => {
    const parsed = stopped() ?? leftoversSchema.safeParse(message);
    respond(reply, 'kind' in parsed ? parsed : parsed.success ? await pool.leftovers(hallId, parsed.data) : malformed('leftovers'));
  });
  socket.on('answerReferral', async (message, reply) => {
    const parsed = stopped() ?? poolAnswerSchema.safeParse(message);
    respond(reply, 'kind' in parsed ? parsed : parsed.success ? await pool.answer(hallId, parsed.data) : malformed('answerReferral'));
  });
  return { welcomed: () => pool.joined(hallId, line), gone: () => pool.left(hallId, line) };
}

/** A sender that asked for no answer gets none. */
function respond(reply: unknown, answer: LeftoversReply | PoolAnswerReply): void {
  if (typeof reply === 'function') (reply as (answer: LeftoversReply | PoolAnswerReply) => void)(answer);
}
