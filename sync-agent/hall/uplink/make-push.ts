/* The next batch of the journal, small enough for the wire. */
import { constants, zstdCompressSync } from 'node:zlib';
import { nextHash } from '@kuaizhao/db/domain/records/chain.ts';
import { sha256 } from '@kuaizhao/db/sealing/sha256.ts';
import { uplinkLimits, type Batch, type Cursor, type Push } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { Identity } from './identity.ts';
import type { UplinkJournal } from './journal.ts';

/** Bodies of a batch together: as JSON inside JSON they at most double, which stays below what the hub inflates. */
const bodyBytes = 1024 * 1024;
/** Of journals this packs smaller than the higher ones (19.9 bytes a row instead of 21.5 at level 3, in batches of 512), and takes no longer. */
const zstdLevel = 1;

/** A row is not what was written: the disk changed it. It must not leave the hall. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';
}

/** The batch after `at`, and where the journal stands behind it; undefined when there is nothing. Throws `JournalDamaged` when the rows do not make the chain that was stored with them. */
export function makePush(journal: UplinkJournal, identity: Identity, at: Cursor, batchRows: number = uplinkLimits.rowsPerBatch): { readonly push: Push; readonly after: Cursor } | undefined {
  const { token } = identity;
  if (token === undefined) throw new Error('no push before a welcome');
  let maxRows = batchRows;
  let maxBytes = bodyBytes;
  for (;;) {
    const { rows, boots } = journal.read(at.seq + 1, maxRows, maxBytes);
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    const payload = packed({ boots, rows });
    const oneOperation = rows.findIndex((row) => row.end) === rows.length - 1;
    // A single operation that is too large is sent all the same: the hub refuses it by name, and a person sees that.
    if (payload.byteLength <= uplinkLimits.compressedBytes || oneOperation) {
      const after = chainOver({ boots, rows }, at.hash);
      if (after !== journal.hashAt(last.seq)) throw new JournalDamaged(`between rows ${at.seq + 1} and ${last.seq}`);
      return { push: { epoch: identity.epoch, token, from: at.seq + 1, n: rows.length, previous: at.hash, payload }, after: { seq: last.seq, hash: after } };
    }
    maxRows = Math.max(1, Math.floor(rows.length / 2));
    maxBytes = Math.max(1, Math.floor(maxBytes / 2));
  }
}

/** The text of nearly every batch fits, and is written over the one before: a buffer for each would wait in tens of megabytes for a collector that has no reason to hurry. */
const room = Buffer.allocUnsafeSlow(256 * 1024);
/** Most payloads are 10 to 20 KB. In one piece from the beginning: of several, zlib would leave each behind, and a copy of all. */
const payloadRoom = 32 * 1024;

function packed(batch: Batch): Buffer<ArrayBuffer> {
  const text = JSON.stringify(batch);
  const fits = Buffer.byteLength(text) <= room.length;
  return zstdCompressSync(fits ? room.subarray(0, room.write(text)) : text, { chunkSize: payloadRoom, params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });
}

/** Gives the memory of a payload back once the city has it: it has lived too long for a quick collection, and thousands of them wait for a thorough one. Afterwards it is empty. Never the pool that the small buffers of the whole process share. */
export function letGo({ payload }: Push): void {
  if (payload.buffer instanceof ArrayBuffer && payload.buffer.byteLength !== Buffer.poolSize) payload.buffer.transfer(0);
}

function chainOver({ boots, rows }: Batch, previous: string): string {
  let chain = previous;
  for (const row of rows) chain = nextHash(sha256, chain, `${boots[row.op[0]] ?? ''}-${row.op[1]}`, row);
  return chain;
}
