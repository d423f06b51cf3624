/* The halls' door: hello, push and pull on one socket.io namespace. A broken message is answered by name, and neither the connection nor the process ends by it. */
import type { Namespace } from 'socket.io';
import type { HelloReply, PushReply } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { AuditHeadReply } from '@kuaizhao/sync-agent/contract/city/audit-heads.ts';
import type { News, PullReply } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { mayRead } from '@kuaizhao/db/domain/feeds/feed.ts';
import { servePool, type HallDownAll, type HallSocketOf, type HallUpAll } from '../pool/pool-door.ts';
import type { Pool } from '../pool/pool.ts';
import { answerHeads, type HeadsDoorParts } from '../audit/heads-door.ts';
import type { KeyCheck } from './keys.ts';
import { openHallSession, type HallSessionParts } from './hall-session.ts';
import { hubLimits, roomOf } from './parts.ts';

export interface HallDoorParts extends HallSessionParts {
  readonly pool: Pool;
  /** keeps how far the hall's audit is; gives what speaks against it */
  readonly keepHead: HeadsDoorParts['keep'];
  readonly check: (handshake: unknown) => KeyCheck;
  /** figures may have changed */
  readonly changed: () => void;
}
interface SocketData { hallId: string }
/** From hub to hub. */
interface BetweenHubs { poolNews(): void }
export type HallNamespace = Namespace<HallUpAll, HallDownAll, BetweenHubs, SocketData>;
type HallSocket = HallSocketOf<SocketData>;

export interface HallDoor {
  /** Tells every hall that may read it; nobody answers. */
  readonly news: (news: News) => void;
}

export function openHallDoor(namespace: HallNamespace, parts: HallDoorParts): HallDoor {
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
    serveHall(socket, parts, () => {
      for (const other of mine) if (other !== socket) other.disconnect(true);
      // And those on other hubs: a line that went silent there would keep the hall's name.
      namespace.in(roomOf(hallId)).except(socket.id).disconnectSockets(true);
      void socket.join(roomOf(hallId));
    });
  });
  return {
    news(news) {
      for (const [hallId, mine] of sockets) if (mayRead(hallId, news.feed)) for (const socket of mine) socket.emit('news', news);
    },
  };
}

/** `supersede`: after a welcome the hall's other connections are over. */
function serveHall(socket: HallSocket, parts: HallDoorParts, supersede: () => void): void {
  const { hallId } = socket.data;
  const session = openHallSession(hallId, parts, () => { supersede(); inPool.welcomed(); });
  const inPool = servePool(socket, parts.pool, parts, () => session.isWelcome() && !parts.closing());
  socket.on('disconnect', inPool.gone);
  socket.on('hello', async (message, reply) => {
    const answer = await session.hello(message);
    parts.changed();
    respond(reply, answer);
  });
  socket.on('push', async (message, reply) => {
    const answer = await session.push(message);
    parts.changed();
    respond(reply, answer);
  });
  const aboutAudit = answerHeads({ hallId, isWelcome: () => session.isWelcome() && !parts.closing(), keep: parts.keepHead, now: parts.now, log: parts.log });
  socket.on('auditHead', async (message, reply) => {
    const answer = await aboutAudit(message);
    parts.changed();
    respond(reply, answer);
  });
  socket.on('pull', async (message, reply) => { respond(reply, await session.pull(message)); });
}

/** A sender that asked for no answer gets none. */
function respond(reply: unknown, answer: HelloReply | PushReply | PullReply | AuditHeadReply): void {
  if (typeof reply === 'function') (reply as (given: typeof answer) => void)(answer);
}
