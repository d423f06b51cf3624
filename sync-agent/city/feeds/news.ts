/* Wakes halls when a feed of theirs has grown, whichever process published into it. A wake-up may be lost: halls ask by themselves, too. */
import { feedNameSchema } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { News } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { HubParts } from '../hub/parts.ts';

/** One look into a table of a few rows. */
const lookEveryMs = 1_000;

export interface NewsWatch {
  /** Looks now instead of at the next turn. */
  look(): void;
  /** Waits for a look that runs. */
  close(): Promise<void>;
}

/** `heads` gives the end of every feed; `tell` is called for each that grew since the look before. */
export function watchNews(heads: () => Promise<ReadonlyMap<string, number>>, tell: (news: News) => void, { after, log }: Pick<HubParts, 'after' | 'log'>): NewsWatch {
  let known: ReadonlyMap<string, number> | undefined;
  let [closed, soon] = [false, false];
  let cancel: (() => void) | undefined;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    soon = false;
    try {
      const found = await heads();
      for (const [name, head] of found) {
        const feed = feedNameSchema.safeParse(name);
        if (feed.success && known !== undefined && head !== known.get(name)) tell({ feed: feed.data, head });
      }
      known = found;
    } catch (error) {
      if (!closed) log.warn({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'feeds could not be looked at');
    }
  };
  const turn = (): void => {
    cancel = undefined;
    looking = look().finally(() => {
      looking = undefined;
      if (!closed) cancel = after(soon ? 0 : lookEveryMs, turn);
    });
  };
  turn();
  return {
    look() {
      if (closed) return;
      soon = true;
      if (cancel === undefined) return;
      cancel();
      turn();
    },
    async close() {
      closed = true;
      cancel?.();
      await looking;
    },
  };
}
