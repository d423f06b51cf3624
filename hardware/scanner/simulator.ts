/* A scanner in software at the far end of a line, with the faults of true ones. */
import type { Line, OpenLine, Timer } from '../ports.ts';
import { writePaced } from '../serial/paced-writer.ts';
import { createPlug } from '../serial/plug.ts';

export interface ScannerFaults {
  /** bytes that are no text before each code */
  readonly noiseBytes: number;
  /** stops in the middle of each code, and never goes on */
  readonly stalls: boolean;
  /** tells the same paper again and again, as in continuous mode */
  readonly times: number;
}

export interface ScannerSimulator {
  readonly openLine: OpenLine;
  /** Stands at the far end of a line of the caller's own (a pty). */
  attach(far: Line): void;
  /** Somebody holds a code before the scanner. Bytes outside ASCII go out as UTF-8, as most scanners are set. */
  scan(code: string): void;
  setFaults(faults: Partial<ScannerFaults>): void;
  unplug(): void;
  plugIn(): void;
}

export interface ScannerSimulatorParts {
  readonly timer: Timer;
  readonly ending?: '\r' | '\n' | '\r\n';
  readonly bytesPerMs?: number;
  readonly pieceBytes?: number;
}

const betweenTimesMs = 200;

export function createScannerSimulator({ timer, ending = '\r\n', bytesPerMs = 11.5, pieceBytes = 17 }: ScannerSimulatorParts): ScannerSimulator {
  let faults: ScannerFaults = { noiseBytes: 0, stalls: false, times: 1 };
  const plug = createPlug(() => undefined);
  const once = (code: string): void => {
    const noise = Uint8Array.from({ length: faults.noiseBytes }, (_, index) => (index % 2 === 0 ? 0x00 : 0xfe));
    const bytes = Buffer.from(code + ending);
    const sent = Uint8Array.of(...noise, ...(faults.stalls ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes));
    for (const far of plug.lines()) writePaced(far, sent, { bytesPerMs, pieceBytes }, timer, () => undefined);
  };
  return {
    openLine: plug.openLine,
    attach: plug.attach,
    scan(code) {
      once(code);
      for (let time = 1; time < faults.times; time++) timer.after(time * betweenTimesMs, () => once(code));
    },
    setFaults(changed) {
      faults = { ...faults, ...changed };
    },
    unplug: plug.unplug,
    plugIn: plug.plugIn,
  };
}
