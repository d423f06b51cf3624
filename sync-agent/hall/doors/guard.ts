/* What every door does with every message: count it, check it, answer it, and never break because of it. */
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { eventsOf, type Door } from '@kuaizhao/sync-agent/contract/may/events.ts';

const windowMs = 10_000;
/** Beyond this multiple of the allowed rate the connection is cut: somebody floods. */
const cutFactor = 4;

/** Cuts a flood and names what this door does not hear. */
export function guard(socket: Socket, door: Door, log: Logger, monotonicMs: () => number): void {
  const known = eventsOf(door);
  let from = monotonicMs();
  let count = 0;
  socket.use(([event, ...rest], next) => {
    if (monotonicMs() - from > windowMs) {
      from = monotonicMs();
      count = 0;
    }
    count += 1;
    const allowed = limits.perSecond * (windowMs / 1_000);
    const reply = rest.at(-1);
    if (count > allowed * cutFactor) {
      log.warn({ door: socket.nsp.name }, 'flood cut');
      socket.disconnect(true);
    } else if (count > allowed) {
      if (typeof reply === 'function') (reply as (answer: unknown) => void)({ ok: false, refusal: { code: 'tooMany' } });
    } else if (!known.includes(event)) {
      log.warn({ door: socket.nsp.name }, 'unknown event');
      if (typeof reply === 'function') (reply as (answer: unknown) => void)({ ok: false, refusal: { code: 'malformed' } });
    } else {
      next();
    }
  });
}

/** The message when it fits its schema, else undefined and a line in the log that holds no value. */
export function accept<T>(schema: z.ZodType<T>, message: unknown, event: string, log: Logger): T | undefined {
  const parsed = schema.safeParse(message);
  if (parsed.success) return parsed.data;
  log.warn({ event }, 'malformed message');
  return undefined;
}

/** A reply function, or one that goes nowhere when the caller sent none. */
export const replyTo = (reply: unknown): ((value?: unknown) => void) => (typeof reply === 'function' ? (reply as (value: unknown) => void) : () => undefined);
