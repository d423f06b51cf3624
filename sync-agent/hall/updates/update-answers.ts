/* Releases of the kiosk as supervisors see them at the console, and the one thing they may do about them. */
import { ok } from '@kuaizhao/db/domain/result.ts';
import type { updateQueries } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { AnswersTo } from '../queries/desk.ts';
import type { QueryParts } from '../queries/parts.ts';

/** A hall without a network of its own gives out nothing. */
export function updateAnswers({ network }: Pick<QueryParts, 'network'>): AnswersTo<typeof updateQueries> {
  return {
    updates: () => ok(network?.updates.seen() ?? { closed: false, kiosks: [] }),
    async stopUpdate({ version }, reader) {
      const done = await network?.updates.stop(version, reader);
      return ok({ stopped: done?.ok === true });
    },
  };
}
