/* The questions of a module put to a maker's library: the same watch over cards stands on it as on a serial line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceLog, Timer } from '../../ports.ts';
import type { StartChild } from '../../library-process/child-end.ts';
import { entryBeside } from '../../library-process/entry-beside.ts';
import { openLibraryProcess, type LibraryProcess } from '../../library-process/library-process.ts';
import { LineRefusal } from '../../serial/line-refusal.ts';
import { createWaiter } from '../../serial/waiter.ts';
import { replyCode } from '../reply-codes.ts';
import type { SamChannel, SamReply } from '../sam-channel.ts';
import { decodeLibraryText } from './library-text.ts';
import { portTroubles, type Maker } from './maker-library.ts';

export const libraryChannelLimits = {
  /** a library may look through sixteen ports */
  openMs: 3_500,
  /** reading takes a second or two; a library that takes longer hangs */
  askMs: 5_000,
  /** answers in a row that the port does not work: then everything is opened anew, as after a pulled cable */
  troublesToEnd: 3,
} as const;

export interface LibraryAddress {
  readonly maker: Maker;
  /** whole path of the library */
  readonly path: string;
  /** 1 to 16 = COM1 …, 1001 … = USB; the first USB port with a reader unless told */
  readonly port?: number | undefined;
}

export interface LibraryChannelParts extends LibraryAddress {
  readonly timer: Timer;
  readonly log: DeviceLog;
  readonly start?: StartChild | undefined;
}

const nothing = new Uint8Array(0);
const closed: SamReply = { meaning: 'closed', name: 'closed', data: nothing };
const silent: SamReply = { meaning: 'silent', name: 'portTrouble', data: nothing };

/** Rejects with `notThere` when the library cannot be used, `nobodyAnswered` when it finds no reader. */
export async function openLibraryChannel({ maker, path, port, timer, log, start }: LibraryChannelParts): Promise<SamChannel> {
  const entry = entryBeside(import.meta.url, './child.ts', 'id-card-library');
  const directory = mkdtempSync(join(tmpdir(), 'kuaizhao-card-'));
  // Whatever a library left of a card goes with it, also when its process crashed.
  const sweep = (): void => rmSync(directory, { recursive: true, force: true });
  const library = await openLibraryProcess({ entry, timer, log, start }).catch((error: unknown) => {
    sweep();
    throw error;
  });
  library.onClose(sweep);
  const opened = await library.call('open', { maker, path, port: port ?? 0, directory }, libraryChannelLimits.openMs);
  if (opened.ok) return channelOver(library, timer, log);
  await library.close();
  const code = opened.why === 'failed' ? opened.code : opened.why;
  log('readerLibraryRefused', { maker, code });
  throw code === 'portNotOpened' ? new LineRefusal('nobodyAnswered', 'the library finds no reader') : new LineRefusal('notThere', `the library cannot be used: ${code}`);
}

function channelOver(library: LibraryProcess, timer: Timer, log: DeviceLog): SamChannel {
  const waiter = createWaiter(timer);
  let troubles = 0;
  library.onClose(() => waiter.stop());
  return {
    async ask(command) {
      const outcome = await library.call('ask', { question: command.name }, libraryChannelLimits.askMs);
      if (!outcome.ok) {
        if (outcome.why === 'ended') return closed;
        log('readerLibraryFailed', { command: command.name, code: outcome.why === 'failed' ? outcome.code : outcome.why });
        return silent;
      }
      const { code, data } = outcome.value;
      if (typeof code !== 'number' || portTroubles.has(code)) {
        troubles += 1;
        if (troubles >= libraryChannelLimits.troublesToEnd) await library.close();
        return library.ended() ? closed : silent;
      }
      troubles = 0;
      const { meaning, name } = replyCode(code & 0xff);
      if (meaning !== 'ok' && (command.name === 'select' || command.name === 'read')) log('readerRefused', { command: command.name, reply: name });
      return { meaning, name, data: data instanceof Uint8Array ? data : nothing };
    },
    person: decodeLibraryText,
    wait: (ms) => waiter.wait(ms),
    ended: () => waiter.stopped(),
    close: () => library.close(),
  };
}
