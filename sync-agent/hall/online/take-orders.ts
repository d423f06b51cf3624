/* Orders placed outside, through the hall's engine like anything else. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { feedOf } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { followFeed, type Following, type FollowParts } from './follow-feed.ts';

const agent: Actor = { role: 'agent' };

export interface OnlineParts extends FollowParts { readonly db: Pick<HallDb, 'faces'>; readonly engine: Pick<Engine, 'handle'>; readonly newId: () => string; readonly clock: Pick<HallClock, 'after' | 'now'> }

/** Follows orders one after the other until stopped. `changed`: the city says something else in this feed; `heard`: a household that registers may be awaited by its order. */
export function startOnlineOrders({ db, engine, newId, ...parts }: OnlineParts): Following & { heard(facts: readonly Fact[]): void } {
  const { clock, log, settings: { hallId } } = parts;
  const feed = feedOf('orders', hallId);
  const following = followFeed(feed, parts, async (going) => {
    const { orders, strange } = db.faces.online.toFollow(hallId, clock.now());
    if (strange > 0) log.warn({ strange }, 'orders of the city that are not understood here');
    let again = false;
    for (const { orderId, revision, ...order } of orders) {
      if (!going()) return false;
      const answer = await engine.handle({ type: 'takeOnlineOrder', commandId: `online-${newId()}`, orderId, revision, ...order }, agent);
      // Only what is ours or too much comes back as a refusal: it is tried again.
      again ||= !answer.ok;
      if (answer.ok) log.info({ order: orderId, revision }, 'online order followed');
      else log.warn({ order: orderId, revision, code: answer.refusal.code }, 'online order could not be followed now');
    }
    return again;
  });
  return { ...following, heard(facts) { if (facts.some((fact) => fact.type === 'employerRegistered' && fact.kind === 'household')) following.changed(feed); } };
}
