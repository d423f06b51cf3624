/* A serial port as a Line, by serialport 13: every way a port can end (unplugged, read error, end of file) becomes one close, and no rejection goes unheard. */
import { SerialPort } from 'serialport';
import type { Line } from '../ports.ts';
import { createLineEnd } from './line-end.ts';
import { realTimer } from './timer.ts';

/** How often a silent port is asked whether it is still there. */
const lookEveryMs = 1_000;

export interface SerialAddress {
  /** `/dev/ttyUSB0`, `/dev/serial/by-id/…`, `COM3` */
  readonly path: string;
  readonly baud: number;
}

/** Opens the port, 8 data bits, no parity, 1 stop bit, locked against a second owner. Rejects when it cannot be opened. */
export function openSerialLine({ path, baud }: SerialAddress): Promise<Line> {
  return new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate: baud, dataBits: 8, parity: 'none', stopBits: 1, lock: true, autoOpen: false });
    const shut = (): Promise<void> =>
      new Promise((done) => {
        if (port.isOpen) port.close(() => done());
        else done();
      });
    const end = createLineEnd(
      (bytes) =>
        new Promise<void>((sent, failed) => {
          port.write(Buffer.from(bytes), (error) => (error === null || error === undefined ? sent() : failed(error)));
        }),
      shut,
    );
    const over = (): void => {
      // A write error or an end of file leaves the descriptor open: without this close the port could never be opened again.
      void shut();
      end.end();
    };
    port.on('data', (bytes: Buffer) => end.receive(bytes));
    port.on('close', over);
    port.on('end', over);
    port.on('error', over);
    port.open((error) => {
      if (error !== null) return reject(error);
      keepLooking(port, over, () => end.ended());
      resolve(end.line);
    });
  });
}

/**
 * A tty that was hung up while nobody read gives 0 bytes for ever, and serialport 13 takes that for a reason to read again at once: no event, and a busy thread.
 * The state of its lines is asked for now and then: on a hung-up one that is an input/output error, on one without such lines (a pty) another.
 */
function keepLooking(port: SerialPort, over: () => void, ended: () => boolean): void {
  const again = (): void => {
    realTimer.after(lookEveryMs, () => {
      if (ended() || !port.isOpen) return;
      port.get((error) => {
        if (error !== null && error.message.includes('Input/output error')) over();
        else again();
      });
    });
  };
  again();
}

/** Paths of the ports the machine knows; empty when it cannot tell (`list` rejects where udevadm is missing). */
export async function listSerialPorts(): Promise<readonly string[]> {
  try {
    return (await SerialPort.list()).map((port) => port.path);
  } catch {
    return [];
  }
}
