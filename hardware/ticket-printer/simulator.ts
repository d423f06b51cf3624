/* An ESC/POS printer in software: parses the true stream, keeps the papers it printed, answers status and completion, and can fail in every way a printer fails. */
import type { Line, OpenLine, Timer } from '../ports.ts';
import type { PrintedPaper } from './printed-paper.ts';

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
  /** prints at most this many bytes a millisecond; Infinity = at once */
  readonly bytesPerMs: number;
  /** pulls the cable when this many more bytes have come in; then this fault is over */
  readonly cutLineAfterBytes?: number | undefined;
  /** paper runs out when this many more lines are printed; then `paperOut` is set and this fault is over */
  readonly paperOutAfterLines?: number | undefined;
}

export interface PrinterSimulatorParts {
  readonly timer: Timer;
  /** 48 unless told */
  readonly columns?: number;
}

export interface PrinterSimulator {
  /** Hands out the near end of a new line; rejects while unplugged. */
  readonly openLine: OpenLine;
  /** Stands at the far end of a line of the caller's own. */
  attach(far: Line): void;
  /** Serves on 127.0.0.1; port 0 = any free one. Gives the port. */
  listenTcp(port: number): Promise<number>;
  /** Papers cut off so far, oldest first (the last 200). */
  papers(): readonly PrintedPaper[];
  onPaper(listener: (paper: PrintedPaper) => void): void;
  set(faults: Partial<PrinterFaults>): void;
  unplug(): void;
  plugIn(): void;
  close(): Promise<void>;
}

export function createPrinterSimulator(_parts: PrinterSimulatorParts): PrinterSimulator {
  throw new Error('in work');
}
