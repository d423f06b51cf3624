/* The mechanism of a simulated printer: a buffer, a head, a knife, sensors, and the answers they give. It prints what it can and waits when it cannot. */
import type { Timer } from '../../ports.ts';
import type { PrintedPaper } from '../printed-paper.ts';
import type { CharacterSet } from '../profiles.ts';
import type { Firmware } from './firmware.ts';
import { createInterpreter } from './interpreter.ts';
import type { RealTimeCommand } from './real-time-filter.ts';

/** What is wrong with the printer. Everything stays as set until set again. */
export interface PrinterFaults {
  readonly paperOut: boolean;
  readonly nearEnd: boolean;
  readonly coverOpen: boolean;
  readonly cutterError: boolean;
  /** offline for another reason (feed button, waiting for recovery) */
  readonly offline: boolean;
  /** takes bytes, answers nothing */
  readonly silent: boolean;
  /** prints, but never tells that a paper is out */
  readonly noCompletion: boolean;
  /** has fewer letters than its firmware should; undefined = the firmware's own */
  readonly characterSet?: CharacterSet | undefined;
  /** prints at most this many bytes a millisecond; Infinity = at once */
  readonly bytesPerMs: number;
  /** pulls the cable when this many more bytes have come in; then this fault is over */
  readonly cutLineAfterBytes?: number | undefined;
  /** loses power when this many more bytes have come in: what is in the buffer and on the line is gone, and nothing can connect until it is plugged in */
  readonly powerCutAfterBytes?: number | undefined;
  /** paper runs out when this many more lines are printed; then `paperOut` is set and this fault is over */
  readonly paperOutAfterLines?: number | undefined;
}

export interface MechanismParts {
  readonly timer: Timer;
  readonly firmware: Firmware;
  readonly say: (bytes: Uint8Array) => void;
}
/** Larger than any true printer's; what comes on top is lost, as it is there. */
export const bufferLimit = 65_536;
const papersKept = 200;
const tickMs = 10;

/** The four answers to DLE EOT and the pushed status, from the same sensors. */
function sensorBytes(faults: PrinterFaults): { readonly answers: readonly number[]; readonly push: Uint8Array; readonly paper: number } {
  const offline = faults.paperOut || faults.coverOpen || faults.cutterError || faults.offline;
  const bit = (is: boolean, mask: number): number => (is ? mask : 0);
  const { paperOut, nearEnd, coverOpen, cutterError } = faults;
  return {
    answers: [
      0x12 | bit(offline, 0x08), 0x12 | bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(cutterError, 0x40),
      0x12 | bit(cutterError, 0x08), 0x12 | bit(nearEnd || paperOut, 0x0c) | bit(paperOut, 0x60),
    ],
    push: Uint8Array.of(0x10 | bit(offline, 0x08) | bit(coverOpen, 0x20), bit(cutterError, 0x08), bit(nearEnd || paperOut, 0x03) | bit(paperOut, 0x0c), 0x00),
    paper: bit(nearEnd || paperOut, 0x03) | bit(paperOut, 0x0c),
  };
}

/** Sensors, buffer and head behind any number of lines. */
export class PrinterMechanism {
  private readonly parts: MechanismParts;
  private readonly interpreter;
  private faults: PrinterFaults = { paperOut: false, nearEnd: false, coverOpen: false, cutterError: false, offline: false, silent: false, noCompletion: false, bytesPerMs: Infinity };
  private buffer: number[] = [];
  private kept: PrintedPaper[] = [];
  private readonly listeners: ((paper: PrintedPaper) => void)[] = [];
  private pushes = false;
  private pushed = '';
  private cableCut = false;
  private powerCut = false;
  private printing: (() => void) | undefined;

  constructor(parts: MechanismParts) {
    this.parts = parts;
    this.interpreter = createInterpreter({
      firmware: parts.firmware,
      characterSet: () => this.faults.characterSet ?? parts.firmware.characterSet,
      printed: () => this.paperMoved(),
      cut: (items) => this.paperCut({ columns: parts.firmware.columns, items, cutAtMs: parts.timer.now() }),
      completed: (mark) => this.sayDone(Uint8Array.of(0x37, 0x22, ...mark, 0x00)),
      statusPush: (enabled) => {
        this.pushes = enabled;
        this.pushed = '';
        this.pushStatus();
      },
      askedPaper: () => this.sayDone(Uint8Array.of(sensorBytes(this.faults).paper)),
      askedName: (n) => this.sayName(n),
    });
  }

  private say(bytes: Uint8Array): void {
    if (!this.faults.silent) this.parts.say(bytes);
  }

  private sayDone(bytes: Uint8Array): void {
    if (!this.faults.noCompletion) this.say(bytes);
  }

