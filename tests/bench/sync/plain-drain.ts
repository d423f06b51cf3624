/* A hall without the protocol: its rows in batches, two on their way at once. */
import { constants, zstdCompressSync } from 'node:zlib';
import { io } from 'socket.io-client';
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { MemoryJournal } from '../../fixtures/city/memory-journal.ts';

const zstdLevel = 3;

export interface PlainTold { readonly seconds: number; readonly bytes: number; readonly acksMs: readonly number[] }

/** Batches of exactly so many rows, up to row `most`; operations are not kept together. */
export async function plainDrain(url: string, hall: string, { rows }: MemoryJournal, batchRows: number = uplinkLimits.rowsPerBatch, most = rows.length): Promise<PlainTold> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true });
  await new Promise<void>((resolve) => { socket.on('connect', resolve); });
  const acksMs: number[] = [];
  let bytes = 0;
  const from = performance.now();
  const underway: Promise<unknown>[] = [];
  for (let at = 0; at < most; at += batchRows) {
    const batch = rows.slice(at, Math.min(most, at + batchRows)).map(({ seq, counter, end, table, key, kind, clock, v, body }) => ({ seq, op: [0, counter], end, table, key, kind, clock, v, body }));
    const sent = performance.now();
    const payload = zstdCompressSync(JSON.stringify({ rows: batch }), { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });
    bytes += payload.byteLength;
    underway.push((socket.timeout(uplinkLimits.ackMs).emitWithAck('push', hall, payload) as Promise<unknown>).then(() => acksMs.push(performance.now() - sent)));
    if (underway.length >= uplinkLimits.batchesInFlight) await underway.shift();
  }
  await Promise.all(underway);
  const seconds = (performance.now() - from) / 1_000;
  socket.disconnect();
  return { seconds, bytes, acksMs };
}
