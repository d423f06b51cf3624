/* The papers of this kiosk's printer: one at a time, never lost, never twice without 补打 on it. The hall owns the jobs; this is the one hand that carries them out. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PrintOutcome, TicketPrinter, Timer } from '@kuaizhao/hardware/ports.ts';
import { printerUsable, type PaperStage } from '@kuaizhao/kiosk/session/paper.ts';
import type { HostLog } from '../host-log.ts';
import { createPaperMemory, type PaperOutcome } from './paper-memory.ts';

export const spoolLimits = {
  /** papers waiting for the printer; the oldest that can give way does */
  waiting: 20,
  /** a paper that waited longer is of no use to anybody: the person is gone (the agent's limit too) */
  youngMs: 10 * 60_000,
  /** copies up to this one are made without anybody asking; then a person decides */
  copies: 3,
  /** a `sending` paper of unknown birth may be the answer to an open question: so long it waits for those to be answered */
  birthMs: 30_000,
  /** between tries to clear a printer that cannot be asked */
  clearMs: 3_000,
} as const;

export interface PaperMove { readonly printJobId: string; readonly stage: PaperStage; readonly successor?: string }

export interface SpoolParts {
  readonly printer: TicketPrinter;
  readonly printerId: string;
  /** the bytes of the whole paper */
  readonly compose: (order: PrintOrder) => Uint8Array;
  readonly agent: { command(command: Command, personal: boolean): Promise<Answer | undefined>; settled(): Promise<void>; /** somebody is there who could answer */ isUp(): boolean };
  /** how a paper of the kiosk's own ended */
  readonly ownEnded: (printJobId: string, outcome: PaperOutcome) => void;
  readonly timer: Timer;
  readonly newId: () => string;
  readonly log: HostLog;
  readonly moved: (move: PaperMove) => void;
}

/**
 * `sending`: durable, its bytes may go out. `queued`: the hall's, not started. `owed`: an end unknown, reported as such; a copy is due once the printer is cleared.
 * `own`: of a number that this kiosk gave out without the agent; no word of it goes to the hall before the number itself does.
 */
interface Job { readonly kind: 'sending' | 'queued' | 'owed' | 'own'; readonly order: PrintOrder; readonly sinceMs: number }

export class Spool {
  readonly #parts: SpoolParts;
  readonly #memory = createPaperMemory();
  readonly #line: Job[] = [];
  readonly #reports = new Map<string, Promise<void>>();
  #working: Promise<void> | undefined;
  /** One paper of the hall whose start was asked for and not answered yet. */
  #starting: Promise<void> | undefined;
  /** A job ended unknown: what it left in the printer's buffers goes before anything else. */
  #dirty = false;
  /** The printer could not be cleared just now. */
  #blocked = false;
  #cancelClear = (): void => undefined;
  #closing = false;

