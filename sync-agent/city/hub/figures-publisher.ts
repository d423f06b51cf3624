/* The figures as the city page gets them: whole, at most four times a second, and at least every five seconds so that a silent hall becomes late. */
import { lateAfterMs, type CityFigures, type HallCounts, type HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { hallCounts, tradeCounts, type HallCountsRow } from '@kuaizhao/db/city/figures/figures.ts';
import { learnedTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { hubLimits, type HubParts } from './parts.ts';
import type { Presence } from './presence.ts';

export interface FiguresPublisher {
  /** The newest state; counted now when there is none yet. */
  current(): Promise<CityFigures>;
  /** Something changed: everybody is told soon, once for many changes. */
  changed(): void;
  /** Waits for a count that runs. */
  close(): Promise<void>;
}

export function createFiguresPublisher(db: CityDb, presence: Presence, parts: HubParts, publish: (figures: CityFigures) => void): FiguresPublisher {
  let version = 0;
  let latest: CityFigures | undefined;
  let running: Promise<CityFigures> | undefined;
  let cancel: (() => void) | undefined;
  let soon = false;
  let closed = false;
  const count = async (): Promise<CityFigures> => {
    version += 1;
    latest = await countFigures(db, presence, parts.now(), version);
    return latest;
  };
  const once = (): Promise<CityFigures> => (running ??= count().finally(() => { running = undefined; }));
  const tell = async (): Promise<void> => {
    soon = false;
    try {
      publish(await once());
    } catch (error) {
      // The page goes on with the last figures, and their time says how old they are.
      if (!closed) parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'figures could not be counted');
    }
    if (!closed) wait(soon ? hubLimits.figuresMinMs : hubLimits.figuresMaxMs);
  };
  const wait = (delayMs: number): void => {
    cancel?.();
    cancel = parts.after(delayMs, () => { cancel = undefined; void tell(); });
  };
  wait(hubLimits.figuresMinMs);
  return {
    current: async () => latest ?? once(),
    changed() {
      if (closed || soon) return;
      soon = true;
      // While a count runs there is no timer: `tell` sets the next one.
      if (cancel !== undefined) wait(hubLimits.figuresMinMs);
    },
    async close() {
      closed = true;
      cancel?.();
      await running?.catch(() => undefined);
    },
  };
}

/** Totals and trades are of the latest business day that any hall has opened: a hall that still stands at yesterday adds nothing to today. */
async function countFigures(db: CityDb, presence: Presence, now: number, version: number): Promise<CityFigures> {
  const rows = await hallCounts(db, now);
  const today = rows.flatMap((row) => row.businessDay ?? []).sort().at(-1);
  const byTrade = today === undefined ? [] : await tradeCounts(db, today);
  const totals: HallCounts = { seekers: 0, waiting: 0, jobs: 0, places: 0, placesLeft: 0, hires: 0 };
  for (const row of rows) {
    if (row.businessDay !== today) continue;
    for (const key of Object.keys(totals) as (keyof HallCounts)[]) totals[key] += row[key];
  }
  return { version, at: now, halls: rows.map((row) => hallFigures(row, presence, now)), totals: { ...totals, ratio: ratio(totals) }, byTrade, ...namesOfTrades() };
}

function namesOfTrades(): Pick<CityFigures, 'trades'> {
  const trades = learnedTrades();
  return trades.length === 0 ? {} : { trades: [...trades] };
}

function hallFigures(row: HallCountsRow, presence: Presence, now: number): HallFigures {
  const { hallId, name, seq, seekers, waiting, jobs, places, placesLeft, hires } = row;
  const seenAt = Math.max(row.seenAt ?? 0, presence.seenAt(hallId) ?? 0);
  const counts: HallCounts = { seekers, waiting, jobs, places, placesLeft, hires };
  const behind = (presence.claimedSeq(hallId) ?? row.claimedSeq) > seq && row.newestClock !== null;
  return {
    hallId, name, seq, counts, ratio: ratio(counts),
    state: stateOf(seq, now - seenAt),
    ...(seenAt === 0 ? {} : { lastSeenAt: seenAt }),
    ...(behind ? { behindMs: Math.max(0, now - (row.newestClock ?? now)) } : {}),
    ...(row.businessDay === null ? {} : { businessDay: row.businessDay }),
  };
}

function stateOf(seq: number, silentMs: number): HallFigures['state'] {
  if (seq === 0) return 'never';
  return silentMs <= lateAfterMs ? 'online' : 'late';
}

const ratio = ({ places, seekers }: HallCounts): number | null => (seekers === 0 ? null : places / seekers);
