/* What the big screen's figures hang on: read again every half minute, for the directory and the days gone by change slowly. */
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { shippedThresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import { entrySchemas } from '@kuaizhao/db/domain/registry/entries.ts';
import { trendRows } from '@kuaizhao/db/city/figures/trend.ts';
import { entriesOf } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { cityQuestionLimits as most } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import type { CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { hubLimits, type HubParts } from '../hub/parts.ts';

export interface WallPublisher {
  /** The newest; read now when there is none yet. */
  current(): Promise<CityWall>;
  /** Waits for a reading that runs. */
  close(): Promise<void>;
}

/** `mapApproval`: of the city's own map, where there is one. `publish` gets each new reading; one that fails is logged, and the screens keep the last. */
export function createWallPublisher(db: CityDb, mapApproval: string | undefined, parts: Pick<HubParts, 'now' | 'after' | 'log'>, publish: (wall: CityWall) => void): WallPublisher {
  let latest: CityWall | undefined;
  let running: Promise<CityWall> | undefined;
  let closed = false;
  const once = (): Promise<CityWall> => (running ??= readWall(db, mapApproval, parts.now()).then((wall) => (latest = wall)).finally(() => { running = undefined; }));
  const tell = async (): Promise<void> => {
    try {
      publish(await once());
    } catch (error) {
      if (!closed) parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the wall could not be read');
    }
    if (!closed) cancel = parts.after(hubLimits.wallMs, () => { void tell(); });
  };
  let cancel = parts.after(hubLimits.wallMs, () => { void tell(); });
  return {
    current: async () => latest ?? once(),
    async close() {
      closed = true;
      cancel();
      await running?.catch(() => undefined);
      cancel();
    },
  };
}

async function readWall(db: CityDb, mapApproval: string | undefined, now: number): Promise<CityWall> {
  const [halls, limits, days] = await Promise.all([entriesOf(db, 'hall', most.entries), entriesOf(db, 'thresholds', 1), trendRows(db, { to: businessDayAt(now) }, most.trendDays)]);
  return {
    at: now, days, crowdedFrom: (entrySchemas.thresholds.safeParse(limits[0]?.body).data ?? shippedThresholds).waiting,
    halls: halls.flatMap(({ body }) => {
      const { data } = entrySchemas.hall.safeParse(body);
      return data === undefined ? [] : [{ hallId: data.hallId, name: data.name, ...(data.at === undefined ? {} : { spot: data.at }) }];
    }),
    ...(mapApproval === undefined ? {} : { mapApproval }),
  };
}