  constructor(parts: SpoolParts) {
    this.#parts = parts;
    parts.printer.onState(() => this.#work());
  }

  /** A paper from an answer to this kiosk: already `sending`, so its bytes go out now, once, however often the answer comes. */
  take(order: PrintOrder): void {
    if (order.printer !== this.#parts.printerId || this.#memory.stage(order.printJobId) !== undefined) return;
    this.#memory.setStage(order.printJobId, 'printing');
    this.#enqueue('sending', order);
  }

  /** A paper of the kiosk's own, for when nobody can be asked: waits for a printer that can, and a copy is made here when its end is unknown. */
  takeOwn(order: PrintOrder): void {
    if (order.printer !== this.#parts.printerId || this.#memory.stage(order.printJobId) !== undefined) return;
    this.#move(order.printJobId, 'waiting');
    this.#enqueue('own', order);
  }

  /** A paper of an answer that nobody waits for any more: it does not come out. */
  unwanted(printJobId: string): void {
    if (this.#memory.stage(printJobId) !== undefined) return;
    this.#memory.setStage(printJobId, 'failed');
    this.#report(printJobId, 'failed');
  }

  /** The line to the agent came back: what only it can start goes on. */
  agentUp = (): void => this.#work();

  /** A paper that the hall has for this printer, told after each connection or when it is queued. */
  async pushed(order: PrintOrder): Promise<void> {
    const { printJobId, state } = order;
    if (order.printer !== this.#parts.printerId) return;
    if (this.#memory.stage(printJobId) !== undefined) return this.#toldAgain(order);
    if (state === 'queued') {
      this.#move(printJobId, 'waiting');
      return this.#enqueue('queued', order);
    }
    await this.#openQuestionsAnswered();
    if (this.#memory.stage(printJobId) !== undefined || this.#closing) return undefined;
    // Begun before this process was: it may have come out.
    this.#dirty = true;
    this.#report(printJobId, 'unknown');
    return this.#owe(order);
  }

  stageOf = (printJobId: string): PaperStage | undefined => this.#memory.stage(printJobId);

  /** True when a paper born now could be printed at once. */
  ready(): boolean {
    return printerUsable(this.#parts.printer.state()) && !this.#dirty;
  }

  /** Starts nothing more; resolves when the paper under way is out and every report has been heard. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#cancelClear();
    await this.#working;
    await this.#starting;
    await Promise.all(this.#reports.values());
  }

  #toldAgain({ printJobId, state }: PrintOrder): void {
    const outcome = this.#memory.outcome(printJobId);
    if (state === 'sending' && outcome !== undefined && !this.#reports.has(printJobId)) this.#report(printJobId, outcome);
  }

  async #openQuestionsAnswered(): Promise<void> {
    const { agent, timer } = this.#parts;
    let cancel = (): void => undefined;
    const patience = new Promise<void>((resolve) => { cancel = timer.after(spoolLimits.birthMs, resolve); });
    await Promise.race([agent.settled(), patience]);
    cancel();
  }

  #move(printJobId: string, stage: PaperStage, successor?: string): void {
    this.#memory.setStage(printJobId, stage);
    if (successor !== undefined) this.#memory.setStage(successor, stage);
    this.#parts.moved({ printJobId, stage, ...(successor === undefined ? {} : { successor }) });
  }

  #report(printJobId: string, outcome: PaperOutcome): void {
    this.#memory.setOutcome(printJobId, outcome);
    const command: Command = { type: 'finishPrint', commandId: this.#parts.newId(), printJobId, outcome };
    const heard = this.#parts.agent.command(command, false).then(() => { if (this.#reports.get(printJobId) === heard) this.#reports.delete(printJobId); });
    this.#reports.set(printJobId, heard);
  }

  #enqueue(kind: Job['kind'], order: PrintOrder): void {
    if (this.#line.length >= spoolLimits.waiting) {
      const oldest = this.#line.findIndex((job) => job.kind !== 'sending');
      const job = this.#line.splice(Math.max(0, oldest), 1)[0];
      if (job !== undefined) this.#giveUp(job, 'full');
    }
    this.#line.push({ kind, order, sinceMs: this.#parts.timer.now() });
    this.#work();
  }

  #giveUp({ kind, order }: Job, reason: string): void {
    this.#parts.log.warn({ printJobId: order.printJobId, reason }, 'paperGivenUp');
    // An owed paper was reported unknown already: staff see it and decide.
    if (kind === 'own') this.#parts.ownEnded(order.printJobId, 'failed');
    else if (kind !== 'owed') this.#report(order.printJobId, 'failed');
    this.#move(order.printJobId, 'failed');
  }

  #work(): void {
    this.#blocked = false;
    this.#working ??= this.#workOff().finally(() => {
      this.#working = undefined;
      if (this.#nextIndex() >= 0) this.#work();
    });
  }

  async #workOff(): Promise<void> {
    for (let index = this.#nextIndex(); index >= 0; index = this.#nextIndex()) {
      const job = this.#line.splice(index, 1)[0];
      if (job !== undefined) await this.#carryOut(job);
    }
  }

  /** Papers that can wait do wait for a printer that can print. */
  #nextIndex(): number {
    if (this.#closing) return -1;
    const sending = this.#line.findIndex(({ kind }) => kind === 'sending');
    if (sending >= 0) return sending;
    if (this.#blocked || !printerUsable(this.#parts.printer.state())) return -1;
    // Only the hall can start its papers: those of the kiosk's own do not stand behind them while it is away.
    return this.#line.findIndex(({ kind }) => kind === 'own' || (this.#starting === undefined && this.#parts.agent.isUp()));
  }

  async #carryOut(job: Job): Promise<void> {
    if (job.kind === 'sending') return this.#print(job.order);
    if (this.#parts.timer.now() - job.sinceMs > spoolLimits.youngMs) return this.#giveUp(job, 'old');
    if (!(await this.#cleared())) return this.#tryLater(job);
    if (job.kind === 'own') return this.#printOwn(job.order);
    // Not waited for: the agent may fall silent over it, and numbers that are given out without it must still come out.
    this.#starting = this.#start(job).finally(() => {
      this.#starting = undefined;
      this.#work();
    });
  }

  async #start(job: Job): Promise<void> {
    const { newId, printerId, agent } = this.#parts;
    const { printJobId } = job.order;
    // `sending` is durable before the first byte goes out.
    const answer = await agent.command(job.kind === 'queued'
      ? { type: 'startPrint', commandId: newId(), printJobId }
      : { type: 'reprint', commandId: newId(), printJobId, printer: { printer: printerId, ready: true } }, false);
    const order = answer?.ok === true ? answer.papers[0] : undefined;
    if (order !== undefined) {
      if (order.printJobId !== printJobId) this.#move(printJobId, 'printing', order.printJobId);
      if (!this.#closing) return void this.#line.unshift({ kind: 'sending', order, sinceMs: this.#parts.timer.now() });
      await this.#working;
      return this.#print(order);
    }
    // Ended by somebody else meanwhile, or unknown to the hall; no answer at all only when the host closes.
    if (answer !== undefined) this.#parts.log.warn({ printJobId, refusal: answer.ok ? 'noPaper' : answer.refusal.code }, 'paperNotStarted');
    return this.#move(printJobId, 'failed');
  }

  async #cleared(): Promise<boolean> {
    if (this.#dirty) this.#dirty = !(await this.#parts.printer.clear());
    return !this.#dirty;
  }

  #tryLater(job: Job): void {
    this.#line.unshift(job);
    this.#blocked = true;
    this.#cancelClear();
    if (!this.#closing) this.#cancelClear = this.#parts.timer.after(spoolLimits.clearMs, () => this.#work());
  }

  async #print(order: PrintOrder): Promise<void> {
    const { printJobId, copy } = order;
    this.#move(printJobId, 'printing');
    const outcome = await this.#bytesOut(order);
    this.#parts.log.info({ printJobId, copy, outcome }, 'paper');
    if (outcome === 'unknown') {
      this.#dirty = true;
      // At once, even without paper: given a new roll the printer would go on with what is left in its buffers, and the copy would be the second whole ticket.
      await this.#cleared();
    }
    this.#report(printJobId, outcome === 'notSent' ? 'failed' : outcome);
    if (outcome === 'unknown') this.#owe(order);
    else this.#move(printJobId, outcome === 'notSent' ? 'failed' : 'printed');
  }

  async #printOwn(order: PrintOrder): Promise<void> {
    const { printJobId, copy } = order;
    this.#move(printJobId, 'printing');
    const outcome = await this.#bytesOut(order);
    this.#parts.log.info({ printJobId, copy, outcome }, 'ownPaper');
    if (outcome === 'unknown') {
      this.#dirty = true;
      await this.#cleared();
    }
    if (outcome === 'unknown' && copy < spoolLimits.copies) {
      this.#move(printJobId, 'waiting');
      return this.#enqueue('own', { ...order, copy: copy + 1 });
    }
    this.#parts.ownEnded(printJobId, outcome === 'notSent' ? 'failed' : outcome);
    return this.#move(printJobId, outcome === 'printed' ? 'printed' : 'failed');
  }

  async #bytesOut(order: PrintOrder): Promise<PrintOutcome> {
    if (!(await this.#cleared())) return 'notSent';
    try {
      return await this.#parts.printer.print(this.#parts.compose(order));
    } catch (error) {
      // A paper that cannot be laid out must not stop those behind it.
      this.#parts.log.warn({ printJobId: order.printJobId, error: error instanceof Error ? error.name : 'unknown' }, 'paperNotComposed');
      return 'notSent';
    }
  }

  /** An unknown end: a copy is due, unless enough copies went the same way. */
  #owe(order: PrintOrder): void {
    if (order.copy >= spoolLimits.copies) return this.#move(order.printJobId, 'failed');
    this.#move(order.printJobId, 'waiting');
    return this.#enqueue('owed', order);
  }
}
