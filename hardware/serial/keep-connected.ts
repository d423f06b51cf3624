/* Keeps a device connected: opens its line, lets the driver attend it, and opens it anew with back-off whenever it ends. */
import type { Line, OpenLine, Timer } from '../ports.ts';
import { createWaiter } from './waiter.ts';

export const reopenLimits = { openMs: 5_000, firstPauseMs: 250, longestPauseMs: 4_000 } as const;

export interface KeepConnectedParts {
  readonly openLine: OpenLine;
  readonly timer: Timer;
  /** Attends the line until it is over. True when the device served: the next pause is then short again. Must not reject. */
  readonly attend: (line: Line) => Promise<boolean>;
  /** The line could not be opened, or ended without being asked to. */
  readonly lost: () => void;
}

/** `openLine` within the limit; a line that opens later than that is closed again, so that nobody else finds the port taken. */
async function openWithin(openLine: OpenLine, timer: Timer): Promise<Line | undefined> {
  return new Promise((resolve) => {
    let waiting = true;
    const settle = (line?: Line): void => {
      waiting = false;
      cancel();
      resolve(line);
    };
    const cancel = timer.after(reopenLimits.openMs, () => settle());
    openLine().then(
      (line) => (waiting ? settle(line) : line.close()),
      () => (waiting ? settle() : undefined),
    ).catch(() => undefined);
  });
}

/** Starts in the next microtask; `close` ends the line and resolves when nothing is under way any more. */
export function keepConnected({ openLine, timer, attend, lost }: KeepConnectedParts): { close(): Promise<void> } {
  const waiter = createWaiter(timer);
  let current: Line | undefined;
  const live = async (): Promise<void> => {
    let pauseMs: number = reopenLimits.firstPauseMs;
    await Promise.resolve();
    while (!waiter.stopped()) {
      current = await openWithin(openLine, timer);
      if (current !== undefined && waiter.stopped()) await current.close();
      else if (current !== undefined && (await attend(current))) pauseMs = reopenLimits.firstPauseMs;
      current = undefined;
      if (waiter.stopped()) return;
      lost();
      await waiter.wait(pauseMs);
      pauseMs = Math.min(pauseMs * 2, reopenLimits.longestPauseMs);
    }
  };
  const living = live();
  return {
    async close() {
      waiter.stop();
      // A line that cannot be closed is over all the same.
      await current?.close().catch(() => undefined);
      await living;
    },
  };
}
