/* Plays a drawn morning against an agent: virtual time runs ahead as fast as answers come; whatever falls into the same second goes out side by side. */
import type { Socket } from 'socket.io-client';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { drawn, randomOf } from '../../fixtures/random.ts';
import { ask, printerOf } from '../agent.ts';
import { tableMs, tableOutcomes, termsOf, type Arrival, type Plan, type Posting } from './morning.ts';

export interface Means { readonly kiosks: readonly Socket[]; readonly consoles: readonly Socket[]; readonly newId: () => string; readonly now: () => number }
export interface Told {
  readonly latenciesMs: number[]; readonly refusals: Map<string, number>; readonly numbers: Set<string>;
  hires: number; papers: number; duplicatePapers: number; errors: number; heldBack: number;
}

const secondMs = 1_000;
/** A table without a job to call for looks again after this long. */
const idleTableMs = 20_000;
const heldBackMs = 250;
const employers = 400;

export async function replay(plan: Plan, morning: { readonly arrivals: readonly Arrival[]; readonly postings: readonly Posting[] }, means: Means): Promise<Told> {
  return new Replay(plan, means).run(morning);
}

class Replay {
  readonly #plan: Plan;
  readonly #means: Means;
  readonly #random: () => number;
  readonly #agenda = new Map<number, (() => Promise<void>)[]>();
  readonly #openJobs: { readonly jobId: string; readonly payFen: number; left: number }[] = [];
  readonly #printed = new Set<string>();
  readonly #employers: string[] = [];
  readonly told: Told = { latenciesMs: [], refusals: new Map(), numbers: new Set(), hires: 0, papers: 0, duplicatePapers: 0, errors: 0, heldBack: 0 };
  #turn = 0;
  #printing: Promise<unknown>[] = [];

  constructor(plan: Plan, means: Means) {
    this.#plan = plan;
    this.#means = means;
    this.#random = randomOf(plan.seed + 1);
    for (const [n, kiosk] of means.kiosks.entries()) kiosk.on('print', (order: PrintOrder) => { this.#printing.push(this.#printPushed(n, order)); });
  }

  async run({ arrivals, postings }: { readonly arrivals: readonly Arrival[]; readonly postings: readonly Posting[] }): Promise<Told> {
    for (let n = 0; n < employers; n += 1) {
      const answer = await this.#console({ type: 'registerEmployer', kind: 'enterprise', name: `样例用工单位${n}`, creditCode: creditCode(n), representatives: [] });
      this.#employers.push(factIn(answer, 'employerRegistered').employerId);
    }
    for (const arrival of arrivals) this.#at(arrival.atMs, () => this.#arrives(arrival));
    for (const posting of postings) this.#at(posting.atMs, () => this.#posts(posting));
    for (let table = 0; table < this.#plan.tables; table += 1) this.#at(30 * 60_000 + table * 500, () => this.#session(table));
    while (this.#agenda.size > 0) {
      const second = Math.min(...this.#agenda.keys());
      const due = this.#agenda.get(second) ?? [];
      this.#agenda.delete(second);
      this.#second = second;
      await Promise.all(due.map((act) => act()));
    }
    while (this.#printing.length > 0) await Promise.all(this.#printing.splice(0));
    return this.told;
  }
  #second = 0;

  #at(atMs: number, act: () => Promise<void>): void {
    const second = Math.max(this.#second, Math.floor(atMs / secondMs));
    const list = this.#agenda.get(second);
    if (list === undefined) this.#agenda.set(second, [act]);
    else list.push(act);
  }

  async #arrives({ person: n, trades }: Arrival): Promise<void> {
    const kiosk = this.#turn++ % this.#means.kiosks.length;
    const printer = { printer: printerOf(kiosk), ready: true };
    const card = person(n, 1950 + Math.floor(n / 84) % 50);
    const first = await this.#kiosk(kiosk, { type: 'checkIn', card, printer });
    if (first.ok) return this.#issued(first);
    const registered = await this.#kiosk(kiosk, { type: 'registerWorker', card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades, printer });
    this.#issued(registered);
    return undefined;
  }

  #issued(answer: Answer): void {
    const { number } = factIn(answer, 'ticketIssued');
    if (this.told.numbers.has(number)) this.told.errors += 1;
    this.told.numbers.add(number);
  }

  async #posts(posting: Posting): Promise<void> {
    const kiosk = this.#turn++ % this.#means.kiosks.length;
    const answer = await this.#console({
      type: 'postJob', employerId: this.#employers[posting.employer % employers], terms: termsOf(posting, this.#means.now()), printer: { printer: printerOf(kiosk), ready: false },
    });
    this.#openJobs.push({ jobId: factIn(answer, 'jobPosted').jobId, payFen: posting.payFen, left: posting.headcount });
  }

  /** A table takes a job with places left, calls, talks, and goes on. */
  async #session(table: number): Promise<void> {
    if (this.#second * secondMs > 6 * 3_600_000) return;
    const job = this.#openJobs.shift();
    if (job === undefined) return this.#at(this.#second * secondMs + idleTableMs, () => this.#session(table));
    const answer = await this.#console({ type: 'callForJob', tableId: `t${table}`, jobId: job.jobId, count: Math.min(8, job.left) });
    const calls = answer.ok ? answer.facts.filter((fact) => fact.type === 'ticketCalled') : [];
    for (const call of calls) {
      const outcome = drawn(this.#random, tableOutcomes);
      const command = outcome === 'hire' ? { type: 'confirmHire', callId: call.callId, agreedPay: { amountFen: job.payFen, unit: 'day' }, settlement: 'atOnce' }
        : outcome === 'noShow' ? { type: 'markNoShow', callId: call.callId } : { type: 'endCall', callId: call.callId, outcome: 'noAgreement' };
      const done = await this.#console(command);
      if (done.ok && outcome === 'hire') { this.told.hires += 1; job.left -= 1; }
    }
    if (job.left > 0) this.#openJobs.push(job);
    return this.#at(this.#second * secondMs + tableMs.walk + tableMs.talk * calls.length + idleTableMs, () => this.#session(table));
  }

  async #printPushed(kiosk: number, { printJobId, state }: PrintOrder): Promise<void> {
    if (state === 'sending') return;
    const started = await this.#kiosk(kiosk, { type: 'startPrint', printJobId });
    if (!started.ok) this.told.errors += 1;
  }

  #console(command: { type: string } & Record<string, unknown>): Promise<Answer> {
    return this.#ask(this.#means.consoles[this.#turn++ % this.#means.consoles.length], command);
  }

  async #kiosk(n: number, command: { type: string } & Record<string, unknown>): Promise<Answer> {
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

  async #ask(socket: Socket | undefined, command: { type: string } & Record<string, unknown>): Promise<Answer> {
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
    if (!answer.ok) this.told.refusals.set(answer.refusal.code, (this.told.refusals.get(answer.refusal.code) ?? 0) + 1);
    return answer;
  }
}

function factIn<T extends FactType>(answer: Answer, type: T): FactOf<T> {
  const found = answer.ok ? answer.facts.find((fact) => fact.type === type) : undefined;
  if (found === undefined) throw new Error(`no ${type}: ${answer.ok ? 'missing' : answer.refusal.code}`);
  return found as FactOf<T>;
}
