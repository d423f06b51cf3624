/* One question at a time to a SAM module over one line: the answer, silence, or the end of the line. Never an exception. */
import type { CardRead, DeviceLog, Line, Timer } from '../ports.ts';
import type { Connection } from '../serial/keep-connected.ts';
import { createWaiter } from '../serial/waiter.ts';
import { decodeCardData } from './card-text/decode-card.ts';
import { createFrameParser, encodeFrame } from './frames.ts';
import { replyCode, type ReplyMeaning } from './reply-codes.ts';
import type { SamCommand } from './sam-commands.ts';

export interface SamReply {
  readonly meaning: ReplyMeaning | 'silent' | 'closed';
  /** for logs and the probe */
  readonly name: string;
  readonly data: Uint8Array;
}

/** Whatever carries the questions to a module: a line, or a maker's library. */
export interface SamChannel extends Connection {
  /** Asks, and once more when the module did not like the question. `silent` after the command's time limit. */
  ask(command: SamCommand): Promise<SamReply>;
  /** The person in the data of a good answer to read; undefined when they make none. */
  person(data: Uint8Array): CardRead | undefined;
  /** A pause that ends with the line. */
  wait(ms: number): Promise<void>;
  ended(): boolean;
}

/** After silence the answer may still be on its way: so long we wait before the next question. */
const settleMs = 100;
const silent: SamReply = { meaning: 'silent', name: 'silent', data: new Uint8Array(0) };
const closed: SamReply = { meaning: 'closed', name: 'closed', data: new Uint8Array(0) };
const goodMeanings: ReadonlySet<ReplyMeaning> = new Set<ReplyMeaning>(['ok', 'found', 'noSuchItem']);

export function createSamChannel(line: Line, timer: Timer, log: DeviceLog): SamChannel {
  const parser = createFrameParser('reply');
  const waiter = createWaiter(timer);
  let pending: { readonly command: SamCommand; readonly settle: (reply: SamReply) => void } | undefined;
  let unsettled = false;
  let lastRefused = '';

  line.onClose(() => {
    waiter.stop();
    pending?.settle(closed);
  });
  line.onBytes((bytes) => {
    for (const body of parser.feed(bytes)) {
      const [sw3, data] = [body[2] ?? 0, body.subarray(3)];
      const { meaning, name } = replyCode(sw3);
      // Answers do not say which question they answer. A good one of the wrong shape is a late answer to an earlier question: dropping it is what
      // keeps the person of an earlier card from being taken for this one's. (The module works in order, so a late read can never follow a new select.)
      const fits = goodMeanings.has(meaning) ? pending?.command.good.get(sw3)?.(data.length) === true : pending !== undefined;
      if (fits) pending?.settle({ meaning, name, data });
      else log('readerStrayAnswer', { sw3 });
    }
  });

  const askOnce = async (command: SamCommand): Promise<SamReply> => {
    if (unsettled) await waiter.wait(settleMs);
    unsettled = false;
    if (waiter.stopped()) return closed;
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
        settle(silent);
      });
      pending = { command, settle };
      line.write(encodeFrame(Uint8Array.from(command.body))).catch(() => {
        log('readerWriteFailed', { command: command.name });
        // A line that takes no bytes is over; its close settles the question.
        return line.close();
      }).catch(() => undefined);
    });
  };
  /** A card that lies badly is tried three times a second: what stays the same is told once. */
  const noteRefusal = (command: SamCommand, { meaning, name }: SamReply): void => {
    if (command.name !== 'select' && command.name !== 'read') return;
    const refused = goodMeanings.has(meaning as ReplyMeaning) ? '' : `${command.name} ${name}`;
    if (refused !== '' && refused !== lastRefused) log('readerRefused', { command: command.name, reply: name });
    if (refused !== '' || command.name === 'read') lastRefused = refused;
  };
  return {
    async ask(command) {
      let reply = await askOnce(command);
      if (reply.meaning === 'badQuestion' || reply.meaning === 'unlisted') {
        log('readerBadQuestion', { command: command.name, reply: reply.name });
        reply = await askOnce(command);
      }
      noteRefusal(command, reply);
      return reply;
    },
    person: decodeCardData,
    wait: (ms) => waiter.wait(ms),
    ended: () => waiter.stopped(),
    close: () => line.close(),
  };
}
