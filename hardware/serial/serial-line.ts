/* A serial port as a Line, by serialport 13: every way a port can end (unplugged, read error, end of file) becomes one close, and no rejection goes unheard. */
import { SerialPort } from 'serialport';
import type { Line } from '../ports.ts';
import { createLineEnd } from './line-end.ts';
import { LineRefusal } from './line-refusal.ts';
import { takePort } from './ports/owned-ports.ts';
import { realTimer } from './timer.ts';

/** How often a silent port is asked whether it is still there. */
const lookEveryMs = 1_000;

export interface SerialAddress {
  /** `/dev/ttyUSB0`, `/dev/serial/by-id/…`, `COM3` */
  readonly path: string;
  readonly baud: number;
}

/** What the library's words about a port mean; they are those of the operating system. */
function refusal(path: string, { message }: Error): LineRefusal {
  if (/no such file|file not found|unknown error code (2|3)\b/i.test(message)) return new LineRefusal('notThere', `${path} is not there`);
  if (/lock|busy|unavailable|access denied/i.test(message)) return new LineRefusal('takenElsewhere', `${path} is open in another program`);
  if (/permission denied/i.test(message)) return new LineRefusal('notAllowed', `${path} may not be opened by this user`);
  return new LineRefusal('failed', `${path} cannot be opened`);
}

/** Opens the port, 8 data bits, no parity, 1 stop bit, for one owner in this process and, where the system can lock it, on this machine. Rejects with a `LineRefusal`. */
export async function openSerialLine({ path, baud }: SerialAddress): Promise<Line> {
  const letGo = takePort(path);
  try {
    const line = await openPort({ path, baud });
    line.onClose(letGo);
    return line;
  } catch (error) {
    letGo();
    throw error instanceof Error ? refusal(path, error) : error;
  }
}

function openPort({ path, baud }: SerialAddress): Promise<Line> {
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
