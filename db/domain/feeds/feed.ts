/* Feeds: what the city owns and halls read. Names, positions and rows, as the city writes them, the line carries them and a hall keeps them. */
import { z } from 'zod';
import { instantSchema } from '../scalars.ts';
import type { Sha256 } from '../records/chain.ts';

/** The same for every hall. */
export const cityFeeds = ['codes', 'rules', 'notices', 'employers', 'halls', 'erasures'] as const;
/** One for each hall, which alone may read it: `orders:<hall>`. `own` is what the hall itself once told the city. */
export const hallFeeds = ['orders', 'workers', 'slips', 'own'] as const;
export type HallFeed = (typeof hallFeeds)[number];

const ofHall = new RegExp(`^(${hallFeeds.join('|')}):[0-9A-Za-z_-]{1,64}$`);
export const feedNameSchema = z.union([z.enum(cityFeeds), z.string().regex(ofHall)]);
export type FeedName = z.infer<typeof feedNameSchema>;

export const feedOf = (feed: HallFeed, hallId: string): FeedName => `${feed}:${hallId}`;
/** Whether this hall may read it. */
export const mayRead = (hallId: string, feed: FeedName): boolean => !feed.includes(':') || feed.endsWith(`:${hallId}`);

export const feedLimits = {
  /** of one row's body, UTF-16 units */
  bodyLength: 32_768,
  /** rows and bytes of bodies that are published under one mark at most; a page never ends between two marks */
  rowsPerMark: 512, bytesPerMark: 512 * 1024,
  rowsPerPage: 2_048, bytesPerPage: 2 * 1024 * 1024,
} as const;

/** Where a reader stands. `stamp` is unguessable and given once: a city restored from a backup gives the same positions again, never the same stamps. */
export const markSchema = z.strictObject({ position: z.int().min(1), stamp: z.string().regex(/^[0-9a-f-]{8,40}$/) });
export type Mark = z.infer<typeof markSchema>;

/** What a row is about, within its feed. */
export const feedKeySchema = z.string().regex(/^[0-9A-Za-z_:.-]{1,120}$/);

/** The newest word about `key`; without a body the key is gone. What is not understood here is kept as it is: a newer city may say more. */
export const feedRowSchema = z.strictObject({
  position: z.int().min(1),
  key: feedKeySchema,
  /** what the body is, `notice` for instance */
  kind: z.string().min(1).max(40),
  /** schema version of the body */
  v: z.int().min(1),
  at: instantSchema,
  body: z.string().max(feedLimits.bodyLength).nullable(),
});
export type FeedRow = z.infer<typeof feedRowSchema>;

/** Over what a page says, of which feed, from which mark and to where: an answer to another question, or of another history of the feed, never passes. */
export const pageChecksum = (sha256: Sha256, { feed, after, to }: { readonly feed: FeedName; readonly after: Mark | undefined; readonly to: number }, text: string): string =>
  sha256(`${feed}\n${after?.position ?? 0} ${after?.stamp ?? ''}\n${to}\n${text}`);
