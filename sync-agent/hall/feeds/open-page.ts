/* From the city's answer to rows: capped before inflating, checked against what was asked and against its checksum, each row by its schema. */
import { zstdDecompressSync } from 'node:zlib';
import type { z } from 'zod';
import { pageChecksum, type FeedName, type FeedRow, type Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { ownRowsSchema, pageRowsSchema, pullLimits, pullReplySchema, type Page, type PullReply } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { Batch } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { sha256 } from '@kuaizhao/db/sealing/sha256.ts';

export type PageFault = 'malformed' | 'wrongPlace' | 'tooLarge' | 'checksum';
export type Opened<Rows> =
  | { readonly kind: 'page'; readonly page: Omit<Page, 'rows'>; readonly rows: Rows }
  | { readonly kind: 'fault'; readonly fault: PageFault }
  | Exclude<PullReply, { kind: 'page' }>
  /** nothing came in time */
  | { readonly kind: 'lost' };

interface Asked { readonly feed: FeedName; readonly after?: Mark | undefined }

/** A page of one of the city's feeds. */
export const openPage = (answer: unknown, asked: Asked): Opened<readonly FeedRow[]> =>
  opened(answer, asked, '{"rows":[]}', pageRowsSchema, ({ rows }) => rows, ({ rows }, { from, to }) => rows.every(({ position }, at) => position > (rows[at - 1]?.position ?? from) && position <= to));

/** A page of what this hall once told: without a gap, and its last operation is whole. */
export const openOwnPage = (answer: unknown, asked: Asked): Opened<Pick<Batch, 'boots' | 'rows'>> =>
  opened(answer, asked, '{"boots":[],"rows":[]}', ownRowsSchema, (batch) => batch, ({ boots, rows }, { from, to }) => rows.length === to - from
    && rows.every((row, at) => row.seq === from + at + 1 && row.op[0] < boots.length) && rows.at(-1)?.end !== false);

function opened<Inflated, Rows extends { readonly length: number } | { readonly rows: readonly unknown[] }>(
  answer: unknown, { feed, after }: Asked, empty: string, schema: z.ZodType<Inflated>, rowsOf: (inflated: Inflated) => Rows, inPlace: (inflated: Inflated, page: Page) => boolean,
): Opened<Rows> {
  if (answer === undefined) return { kind: 'lost' };
  const reply = pullReplySchema.safeParse(answer);
  if (!reply.success) return fault('malformed');
  if (reply.data.kind !== 'page') return reply.data;
  const { rows: count, ...page } = reply.data;
  const from = after?.position ?? 0;
  // A page that brings nothing forward although there is more would be asked for for ever.
  if (page.feed !== feed || page.from !== from || page.to < from || page.head < page.to || (page.to === from && page.head > from) || (page.to > 0 && page.stamp === undefined) || mustTellEnd(page)) return fault('wrongPlace');
  if (page.payload.byteLength > pullLimits.compressedBytes) return fault('tooLarge');
  const text = page.payload.byteLength === 0 ? empty : inflated(page.payload);
  if (typeof text !== 'string') return text;
  if (pageChecksum(sha256, { feed, after, to: page.to }, text) !== page.checksum) return fault('checksum');
  const parsed = schema.safeParse(parsedJson(text));
  if (!parsed.success) return fault('malformed');
  const rows = rowsOf(parsed.data);
  if (('rows' in rows ? rows.rows.length : rows.length) !== count || !inPlace(parsed.data, reply.data)) return fault('wrongPlace');
  return { kind: 'page', page, rows };
}

/** A page of the city's own feeds that is not the last says which end it knew of; what a hall told is never said anew. */
const mustTellEnd = ({ feed, to, head, headStamp }: Omit<Page, 'rows'>): boolean => to < head && headStamp === undefined && !feed.startsWith('own:');

const fault = (name: PageFault): { readonly kind: 'fault'; readonly fault: PageFault } => ({ kind: 'fault', fault: name });

/** Stops while inflating. */
function inflated(payload: Uint8Array): string | ReturnType<typeof fault> {
  try {
    return zstdDecompressSync(payload, { maxOutputLength: pullLimits.inflatedBytes }).toString('utf8');
  } catch (error) {
    return fault((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'malformed');
  }
}
