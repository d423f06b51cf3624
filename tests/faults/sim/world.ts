/* Time that only moves when nothing can happen any more, and chance with a seed: what runs in it is the real program, and the same seed is the same story to the last message. */
import { createHash } from 'node:crypto';
import { seeded, type Seeded } from '../../fixtures/city/seeded.ts';

/** What a crash throws into the code that it ends; nobody is there to hear the answer. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

export interface World {
  readonly chance: Seeded;
  readonly now: () => number;
  /** Runs once after so much simulated time; gives the cancellation. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** Lets everything happen that happens within so much simulated time, or until `until` says so. */
  pass(ms: number, until?: () => boolean): Promise<void>;
  /** Something went wrong on purpose. */
  fault(kind: string): void;
  faults(): number;
  readonly byKind: ReadonlyMap<string, number>;
  /** Goes into the fingerprint of the story. */
  tell(...what: readonly (string | number)[]): void;
  fingerprint(): string;
  /** True with this chance; never once the world is healed. */
  bad(share: number): boolean;
  heal(): void;
  healed(): boolean;
}

interface Waiting { readonly at: number; readonly order: number; readonly run: () => void; dead: boolean }

/** Everything that the last event set free has run: promises first, then what they set free. A tick comes when no promise waits any more; a whole turn of the loop, which asks the machine for news that a simulated world never gets, costs twice as much. */
const quiet = (): Promise<void> => new Promise((resolve) => { process.nextTick(resolve); });
/** So often a whole turn all the same: only then is a promise that nobody caught found, and ends the process. */
const turnEvery = 64;
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
/** Characters of the story that are hashed together. */
const toldAtOnce = 4_096;

export function createWorld(seed: number, start: number): World {
  const chance = seeded(seed);
  const queue: Waiting[] = [];
  const told = createHash('sha256');
  const byKind = new Map<string, number>();
  let [now, order, faults, events] = [start, 0, 0, 0];
  let untold = '';
  const say = (line: string): void => {
    untold += line;
    if (untold.length < toldAtOnce) return;
    told.update(untold);
    untold = '';
  };
  let healed = false;
  const before = (a: Waiting, b: Waiting): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  const push = (one: Waiting): void => {
    let at = queue.push(one) - 1;
    for (let up = (at - 1) >> 1; at > 0 && before(one, queue[up]!); at = up, up = (at - 1) >> 1) [queue[at], queue[up]] = [queue[up]!, one];
  };
  const pop = (): Waiting | undefined => {
    const first = queue[0];
    const last = queue.pop();
    if (first === undefined || last === undefined || queue.length === 0) return first;
    queue[0] = last;
    for (let at = 0;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < queue.length && before(queue[child]!, queue[least]!)) least = child;
      if (least === at) return first;
      [queue[at], queue[least]] = [queue[least]!, queue[at]!];
      at = least;
    }
  };
  return {
    chance, byKind,
    now: () => now,
    after(delayMs, run) {
      const one: Waiting = { at: now + Math.max(0, Math.round(delayMs)), order: ++order, run, dead: false };
      push(one);
      return () => { one.dead = true; };
    },
    async pass(ms, until) {
      const end = now + ms;
      await quiet();
      while (queue.length > 0 && queue[0]!.at <= end) {
        const next = pop()!;
        if (next.dead) continue;
        now = next.at;
        next.run();
        events += 1;
        await (events % turnEvery === 0 ? turn() : quiet());
        if (until?.() === true) return;
      }
      now = end;
    },
    fault(kind) {
      faults += 1;
      byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
      say(`!${kind}@${now}\n`);
    },
    faults: () => faults,
    tell: (...what) => { say(`${now} ${what.join(' ')}\n`); },
    fingerprint: () => told.copy().update(untold).digest('hex'),
    bad: (share) => !healed && chance.unit() < share,
    heal() { healed = true; },
    healed: () => healed,
  };
}
