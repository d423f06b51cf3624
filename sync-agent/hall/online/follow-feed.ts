/* What the city asks of this hall by its feeds, followed one after the other. What the hall has followed it remembers itself, so a row may be told as often as the line likes. */
import type { Logger } from 'pino';
import type { FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';

/** What the engine had no room for, what came before a restart, and what waits for the line: seldom anything, and then one look. */
const lookEveryMs = 1_000;

export interface FollowParts {
  readonly clock: Pick<HallClock, 'after'>; readonly settings: { readonly hallId: string };
  /** After a loss this disk may lack what the hall did; the city tells it first. False while that is not sure. */
  readonly ready: () => boolean;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
export interface Following { changed(feed: FeedName): void; stop(): void }
export interface Followed extends Following {
  /** There is something to do, at the next look. */
  later(): void;
  /** One look now; resolves when it is over. */
  look(): Promise<void>;
}

/** `follow` goes through what is due, asks `going` before each, and gives whether something must be tried again. */
export function followFeed(feed: FeedName, { clock, ready, log }: Omit<FollowParts, 'settings'>, follow: (going: () => boolean) => Promise<boolean>): Followed {
  let [stopped, due] = [false, true];
  let running: Promise<void> | undefined;
  const once = async (): Promise<void> => {
    if (stopped || !due || !ready()) return;
    due = false;
    try {
      due = await follow(() => !stopped) || due;
    } catch (error) {
      due = true;
      log.error({ feed, err: { message: error instanceof Error ? error.message : 'unknown' } }, 'what the city asks could not be followed');
    }
  };
  const look = (): Promise<void> => (running ??= once().finally(() => { running = undefined; }));
  const looking = keepLooking(clock, lookEveryMs, look);
  return {
    changed(told) {
      if (told !== feed) return;
      due = true;
      void look();
    },
    later() { due = true; },
    look,
    stop() {
      stopped = true;
      looking.stop();
    },
  };
}
