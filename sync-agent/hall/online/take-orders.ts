/* Orders placed outside, through the hall's engine like anything else. What the hall has followed it remembers itself, so an order may be told as often as the line likes. */
import type { Logger } from 'pino';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { feedOf, type FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import type { Engine } from '../engine.ts';

/** What the engine had no room for, what came before a restart, and what waits for the line: seldom anything, and then one look. */
const lookEveryMs = 1_000;
const agent: Actor = { role: 'agent' };

export interface OnlineOrdersParts {
  readonly db: Pick<HallDb, 'faces'>; readonly engine: Pick<Engine, 'handle'>; readonly clock: Pick<HallClock, 'after'>;
  readonly settings: { readonly hallId: string }; readonly newId: () => string;
  /** After a loss this disk may lack what the hall did with an order; the city tells it first. False while that is not sure. */
  readonly ready: () => boolean;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Follows orders one after the other until stopped. `changed`: the city says something else in this feed. */
export function startOnlineOrders({ db, engine, clock, settings: { hallId }, newId, ready, log }: OnlineOrdersParts): { changed(feed: FeedName): void; stop(): void } {
  const feed = feedOf('orders', hallId);
  let [stopped, running, due] = [false, false, true];
  const follow = async (): Promise<void> => {
    const { orders, strange } = db.faces.online.toFollow(hallId);
    if (strange > 0) log.warn({ strange }, 'orders of the city that are not understood here');
    for (const { orderId, revision, ...order } of orders) {
      if (stopped) return;
      const answer = await engine.handle({ type: 'takeOnlineOrder', commandId: `online-${newId()}`, orderId, revision, ...order }, agent);
      // Only what is ours or too much comes back as a refusal: it is tried again.
      due ||= !answer.ok;
      if (answer.ok) log.info({ order: orderId, revision }, 'online order followed');
      else log.warn({ order: orderId, revision, code: answer.refusal.code }, 'online order could not be followed now');
    }
  };
  const look = async (): Promise<void> => {
    if (stopped || running || !due || !ready()) return;
    [running, due] = [true, false];
    try {
      await follow();
    } catch (error) {
      due = true;
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'online orders could not be followed');
    } finally {
      running = false;
    }
  };
  const looking = keepLooking(clock, lookEveryMs, look);
  return {
    changed(name) {
      if (name !== feed) return;
      due = true;
      void look();
    },
    stop() {
      stopped = true;
      looking.stop();
    },
  };
}
