/* A foreign library in a process of its own: whatever it crashes, hangs or leaks ends with that process, and the kiosk goes on. */
import type { DeviceLog, Timer } from '../ports.ts';
import type { Connection } from '../serial/keep-connected.ts';
import { startNodeChild, type ChildEnd, type StartChild } from './child-end.ts';
import type { CallData, FromLibrary, ToLibrary } from './messages.ts';

export const libraryLimits = { startMs: 4_000, closeMs: 1_000, waitingCalls: 16 } as const;

/** `failed`: the library's side refused, by its code. `ended`: the process crashed, hung past the limit or was closed before the answer. `busy`: too many calls wait. */
export type CallOutcome = { readonly ok: true; readonly value: CallData } | { readonly ok: false; readonly why: 'failed'; readonly code: string } | { readonly ok: false; readonly why: 'ended' | 'busy' };

export interface LibraryProcess extends Connection {
  /** One call at a time, in order. A call that takes longer than `limitMs` hangs: the process is ended with it. Never rejects. */
  call(name: string, data: CallData, limitMs: number): Promise<CallOutcome>;
  /** What the library's side tells unasked. */
  onEvent(listener: (event: CallData) => void): void;
  /** Called once, when the process ended, whoever ended it. */
  onClose(listener: () => void): void;
  ended(): boolean;
}

export interface LibraryProcessParts {
  /** the module that the process runs; it calls `serveCalls` */
  readonly entry: URL;
  readonly timer: Timer;
  readonly log: DeviceLog;
  /** Node's own unless told */
  readonly start?: StartChild | undefined;
}

interface Waiting { readonly message: Extract<ToLibrary, { type: 'call' }>; readonly limitMs: number; readonly settle: (outcome: CallOutcome) => void }

/** The process, and what waits for it. */
class Held implements LibraryProcess {
  readonly #child: ChildEnd;
  readonly #parts: LibraryProcessParts;
  readonly #waiting: Waiting[] = [];
  readonly #eventListeners: ((event: CallData) => void)[] = [];
  readonly #closeListeners: (() => void)[] = [];
  readonly #gone: Promise<void>;
  #current: { readonly call: Waiting; readonly cancel: () => void } | undefined;
  #over = false;
  #lastId = 0;

  constructor(child: ChildEnd, parts: LibraryProcessParts) {
    this.#child = child;
    this.#parts = parts;
    this.#gone = new Promise((resolve) => {
      child.onExit((code, signal) => {
        this.#end(code, signal);
        resolve();
      });
    });
    child.onMessage((message) => this.#heard(message));
  }

  call(name: string, data: CallData, limitMs: number): Promise<CallOutcome> {
    if (this.#over) return Promise.resolve({ ok: false, why: 'ended' });
    if (this.#waiting.length >= libraryLimits.waitingCalls) return Promise.resolve({ ok: false, why: 'busy' });
    return new Promise((settle) => {
      this.#lastId += 1;
      this.#waiting.push({ message: { type: 'call', id: this.#lastId, name, data }, limitMs, settle });
      this.#next();
    });
  }

  onEvent(listener: (event: CallData) => void): void {
    this.#eventListeners.push(listener);
  }

  onClose(listener: () => void): void {
    if (this.#over) queueMicrotask(listener);
    else this.#closeListeners.push(listener);
  }

  ended(): boolean {
    return this.#over;
  }

  async close(): Promise<void> {
    if (!this.#over) {
      const kill = this.#parts.timer.after(libraryLimits.closeMs, () => this.#child.kill());
      this.#child.send({ type: 'end' });
      await this.#gone;
      kill();
    }
    await this.#gone;
  }

  #next(): void {
    if (this.#current !== undefined || this.#over) return;
    const call = this.#waiting.shift();
    if (call === undefined) return;
    const cancel = this.#parts.timer.after(call.limitMs, () => {
      this.#parts.log('libraryHung', { call: call.message.name });
      this.#child.kill();
    });
    this.#current = { call, cancel };
    this.#child.send(call.message);
  }

  #heard(message: FromLibrary): void {
    if (message.type === 'event') for (const listener of this.#eventListeners) listener(message.data);
    if (message.type === 'ready' || message.type === 'event' || this.#current?.call.message.id !== message.id) return;
    const { call, cancel } = this.#current;
    cancel();
    this.#current = undefined;
    call.settle(message.type === 'answer' ? { ok: true, value: message.value } : { ok: false, why: 'failed', code: message.code });
    this.#next();
  }

  #end(code: number | null, signal: string | null): void {
    if (this.#over) return;
    this.#over = true;
    this.#parts.log('libraryProcessEnded', { code: code ?? -1, signal: signal ?? 'none' });
    this.#current?.cancel();
    for (const call of [...(this.#current === undefined ? [] : [this.#current.call]), ...this.#waiting.splice(0)]) call.settle({ ok: false, why: 'ended' });
    this.#current = undefined;
    for (const listener of this.#closeListeners) listener();
  }
}

/** Starts the process; rejects when it does not say `ready` within `startMs`. It ends when this process does. */
export function openLibraryProcess(parts: LibraryProcessParts): Promise<LibraryProcess> {
  return new Promise((resolve, reject) => {
    const child = (parts.start ?? startNodeChild)(parts.entry);
    const held = new Held(child, parts);
    const giveUp = parts.timer.after(libraryLimits.startMs, () => child.kill());
    held.onClose(() => {
      giveUp();
      reject(new Error('the process of the library did not start'));
    });
    child.onMessage((message) => {
      if (message.type !== 'ready') return;
      giveUp();
      resolve(held);
    });
  });
}
