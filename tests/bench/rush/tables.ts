/* The tables of the rush: who is called, what they say, what becomes of it before the van leaves. */
import type { HireConfirmed } from '@kuaizhao/db/domain/hiring/facts.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { drawn } from '../../fixtures/random.ts';
import { question } from '../agent.ts';
import { afterHire, dayBegins, morningMs, refuseReasons, tableMs, tableOutcomes, type Manner } from './morning.ts';
import { cardOf, factsIn, type Command, type Stage } from './stage.ts';

export interface OpenJob { readonly jobId: string; readonly payFen: number; left: number; readonly manner: Manner; readonly leaveBy: number; begun?: true }

/** A table without a job to call for looks again after this long. */
const idleTableMs = 20_000;
/** Nobody waits for the trade: the employer asks again after this long. */
const nobodyMs = 10 * 60_000;
/** A draw waits for three further numbers or a minute. */
const drawWaitMs = 65_000;
/** Nobody sits longer at one job than for so many calls. */
const callsOfSession = 24;
const lateMs = 5 * 60_000;

export class Tables {
  readonly #stage: Stage;
  readonly #random: () => number;
  readonly #waiting: OpenJob[] = [];
  readonly #jobs = new Map<string, OpenJob>();
  /** numbers and people in the hall, for employers who ask for somebody and for those who bid */
  readonly #here: { readonly person: number; readonly number: string }[] = [];
  /** calls that nobody answers, until the agent's clock ends them */
  readonly #silent = new Set<string>();
  /** live hires by id */
  readonly hires = new Map<string, HireConfirmed>();

  constructor(stage: Stage, random: () => number) {
    this.#stage = stage;
    this.#random = random;
  }

  arrived(person: number, number: string): void { this.#here.push({ person, number }); }
  posted(job: OpenJob): void {
    this.#waiting.push(job);
    this.#jobs.set(job.jobId, job);
  }

  /** A table takes a job with places left, calls, talks, and goes on; whoever the agent has called here meanwhile is talked with first. */
  async session(table: number): Promise<void> {
    if (this.#stage.atMs > morningMs) return;
    const tableId = `t${table}`;
    const standing = await question(this.#stage.nextConsole(), 'talks', { tableId }) as { talks: { callId: string; jobId: string }[] } | undefined;
    const before = (standing?.talks ?? []).filter(({ callId }) => !this.#silent.has(callId));
    await this.#talk(before.map(({ callId }) => callId), this.#jobs.get(before[0]?.jobId ?? ''));
    const job = this.#waiting.shift();
    if (job === undefined) return this.#again(table, before.length);
    if (!(await this.#begun(job))) {
      this.#stage.at(this.#stage.atMs + drawWaitMs, async () => { this.#waiting.push(job); });
      return this.#again(table, before.length);
    }
    const answer = await this.#call(job, tableId);
    const talked = await this.#talk(factsIn(answer, 'ticketCalled').map(({ callId }) => callId), job);
    const nobody = !answer.ok && answer.refusal.code === 'nobodyWaiting';
    if (job.left > 0 && nobody) this.#stage.at(this.#stage.atMs + nobodyMs, async () => { this.#waiting.push(job); });
    else if (job.left > 0) this.#waiting.push(job);
    return this.#again(table, before.length + talked);
  }

  #again(table: number, talks: number): void {
    this.#stage.at(this.#stage.atMs + tableMs.walk + tableMs.talk * talks + idleTableMs, () => this.session(table));
  }

  /** What comes before the first call of a job; false when it is not time yet. */
  async #begun(job: OpenJob): Promise<boolean> {
    if (job.begun === true) return true;
    if (job.manner === 'quotes') {
      for (let n = 0; n < 3; n += 1) {
        const bidder = this.#somebody();
        if (bidder !== undefined) await this.#stage.kiosk(this.#stage.nextKiosk(), { type: 'sealQuote', jobId: job.jobId, card: cardOf(bidder.person), pay: { amountFen: job.payFen - n * 500, unit: 'day' } });
      }
      await this.#stage.console({ type: 'openQuotes', jobId: job.jobId });
    }
    if (job.manner !== 'draw') {
      job.begun = true;
      return true;
    }
    const drawnLots = await this.#stage.console({ type: 'drawLots', jobId: job.jobId });
    if (drawnLots.ok) job.begun = true;
    else if (drawnLots.refusal.code === 'drawMissing') await this.#stage.console({ type: 'openDraw', jobId: job.jobId });
    return drawnLots.ok;
  }

  #call(job: OpenJob, tableId: string): Promise<Answer> {
    const named = job.manner === 'named' && this.#random() < 0.5 ? this.#somebody() : undefined;
    return this.#stage.console(named === undefined ? { type: 'callForJob', tableId, jobId: job.jobId, count: Math.min(8, job.left + 1) }
      : { type: 'callNamed', tableId, jobId: job.jobId, wish: { kind: 'number', number: named.number } });
  }

  #somebody(): { readonly person: number; readonly number: string } | undefined {
    return this.#here[Math.floor(this.#here.length * (0.9 + 0.1 * this.#random()))] ?? this.#here.at(-1);
  }

