/* A pull at the hub: checked, allowed, read, packed. */
import { mayRead } from '@kuaizhao/db/domain/feeds/feed.ts';
import { pullSchema, type PullReply } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { FeedStore } from '@kuaizhao/db/city/feeds/store.ts';
import { makePage } from './make-page.ts';

export interface PullParts {
  readonly hallId: string;
  readonly feeds: FeedStore;
  /** of this connection's welcome; undefined before it */
  readonly token: () => string | undefined;
  /** Runs it when the hall's turn comes; undefined when the hub cannot now. */
  readonly inTurn: (work: () => Promise<PullReply>) => Promise<PullReply | undefined>;
  readonly busyMs: () => number;
}

/** Always an answer by name; a hall reads what is for all halls and what is its own. */
export async function answerPull(message: unknown, { hallId, feeds, token, inTurn, busyMs }: PullParts): Promise<PullReply> {
  const parsed = pullSchema.safeParse(message);
  if (!parsed.success) return { kind: 'refuse', reason: 'malformed' };
  const { feed, after, seen, began, max } = parsed.data;
  if (!mayRead(hallId, feed)) return { kind: 'refuse', reason: 'notYours' };
  const reply = await inTurn(async (): Promise<PullReply> => {
    const welcomed = token();
    if (welcomed === undefined) return { kind: 'refuse', reason: 'notWelcomed' };
    if (parsed.data.token !== welcomed) return { kind: 'refuse', reason: 'staleToken' };
    const read = await feeds.read({ hallId, token: welcomed, feed, after, seen, began, max });
    if (read.kind === 'staleToken') return { kind: 'refuse', reason: 'staleToken' };
    return read.kind === 'restart' ? { kind: 'restart', feed, head: read.head } : makePage(feed, after, read);
  });
  return reply ?? { kind: 'busy', retryMs: busyMs() };
}
