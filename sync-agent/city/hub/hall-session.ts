/* One connection of a hall as the hub answers it: hello, push and pull, each checked by schema, each answered by name. What carries the messages is somebody else's. */
import { createHash } from 'node:crypto';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { helloSchema, pushSchema, tokenSchema, uplinkLimits, type Hello, type HelloReply, type Push, type PushReply } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { applyBatch, prepareBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import type { JudgeRow } from '@kuaizhao/db/city/journal/judge-row.ts';
import type { HeardHello } from '@kuaizhao/db/city/troubles/heard.ts';
import type { JournalStore } from '@kuaizhao/db/city/journal/store.ts';
import type { FeedStore } from '@kuaizhao/db/city/feeds/store.ts';
import type { PullReply } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { answerPull } from '../feeds/answer-pull.ts';
import { openBatch } from './open-batch.ts';
import { hubLimits, type HubParts } from './parts.ts';
import type { Presence } from './presence.ts';
import type { Turns } from './turns.ts';

export interface HallSessionParts extends HubParts {
  readonly journal: JournalStore;
  readonly feeds: FeedStore;
  readonly turns: Turns;
  readonly presence: Presence;
  readonly closing: () => boolean;
  /** as this program understands rows, when absent */
  readonly judge?: JudgeRow;
  /** what a hello told besides its answer; a hello does not fail by it */
  readonly heardHello?: (heard: HeardHello) => Promise<void>;
}
/** What this connection may push, from its welcome. */
interface Welcome { readonly epoch: string; readonly token: string }

export interface HallSession {
  hello(message: unknown): Promise<HelloReply>;
  push(message: unknown): Promise<PushReply>;
  pull(message: unknown): Promise<PullReply>;
  isWelcome(): boolean;
}

/** `welcomed`: the hall's other connections are over. */
export function openHallSession(hallId: string, parts: HallSessionParts, welcomed: () => void): HallSession {
  let welcome: Welcome | undefined;
  /** Resolves when the newest push is with the database, or over. */
  let before = Promise.resolve();
  const busyMs = (): number => Math.round(hubLimits.busyMs * (0.5 + parts.unit()));
  const answerHello = async (message: unknown): Promise<HelloReply> => {
    const parsed = helloSchema.safeParse(message);
    const nonce = nonceOf(message);
    if (!parsed.success) return { kind: 'refuse', ...(nonce === undefined ? {} : { nonce }), reason: 'malformed' };
    const hello = parsed.data;
    if (hello.hall !== hallId) return { kind: 'refuse', nonce: hello.nonce, reason: 'wrongKey' };
    if (!hello.versions.includes(uplinkVersion)) return { kind: 'upgrade', nonce: hello.nonce, versions: [uplinkVersion] };
    const busy: HelloReply = { kind: 'busy', nonce: hello.nonce, retryMs: busyMs() };
    if (parts.closing()) return busy;
    return await guarded(parts, hallId, () => greet(hello, parts, (given) => { welcome = given; welcomed(); })) ?? busy;
  };
  const answerPush = async (message: unknown): Promise<PushReply> => {
    const parsed = pushSchema.safeParse(message);
    if (!parsed.success) return { kind: 'refuse', reason: 'malformed' };
    const busy: PushReply = { kind: 'busy', retryMs: busyMs() };
    if (parts.closing()) return busy;
    // While the database works on what came before, and not a moment earlier: its questions would wait for it. A hall that is not welcome has nothing opened.
    const early = parts.turns.waiting() < hubLimits.openAhead && mayPush(parsed.data, welcome) ? before.then(() => open(parsed.data, parts)) : undefined;
    const { promise, resolve: handedOver } = Promise.withResolvers<void>();
    before = promise;
    // What is said to the database leaves first.
    const answer = await guarded(parts, hallId, () => apply(hallId, parsed.data, welcome, parts, early, () => { parts.after(0, handedOver); }));
    handedOver();
    return answer ?? busy;
  };
  return {
    async hello(message) {
      const answered = await answerHello(message);
      if (answered.kind !== 'welcome') parts.log.warn({ hall: hallId, answer: answered.kind, ...('reason' in answered ? { reason: answered.reason } : {}) }, 'hello not welcomed');
      return answered;
    },
    async push(message) {
      const answered = await answerPush(message);
      if (answered.kind !== 'ack') parts.log.warn({ hall: hallId, answer: answered.kind, ...('reason' in answered ? { reason: answered.reason } : {}) }, 'push not acknowledged');
      return answered;
    },
    async pull(message) {
      const inTurn = (work: () => Promise<PullReply>): Promise<PullReply | undefined> => (parts.closing() ? Promise.resolve(undefined) : guarded(parts, hallId, work));
      const answered = await answerPull(message, { hallId, feeds: parts.feeds, token: () => welcome?.token, inTurn, busyMs });
      if (answered.kind !== 'page') parts.log.warn({ hall: hallId, answer: answered.kind, ...('reason' in answered ? { reason: answered.reason } : {}) }, 'pull not answered by a page');
      return answered;
    },
    isWelcome: () => welcome !== undefined,
  };
}

/** Undefined when the hub cannot now: queues full, or the database does not answer. The hall asks again. */
async function guarded<T>(parts: HallSessionParts, hallId: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await parts.turns.take(hallId, work);
  } catch (error) {
    parts.log.error({ hall: hallId, err: { message: error instanceof Error ? error.message : 'unknown', code: (error as { code?: unknown }).code } }, 'the database did not answer');
    return undefined;
  }
}

