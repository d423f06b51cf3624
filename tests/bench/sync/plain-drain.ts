/* A hall without the protocol: its rows in batches, two on their way at once. */
import { constants, zstdCompressSync } from 'node:zlib';
import { io } from 'socket.io-client';
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { MemoryJournal } from '../../fixtures/city/memory-journal.ts';

const bodyBytes = 1024 * 1024;
const zstdLevel = 3;

export async function plainDrain(url: string, hall: string, journal: MemoryJournal): Promise<{ readonly seconds: number; readonly acksMs: readonly number[] }> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true });
  await new Promise<void>((resolve) => { socket.on('connect', resolve); });
  const acksMs: number[] = [];
  const from = performance.now();
  const underway: Promise<unknown>[] = [];
  for (let at = 0; at < journal.rows.length;) {
    const slice = journal.read(at + 1, uplinkLimits.rowsPerBatch, bodyBytes);
    at += slice.rows.length;
    const sent = performance.now();
    const payload = zstdCompressSync(JSON.stringify(slice), { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });
    underway.push((socket.timeout(uplinkLimits.ackMs).emitWithAck('push', hall, payload) as Promise<unknown>).then(() => acksMs.push(performance.now() - sent)));
    if (underway.length >= uplinkLimits.batchesInFlight) await underway.shift();
  }
  await Promise.all(underway);
  const seconds = (performance.now() - from) / 1_000;
  socket.disconnect();
  return { seconds, acksMs };
}