  /** One after the other; who is called because somebody refused sits down as well. Gives how many talks there were. */
  async #talk(calls: readonly string[], job: OpenJob | undefined): Promise<number> {
    if (job === undefined) return 0;
    const queue = [...calls];
    const over = new Set<string>();
    let talks = 0;
    for (let callId = queue.shift(); callId !== undefined && talks < callsOfSession; callId = queue.shift()) {
      if (over.has(callId)) continue;
      talks += 1;
      const answer = await this.#outcome(callId, job);
      if (answer === undefined) continue;
      for (const ended of factsIn(answer, 'callEnded')) over.add(ended.callId);
      for (const next of factsIn(answer, 'ticketCalled')) queue.push(next.callId);
      for (const hire of factsIn(answer, 'hireConfirmed')) this.#hired(hire, job);
    }
    return talks;
  }

  async #outcome(callId: string, job: OpenJob): Promise<Answer | undefined> {
    const tell = (command: Command): Promise<Answer> => this.#stage.console(command);
    switch (drawn(this.#random, tableOutcomes)) {
      case 'silent': this.#silent.add(callId); return undefined;
      case 'noShow': return tell({ type: 'markNoShow', callId });
      case 'noAgreement': return tell({ type: 'endCall', callId, outcome: 'noAgreement' });
      case 'refuse': return tell({ type: 'answerCall', callId, answer: { kind: 'refuse', by: this.#random() < 0.7 ? 'worker' : 'employer', reason: drawn(this.#random, refuseReasons) } });
      case 'hire': {
        const pay = { amountFen: job.payFen, unit: 'day' };
        if (this.#random() < 0.3) await tell({ type: 'answerCall', callId, answer: { kind: 'accept' } });
        if (this.#random() < 0.15) await tell({ type: 'recordOffer', callId, side: 'worker', pay: { ...pay, amountFen: job.payFen + 2_000 } });
        return tell({ type: 'confirmHire', callId, agreedPay: pay, settlement: 'atOnce' });
      }
    }
  }

  #hired(hire: HireConfirmed, job: OpenJob): void {
    this.hires.set(hire.hireId, hire);
    job.left -= 1;
    const what = drawn(this.#random, afterHire);
    if (what === 'undone') this.#stage.at(this.#stage.atMs + lateMs, () => this.#givenBack(job, { type: 'undoHire', hireId: hire.hireId, reason: 'workerCancelled' }));
    if (what === 'late') this.#stage.at(job.leaveBy - dayBegins + lateMs, () => this.#givenBack(job, { type: 'releaseLate', hireId: hire.hireId }));
  }

  async #givenBack(job: OpenJob, command: Command): Promise<void> {
    const answer = await this.#stage.console(command);
    const gone = [...factsIn(answer, 'hireUndone'), ...factsIn(answer, 'hireReleased')];
    for (const { hireId } of gone) this.hires.delete(hireId);
    if (gone.length === 0) return;
    if (job.left <= 0) this.#waiting.push(job);
    job.left += gone.length;
  }
}
