/* The uplink over this hall's journal, and the city's feeds over the same line. */
import { randomBytes } from 'node:crypto';
import { setImmediate as setImmediatePromise } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { JournalRow } from '@kuaizhao/db/hall/journal.ts';
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { HallConfig } from './config.ts';
import type { HallClock } from './clock.ts';
import { createPuller, type Puller } from './feeds/puller.ts';
import type { ErasuresDue } from './people/erasures-first.ts';
import { theDiskWentBack } from './uplink/greet.ts';
import { openIdentityFile } from './uplink/identity-file.ts';
import type { JournalSlice, UplinkJournal } from './uplink/journal.ts';
import type { Hear, UplinkState } from './uplink/parts.ts';
import { createUplink, type Uplink } from './uplink/uplink.ts';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
const unit = (): number => randomBytes(4).readUInt32BE() / 2 ** 32;

export interface UplinkSide {
  /** referrals from the city */
  readonly hear: Hear;
  /** a feed of the city is another one now */
  readonly changed: (feed: FeedName) => void;
  /** after a loss: what came back */
  readonly tookBack: (facts: readonly Fact[]) => void;
  /** the city has let us in */
  readonly welcomed: () => void;
}

/** Journal up and feeds down over one line, until `close`. */
export function startUplink(city: NonNullable<HallConfig['city']>, config: HallConfig, db: HallDb, clock: HallClock, log: Logger, { hear, changed, tookBack, welcomed }: UplinkSide): Uplink & { readonly puller: Puller; /** to be done after a loss, before anybody is shown */ readonly erasures: ErasuresDue } {
  const identity = openIdentityFile(config.data, config.hall.hallId, hex);
  const journal = uplinkJournal(db, clock.now, tookBack);
  // The new epoch is begun in a moment; the doors open before.
  const [wentBack, epoch] = [theDiskWentBack({ identity, journal }), identity.get().epoch];
  const timer = { after: clock.after };
  const uplink = createUplink({
    url: city.url, key: city.key, hallName: config.hall.name, journal, identity,
    clock: clock.now, timer, random: { unit, hex }, log, hear, news: (message) => puller.news(message), welcomed() {
      puller.welcomed();
      welcomed();
    },
  });
  const puller = createPuller({
    hallId: config.hall.hallId, feeds: { ...db.feeds, apply: (page) => db.feeds.apply(page, clock.now()) }, ask: (pull, withinMs) => uplink.ask('pull', pull, withinMs), token: () => identity.get().token, changed,
    timer, monotonicMs: clock.monotonicMs, unit, breathe: () => setImmediatePromise(), log,
  });
  return {
    ...uplink, puller,
    erasures: {
      due: () => identity.get().erasuresFirst === true || (wentBack && identity.get().epoch === epoch),
      done: () => identity.erasuresDone(),
      heardAll: () => hasOwnRows(uplink.uplinkState()) && puller.caughtUp('erasures'),
    },
    async close() {
      // What it asks ends with the line.
      const pulling = puller.close();
      await uplink.close();
      await pulling;
    },
  };
}

/** Whether this disk has all that the hall ever told the city. */
export const hasOwnRows = (state: UplinkState): boolean => state === 'caughtUp' || state === 'pushing';

/** `tookBack`: with what came back from the city after a loss. */
export function uplinkJournal({ journal, uplinkCursor, readBack }: Pick<HallDb, 'journal' | 'uplinkCursor' | 'readBack'>, now: () => number, tookBack: (facts: readonly Fact[]) => void): UplinkJournal {
  return {
    head: journal.head, base: journal.base, past: journal.past,
    hashAt: journal.hashAt,
    own: () => uplinkCursor.own(), setOwn: (own) => uplinkCursor.setOwn(own),
    takeBack({ boots, rows }, own) {
      const taken = readBack.take(rows.map(({ op: [boot, counter], ...row }) => ({ ...row, boot: boots[boot] ?? '', counter })), own, now());
      if (taken.rows > 0) tookBack(taken.facts);
      return taken;
    },
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
