/* One connected line to a printer: questions with their answers, pushed states, completion. Reads always; what nobody asked for is dropped. */
import type { DeviceLog, Line, Timer } from '../../ports.ts';
import { createHearing } from '../../serial/hearing.ts';
import { createWaiter } from '../../serial/waiter.ts';
import type { PrinterProfile } from '../profiles.ts';
import { askCompletion, askName, askPaper, askStatus, clearBuffers, paperAsks } from './real-time.ts';
import { createSayingParser, healthy, statusOfAnswers, type PrinterSaying, type PrinterStatus } from './status.ts';

export const linkLimits = {
  /** a status answer comes at once even from a printer that prints */
  answerMs: 400,
  /** after an unanswered question, so that its late answer is not taken for the next one's */
  settleMs: 100,
  clearMs: 2_000,
  nameMs: 1_000,
} as const;

export interface PrinterLink {
  /** DLE EOT 1 to 4; undefined when the printer is silent or the line is over. A printer that cannot be asked is taken for healthy as long as its line is there. */
  status(): Promise<PrinterStatus | undefined>;
  /** Hands bytes to the line; false when it did not take them within `limitMs`. Some may have gone out all the same. */
  send(bytes: Uint8Array, limitMs: number): Promise<boolean>;
  /** The question behind a paper; from here on only its answer counts. Nothing where the printer has none. */
  completionOf(mark: string): Uint8Array;
  /** Waits at most `limitMs` for the answer to it, which may have come already. */
  completed(mark: string, limitMs: number): Promise<boolean>;
  /** GS I n; undefined when nothing comes. For probes: it waits its turn behind what is being printed. */
  name(n: number): Promise<string | undefined>;
  /** DLE DC4 fn 8; false when it is not confirmed. */
  clear(): Promise<boolean>;
  /** A pause that ends with the line. */
  wait(ms: number): Promise<void>;
  ended(): boolean;
  close(): Promise<void>;
}

export interface PrinterLinkParts {
  readonly line: Line;
  readonly timer: Timer;
  readonly log: DeviceLog;
  readonly profile: Pick<PrinterProfile, 'completion' | 'status'>;
  readonly pushed: (status: PrinterStatus) => void;
}

/** Marks and paper answers heard so far: whether the job asked for last is out. */
function createDone(completion: PrinterProfile['completion']) {
  let lastMark = '';
  let papers: number[] = [];
  return {
    heard(saying: PrinterSaying): void {
      if (saying.type === 'printed') lastMark = saying.mark;
      if (saying.type === 'paper') papers = [...papers, saying.byte].slice(-paperAsks);
    },
    /** The question for a new job; what came before it does not count. */
    question(mark: string): Uint8Array {
      papers = [];
      lastMark = '';
      return { mark: askCompletion(mark), paper: askPaper, none: new Uint8Array() }[completion];
    },
    /** With marks: that very one came. With paper answers: as many as were asked for, all the same. */
    is: (mark: string): boolean => (completion === 'paper' ? papers.length === paperAsks && papers.every((byte) => byte === papers[0]) : lastMark === mark),
  };
}

export function createPrinterLink({ line, timer, log, profile, pushed }: PrinterLinkParts): PrinterLink {
  const parser = createSayingParser(profile.completion === 'paper');
  const waiter = createWaiter(timer);
  const hearing = createHearing<PrinterSaying>(timer);
  const done = createDone(profile.completion);
  let unsettled = false;

  line.onClose(() => {
    waiter.stop();
    hearing.end();
  });
  line.onBytes((bytes) => {
    for (const saying of parser.feed(bytes)) {
      if (saying.type === 'push') pushed(saying.status);
      done.heard(saying);
      hearing.came(saying);
    }
  });
  const write = (bytes: Uint8Array): Promise<boolean> =>
    line.write(bytes).then(() => true, () => {
      log('printerWriteFailed', { bytes: bytes.length });
      return false;
    });
  /** Asks and waits for the one kind of answer. */
  const asked = async (question: Uint8Array, fits: (saying: PrinterSaying) => boolean, limitMs: number): Promise<PrinterSaying | undefined> => {
    const answer = hearing.hear(fits, limitMs);
    void write(question);
    return answer;
  };
  const answerTo = async (n: 1 | 2 | 3 | 4): Promise<number | undefined> => {
    // Answers do not say which question they answer: one question at a time, and silence before the next when one went unanswered.
    if (unsettled) await waiter.wait(linkLimits.settleMs);
    unsettled = false;
    const saying = await asked(askStatus(n), ({ type }) => type === 'answer', linkLimits.answerMs);
    unsettled = saying === undefined;
    return saying?.type === 'answer' ? saying.byte : undefined;
  };
  const status = async (): Promise<PrinterStatus | undefined> => {
    if (profile.status === 'none') return waiter.stopped() ? undefined : healthy;
    const answers: number[] = [];
    for (const n of [1, 2, 3, 4] as const) {
      const answer = await answerTo(n);
      if (answer === undefined) return undefined;
      answers.push(answer);
    }
    return statusOfAnswers(answers);
  };
  return {
    status,
    send(bytes, limitMs) {
      return new Promise((resolve) => {
        const cancel = timer.after(limitMs, () => resolve(false));
        void write(bytes).then((taken) => {
          cancel();
          resolve(taken);
        });
      });
    },
    completionOf: (mark) => done.question(mark),
    completed: async (mark, limitMs) => done.is(mark) || (await hearing.hear(() => done.is(mark), limitMs)) !== undefined,
    async name(n) {
      const saying = await asked(askName(n), ({ type }) => type === 'name', linkLimits.nameMs);
      return saying?.type === 'name' ? saying.text : undefined;
    },
    clear: async () => profile.status !== 'none' && (await asked(clearBuffers, ({ type }) => type === 'cleared', linkLimits.clearMs)) !== undefined,
    wait: (ms) => waiter.wait(ms),
    ended: () => waiter.stopped(),
    close: () => line.close().catch(() => undefined),
  };
}
