/* The printer driver: its own connection, status before and completion after each job, and the printer's state told as it changes. */
import { randomInt } from 'node:crypto';
import type { DeviceLog, Line, OpenLine, TicketPrinter, Timer } from '../ports.ts';
import { canBeAsked, type PrinterProfile } from './profiles.ts';
import { keepConnected } from '../serial/keep-connected.ts';
import { createWaiter } from '../serial/waiter.ts';
import { createPrinterLink, type PrinterLink } from './driver/printer-link.ts';
import { runJob } from './driver/print-job.ts';
import { enableStatusPush } from './driver/real-time.ts';
import { createStateWatch } from './driver/state-watch.ts';
import { stateOf } from './driver/status.ts';

export const watchLimits = {
  askEveryMs: 600,
  /** then the line is opened anew: a network printer that lost power never says goodbye */
  silencesToReopen: 8,
  sendMs: 1_000,
  /** how long `close` waits for a job under way */
  closeMs: 3_000,
} as const;

export interface TicketPrinterParts {
  readonly openLine: OpenLine;
  readonly timer: Timer;
  readonly profile: PrinterProfile;
  readonly log?: DeviceLog;
}

const markValues = 94 ** 4;
/** Four characters 20h to 7Dh. */
const markText = (value: number): string => [0, 1, 2, 3].map((place) => String.fromCharCode(0x20 + (Math.floor(value / 94 ** place) % 94))).join('');

/** Connects by itself and stays connected until `close`. Jobs handed in together are done one after the other. */
export function createTicketPrinter({ openLine, timer, profile, log = () => undefined }: TicketPrinterParts): TicketPrinter {
  const watch = createStateWatch(log);
  let current: PrinterLink | undefined;
  let closed = false;
  // Random at the start: the answer to a mark of the process before us must not confirm a job of ours.
  let mark = randomInt(markValues);
  let queue: Promise<unknown> = Promise.resolve();

  /** The line answers one question at a time: whoever asks waits for the others. */
  const alone = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const attend = async (line: Line): Promise<boolean> => {
    const link = createPrinterLink({ line, timer, log, profile, pushed: (status) => watch.saw(stateOf(status)) });
    current = link;
    watch.newLine();
    let served = false;
    if (profile.status === 'pushed') await link.send(enableStatusPush, watchLimits.sendMs);
    while (!link.ended() && watch.silences() < watchLimits.silencesToReopen) {
      const status = await alone(() => link.status());
      if (link.ended()) break;
      served ||= status !== undefined;
      watch.saw(status === undefined ? undefined : stateOf(status));
      // A question that went unanswered is asked again at once.
      if (watch.silences() !== 1) await link.wait(watchLimits.askEveryMs);
    }
    current = undefined;
    await link.close();
    return served;
  };
  const connection = keepConnected({ open: openLine, timer, attend, lost: () => watch.tell('unreachable') });

  return {
    canBeAsked: canBeAsked(profile),
    state: () => watch.state(),
    onState: (listener) => watch.onState(listener),
    print: (bytes) =>
      alone(async () => {
        const link = current;
        if (closed || link === undefined || link.ended()) return 'notSent';
        mark = (mark + 1) % markValues;
        const outcome = await runJob({ link, now: () => timer.now(), saw: (state) => watch.saw(state), mark: markText(mark), profile }, bytes);
        log('printerJob', { outcome, bytes: bytes.length });
        return outcome;
      }),
    clear: () => alone(async () => (current === undefined || closed ? false : current.clear())),
    async close() {
      if (closed) return;
      closed = true;
      watch.stop();
      const patience = createWaiter(timer);
      await Promise.race([queue, patience.wait(watchLimits.closeMs)]);
      patience.stop();
      await connection.close();
    },
  };
}
