/* The means of a replay: virtual time that runs ahead as fast as answers come, the sockets, and a note of everything that was answered. Whatever falls into the same second goes out side by side. */
import type { Socket } from 'socket.io-client';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { person } from '../../fixtures/people.ts';
import { ask, printerOf } from '../agent.ts';
import { dayBegins } from './morning.ts';

export interface Means { readonly kiosks: readonly Socket[]; readonly consoles: readonly Socket[]; readonly newId: () => string; readonly tell: (now: number) => void }
export interface Told {
  readonly latenciesMs: number[]; readonly refusals: Map<string, number>; readonly numbers: Set<string>; readonly facts: Map<FactType, number>;
  papers: number; duplicatePapers: number; errors: number; heldBack: number;
}
export type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

/** The person drawn as the `n`th. */
export const cardOf = (n: number): Card => person(n, 1950 + (Math.floor(n / 84) % 50));

const secondMs = 1_000;
const heldBackMs = 250;

export class Stage {
  readonly #means: Means;
  readonly #agenda = new Map<number, (() => Promise<void>)[]>();
  readonly #printed = new Set<string>();
  readonly told: Told = { latenciesMs: [], refusals: new Map(), numbers: new Set(), facts: new Map(), papers: 0, duplicatePapers: 0, errors: 0, heldBack: 0 };
  #turn = 0;
  #second = 0;
  #printing: Promise<unknown>[] = [];

  constructor(means: Means) {
    this.#means = means;
    for (const [n, kiosk] of means.kiosks.entries()) kiosk.on('print', (order: PrintOrder) => { this.#printing.push(this.#printPushed(n, order)); });
  }

  /** milliseconds after the day began */
  get atMs(): number { return this.#second * secondMs; }
  get now(): number { return dayBegins + this.atMs; }

  at(atMs: number, act: () => Promise<void>): void {
    const second = Math.max(this.#second, Math.floor(atMs / secondMs));
    const list = this.#agenda.get(second);
    if (list === undefined) this.#agenda.set(second, [act]);
    else list.push(act);
  }

  /** Until nothing is left to do. */
  async run(): Promise<void> {
    while (this.#agenda.size > 0) {
      const second = Math.min(...this.#agenda.keys());
      const due = this.#agenda.get(second) ?? [];
      this.#agenda.delete(second);
      this.#second = second;
      this.#means.tell(this.now);
      await Promise.all(due.map((act) => act()));
    }
    while (this.#printing.length > 0) await Promise.all(this.#printing.splice(0));
  }

  nextKiosk(): number { return this.#turn++ % this.#means.kiosks.length; }
  nextConsole(): Socket {
    const socket = this.#means.consoles[this.#turn++ % this.#means.consoles.length];
    if (socket === undefined) throw new Error('no console');
    return socket;
  }
  readonly printerOf = (kiosk: number): { printer: string; ready: boolean } => ({ printer: printerOf(kiosk), ready: true });

  console(command: Command): Promise<Answer> {
    return this.#ask(this.nextConsole(), command);
  }

  async kiosk(n: number, command: Command): Promise<Answer> {
    const answer = await this.#ask(this.#means.kiosks[n], command);
    if (!answer.ok) return answer;
    for (const paper of answer.papers) {
      if (this.#printed.has(paper.printJobId)) this.told.duplicatePapers += 1;
      this.#printed.add(paper.printJobId);
      this.told.papers += 1;
      this.#printing.push(this.#ask(this.#means.kiosks[n], { type: 'finishPrint', printJobId: paper.printJobId, outcome: 'printed' }));
    }
    return answer;
  }

  async #printPushed(kiosk: number, { printJobId, state }: PrintOrder): Promise<void> {
    if (state === 'sending') return;
    const started = await this.kiosk(kiosk, { type: 'startPrint', printJobId });
    // A slip that was taken back before its printer had it is not printed.
    if (!started.ok && started.refusal.code !== 'printJobNotReady') this.told.errors += 1;
  }

  async #ask(socket: Socket | undefined, command: Command): Promise<Answer> {
    if (socket === undefined) throw new Error('no socket');
    const whole = { commandId: this.#means.newId(), ...command };
    let sent = performance.now();
    let answer = await ask(socket, whole);
    // A device is allowed fifty messages a second; virtual time runs faster than that, so it waits as a real one would, under the same id.
    while (!answer.ok && answer.refusal.code === 'tooMany') {
      this.told.heldBack += 1;
      await new Promise((done) => { setTimeout(done, heldBackMs); });
      sent = performance.now();
      answer = await ask(socket, whole);
    }
    this.told.latenciesMs.push(performance.now() - sent);
    if (answer.ok) for (const { type } of answer.facts) this.told.facts.set(type, (this.told.facts.get(type) ?? 0) + 1);
    else {
      const what = `${command.type} ${answer.refusal.code}`;
      this.told.refusals.set(what, (this.told.refusals.get(what) ?? 0) + 1);
      if (answer.refusal.code === 'internal' || answer.refusal.code === 'malformed') this.told.errors += 1;
    }
    return answer;
  }
}

export const factsIn = <T extends FactType>(answer: Answer, type: T): FactOf<T>[] => (answer.ok ? answer.facts.filter((fact): fact is FactOf<T> => fact.type === type) : []);

export function factIn<T extends FactType>(answer: Answer, type: T): FactOf<T> {
  const [found] = factsIn(answer, type);
  if (found === undefined) throw new Error(`no ${type}: ${answer.ok ? 'missing' : `${answer.refusal.code} ${answer.refusal.field ?? ''}`}`);
  return found;
}
