/* One connected line to a printer: questions with their answers, pushed states, completion. Reads always; what nobody asked for is dropped. */
import type { DeviceLog, Line, Timer } from '../ports.ts';
import { createHearing } from '../serial/hearing.ts';
import { createWaiter } from '../serial/waiter.ts';
import { askStatus, clearBuffers } from './real-time.ts';
import { createSayingParser, statusOfAnswers, type PrinterSaying, type PrinterStatus } from './status.ts';

export const linkLimits = {
  /** a status answer comes at once even from a printer that prints */
  answerMs: 400,
  /** after an unanswered question, so that its late answer is not taken for the next one's */
  settleMs: 100,
  clearMs: 2_000,
} as const;

export interface PrinterLink {
  /** DLE EOT 1 to 4; undefined when the printer is silent or the line is over. */
  status(): Promise<PrinterStatus | undefined>;
  /** Hands bytes to the line; false when it did not take them within `limitMs`. Some may have gone out all the same. */
  send(bytes: Uint8Array, limitMs: number): Promise<boolean>;
  /** Waits at most `limitMs` for this completion mark, which may have come already. */
  completed(mark: string, limitMs: number): Promise<boolean>;
  /** DLE DC4 fn 8; false when it is not confirmed. */
  clear(): Promise<boolean>;
  /** A pause that ends with the line. */
  wait(ms: number): Promise<void>;
  ended(): boolean;
  close(): Promise<void>;
}

export function createPrinterLink(line: Line, timer: Timer, log: DeviceLog, pushed: (status: PrinterStatus) => void): PrinterLink {
  const parser = createSayingParser();
  const waiter = createWaiter(timer);
  const hearing = createHearing<PrinterSaying>(timer);
  let lastMark = '';
  let unsettled = false;

  line.onClose(() => {
    waiter.stop();
    hearing.end();
  });
  line.onBytes((bytes) => {
    for (const saying of parser.feed(bytes)) {
      if (saying.type === 'push') pushed(saying.status);
      if (saying.type === 'printed') lastMark = saying.mark;
      hearing.came(saying);
    }
  });
  const write = (bytes: Uint8Array): Promise<boolean> =>
    line.write(bytes).then(() => true, () => {
      log('printerWriteFailed', { bytes: bytes.length });
      return false;
    });
  const answerTo = async (n: 1 | 2 | 3 | 4): Promise<number | undefined> => {
    // Answers do not say which question they answer: one question at a time, and silence before the next when one went unanswered.
    if (unsettled) await waiter.wait(linkLimits.settleMs);
    unsettled = false;
    const answer = hearing.hear((saying) => saying.type === 'answer', linkLimits.answerMs);
    void write(askStatus(n));
    const saying = await answer;
    unsettled = saying === undefined;
    return saying?.type === 'answer' ? saying.byte : undefined;
  };
  return {
    async status() {
      const answers: number[] = [];
      for (const n of [1, 2, 3, 4] as const) {
        const answer = await answerTo(n);
        if (answer === undefined) return undefined;
        answers.push(answer);
      }
      const [printer = 0, offlineCause = 0, errorCause = 0, paper = 0] = answers;
      return statusOfAnswers([printer, offlineCause, errorCause, paper]);
    },
    send(bytes, limitMs) {
      return new Promise((resolve) => {
        const cancel = timer.after(limitMs, () => resolve(false));
        void write(bytes).then((taken) => {
          cancel();
          resolve(taken);
        });
      });
    },
    async completed(mark, limitMs) {
      if (lastMark === mark) return true;
      return (await hearing.hear((saying) => saying.type === 'printed' && saying.mark === mark, limitMs)) !== undefined;
    },
    async clear() {
      const answer = hearing.hear((saying) => saying.type === 'cleared', linkLimits.clearMs);
      void write(clearBuffers);
      return (await answer) !== undefined;
    },
    wait: (ms) => waiter.wait(ms),
    ended: () => waiter.stopped(),
    close: () => line.close().catch(() => undefined),
  };
}
