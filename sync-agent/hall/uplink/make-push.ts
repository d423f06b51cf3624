/* The next batch of the journal, small enough for the wire. */
import { constants, zstdCompressSync } from 'node:zlib';
import { uplinkLimits, type Batch, type Cursor, type Push } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { Identity } from './identity-file.ts';
import type { UplinkJournal } from './journal.ts';

/** Bodies of a batch together: as JSON inside JSON they at most double, which stays below what the hub inflates. */
const bodyBytes = 1024 * 1024;
const zstdLevel = 3;

/** The batch after `at`, and where the journal stands behind it; undefined when there is nothing. */
export function makePush(journal: UplinkJournal, identity: Identity, at: Cursor): { readonly push: Push; readonly after: Cursor } | undefined {
  const { token } = identity;
  if (token === undefined) throw new Error('no push before a welcome');
  let maxRows: number = uplinkLimits.rowsPerBatch;
  let maxBytes = bodyBytes;
  for (;;) {
    const { rows, boots } = journal.read(at.seq + 1, maxRows, maxBytes);
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    const payload = zstdCompressSync(JSON.stringify({ boots, rows } satisfies Batch), { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });
    const oneOperation = rows.findIndex((row) => row.end) === rows.length - 1;
    // A single operation that is too large is sent all the same: the hub refuses it by name, and a person sees that.
    if (payload.byteLength <= uplinkLimits.compressedBytes || oneOperation) {
      const hash = journal.hashAt(last.seq);
      if (hash === undefined) throw new Error(`the journal read row ${last.seq} and does not know its hash`);
      return { push: { epoch: identity.epoch, token, from: at.seq + 1, n: rows.length, previous: at.hash, payload }, after: { seq: last.seq, hash } };
    }
    maxRows = Math.max(1, Math.floor(rows.length / 2));
    maxBytes = Math.max(1, Math.floor(maxBytes / 2));
  }
}
