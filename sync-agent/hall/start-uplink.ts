/* The uplink over this hall's journal. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { JournalRow } from '@kuaizhao/db/hall/journal.ts';
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { HallConfig } from './config.ts';
import type { HallClock } from './clock.ts';
import { openIdentityFile } from './uplink/identity-file.ts';
import type { JournalSlice, UplinkJournal } from './uplink/journal.ts';
import type { Hear } from './uplink/parts.ts';
import { createUplink, type Uplink } from './uplink/uplink.ts';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

export function startUplink(city: NonNullable<HallConfig['city']>, config: HallConfig, db: HallDb, clock: HallClock, log: Logger, hear: Hear): Uplink {
  return createUplink({
    url: city.url, key: city.key, hallName: config.hall.name, journal: uplinkJournal(db), identity: openIdentityFile(config.data, config.hall.hallId, hex),
    clock: clock.now, timer: { after: clock.after }, random: { unit: () => randomBytes(4).readUInt32BE() / 2 ** 32, hex }, log, hear,
  });
}

export function uplinkJournal({ journal, uplinkCursor }: HallDb): UplinkJournal {
  return {
    head: journal.head,
    hashAt: journal.hashAt,
    acked: () => uplinkCursor.get().seq,
    setAcked: (cursor) => uplinkCursor.set(cursor),
    read: (fromSeq, maxRows, maxBytes) => slice(journal.read(fromSeq, Math.max(maxRows, uplinkLimits.rowsPerBatch)), maxRows, maxBytes),
  };
}

/** Whole operations up to both limits, the first one always. */
function slice(found: readonly JournalRow[], maxRows: number, maxBytes: number): JournalSlice {
  let [taken, bytes] = [0, 0];
  for (const [index, row] of found.entries()) {
    bytes += Buffer.byteLength(row.body);
    if (taken > 0 && (index >= maxRows || bytes > maxBytes)) break;
    if (row.ends === 1) taken = index + 1;
  }
  const rows = found.slice(0, taken);
  const boots = [...new Set(rows.map((row) => row.boot))];
  return {
    boots,
    rows: rows.map((row) => ({
      seq: row.seq, op: [boots.indexOf(row.boot), row.counter], end: row.ends === 1, table: row.table_name, key: row.key, kind: row.kind, clock: row.clock, v: row.version, body: row.body,
    })),
  };
}
