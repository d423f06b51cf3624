/* The kiosk's line to the hall agent: websocket only, everything from it checked by schema, everything to it under an id that survives the loss of the line. */
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { answerSchema, type Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { describeIssues } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { kioskDownSchemas, type DeviceReport, type PaperDiverted, type HallFace, type OpenPlaces } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { KioskQuestion } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { Reply } from '@kuaizhao/kiosk/session/event.ts';
import type { HostLog } from '../host-log.ts';
import { createOutbox, outboxLimits, type Outcome } from './outbox.ts';
import { keepRenewed } from './renew.ts';
import { replySchemaOf } from './told.ts';
import type { KeptTrust } from './trust-file.ts';

export const lineLimits = { firstDelayMs: 250, longestDelayMs: 5_000, connectMs: 5_000, refusedMs: 5_000 } as const;

export interface AgentClient {
  /** Never rejects; undefined when the command was dropped (its person left, or the host closed). */
  command(command: Command, personal: boolean): Promise<Answer | undefined>;
  /** The same for a question of the person in front of the kiosk. */
  ask(queryId: string, question: KioskQuestion): Promise<Reply | undefined>;
  devices(report: DeviceReport): void;
  forget(): void;
  /** The line is there. */
  isUp(): boolean;
  /** When everything asked until now is answered or dropped. */
  settled(): Promise<void>;
  close(): void;
}

export interface AgentClientParts {
  readonly url: string;
  readonly deviceId: string;
  readonly key: string | undefined;
  /** over TLS; `keep` makes a new certificate durable */
  readonly trust?: KeptTrust | undefined;
  readonly timer: Timer;
  readonly log: HostLog;
  /** the agent, known by its authority, does not know this kiosk, or no longer; it is asked again all the same */
  readonly turnedAway?: (() => void) | undefined;
  readonly up: () => void;
  readonly down: () => void;
  readonly hall: (face: HallFace) => void;
  readonly openPlaces: (places: OpenPlaces) => void;
  readonly print: (order: PrintOrder) => void;
  readonly diverted: (paper: PaperDiverted) => void;
}

/** Connects by itself and stays connected until `close`. */
export function createAgentClient(parts: AgentClientParts): AgentClient {
  const { timer, log } = parts;
  const socket = io(new URL(namespaces.kiosk, parts.url).href, {
    transports: ['websocket'], forceNew: true, autoConnect: false, timeout: lineLimits.connectMs,
    reconnectionDelay: lineLimits.firstDelayMs, reconnectionDelayMax: lineLimits.longestDelayMs,
    ...(parts.trust === undefined ? {} : { key: parts.trust.held.key, cert: parts.trust.held.certificate, ca: parts.trust.held.authority }),
    auth: { version: lanVersion, deviceId: parts.deviceId, ...(parts.key === undefined ? {} : { key: parts.key }) },
  });
  const outbox = createOutbox({ timer, log, gaveUp: () => { if (socket.connected) socket.disconnect().connect(); } });
  let report: DeviceReport | undefined;
  let cancelRetry = (): void => undefined;
  let closed = false;
  const connectLater = (): void => {
    cancelRetry();
    cancelRetry = timer.after(lineLimits.refusedMs, () => { if (!closed) socket.connect(); });
  };
  const renewing = parts.trust === undefined ? undefined : keepRenewed(socket, { ...parts, trust: parts.trust });
  socket.on('connect', () => {
    parts.up();
    renewing?.connected();
    if (report !== undefined) socket.emit('devices', report);
    outbox.lineUp(true);
  });
  socket.on('disconnect', (reason) => {
    outbox.lineUp(false);
    parts.down();
    log.warn({ reason }, 'agentLost');
    // The library comes back by itself from a lost line, not from one that the agent ended on purpose.
    if (reason === 'io server disconnect') connectLater();
  });
  socket.on('connect_error', (error) => {
    // `active` false: the agent refused the handshake, and the library leaves it at that.
    log.warn({ reason: socket.active ? 'unreachable' : error.message.slice(0, 60) }, 'agentNotConnected');
    if (!socket.active) connectLater();
    if (!socket.active && parts.trust !== undefined && error.message === 'unknownDevice') parts.turnedAway?.();
  });
  hear(socket, 'hall', kioskDownSchemas.hall, parts.hall, log);
  hear(socket, 'openPlaces', kioskDownSchemas.openPlaces, parts.openPlaces, log);
  hear(socket, 'print', kioskDownSchemas.print, parts.print, log);
  hear(socket, 'diverted', kioskDownSchemas.diverted, parts.diverted, log);
  socket.connect();
  return {
    command: (command, personal) => outbox.submit({ id: command.commandId, personal, tell: () => askOnce(socket, 'command', command, answerSchema, log) }),
    ask: (queryId, question) => outbox.submit({ id: queryId, personal: true, tell: () => askOnce(socket, 'query', question, replySchemaOf(question.name), log) }),
    devices(now) {
      report = now;
      if (socket.connected) socket.emit('devices', now);
    },
    forget: () => outbox.forget(),
    isUp: () => socket.connected,
    settled: () => outbox.settled(),
    close() {
      closed = true;
      renewing?.stop();
      cancelRetry();
      outbox.close();
      socket.disconnect();
    },
  };
}

function hear<T>(socket: Socket, event: string, schema: z.ZodType<T>, listener: (value: T) => void, log: HostLog): void {
  socket.on(event, (raw: unknown) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) listener(parsed.data);
    else log.warn({ event, problem: describeIssues(parsed.error) }, 'agentNotUnderstood');
  });
}

/** Refusals that are not about the question: the same question may be asked again under the same id. */
const comesAgain: ReadonlySet<string> = new Set(['tooMany', 'internal', 'diskFull', 'erasuresFirst']);

async function askOnce<T extends Answer | Reply>(socket: Socket, event: 'command' | 'query', message: unknown, schema: z.ZodType<T>, log: HostLog): Promise<Outcome<T>> {
  let raw: unknown;
  try {
    raw = await socket.timeout(outboxLimits.ackMs).emitWithAck(event, message);
  } catch {
    // No word in time, or the line went down under it.
    return { kind: 'again' };
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    log.warn({ event, problem: describeIssues(parsed.error) }, 'agentNotUnderstood');
    return { kind: 'again' };
  }
  const reply = parsed.data;
  return !reply.ok && comesAgain.has(reply.refusal.code) ? { kind: 'again' } : { kind: 'reply', reply };
}
