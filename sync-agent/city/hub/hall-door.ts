/* The halls' door: hello and push on one socket.io namespace. A broken message is answered by name, and neither the connection nor the process ends by it. */
import type { Namespace } from 'socket.io';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { helloSchema, pushSchema, tokenSchema, uplinkLimits, type Hello, type HelloReply, type Push, type PushReply } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { applyBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import type { JournalStore } from '@kuaizhao/db/city/journal/store.ts';
import type { PoolDown } from '@kuaizhao/sync-agent/contract/pool.ts';
import { servePool, type HallSocketOf, type HallUpAll } from '../pool/pool-door.ts';
import type { Pool } from '../pool/pool.ts';
import type { KeyCheck } from './keys.ts';
import { openBatch } from './open-batch.ts';
import { hubLimits, type HubParts } from './parts.ts';
import type { Presence } from './presence.ts';
import type { Turns } from './turns.ts';

export interface HallDoorParts extends HubParts {
  readonly journal: JournalStore;
  readonly turns: Turns;
  readonly presence: Presence;
  readonly pool: Pool;
  readonly check: (handshake: unknown) => KeyCheck;
  /** figures may have changed */
  readonly changed: () => void;
  readonly closing: () => boolean;
}
interface SocketData { hallId: string }
export type HallNamespace = Namespace<HallUpAll, PoolDown, Record<string, never>, SocketData>;
type HallSocket = HallSocketOf<SocketData>;
/** What this connection may push, from its welcome. */
interface Welcome { readonly epoch: string; readonly token: string }

export function openHallDoor(namespace: HallNamespace, parts: HallDoorParts): void {
  const sockets = new Map<string, Set<HallSocket>>();
  namespace.use((socket, next) => {
    const checked = parts.check(socket.handshake.auth);
    if (!checked.ok) {
      parts.log.warn({ reason: checked.reason }, 'hall refused at the door');
      next(new Error(checked.reason));
      return;
    }
    socket.data.hallId = checked.hallId;
    next();
  });
  namespace.on('connection', (socket) => {
    const { hallId } = socket.data;
    const mine = sockets.get(hallId) ?? new Set();
    sockets.set(hallId, mine.add(socket));
    // A hall that lost its line and came again leaves dead sockets behind: the oldest goes.
    if (mine.size > hubLimits.socketsPerHall) [...mine][0]?.disconnect(true);
    parts.log.info({ hall: hallId }, 'hall connected');
    const heard = (): void => parts.presence.heard(hallId, parts.now());
    heard();
    socket.conn.on('packet', heard);
    socket.on('disconnect', (reason) => {
      mine.delete(socket);
      socket.conn.off('packet', heard);
      parts.log.info({ hall: hallId, reason }, 'hall disconnected');
      parts.changed();
    });
    serveHall(socket, parts, () => { for (const other of mine) if (other !== socket) other.disconnect(true); });
  });
}

/** `supersede`: after a welcome the hall's other connections are over. */
function serveHall(socket: HallSocket, parts: HallDoorParts, supersede: () => void): void {
  const { hallId } = socket.data;
  let welcome: Welcome | undefined;
  const inPool = servePool(socket, parts.pool, parts, () => welcome !== undefined && !parts.closing());
  socket.on('disconnect', inPool.gone);
  const busyMs = (): number => Math.round(hubLimits.busyMs * (0.5 + parts.unit()));
  socket.on('hello', async (message, reply) => {
    const parsed = helloSchema.safeParse(message);
    const nonce = nonceOf(message);
    const answer = async (): Promise<HelloReply> => {
      if (!parsed.success) return { kind: 'refuse', ...(nonce === undefined ? {} : { nonce }), reason: 'malformed' };
      const hello = parsed.data;
      if (hello.hall !== hallId) return { kind: 'refuse', nonce: hello.nonce, reason: 'wrongKey' };
      if (!hello.versions.includes(uplinkVersion)) return { kind: 'upgrade', nonce: hello.nonce, versions: [uplinkVersion] };
      const busy: HelloReply = { kind: 'busy', nonce: hello.nonce, retryMs: busyMs() };
      if (parts.closing()) return busy;
      return await guarded(parts, hallId, () => greet(hello, parts, (given) => { welcome = given; supersede(); inPool.welcomed(); })) ?? busy;
    };
    const answered = await answer();
    if (answered.kind !== 'welcome') parts.log.warn({ hall: hallId, answer: answered.kind, ...('reason' in answered ? { reason: answered.reason } : {}) }, 'hello not welcomed');
    parts.changed();
    respond(reply, answered);
  });
  socket.on('push', async (message, reply) => {
    const parsed = pushSchema.safeParse(message);
    const answer = async (): Promise<PushReply> => {
      if (!parsed.success) return { kind: 'refuse', reason: 'malformed' };
      const busy: PushReply = { kind: 'busy', retryMs: busyMs() };
      if (parts.closing()) return busy;
      return await guarded(parts, hallId, () => apply(hallId, parsed.data, welcome, parts)) ?? busy;
    };
    const answered = await answer();
    if (answered.kind !== 'ack') parts.log.warn({ hall: hallId, answer: answered.kind, ...('reason' in answered ? { reason: answered.reason } : {}) }, 'push not acknowledged');
    parts.changed();
    respond(reply, answered);
  });
}

/** Undefined when the hub cannot now: queues full, or the database does not answer. The hall asks again. */
async function guarded<T>(parts: HallDoorParts, hallId: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await parts.turns.take(hallId, work);
  } catch (error) {
    parts.log.error({ hall: hallId, err: { message: error instanceof Error ? error.message : 'unknown', code: (error as { code?: unknown }).code } }, 'the database did not answer');
    return undefined;
  }
}

