/* Questions about boards and notices, answered. */
import { ok } from '@kuaizhao/db/domain/result.ts';
import type { boardQueries } from '@kuaizhao/sync-agent/contract/queries/machine/boards.ts';
import type { AnswersTo } from '../queries/desk.ts';
import type { QueryParts } from '../queries/parts.ts';
import { orderOf } from './orders.ts';

export function boardAnswers({ db, now, settings, boards: { devices, echoes } }: QueryParts): AnswersTo<typeof boardQueries> {
  return {
    boards() {
      const seen = new Map(devices.all().filter(({ role }) => role === 'board').map((one) => [one.deviceId, one]));
      const published = new Map(db.faces.boards.boards().map((row) => [row.plan.boardId, row]));
      const ids = [...new Set([...published.keys(), ...[...seen.values()].filter(({ connected }) => connected).map(({ deviceId }) => deviceId)])].sort();
      return ok({
        at: now(),
        boards: ids.map((boardId) => {
          const [row, device] = [published.get(boardId), seen.get(boardId)];
          const { plan, scene, why } = orderOf(db.view, boardId, [], now());
          return {
            boardId, plan, scene, why, ...(row === undefined ? {} : { published: { at: row.publishedAt, by: row.by } }),
            connected: device?.connected === true, ...(device === undefined ? {} : { since: device.since }), ...echoes.ofBoard(boardId),
          };
        }),
      });
    },
    notices({ limit }) {
      const at = now();
      return ok({
        at, fixed: settings.notices,
        city: db.faces.city.notices(at, 200).map(({ noticeId, text, from, until, urgent }) => ({ noticeId, text, from, urgent, ...(until === undefined ? {} : { until }) })),
        notices: db.faces.boards.notices(limit).map(({ until, endedAt, ...notice }) => ({
          ...notice, ...(until === undefined ? {} : { until }), ...(endedAt === undefined ? {} : { endedAt }),
          state: endedAt !== undefined || (until !== undefined && until <= at) ? 'over' as const : notice.from > at ? 'waits' as const : 'hangs' as const,
        })),
      });
    },
  };
}
