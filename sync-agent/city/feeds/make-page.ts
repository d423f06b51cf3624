/* A page as it travels: the rows as JSON, packed, with the checksum that binds them to their feed and place. */
import { constants, zstdCompressSync } from 'node:zlib';
import { pageChecksum, type FeedName, type Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import type { FeedRead } from '@kuaizhao/db/city/feeds/store.ts';
import type { Page } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { sha256 } from '@kuaizhao/db/sealing/sha256.ts';

const zstdLevel = 3;

/** The answer to a question for what comes after `after`. */
export function makePage(feed: FeedName, after: Mark | undefined, read: Extract<FeedRead, { kind: 'page' | 'own' }>): Page {
  const { from, to, stamp, head, headStamp } = read;
  const text = JSON.stringify(read.kind === 'own' ? ownRows(read.rows) : { rows: read.rows });
  return {
    kind: 'page', feed, from, to, ...(stamp === undefined ? {} : { stamp }), head, ...(headStamp === undefined ? {} : { headStamp }), rows: read.rows.length, checksum: pageChecksum(sha256, { feed, after, to }, text),
    // Nothing new is the usual answer.
    payload: read.rows.length === 0 ? new Uint8Array(0) : zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } }),
  };
}

/** As the hall once pushed them: process starts once, rows point at them. */
function ownRows(rows: readonly JournalRow[]): object {
  const boots = [...new Set(rows.map(({ boot }) => boot))];
  return { boots, rows: rows.map(({ boot, counter, seq, end, table, key, kind, clock, v, body }) => ({ seq, op: [boots.indexOf(boot), counter], end, table, key, kind, clock, v, body })) };
}
