/* Keeps this hall's copy of the city's feeds: asks by itself, sooner when it is told of news, and never makes the hall wait. */
import type { Logger } from 'pino';
import { cityFeeds, feedOf, mayRead, type FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { Feeds } from '@kuaizhao/db/hall/feeds/feeds.ts';
import type { FeedPage, FeedPlace } from '@kuaizhao/db/hall/feeds/place.ts';
import { newsSchema, pullLimits, type Pull } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { UplinkTimer } from '../uplink/parts.ts';
import { createNap } from '../uplink/nap.ts';
import { openPage } from './open-page.ts';

/** Rows of a page: to open it and to write it take some milliseconds of the hall's one thread each, and a page costs a flush of the disk. */
const pageRows = 1_024;
/** Pieces of what counts no more that are cleared away after a copy; the rest after the next pull. */
const sweepsMost = 1_000;

export const pullPace = { everyMs: pullLimits.everyMs, answerMs: 10_000, backoffMinMs: 1_000, backoffMaxMs: 60_000 } as const;

export interface PullerParts {
  readonly hallId: string;
  readonly feeds: Pick<Feeds, 'place' | 'placeAfter' | 'apply' | 'restart' | 'sweep'>;
  /** Asks the city once; undefined: no line, or no answer in time. */
  readonly ask: (pull: Pull, withinMs: number) => Promise<unknown>;
  /** of the last welcome */
  readonly token: () => string | undefined;
  /** What the city says in this feed is another thing now. */
  readonly changed: (feed: FeedName) => void;
  readonly timer: UplinkTimer;
  readonly monotonicMs: () => number;
  /** 0 inclusive to 1 exclusive */
  readonly unit: () => number;
  /** Lets the hall's own work go before. */
  readonly breathe: () => Promise<void>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** a test is quicker */
  readonly pace?: { readonly [Name in keyof typeof pullPace]: number };
}
export interface Puller {
  /** The line is there: everything is asked for now. */
  welcomed(): void;
  /** From the wire. */
  news(message: unknown): void;
  /** The hall had everything of this feed that the city had when it was asked last. */
  caughtUp(feed: FeedName): boolean;
  close(): Promise<void>;
}

/** `failed`: tried again after a while that grows; `away`: when the line is there again, or at the next turn. */
type Pulled = 'done' | 'failed' | 'away';

/** Asks until `close`. */
export function createPuller(parts: PullerParts): Puller {
  const pace = parts.pace ?? pullPace;
  const feeds: readonly FeedName[] = [...cityFeeds, feedOf('orders', parts.hallId), feedOf('workers', parts.hallId), feedOf('slips', parts.hallId)];
  const nap = createNap(parts.timer);
  const due = new Set<FeedName>(feeds);
  const whole = new Set<FeedName>();
  let [closed, told, failures, roundMs] = [false, false, 0, 0];
  const ask = async (pull: Pull): Promise<unknown> => {
    const began = parts.monotonicMs();
    const answer = await parts.ask(pull, pace.answerMs);
    if (answer !== undefined) roundMs = parts.monotonicMs() - began;
    return answer;
  };
  const run = async (): Promise<void> => {
    for (;;) {
      if (closed) return;
      let failed = false;
      told = false;
      for (const feed of feeds.filter((one) => due.has(one))) {
        due.delete(feed);
        const pulled = await pullFeed(parts, feed, ask, (yes) => { if (yes) whole.add(feed); else whole.delete(feed); }, () => closed);
        if (pulled !== 'done') due.add(feed);
        failed ||= pulled === 'failed';
      }
      failures = failed ? failures + 1 : 0;
      // News that came while others were asked for.
      if (closed || (told && !failed)) continue;
      // Longer than an answer takes: else a slow line would carry nothing but questions.
      const waitMs = failed ? Math.max(2 * roundMs, Math.min(pace.backoffMaxMs, pace.backoffMinMs * 2 ** Math.min(failures - 1, 10))) : pace.everyMs;
      await nap.wait(waitMs * (0.75 + parts.unit() / 4));
      if (!failed) for (const feed of feeds) due.add(feed);
    }
  };
  const running = run();
  return {
    welcomed() {
      told = true;
      for (const feed of feeds) due.add(feed);
      nap.cut();
    },
    news(message) {
      const parsed = newsSchema.safeParse(message);
      if (!parsed.success || !feeds.includes(parsed.data.feed) || !mayRead(parts.hallId, parsed.data.feed)) return;
      due.add(parsed.data.feed);
      told = true;
      // While the city does not answer, its news does not make the hall ask more often.
      if (failures === 0) nap.cut();
    },
    caughtUp: (feed) => whole.has(feed),
    async close() {
      closed = true;
      nap.cut();
      await running;
    },
  };
}

/** Page after page until the hall has what the city has. The next one is asked for before this one is written, so that line and city work while the disk does; it is never opened before this one is durable. */
async function pullFeed(parts: PullerParts, feed: FeedName, ask: (pull: Pull) => Promise<unknown>, caughtUp: (yes: boolean) => void, closed: () => boolean): Promise<Pulled> {
  const { feeds, log } = parts;
  let ahead: { readonly place: FeedPlace; readonly answer: Promise<unknown> } | undefined;
  try {
    let restarts = 0;
    while (!closed()) {
      const token = parts.token();
      if (token === undefined) return 'away';
      const asking = (place: FeedPlace) => ({ place, answer: ask({ token, feed, ...place, max: pageRows }) });
      const { place, answer } = ahead ?? asking(feeds.place(feed));
      const opened = openPage(await answer, { feed, after: place.after });
      ahead = undefined;
      switch (opened.kind) {
        case 'page': {
          const { page, rows } = opened;
          const taken: FeedPage = { feed, from: page.from, to: page.to, stamp: page.stamp, head: page.head, headStamp: page.headStamp, rows };
          const atHead = page.to === page.head;
          const next = atHead ? undefined : feeds.placeAfter(taken);
          if (next !== undefined) {
            ahead = asking(next);
            await parts.breathe();
          }
          if (!feeds.apply(taken)) return 'failed';
          caughtUp(atHead);
          await parts.breathe();
          if (!atHead) break;
          if (rows.length > 0) parts.changed(feed);
          for (let swept = 0; swept < sweepsMost && feeds.sweep(feed); swept++) await parts.breathe();
          return 'done';
        }
        case 'restart':
          caughtUp(false);
          log.warn({ feed }, 'the city has another history of this feed: copied anew');
          // Once more at most: a city that never knows its own marks is asked again later.
          if (++restarts > 1) return 'failed';
          feeds.restart(feed);
          break;
        case 'lost': return 'away';
        case 'busy': return 'failed';
        case 'refuse':
          // Another welcome came in between: the next line brings its token.
          if (opened.reason !== 'notWelcomed' && opened.reason !== 'staleToken') log.warn({ feed, reason: opened.reason }, 'feed refused');
          return opened.reason === 'notWelcomed' ? 'away' : 'failed';
        case 'fault':
          log.warn({ feed, fault: opened.fault }, 'a page of the city is not one');
          return 'failed';
      }
    }
    return 'away';
  } catch (error) {
    // A full disk for example: the page was not taken, and is asked for again.
    log.error({ feed, err: { message: error instanceof Error ? error.message : 'unknown' } }, 'feed could not be taken');
    return 'failed';
  } finally {
    // One question at a time, also when nobody wants the answer any more.
    await ahead?.answer.catch(() => undefined);
  }
}
