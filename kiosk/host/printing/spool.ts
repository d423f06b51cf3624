/* The papers of this kiosk's printer: one at a time, never lost, never twice without 补打 on it. The hall owns the jobs; this is the one hand that carries them out. */
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PrintOutcome } from '@kuaizhao/hardware/ports.ts';
import { printerUsable, type PaperStage } from '@kuaizhao/kiosk/session/paper.ts';
import { createClearing } from './clearing.ts';
import { createDoubts, type Doubtful } from './doubts.ts';
import { createReports } from './reports.ts';
import { spoolLimits, type Job, type SpoolParts } from './spool-parts.ts';

export class Spool {
  readonly #parts: SpoolParts;
  readonly #line: Job[] = [];
  readonly #reports;
  readonly #memory;
  readonly #clearing;
  readonly #doubts;
  #working: Promise<void> | undefined;
  /** One paper of the hall whose start was asked for and not answered yet. */
  #starting: Promise<void> | undefined;
  /** Not now: until the printer's state changes, or `againMs`. */
  #blocked = false;
  #cancelAgain = (): void => undefined;
  #closing = false;

  constructor(parts: SpoolParts) {
    this.#parts = parts;
    this.#reports = createReports({ ...parts, birthMs: spoolLimits.birthMs });
    this.#memory = this.#reports.memory;
    this.#clearing = createClearing(parts.printer, parts.log);
    this.#doubts = createDoubts({
      timer: parts.timer, limitMs: spoolLimits.decideMs,
      move: (printJobId, stage) => { this.#move(printJobId, stage); parts.readied(); },
      ended: (paper, outcome) => { this.#decided(paper, outcome); this.#work(); },
      start: (order) => this.#enqueue('queued', order),
      copy: (paper) => void this.#copy(paper),
    });
    parts.printer.onState(() => this.#work());
  }

  /** A paper from an answer to this kiosk: already `sending`, so its bytes go out now, once, however often the answer comes. */
  take(order: PrintOrder): void {
    if (order.printer !== this.#parts.printerId || this.#memory.stage(order.printJobId) !== undefined) return;
    this.#memory.setStage(order.printJobId, 'printing');
    this.#enqueue('sending', order);
  }

  /** A paper that the hall has for this printer, told after each connection or when it is queued. */
  async pushed(order: PrintOrder): Promise<void> {
    const { printJobId, state } = order;
    if (order.printer !== this.#parts.printerId) return;
    const known = this.#memory.stage(printJobId);
    // Diverted back to this printer: it waits here anew.
    if (known !== undefined && !(known === 'elsewhere' && state === 'queued')) return this.#reports.toldAgain(order);
    if (state === 'queued') {
      this.#move(printJobId, 'waiting');
      return this.#enqueue('queued', order);
    }
    await this.#reports.openQuestionsAnswered();
    if (this.#memory.stage(printJobId) !== undefined || this.#closing) return undefined;
    // Begun before this process was: it may have come out.
    this.#clearing.soil();
    return this.#ended(order, false);
  }

  /** The hall gave it to another printer. */
  diverted(printJobId: string): void {
    const at = this.#line.findIndex(({ kind, order }) => kind === 'queued' && order.printJobId === printJobId);
    if (at < 0) return;
    this.#line.splice(at, 1);
    this.#move(printJobId, 'elsewhere');
  }

  /** 出票了 or 没出票: the word of the person in front, for a paper whose end nobody else can know. */
  said = (printJobId: string, came: boolean): void => this.#doubts.said(printJobId, came);

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
    void this.#reports.tell(printJobId, 'failed');
  }

  /** The line to the agent came back: what only it can start goes on. */
  agentUp = (): void => this.#work();

  stageOf = (printJobId: string): PaperStage | undefined => this.#memory.stage(printJobId);

  /** True when a paper born now could be printed at once. */
  ready(): boolean {
    return printerUsable(this.#parts.printer.state()) && !this.#clearing.due() && !this.#doubts.some();
  }

  /** Starts nothing more; resolves when the paper under way is out and every report has been heard. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#cancelAgain();
    this.#doubts.stop();
    await this.#working;
    await this.#starting;
    // Not begun: the next process prints them as the first papers that they are.
    for (const { kind, order } of this.#line) if (kind === 'sending') void this.#reports.tell(order.printJobId, 'notSent');
    await this.#reports.allHeard();
  }

  #move(printJobId: string, stage: PaperStage, successor?: string): void {
    this.#memory.setStage(printJobId, stage);
    this.#parts.moved({ printJobId, stage, ...(successor === undefined ? {} : { successor }) });
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
    this.#decided({ order, own: kind === 'own' }, 'failed');
    this.#move(order.printJobId, 'failed');
  }

  /** Told to whom the paper belongs. */
  #decided({ order: { printJobId }, own }: Doubtful, outcome: 'printed' | 'failed' | 'unknown'): void {
    if (own) this.#parts.ownEnded(printJobId, outcome);
    else if (outcome !== 'unknown') void this.#reports.tell(printJobId, outcome);
  }

  #work(): void {
    this.#blocked = false;
    this.#working ??= this.#workOff().finally(() => {
      this.#working = undefined;
      if (this.#nextIndex() >= 0) this.#work();
    });
  }

  async #workOff(): Promise<void> {
    // A printer that is back is cleared at once, so that the next tap need not wait for it.
    if (this.#clearing.due() && this.#canTry()) await this.#cleared();
    for (let index = this.#nextIndex(); index >= 0; index = this.#nextIndex()) {
      const job = this.#line.splice(index, 1)[0];
      if (job !== undefined) await this.#carryOut(job);
    }
    if (this.#clearing.due() && this.#canTry()) this.#later();
  }

  #canTry = (): boolean => !this.#closing && !this.#blocked && printerUsable(this.#parts.printer.state());

  /** Papers that can wait do wait, for a printer that can print and for a person's word. */
  #nextIndex(): number {
    if (this.#closing) return -1;
    const sending = this.#line.findIndex(({ kind }) => kind === 'sending');
    if (sending >= 0) return sending;
    if (!this.#canTry() || this.#doubts.some()) return -1;
    // Only the hall can start its papers: those of the kiosk's own do not stand behind them while it is away.
    return this.#line.findIndex(({ kind }) => kind === 'own' || (this.#starting === undefined && this.#parts.agent.isUp()));
  }

  async #carryOut(job: Job): Promise<void> {
    const { kind, order, sinceMs } = job;
    if (kind === 'sending') return this.#print(job);
    if (this.#parts.timer.now() - sinceMs > spoolLimits.youngMs) return this.#giveUp(job, 'old');
    if (!(await this.#cleared())) {
      this.#line.unshift(job);
      return this.#later();
    }
    // What came of the paper it stands for only an eye can tell.
    if (this.#clearing.blind() && this.#doubts.isStandIn(order.printJobId)) return this.#doubts.ask({ order, own: false });
    if (kind === 'own') return this.#print(job);
    // Not waited for: the agent may fall silent over it, and numbers that are given out without it must still come out.
    this.#starting = this.#start(job).finally(() => {
      this.#starting = undefined;
      this.#work();
    });
  }

  /** `sending` is durable before the first byte goes out. */
  async #start({ order: { printJobId }, sinceMs }: Job): Promise<void> {
    const answer = await this.#parts.agent.command({ type: 'startPrint', commandId: this.#parts.newId(), printJobId }, false);
    const order = answer?.ok === true ? answer.papers[0] : undefined;
    if (order !== undefined) return void this.#line.unshift({ kind: 'sending', order, sinceMs });
    // Ended or diverted by somebody else meanwhile; no answer at all only when the host closes.
    if (answer !== undefined) this.#parts.log.warn({ printJobId, refusal: answer.ok ? 'noPaper' : answer.refusal.code }, 'paperNotStarted');
    return this.#move(printJobId, 'failed');
  }

  async #cleared(): Promise<boolean> {
    if (!this.#clearing.due()) return true;
    const clean = await this.#clearing.clean();
    if (clean) this.#parts.readied();
    return clean;
  }

  #later(): void {
    this.#blocked = true;
    this.#cancelAgain();
    if (!this.#closing) this.#cancelAgain = this.#parts.timer.after(spoolLimits.againMs, () => this.#work());
  }

  async #print(job: Job): Promise<void> {
    const { printJobId, copy } = job.order;
    const own = job.kind === 'own';
    this.#move(printJobId, 'printing');
    const outcome = await this.#bytesOut(job.order);
    this.#parts.log.info({ printJobId, copy, outcome, own }, 'paper');
    if (outcome === 'notSent') return this.#returned(job);
    if (outcome === 'unknown') {
      this.#clearing.soil();
      // At once, even without paper: given a new roll the printer would go on with what is left in its buffers, and the copy would be the second whole ticket.
      await this.#cleared();
      return own ? this.#ownEndedUnknown(job.order) : this.#ended(job.order, true);
    }
    this.#decided({ order: job.order, own }, outcome);
    return this.#move(printJobId, outcome);
  }

  /** Not one byte went out: it waits again, and the hall has it as queued, so that it may also go elsewhere. */
  async #returned({ kind, order, sinceMs }: Job): Promise<void> {
    this.#move(order.printJobId, 'waiting');
    if (kind !== 'own' && (await this.#reports.tell(order.printJobId, 'notSent'))?.ok !== true) return;
    this.#later();
    this.#line.unshift({ kind: kind === 'own' ? 'own' : 'queued', order: { ...order, state: 'queued' }, sinceMs });
  }

  #ownEndedUnknown(order: PrintOrder): void {
    if (this.#clearing.blind() || order.copy >= spoolLimits.copies) return this.#doubts.ask({ order, own: true });
    this.#move(order.printJobId, 'waiting');
    return this.#enqueue('own', { ...order, copy: order.copy + 1 });
  }

  async #bytesOut(order: PrintOrder): Promise<PrintOutcome | 'failed'> {
    if (!(await this.#cleared())) return 'notSent';
    const { printer, scrap } = this.#parts;
    let bytes: Uint8Array;
    try {
      bytes = this.#parts.compose(order);
      if (this.#clearing.torn() && scrap !== undefined) bytes = Uint8Array.from(Buffer.concat([scrap(), bytes]));
    } catch (error) {
      // A paper that cannot be laid out must not stop those behind it.
      this.#parts.log.warn({ printJobId: order.printJobId, error: error instanceof Error ? error.name : 'unknown' }, 'paperNotComposed');
      return 'failed';
    }
    const outcome = await printer.print(bytes);
    if (outcome === 'printed') this.#clearing.cutOff();
    return outcome;
  }

  /** An end unknown. The copy that is due is queued by the hall in the same step, so that no crash loses it; where nothing can be asked, or copies went the same way, a person decides. */
  async #ended(order: PrintOrder, somebodyHere: boolean): Promise<void> {
    const { printJobId } = order;
    if (!this.#clearing.blind() && order.copy < spoolLimits.copies) {
      this.#memory.setStage(printJobId, 'waiting');
      const answer = await this.#reports.tell(printJobId, 'unknown', { copy: true });
      const queued = answer?.ok === true ? answer.facts.find((fact) => fact.type === 'printQueued') : undefined;
      if (queued === undefined) return this.#move(printJobId, 'failed');
      this.#doubts.standsFor(queued.printJobId, order);
      // The copy itself comes by a push, as every queued paper.
      return this.#parts.moved({ printJobId, stage: this.#memory.stage(queued.printJobId) ?? 'waiting', successor: queued.printJobId });
    }
    void this.#reports.tell(printJobId, 'unknown');
    return somebodyHere ? this.#doubts.ask({ order, own: false }) : this.#move(printJobId, 'failed');
  }

  async #copy({ order, own }: Doubtful): Promise<void> {
    if (own) return this.#enqueue('own', { ...order, copy: order.copy + 1 });
    const { agent, newId, printerId } = this.#parts;
    const answer = await agent.command({ type: 'reprint', commandId: newId(), printJobId: order.printJobId, printer: { printer: printerId, ready: true } }, false);
    const copy = answer?.ok === true ? answer.papers[0] : undefined;
    if (copy === undefined) return this.#move(order.printJobId, 'failed');
    this.#parts.moved({ printJobId: order.printJobId, stage: 'printing', successor: copy.printJobId });
    return this.take(copy);
  }
}
