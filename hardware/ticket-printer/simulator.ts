/* An ESC/POS printer in software: parses the true stream, keeps the papers it printed, answers status and completion, and can fail in every way a printer fails. */
import type { Line, OpenLine, Timer } from '../ports.ts';
import { createPlug } from '../serial/plug.ts';
import type { PrintedPaper } from './printed-paper.ts';
import { fullFirmware, type Firmware } from './simulated/firmware.ts';
import { PrinterMechanism, type PrinterFaults } from './simulated/mechanism.ts';
import { createRealTimeFilter } from './simulated/real-time-filter.ts';
import { serveTcp, type TcpDoor } from './simulated/tcp-door.ts';

export type { PrinterFaults };

export interface PrinterSimulatorParts {
  readonly timer: Timer;
  /** a printer that knows everything unless told */
  readonly firmware?: Firmware;
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
  /** Bytes that came in and are not printed yet. */
  buffered(): number;
  /** Pulls the cable (what is in the buffer stays there); nothing can connect until `plugIn`. */
  unplug(): void;
  /** Puts the cable back, or the power. */
  plugIn(): void;
  close(): Promise<void>;
}

/** A healthy printer with paper, plugged in, connected to nothing yet. */
export function createPrinterSimulator({ timer, firmware = fullFirmware }: PrinterSimulatorParts): PrinterSimulator {
  let door: TcpDoor | undefined;
  const mechanism = new PrinterMechanism({
    timer, firmware,
    // Sent to every line, as a printer sends by whatever interface is connected.
    say: (bytes) => {
      for (const far of plug.lines()) far.write(bytes).catch(() => undefined);
    },
  });
  const plug = createPlug((far) => {
    const filter = createRealTimeFilter();
    far.onBytes((bytes) => {
      for (const byte of bytes) {
        if (!plug.attached(far)) return;
        const taken = filter.take(byte);
        if (taken !== undefined && 'type' in taken) mechanism.command(taken);
        else if (taken !== undefined) mechanism.take(taken);
        if (mechanism.powerCutDue()) plug.unplug();
        else if (mechanism.cableCutDue()) plug.cutLines();
      }
    });
  });
  return {
    openLine: plug.openLine,
    attach: (far) => plug.attach(far),
    async listenTcp(port) {
      door = await serveTcp(port, plug, timer);
      return door.port;
    },
    papers: () => mechanism.papers(),
    onPaper: (listener) => mechanism.onPaper(listener),
    set: (faults) => mechanism.set(faults),
    buffered: () => mechanism.buffered(),
    unplug: plug.unplug,
    plugIn: plug.plugIn,
    async close() {
      const open = plug.lines();
      plug.unplug();
      mechanism.stop();
      await Promise.all(open.map((line) => line.close()));
      await door?.close();
    },
  };
}