async function greet(hello: Hello, parts: HallSessionParts, welcomed: (welcome: Welcome) => void): Promise<HelloReply> {
  const nextToken = parts.randomHex(16);
  const { hall, install, epoch, token, restoreCode, seq, hash, base, past, nonce } = hello;
  const codeHash = restoreCode === undefined ? undefined : createHash('sha256').update(restoreCode).digest('hex');
  const greeted = await greetHall(parts.journal, { hallId: hall, install, epoch, token, codeHash, seq, hash, base, past: past?.map(([boot, first, last]) => ({ boot, first, last })), nextToken, now: parts.now() });
  const heard = { hallId: hall, copy: greeted.kind === 'refuse' && greeted.reason === 'secondInstall', anew: greeted.kind === 'welcome' && greeted.anew, aheadMs: hello.clock - parts.now(), now: parts.now() };
  if (greeted.kind === 'welcome' || heard.copy) await parts.heardHello?.(heard).catch(() => { parts.log.warn({ hall }, 'what this hall should be looked at for was not kept'); });
  if (greeted.kind === 'refuse') return { kind: 'refuse', nonce, reason: greeted.reason };
  if (greeted.kind === 'fork') return { kind: 'fork', nonce, cursor: greeted.cursor };
  if (greeted.lacks > 0) parts.log.error({ hall, seq: base?.seq, rows: greeted.lacks }, 'rows of this hall never came and are kept there no longer: see halls, gaps');
  parts.presence.claims(hall, seq);
  welcomed({ epoch, token: nextToken });
  const { feeds, own } = await parts.feeds.ends(hall);
  return { kind: 'welcome', nonce, version: uplinkVersion, token: nextToken, cursor: greeted.cursor, credit: creditOf(parts), feeds: { ...feeds }, ...(own === undefined ? {} : { own }), ...(greeted.lacks > 0 ? { lacks: true } : {}), now: parts.now() };
}

/** A crowded hub lets each hall send one batch at a time. */
const creditOf = ({ turns }: Pick<HallSessionParts, 'turns'>): number => (turns.waiting() > hubLimits.crowded ? 1 : uplinkLimits.batchesInFlightSlow);

const mayPush = ({ epoch, token }: Push, welcome: Welcome | undefined): boolean => epoch === welcome?.epoch && token === welcome.token;

/** Everything that needs no database: rows by their shape, their chain, and what they say. */
function open(push: Push, { judge }: Pick<HallSessionParts, 'judge'>) {
  const opened = openBatch(push);
  return opened.ok ? { ...opened, prepared: prepareBatch(push.previous, opened.rows, judge) } : opened;
}

async function apply(hallId: string, push: Push, welcome: Welcome | undefined, parts: HallSessionParts, early: Promise<ReturnType<typeof open>> | undefined, handedOver: () => void): Promise<PushReply> {
  if (welcome === undefined || push.epoch !== welcome.epoch) return { kind: 'refuse', reason: 'notWelcomed' };
  if (push.token !== welcome.token) return { kind: 'refuse', reason: 'staleToken' };
  const opened = await early ?? open(push, parts);
  if (!opened.ok) return { kind: 'refuse', reason: opened.reason };
  const applied = await applyBatch(parts.journal, { hallId, epoch: push.epoch, token: push.token, previous: push.previous, rows: opened.rows, packed: push.payload, now: parts.now(), prepared: opened.prepared, handedOver }, parts.judge);
  if (applied.kind !== 'ack') return applied;
  return { kind: 'ack', cursor: applied.cursor, quarantined: applied.quarantined, credit: creditOf(parts), ...(applied.own === undefined ? {} : { own: applied.own }) };
}

function nonceOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('nonce' in message)) return undefined;
  const nonce = tokenSchema.safeParse(message.nonce);
  return nonce.success ? nonce.data : undefined;
}
