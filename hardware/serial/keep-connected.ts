/* Keeps a device connected: opens its line (or the process that speaks for it), lets the driver attend it, and opens it anew with back-off whenever it ends. */
import type { Timer } from '../ports.ts';
import { createWaiter } from './waiter.ts';

export const reopenLimits = { openMs: 5_000, firstPauseMs: 250, longestPauseMs: 4_000 } as const;

/** What is kept open: a line, or anything else that ends. */
export interface Connection {
  close(): Promise<void>;
}

export interface KeepConnectedParts<Link extends Connection> {
  readonly open: () => Promise<Link>;
  readonly timer: Timer;
  /** Attends the connection until it is over. True when the device served: the next pause is then short again. Must not reject. */
  readonly attend: (link: Link) => Promise<boolean>;
  /** It could not be opened (then with why, undefined when it took too long), or ended without being asked to. */
  readonly lost: (why?: { readonly failure: unknown }) => void;
}

type Opened<Link> = { readonly link: Link } | { readonly failure: unknown };

/** `open` within the limit; what opens later than that is closed again, so that nobody else finds the port taken. */
async function openWithin<Link extends Connection>(open: () => Promise<Link>, timer: Timer): Promise<Opened<Link>> {
  return new Promise((resolve) => {
    let waiting = true;
    const settle = (opened: Opened<Link>): void => {
      waiting = false;
      cancel();
      resolve(opened);
    };
    const cancel = timer.after(reopenLimits.openMs, () => settle({ failure: undefined }));
    open().then(
      (link) => (waiting ? settle({ link }) : link.close()),
      (failure: unknown) => (waiting ? settle({ failure }) : undefined),
    ).catch(() => undefined);
  });
}

/** Starts in the next microtask; `close` ends the connection and resolves when nothing is under way any more. */
export function keepConnected<Link extends Connection>({ open, timer, attend, lost }: KeepConnectedParts<Link>): Connection {
  const waiter = createWaiter(timer);
  let current: Link | undefined;
  const live = async (): Promise<void> => {
    let pauseMs: number = reopenLimits.firstPauseMs;
    await Promise.resolve();
    while (!waiter.stopped()) {
      const opened = await openWithin(open, timer);
      if ('link' in opened) {
        current = opened.link;
        if (waiter.stopped()) await current.close().catch(() => undefined);
        else if (await attend(current)) pauseMs = reopenLimits.firstPauseMs;
        current = undefined;
      }
      if (waiter.stopped()) return;
      lost('failure' in opened ? opened : undefined);
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