  /** GS I: one byte for the small numbers, a text for the large ones. */
  private sayName(n: number): void {
    if (n === 67 || n === 66) this.say(Uint8Array.of(0x5f, ...Buffer.from(n === 67 ? this.parts.firmware.model : 'KUAIZHAO', 'latin1'), 0x00));
    else if (n >= 1 && n <= 3) this.say(Uint8Array.of([0x20, 0x02, 0x01][n - 1] ?? 0));
  }

  private pushStatus(): void {
    const { push } = sensorBytes(this.faults);
    if (!this.pushes || this.pushed === push.join()) return;
    this.pushed = push.join();
    this.say(push);
  }

  private paperMoved(): void {
    const { paperOutAfterLines } = this.faults;
    if (paperOutAfterLines === undefined) return;
    if (paperOutAfterLines <= 1) this.set({ paperOutAfterLines: undefined, paperOut: true });
    else this.faults = { ...this.faults, paperOutAfterLines: paperOutAfterLines - 1 };
  }

  private paperCut(paper: PrintedPaper): void {
    // A knife on bare paper cuts nothing anybody could hold.
    if (paper.items.length === 0) return;
    this.kept = [...this.kept, paper].slice(-papersKept);
    for (const listener of this.listeners) listener(paper);
  }

  private canMove(): boolean {
    const { paperOut, coverOpen, cutterError, offline } = this.faults;
    return !paperOut && !coverOpen && !cutterError && !offline;
  }

  /** Prints from the buffer: all of it, or a tick's worth, and the head is busy for as long as that takes. */
  private run(): void {
    if (this.printing !== undefined || this.buffer.length === 0 || !this.canMove()) return;
    const { bytesPerMs } = this.faults;
    const worth = bytesPerMs === Infinity ? Infinity : Math.max(1, Math.floor(bytesPerMs * tickMs));
    // Taken out first, because obeying a byte may stop the paper or lead back here.
    const batch = this.buffer;
    this.buffer = [];
    let done = 0;
    while (done < Math.min(worth, batch.length) && this.canMove()) {
      this.interpreter.obey(batch[done] ?? 0);
      done++;
    }
    this.buffer = batch.slice(done).concat(this.buffer);
    if (worth === Infinity) return;
    this.printing = this.parts.timer.after(done / bytesPerMs, () => {
      this.printing = undefined;
      this.run();
    });
  }

  /** Ordinary bytes, into the buffer. */
  take(bytes: readonly number[]): void {
    const { cutLineAfterBytes, powerCutAfterBytes } = this.faults;
    if (powerCutAfterBytes !== undefined) {
      const left = powerCutAfterBytes - bytes.length;
      this.powerCut = left <= 0;
      this.faults = { ...this.faults, powerCutAfterBytes: left <= 0 ? undefined : left };
    }
    if (cutLineAfterBytes !== undefined) {
      const left = cutLineAfterBytes - bytes.length;
      this.cableCut = left <= 0;
      this.faults = { ...this.faults, cutLineAfterBytes: left <= 0 ? undefined : left };
    }
    if (this.buffer.length + bytes.length <= bufferLimit) this.buffer.push(...bytes);
    this.run();
  }

  command(command: RealTimeCommand): void {
    if (!this.parts.firmware.realTime) return;
    if (command.type === 'status') {
      const answer = sensorBytes(this.faults).answers[command.n - 1];
      if (answer !== undefined) this.say(Uint8Array.of(answer));
    } else if (command.type === 'clear' || command.n === 2) {
      this.buffer = [];
      this.interpreter.drop();
      if (command.type === 'clear') this.say(Uint8Array.of(0x37, 0x25, 0x00));
    }
  }

  set(faults: Partial<PrinterFaults>): void {
    this.faults = { ...this.faults, ...faults };
    this.pushStatus();
    this.run();
  }

  papers(): readonly PrintedPaper[] {
    return this.kept;
  }

  onPaper(listener: (paper: PrintedPaper) => void): void {
    this.listeners.push(listener);
  }

  buffered(): number {
    return this.buffer.length + this.interpreter.held();
  }

  /** True once, when the cable is to be pulled now. */
  cableCutDue(): boolean {
    const due = this.cableCut;
    this.cableCut = false;
    return due;
  }

  /** True once, when the power is to go now; the memory is gone with it, the strip of paper stays where it is. */
  powerCutDue(): boolean {
    const due = this.powerCut;
    this.powerCut = false;
    if (!due) return false;
    this.stop();
    this.interpreter.drop();
    this.pushes = false;
    return true;
  }

  stop(): void {
    this.printing?.();
    this.printing = undefined;
    this.buffer = [];
  }
}
