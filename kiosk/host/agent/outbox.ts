/* What was asked of the agent and not answered yet. The same message under the same id goes out again after each loss of the line, so its effect happens once at most. */
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { HostLog } from '../host-log.ts';

export const outboxLimits = {
  /** waiting and under way together; a kiosk has a handful */
  messages: 64,
  /** half of what the agent lets one device have unanswered */
  underWay: 8,
  /** one try; the person is told long before */
  ackMs: 5_000,
  retryMs: 1_000,
  /** somebody left while the agent was silent: so long the command (with the card in it) stays in memory to learn what became of it */
  afterLeavingMs: 30_000,
} as const;

/** `reply` came; `again`: no word or none that counts, so it is asked again. */
export type Outcome<T> = { readonly kind: 'reply'; readonly reply: T } | { readonly kind: 'again' };

export interface Message<T> {
  /** names it in the log */
  readonly id: string;
  /** of the person in front of the kiosk: may be forgotten when that person leaves */
  readonly personal: boolean;
  /** one try; never rejects */
  readonly tell: () => Promise<Outcome<T>>;
}

export interface Outbox {
  /** The reply, or undefined when the message was dropped. */
  submit<T>(message: Message<T>): Promise<T | undefined>;
  /** The line is there, or gone. */
  lineUp(up: boolean): void;
  /** The person left: what never went out is dropped at once, what did goes on for `afterLeavingMs`. */
  forget(): void;
  /** Resolves when everything that waits now has been answered or dropped. */
  settled(): Promise<void>;
  close(): void;
}

interface Entry {
  readonly message: Message<unknown>;
  readonly end: (reply: unknown) => void;
  phase: 'waiting' | 'underWay' | 'resting' | 'ended';
  handedOut: boolean;
  readonly cancels: (() => void)[];
}

export interface OutboxParts {
  readonly timer: Timer;
  readonly log: HostLog;
  /** a command that went out was given up: only a new connection tells what became of it */
  readonly gaveUp: () => void;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const entries: Entry[] = [];
  const settling: (() => void)[] = [];
  let up = false;

  const finish = (entry: Entry, reply: unknown): void => {
    if (entry.phase === 'ended') return;
    entry.phase = 'ended';
    entries.splice(entries.indexOf(entry), 1);
    for (const cancel of entry.cancels) cancel();
    entry.end(reply);
    for (const check of settling.slice()) check();
  };
  const pump = (): void => {
    if (!up) return;
    for (const entry of entries.slice(0, outboxLimits.underWay)) if (entry.phase === 'waiting') void tell(entry);
  };
  const tell = async (entry: Entry): Promise<void> => {
    entry.phase = 'underWay';
    entry.handedOut = true;
    const outcome = await entry.message.tell();
    if (entry.phase !== 'underWay') return;
    if (outcome.kind === 'reply') {
      finish(entry, outcome.reply);
      pump();
      return;
    }
    // Rests before the next try, so that an agent in trouble is not shouted at; a new connection does not wait for the rest.
    parts.log.warn({ id: entry.message.id }, 'notAnswered');
    entry.phase = 'resting';
    entry.cancels.push(parts.timer.after(outboxLimits.retryMs, () => { wake(entry); pump(); }));
  };
  const wake = (entry: Entry): void => { if (entry.phase === 'resting') entry.phase = 'waiting'; };

  return {
    submit<T>(message: Message<T>): Promise<T | undefined> {
      if (entries.length >= outboxLimits.messages) {
        parts.log.warn({ id: message.id }, 'outboxFull');
        return Promise.resolve(undefined);
      }
      return new Promise((resolve) => {
        // An entry is ended with what its own `tell` gave.
        entries.push({ message, end: (reply) => resolve(reply as T | undefined), phase: 'waiting', handedOut: false, cancels: [] });
        pump();
      });
    },
    lineUp(now) {
      up = now;
      if (up) entries.forEach(wake);
      pump();
    },
    forget: () => entries.filter(({ message }) => message.personal).forEach((entry) => forgetOne(entry, finish, parts)),
    settled: () => waitFor(entries, settling),
    close() {
      up = false;
      for (const entry of entries.slice()) finish(entry, undefined);
    },
  };
}

function forgetOne(entry: Entry, finish: (entry: Entry, reply: unknown) => void, { timer, gaveUp }: OutboxParts): void {
  if (!entry.handedOut) return finish(entry, undefined);
  entry.cancels.push(timer.after(outboxLimits.afterLeavingMs, () => {
    finish(entry, undefined);
    gaveUp();
  }));
  return undefined;
}

function waitFor(entries: readonly Entry[], settling: (() => void)[]): Promise<void> {
  const open = entries.slice();
  return new Promise((resolve) => {
    const check = (): void => {
      if (open.some(({ phase }) => phase !== 'ended')) return;
      settling.splice(settling.indexOf(check), 1);
      resolve();
    };
    settling.push(check);
    check();
  });
}
