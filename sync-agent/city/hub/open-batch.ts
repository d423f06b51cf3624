/* From a push to rows: the size is capped before inflating, every shape is checked, and only whole gapless operations go on. */
import { zstdDecompressSync } from 'node:zlib';
import { batchSchema, uplinkLimits, type Push } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { surelyFits } from '@kuaizhao/db/domain/surely-fits.ts';
import type { JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';

export type OpenedBatch = { readonly ok: true; readonly rows: readonly JournalRow[] } | { readonly ok: false; readonly reason: 'tooLarge' | 'malformed' };

const surelyABatch = surelyFits(batchSchema);

export function openBatch(push: Push): OpenedBatch {
  if (push.payload.byteLength > uplinkLimits.compressedBytes) return { ok: false, reason: 'tooLarge' };
  const text = inflated(push.payload);
  if (typeof text !== 'string') return { ok: false, reason: text.reason };
  const value = parsedJson(text);
  const batch = surelyABatch(value) ? value : batchSchema.safeParse(value).data;
  if (batch?.rows.length !== push.n) return { ok: false, reason: 'malformed' };
  const { boots, rows } = batch;
  const opened: JournalRow[] = [];
  for (const [index, { seq, op: [bootIndex, counter], end, table, key, kind, clock, v, body }] of rows.entries()) {
    const boot = boots[bootIndex];
    if (boot === undefined || seq !== push.from + index) return { ok: false, reason: 'malformed' };
    opened.push({ seq, boot, counter, end, table, key, kind, clock, v, body });
  }
  return opened.at(-1)?.end === true ? { ok: true, rows: opened } : { ok: false, reason: 'malformed' };
}

/** Stops while inflating: a bomb of 15 KB that holds 500 MB costs no more than the cap. */
function inflated(payload: Uint8Array): string | { reason: 'tooLarge' | 'malformed' } {
  try {
    return zstdDecompressSync(payload, { maxOutputLength: uplinkLimits.inflatedBytes }).toString('utf8');
  } catch (error) {
    return { reason: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'malformed' };
  }
}
