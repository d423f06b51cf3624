/* The reader driver: keeps a SAM_A module in service, whatever carries the questions to it, and turns its replies into the events of ports.ts. */
import type { CardReader, DeviceLog, OpenLine, ReaderEvent, Timer } from '../ports.ts';
import { keepConnected } from '../serial/keep-connected.ts';
import { refusalOf } from '../serial/line-refusal.ts';
import { createTelling } from '../serial/telling.ts';
import type { WatchEnd } from './card-attempt.ts';
import { watchCards } from './card-watch.ts';
import { createSamChannel, type SamChannel } from './sam-channel.ts';
import { samIdText } from './sam-id.ts';
import { samCommands } from './sam-commands.ts';

export const serviceLimits = { tries: 3, retryMs: 2_000 } as const;

export interface CardReaderParts {
  /** Opens the way to the module anew; rejects when there is none. */
  readonly openChannel: () => Promise<SamChannel>;
  readonly timer: Timer;
  readonly log: DeviceLog;
}

/** What a library says of a module whose licence number it cannot tell. */
export const unknownSamId = 'unknown';

type Service = Extract<ReaderEvent, { type: 'ready' | 'outOfService' }>;
type OutOfService = Extract<ReaderEvent, { type: 'outOfService' }>['reason'];

/** Status and SAM id, three tries each: the SAM id, or why the module does not serve. */
export async function enterService(channel: SamChannel): Promise<{ readonly samId: string } | { readonly end: WatchEnd }> {
  for (const command of [samCommands.status, samCommands.samId]) {
    for (let attempt = 1; ; attempt++) {
      const reply = await channel.ask(command);
      if (reply.meaning === 'closed' || reply.meaning === 'selfTest' || reply.meaning === 'notAuthorised') return { end: reply.meaning };
      if (reply.meaning === 'noSuchItem' && command.name === 'samId') return { samId: unknownSamId };
      if (reply.meaning === 'ok') {
        const samId = samIdText(reply.data);
        if (samId !== undefined) return { samId };
        break;
      }
      // Neither silence nor a strange answer serves; `silent` is what both look like from outside.
      if (attempt >= serviceLimits.tries) return { end: 'silent' };
    }
  }
  return { end: 'silent' };
}

/** A module at the end of a serial line. */
export function createCardReader({ openLine, timer, log = () => undefined }: { readonly openLine: OpenLine; readonly timer: Timer; readonly log?: DeviceLog }): CardReader {
  return createChannelReader({ openChannel: async () => createSamChannel(await openLine(), timer, log), timer, log });
}

/** Starts at once and goes on until `close`. A listener that comes late is told the present service state. */
export function createChannelReader({ openChannel, timer, log }: CardReaderParts): CardReader {
  const telling = createTelling<ReaderEvent, Service>(log);
  let out: OutOfService | undefined;
  const tellOut = (reason: OutOfService): void => {
    if (out !== reason) log('readerOutOfService', { reason });
    out = reason;
    telling.tellState({ type: 'outOfService', reason });
  };
  const attend = async (channel: SamChannel): Promise<boolean> => {
    let served = false;
    let licence = '';
    while (!channel.ended()) {
      const entered = await enterService(channel);
      let end: WatchEnd;
      if ('samId' in entered) {
        served = true;
        // The SAM id is the licence identity of the kiosk: it belongs in the log, once for each connection.
        log('readerReady', licence === entered.samId ? {} : { samId: entered.samId });
        licence = entered.samId;
        out = undefined;
        telling.tellState({ type: 'ready', samId: entered.samId });
        end = await watchCards({ channel, timer, tell: telling.tell });
      } else {
        end = entered.end;
      }
      if (end === 'closed') break;
      tellOut(end);
      await channel.wait(serviceLimits.retryMs);
    }
    return served;
  };
  let notOpened = '';
  const lost = (why?: { readonly failure: unknown }): void => {
    const reason = why === undefined ? '' : refusalOf(why.failure);
    if (reason !== '' && reason !== notOpened) log('readerNotOpened', { reason });
    notOpened = reason;
    tellOut('unplugged');
  };
  const connection = keepConnected({ open: openChannel, timer, attend, lost });

  return {
    onEvent: telling.onEvent,
    async close() {
      telling.stop();
      await connection.close();
    },
  };
}
