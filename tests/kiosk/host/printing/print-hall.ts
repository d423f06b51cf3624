/* The hall's side of print jobs, as small as the rules of db/domain/printing allow, and a printer that shows what really came out. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PrintState } from '@kuaizhao/db/domain/printing/print-job.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import type { PrinterState, PrintOutcome, TicketPrinter } from '@kuaizhao/hardware/ports.ts';
import { dawn } from '../../session/driver.ts';

interface Job { readonly printJobId: string; readonly number: string; readonly copy: number; state: PrintState }

export class PrintHall {
  readonly jobs = new Map<string, Job>();
  readonly heard: Command[] = [];
  /** answers are held back while the line is down; commands that wait are carried out when it is back */
  up = true;
  #waiting: (() => void)[] = [];
  #ids = 0;

  /** A new paper, as a command of somebody makes it. */
  make(number: string, state: 'queued' | 'sending', copy = 1): PrintOrder {
    this.#ids += 1;
    const job: Job = { printJobId: `print-${this.#ids}`, number, copy, state };
    this.jobs.set(job.printJobId, job);
    return order(job);
  }
  /** What is pushed after a connection. */
  unfinished = (): PrintOrder[] => [...this.jobs.values()].filter(({ state }) => state === 'queued' || state === 'sending').map(order);
  state = (printJobId: string): PrintState | undefined => this.jobs.get(printJobId)?.state;

  /** what the agent does when a paper is queued: told to the kiosk that is connected now */
  push: (order: PrintOrder) => void = () => undefined;
  #copyOf({ number }: Job, state: 'queued' | 'sending'): PrintOrder {
    const copies = [...this.jobs.values()].filter((job) => job.number === number).map(({ copy }) => copy);
    return this.make(number, state, Math.max(...copies) + 1);
  }

  command = async (command: Command): Promise<Answer> => {
    await this.#line();
    this.heard.push(command);
    const answer = this.#decide(command);
    await this.#line();
    return answer;
  };
  settled = async (): Promise<void> => { await this.#line(); };
  isUp = (): boolean => this.up;

  lineUp(up: boolean): void {
    this.up = up;
    if (up) this.#waiting.splice(0).forEach((go) => go());
  }
  async #line(): Promise<void> {
    while (!this.up) await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
  }
  #decide(command: Command): Answer {
    const job = 'printJobId' in command ? this.jobs.get(command.printJobId) : undefined;
    const no = (code: RefusalCode): Answer => ({ ok: false, commandId: command.commandId, refusal: { code } });
    if (job === undefined) return no('printJobUnknown');
    if (command.type === 'startPrint') {
      if (job.state !== 'queued') return no('printJobNotReady');
      job.state = 'sending';
      return { ok: true, commandId: command.commandId, facts: [{ type: 'printStarted', printJobId: job.printJobId }], papers: [order(job)] };
    }
    if (command.type === 'finishPrint') {
      if (job.state === 'printed' || job.state === 'failed' || job.state === command.outcome) return no('printJobNotReady');
      if (command.outcome === 'notSent') {
        if (job.state !== 'sending') return no('printJobNotReady');
        job.state = 'queued';
        return { ok: true, commandId: command.commandId, facts: [{ type: 'printReturned', printJobId: job.printJobId }], papers: [] };
      }
      job.state = command.outcome;
      const copy = command.outcome === 'unknown' && command.copy === true ? this.#copyOf(job, 'queued') : undefined;
      if (copy !== undefined) queueMicrotask(() => this.push(copy));
      return {
        ok: true, commandId: command.commandId, papers: [],
        facts: [{ type: 'printFinished', printJobId: job.printJobId, outcome: command.outcome }, ...(copy === undefined ? [] : [{ type: 'printQueued', printJobId: copy.printJobId, printer: 'printer-1', subject: { kind: 'queueTicket', id: job.number }, copy: copy.copy, sending: false } as const])],
      };
    }
    if (command.type !== 'reprint') return no('notYourRole');
    const made = this.#copyOf(job, command.printer.ready ? 'sending' : 'queued');
    return { ok: true, commandId: command.commandId, facts: [], papers: made.state === 'sending' ? [made] : [] };
  }
}

const order = ({ printJobId, number, copy, state }: Job): PrintOrder => ({
  printJobId, printer: 'printer-1', copy, state: state === 'sending' ? 'sending' : 'queued',
  paper: { kind: 'queueTicket', hallName: '城东', hotline: '0531-80000000', at: dawn, number, trades: [], ahead: 0 },
});

/** What a printer may do with a job: `swallowed` and `silent` look the same from outside, and only one gave paper. */
export type Fate = 'printed' | 'notSent' | 'swallowed' | 'silent';

export class PrintedPapers implements TicketPrinter {
  canBeAsked = true;
  readonly came: string[] = [];
  fates: Fate[] = [];
  clears: boolean[] = [];
  cleared = 0;
  busy = 0;
  overlapped = false;
  #state: PrinterState = 'ready';
  readonly #listeners: ((state: PrinterState) => void)[] = [];

  state = (): PrinterState => this.#state;
  onState(listener: (state: PrinterState) => void): void { this.#listeners.push(listener); }
  become(state: PrinterState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener(state));
  }
  async print(bytes: Uint8Array): Promise<PrintOutcome> {
    this.busy += 1;
    this.overlapped ||= this.busy > 1;
    await new Promise((resolve) => setImmediate(resolve));
    this.busy -= 1;
    if (this.#state !== 'ready' && this.#state !== 'nearEnd') return 'notSent';
    const fate = this.fates.shift() ?? 'printed';
    if (fate === 'notSent') return 'notSent';
    if (fate !== 'swallowed') this.came.push(new TextDecoder().decode(bytes));
    return fate === 'printed' ? 'printed' : 'unknown';
  }
  clear(): Promise<boolean> {
    this.cleared += 1;
    return Promise.resolve(this.clears.shift() ?? this.#state === 'ready');
  }
  close = (): Promise<void> => Promise.resolve();
}