async function greet(hello: Hello, parts: HallDoorParts, welcomed: (welcome: Welcome) => void): Promise<HelloReply> {
  const nextToken = parts.randomHex(16);
  const { hall, install, epoch, token, seq, hash, nonce } = hello;
  const greeted = await greetHall(parts.journal, { hallId: hall, install, epoch, token, seq, hash, nextToken, now: parts.now() });
  if (greeted.kind === 'refuse') return { kind: 'refuse', nonce, reason: greeted.reason };
  if (greeted.kind === 'fork') return { kind: 'fork', nonce, cursor: greeted.cursor };
  parts.presence.claims(hall, seq);
  welcomed({ epoch, token: nextToken });
  return { kind: 'welcome', nonce, version: uplinkVersion, token: nextToken, cursor: greeted.cursor, credit: uplinkLimits.batchesInFlight, feeds: {}, now: parts.now() };
}

async function apply(hallId: string, push: Push, welcome: Welcome | undefined, parts: HallDoorParts): Promise<PushReply> {
  if (welcome === undefined || push.epoch !== welcome.epoch) return { kind: 'refuse', reason: 'notWelcomed' };
  if (push.token !== welcome.token) return { kind: 'refuse', reason: 'staleToken' };
  const opened = openBatch(push);
  if (!opened.ok) return { kind: 'refuse', reason: opened.reason };
  const applied = await applyBatch(parts.journal, { hallId, epoch: push.epoch, token: push.token, previous: push.previous, rows: opened.rows, now: parts.now() });
  if (applied.kind !== 'ack') return applied;
  return { kind: 'ack', cursor: applied.cursor, quarantined: applied.quarantined, credit: uplinkLimits.batchesInFlight };
}

function nonceOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('nonce' in message)) return undefined;
  const nonce = tokenSchema.safeParse(message.nonce);
  return nonce.success ? nonce.data : undefined;
}

/** A sender that asked for no answer gets none. */
function respond(reply: unknown, answer: HelloReply | PushReply): void {
  if (typeof reply === 'function') (reply as (answer: HelloReply | PushReply) => void)(answer);
}
