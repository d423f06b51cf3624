/* One question at a time to a SAM module over one line: the answer, silence, or the end of the line. Never an exception. */
import type { DeviceLog, Line, Timer } from '../ports.ts';
import { createWaiter } from '../serial/waiter.ts';
import { createFrameParser, encodeFrame } from './frames.ts';
import { replyMeaning, type ReplyMeaning, type SamCommand } from './sam-commands.ts';

export interface SamAnswer {
  readonly meaning: ReplyMeaning;
  readonly data: Uint8Array;
}
export type SamReply = SamAnswer | { readonly meaning: 'silent' | 'closed'; readonly data: Uint8Array };

export interface SamChannel {
  /** Asks, and once more when the module did not like the question. `silent` after the command's time limit. */
  ask(command: SamCommand): Promise<SamReply>;
  /** A pause that ends with the line. */
  wait(ms: number): Promise<void>;
  ended(): boolean;
}

/** After silence the answer may still be on its way: so long we wait before the next question. */
const settleMs = 100;
const nothing = new Uint8Array(0);
const goodMeanings: ReadonlySet<ReplyMeaning> = new Set<ReplyMeaning>(['ok', 'found', 'noSuchItem']);

export function createSamChannel(line: Line, timer: Timer, log: DeviceLog): SamChannel {
  const parser = createFrameParser('reply');
  const waiter = createWaiter(timer);
  let pending: { readonly command: SamCommand; readonly settle: (reply: SamReply) => void } | undefined;
  let unsettled = false;

  line.onClose(() => {
    waiter.stop();
    pending?.settle({ meaning: 'closed', data: nothing });
  });
  line.onBytes((bytes) => {
    for (const body of parser.feed(bytes)) {
      const [sw3, data] = [body[2] ?? 0, body.subarray(3)];
      const meaning = replyMeaning(sw3);
      // Answers do not say which question they answer. A good one of the wrong shape is a late answer to an earlier question: dropping it is what
      // keeps the person of an earlier card from being taken for this one's. (The module works in order, so a late read can never follow a new select.)
      const fits = goodMeanings.has(meaning) ? pending?.command.good.get(sw3)?.(data.length) === true : pending !== undefined;
      if (fits) pending?.settle({ meaning, data });
      else log('readerStrayAnswer', { sw3 });
    }
  });

  const askOnce = async (command: SamCommand): Promise<SamReply> => {
    if (unsettled) await waiter.wait(settleMs);
    unsettled = false;
    if (waiter.stopped()) return { meaning: 'closed', data: nothing };
    parser.reset();
    return new Promise((resolve) => {
      const settle = (reply: SamReply): void => {
        cancel();
        pending = undefined;
        resolve(reply);
      };
      const cancel = timer.after(command.limitMs, () => {
        unsettled = true;
        log('readerSilent', { command: command.name });
        settle({ meaning: 'silent', data: nothing });
      });
      pending = { command, settle };
      line.write(encodeFrame(Uint8Array.from(command.body))).catch(() => {
        log('readerWriteFailed', { command: command.name });
        // A line that takes no bytes is over; its close settles the question.
        return line.close();
      }).catch(() => undefined);
    });
  };
  return {
    async ask(command) {
      const reply = await askOnce(command);
      if (reply.meaning !== 'badQuestion' && reply.meaning !== 'unlisted') return reply;
      log('readerBadQuestion', { command: command.name });
      return askOnce(command);
    },
    wait: (ms) => waiter.wait(ms),
    ended: () => waiter.stopped(),
  };
}
