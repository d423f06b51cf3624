/* The scanner driver: any line of bytes becomes codes; connects anew by itself. A scanner answers no question, so an open port is all that `ready` can mean. */
import type { DeviceLog, Line, OpenLine, ScannerEvent, ScannerPort, Timer } from '../ports.ts';
import { keepConnected } from '../serial/keep-connected.ts';
import { refusalOf } from '../serial/line-refusal.ts';
import { createTelling } from '../serial/telling.ts';
import { createCodeLines } from './code-lines.ts';

export const scannerLimits = {
  /** a code comes in one go; what stopped in the middle for so long is over */
  stallMs: 500,
  /** the same code again within this is the same look at the same paper, not a second one */
  repeatMs: 1_500,
} as const;

export interface ScannerParts {
  readonly openLine: OpenLine;
  readonly timer: Timer;
  readonly log?: DeviceLog;
}

type Service = Extract<ScannerEvent, { type: 'ready' | 'outOfService' }>;

/** Starts at once and goes on until `close`. */
export function createScanner({ openLine, timer, log = () => undefined }: ScannerParts): ScannerPort {
  const telling = createTelling<ScannerEvent, Service>(log);
  let last = { code: '', atMs: -Infinity };
  const tellCode = (code: string): void => {
    const again = code === last.code && timer.now() - last.atMs < scannerLimits.repeatMs;
    last = { code, atMs: timer.now() };
    if (!again) telling.tell({ type: 'code', code });
  };
  const attend = (line: Line): Promise<boolean> => new Promise((resolve) => {
    const lines = createCodeLines();
    let cancelStall = (): void => undefined;
    line.onClose(() => {
      cancelStall();
      resolve(true);
    });
    line.onBytes((bytes) => {
      cancelStall();
      const { codes, dropped } = lines.feed(bytes);
      // A code may be a person's token: only how many were no codes is logged.
      if (dropped > 0) log('scannerDropped', { lines: dropped });
      for (const code of codes) tellCode(code);
      cancelStall = timer.after(scannerLimits.stallMs, () => {
        if (lines.reset()) log('scannerStalled');
      });
    });
    telling.tellState({ type: 'ready' });
  });
  let notOpened = '';
  const connection = keepConnected({
    open: openLine, timer, attend,
    lost(why) {
      const reason = why === undefined ? '' : refusalOf(why.failure);
      if (reason !== '' && reason !== notOpened) log('scannerNotOpened', { reason });
      notOpened = reason;
      telling.tellState({ type: 'outOfService', reason: 'unplugged' });
    },
  });
  return {
    onEvent: telling.onEvent,
    async close() {
      telling.stop();
      await connection.close();
    },
  };
}
