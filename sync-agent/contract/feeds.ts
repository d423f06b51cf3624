/* City → hall: a hall asks for what comes after its mark, page by page, and applies a page and its mark in one transaction. `news` wakes it up and may be lost: every hall also asks by itself. */
import { z } from 'zod';
import { feedLimits, feedNameSchema, feedRowSchema, markSchema } from '@kuaizhao/db/domain/feeds/feed.ts';
import { batchSchema, hashSchema, tokenSchema, uplinkLimits } from './uplink.ts';

export const pullLimits = {
  /** of a page, compressed; and what a hall inflates at most */
  compressedBytes: 768 * 1024, inflatedBytes: 4 * 1024 * 1024,
  /** a hall asks so often without being told of news */
  everyMs: 30_000,
  /** pulls of one hall that wait at the hub; more are told to come back */
  waitingPerHall: 2,
} as const;

export const pullSchema = z.strictObject({
  /** of the welcome; looked up again for each pull */
  token: tokenSchema,
  feed: feedNameSchema,
  /** `to` and `stamp` of the last page; absent from the very beginning */
  after: markSchema.optional(),
  /** The feed's end as the last page told it: a page leaves out what was said anew before its `head`, so both must be of the city's history. Absent where it is `after`. */
  seen: markSchema.optional(),
  /** Of a copy from the beginning that goes on: the feed's end when it began. What was deleted before is not told, so it must not be older than what the city remembers of deletions. */
  began: z.int().min(0).optional(),
  max: z.int().min(1).max(feedLimits.rowsPerPage),
});
export type Pull = z.infer<typeof pullSchema>;

export const pullReplySchema = z.discriminatedUnion('kind', [
  /** Everything after `from` up to `to`. The reader has all there is when `to` is `head`; rows of the same key that are older than their newest are left out. */
  z.strictObject({
    kind: z.literal('page'), feed: feedNameSchema, from: z.int().min(0), to: z.int().min(0),
    /** of `to`; absent while the feed is empty */
    stamp: markSchema.shape.stamp.optional(),
    head: z.int().min(0), headStamp: markSchema.shape.stamp.optional(), rows: z.int().min(0).max(feedLimits.rowsPerPage),
    /** `pageChecksum` over the inflated text */
    checksum: hashSchema,
    /** zstd over the JSON of `pageRowsSchema`; of feed `own`, of `batchSchema`, where `seq` is the position and the last row ends its operation. Without a byte when there are no rows. */
    payload: z.instanceof(Uint8Array),
  }),
  /** The mark is not the city's, or too old to tell what was deleted since: begin from the beginning. */
  z.strictObject({ kind: z.literal('restart'), feed: feedNameSchema, head: z.int().min(0) }),
  z.strictObject({ kind: z.literal('refuse'), reason: z.enum(['malformed', 'notWelcomed', 'staleToken', 'notYours']) }),
  z.strictObject({ kind: z.literal('busy'), retryMs: z.int().min(0) }),
]);
export type PullReply = z.infer<typeof pullReplySchema>;
export type Page = Extract<PullReply, { kind: 'page' }>;

export const pageRowsSchema = z.strictObject({ rows: z.array(feedRowSchema).max(feedLimits.rowsPerPage) });
/** What the hall once told, as it told it; `seq` is the position in the feed. Empty when there is nothing. */
export const ownRowsSchema = z.strictObject({ ...batchSchema.shape, rows: z.array(batchSchema.shape.rows.element).max(uplinkLimits.rowsPerBatch) });

/** `feed` ends at `head` now. */
export const newsSchema = z.strictObject({ feed: feedNameSchema, head: z.int().min(0) });
export type News = z.infer<typeof newsSchema>;

export interface FeedsUp {
  pull(pull: unknown, reply: (reply: PullReply) => void): void;
}
export interface FeedsDown {
  news(news: News): void;
}
