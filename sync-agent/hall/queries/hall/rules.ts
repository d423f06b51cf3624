/* Questions about the hall itself, answered out of its configuration, and the fairs it holds. */
import type { Sheet } from '@kuaizhao/db/domain/content/leaflet.ts';
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import { alarmRulesOf } from '@kuaizhao/db/domain/hall/alarms.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { hiringRulesOf } from '@kuaizhao/db/domain/hiring/rules.ts';
import { rulesVersion } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { matchingRulesOn } from '@kuaizhao/db/domain/matching/rules.ts';
import { rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import { ok } from '@kuaizhao/db/domain/result.ts';
import type { hallQueries } from '@kuaizhao/sync-agent/contract/queries/hall/rules.ts';
import type { AnswersTo } from '../desk.ts';
import type { QueryParts } from '../parts.ts';

/** Where the sheet comes from, as staff see it. */
const told = ({ leafletId, topic, title, lines, source, since, city }: Sheet, own: ReadonlySet<string>) => ({ leafletId, topic, title, lines: [...lines], source, since, own: city !== true && own.has(leafletId), city: city === true });

export function hallAnswers({ settings, db, now }: Pick<QueryParts, 'settings' | 'db' | 'now'>): AnswersTo<typeof hallQueries> {
  const own = new Set((settings.leaflets ?? []).map(({ leafletId }) => leafletId));
  return {
    hallRules: ({ day }) => ok({
      day, settings, queue: rulesOn(settings.queueRules, day), matching: matchingRulesOn(settings.matchingRules, day), hiring: hiringRulesOf(settings), alarms: alarmRulesOf(settings),
      wall: wallOf(settings, day), filterVersion: rulesVersion(), cityLists: db.feeds.lists(), leaflets: leafletsOf(settings, db.faces.city.sheets(day)).map((sheet) => told(sheet, own)),
    }),
    fairs({ limit }) {
      const at = now();
      return ok({
        at,
        fairs: db.faces.fairs.fairs(limit).map(({ place, endedAt, trades, tables, ...fair }) => ({
          ...fair, trades: [...trades], tables: [...tables], ...(place === undefined ? {} : { place }), ...(endedAt === undefined ? {} : { endedAt }),
          state: endedAt !== undefined || fair.until <= at ? 'over' as const : fair.from > at ? 'waits' as const : 'on' as const,
        })),
      });
    },
  };
}
