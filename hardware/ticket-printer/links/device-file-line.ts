/* A printer as a file of the system, `/dev/usb/lp0`: bytes are written, and read whenever the printer has something to say. */
import { close, constants, open, read, write } from 'node:fs';
import { promisify } from 'node:util';
import type { Line, Timer } from '../../ports.ts';
import { createLineEnd } from '../../serial/line-end.ts';
import { realTimer } from '../../serial/timer.ts';
import { createWaiter } from '../../serial/waiter.ts';

const [openFile, readFile, writeFile, closeFile] = [promisify(open), promisify(read), promisify(write), promisify(close)];

export const deviceFileLimits = {
  /** an open that blocks would block one of the few threads of this process for ever, so the file never blocks and is asked again */
  readAgainMs: 20,
  writeAgainMs: 10,
  /** one piece handed to the system */
  pieceBytes: 4_096,
  readBytes: 1_024,
} as const;

export interface DeviceFileAddress {
  readonly path: string;
  readonly timer?: Timer;
}

/** The system has nothing now, or takes nothing now. */
const notNow = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK');

/** Rejects when there is no such file or it belongs to somebody else (ENOENT, EACCES, EBUSY: usblp has one owner). Ends when the cable is pulled. */
export async function openDeviceFileLine({ path, timer = realTimer }: DeviceFileAddress): Promise<Line> {
  // Never created: a missing printer must not become a file that swallows papers.
  const file = await openFile(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  const waiter = createWaiter(timer);
  let busy: Promise<unknown> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();
  /** One call into the file at a time: a descriptor that was closed under a call may be somebody else's by then. */
  const alone = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = busy.then(act);
    busy = turn.catch(() => undefined);
    return turn;
  };
  const put = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length;) {
      if (waiter.stopped()) throw new Error('line closed');
      const piece = bytes.subarray(at, at + deviceFileLimits.pieceBytes);
      const taken = await alone(() => writeFile(file, piece)).catch((error: unknown) => {
        if (notNow(error)) return 0;
        over();
        throw error;
      });
      at += typeof taken === 'number' ? taken : taken.bytesWritten;
      if (taken === 0) await waiter.wait(deviceFileLimits.writeAgainMs);
    }
  };
  const end = createLineEnd(
    (bytes) => {
      const copy = Uint8Array.from(bytes);
      const turn = writing.then(() => put(copy));
      writing = turn.catch(() => undefined);
      return turn;
    },
    async () => {
      // What was handed over goes out first; a printer that takes nothing is not waited for.
      await Promise.race([writing, waiter.wait(deviceFileLimits.writeAgainMs * 100)]);
      await shut();
    },
  );
  const shut = async (): Promise<void> => {
    if (waiter.stopped()) return;
    waiter.stop();
    await alone(() => closeFile(file)).catch(() => undefined);
  };
  const over = (): void => {
    void shut();
    end.end();
  };
  const keepReading = async (): Promise<void> => {
    const buffer = Buffer.alloc(deviceFileLimits.readBytes);
    while (!waiter.stopped()) {
      const got = await alone(async () => (waiter.stopped() ? 0 : (await readFile(file, buffer, 0, buffer.length, null)).bytesRead)).catch((error: unknown) => {
        if (!notNow(error)) over();
        return 0;
      });
      // usblp gives no bytes, not an error, when the printer has said nothing.
      if (got > 0) end.receive(Uint8Array.from(buffer.subarray(0, got)));
      else await waiter.wait(deviceFileLimits.readAgainMs);
    }
  };
  void keepReading();
  return end.line;
}
