/* The uplink: carries the journal to the city for as long as the hall runs. The hall never waits for it. */
import { afterFork, greet, renewIfTheDiskWentBack } from './greet.ts';
import { openLine } from './line.ts';
import { JournalDamaged } from './make-push.ts';
import { createNap, type Nap } from './nap.ts';
import { uplinkPace, type Ending, type Line, type OpenLine, type BesideEvent, type UplinkParts, type UplinkState } from './parts.ts';
import { pump } from './pump.ts';
import { lacksOwn, readBack } from './read-back.ts';

export interface Uplink {
  uplinkState(): UplinkState;
  /** Why it is refused, damaged or down, for the log and the staff; undefined while all is well. */
  uplinkReason(): string | undefined;
  /** How far this machine's clock is ahead of the city's, as of the last welcome; undefined before the first. */
  clockAheadMs(): number | undefined;
  /** The journal has grown. Cheap; call it after each commit. */
  wake(): void;
  readonly ask: AskCity;
  /** Ends the connection and waits for the identity file. */
  close(): Promise<void>;
}

/** What is not the journal: asked once, undefined when the city does not answer in time or its line is not there. */
export type AskCity = (event: BesideEvent, message: object, withinMs: number) => Promise<unknown>;

/** So long after a commit the hall counts as at work. */
const atWorkMs = 1_000;

type Enter = (state: UplinkState, reason?: string) => void;

/** Starts at once and tries until `close`. */
export function createUplink(parts: UplinkParts): Uplink {
  const pace = parts.pace ?? uplinkPace;
  /** between looks at the journal; a commit cuts it short */
  const idle = createNap(parts.timer);
  /** between two connections; a commit does not cut it short, or a busy hall would hammer a hub that is away */
  const rest = createNap(parts.timer);
  let state: UplinkState = 'connecting';
  let reason: string | undefined;
  let failures = 0;
  let closed = false;
  let endLine: (() => void) | undefined;
  let welcome: Line | undefined;
  let aheadMs: number | undefined;
  let wokenAt: number | undefined;
  const atWork = (): boolean => wokenAt !== undefined && Math.abs(parts.clock() - wokenAt) < atWorkMs;
  const enter: Enter = (next, why) => {
    if (next === state && why === reason) return;
    state = next;
    reason = why;
    parts.log.info({ uplink: next, ...(why === undefined ? {} : { reason: why }) }, 'uplink');
  };
  const run = async (): Promise<void> => {
    for (;;) {
      if (closed) return;
      enter('connecting');
      const ending = await connection(parts, { idle, atWork }, enter, (line, ahead = aheadMs) => {
        welcome = line;
        aheadMs = ahead;
        if (line !== undefined) failures = 0;
      }, (close) => {
        endLine = close;
        // Closed while the line was not there yet.
        if (closed) close?.();
      });
      if (closed) return;
      const waitMs = restMs(ending, failures, pace) * (0.5 + parts.random.unit() / 2);
      failures += 1;
      if (ending.kind === 'lost') enter('down', ending.reason);
      else if (ending.kind === 'busy') enter('down', 'busy');
      else if (ending.kind === 'forked') enter('down', 'forked');
      else enter(ending.kind, ending.reason);
      await rest.wait(waitMs);
    }
  };
  const running = run();
  return {
    uplinkState: () => state,
    uplinkReason: () => reason,
    clockAheadMs: () => aheadMs,
    wake() {
      wokenAt = parts.clock();
      idle.cut();
    },
    ask: async (event, message, withinMs) => welcome?.askBeside(event, message, withinMs),
    async close() {
      closed = true;
      endLine?.();
      idle.cut();
      rest.cut();
      await running;
      await parts.identity.close();
    },
  };
}

function restMs(ending: Ending, failures: number, pace: NonNullable<UplinkParts['pace']>): number {
  if (ending.kind === 'refused' || ending.kind === 'damaged') return pace.slowMs;
  // Once is all it should ever be; should two sides never agree, they disagree slowly.
  if (ending.kind === 'forked') return pace.backoffMaxMs;
  const backoffMs = Math.min(pace.backoffMaxMs, pace.backoffMinMs * 2 ** Math.min(failures, 20));
  return ending.kind === 'busy' ? Math.max(backoffMs, Math.min(ending.retryMs, pace.backoffMaxMs)) : backoffMs;
}

/** One connection from the first byte to its end. Never throws: a failing disk is an ending too. */
async function connection(parts: UplinkParts, { idle, atWork }: { readonly idle: Nap; readonly atWork: () => boolean }, enter: Enter, welcomed: (line: Line | undefined, aheadMs?: number) => void, canBeEnded: (close: (() => void) | undefined) => void): Promise<Ending> {
  const pace = parts.pace ?? uplinkPace;
  let opening: ReturnType<OpenLine> | undefined;
  try {
    await renewIfTheDiskWentBack(parts);
    opening = (parts.open ?? openLine)({ url: parts.url, auth: { hall: parts.identity.get().hall, key: parts.key }, ackMs: pace.ackMs, timer: parts.timer, lost: () => idle.cut(), hear: parts.hear, news: parts.news });
    const { opened: whenOpened, close } = opening;
    canBeEnded(close);
    const opened = await whenOpened;
    if (!opened.ok) return { kind: opened.refused ? 'refused' : 'lost', reason: opened.reason };
    const { line } = opened;
    const greeting = await greet(parts, (hello) => line.ask('hello', hello));
    if (greeting.kind !== 'welcome') return await afterFork(parts, greeting);
    welcomed(line, greeting.aheadMs);
    parts.welcomed?.();
    if (lacksOwn(parts, greeting.own)) {
      const ending = await readBack(parts, line);
      if (ending !== undefined) return ending;
    }
    const pumpLine = { send: (push: object) => line.ask('push', push), pause: () => idle.wait(pace.pollMs), up: () => line.up(), atWork };
    return await afterFork(parts, await pump(parts, pumpLine, greeting, (yes) => enter(yes ? 'caughtUp' : 'pushing')));
  } catch (error) {
    if (error instanceof JournalDamaged) {
      parts.log.error({ where: error.message }, 'the journal is damaged');
      return { kind: 'damaged', reason: 'the journal is damaged' };
    }
    // The journal or the identity file failed, a full disk for example: the hall works on, and this tries again.
    parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'uplink failed');
    return { kind: 'lost', reason: 'failed here' };
  } finally {
    welcomed(undefined);
    canBeEnded(undefined);
    opening?.close();
  }
}
