/* The accounts of staff, as whoever answers for the hall sees them: never a PIN or a card, nor what is kept of one. */
import { ok } from '@kuaizhao/db/domain/result.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { accountQueries } from '@kuaizhao/sync-agent/contract/queries/hall/accounts.ts';
import type { AnswersTo } from '../desk.ts';

/** `waits`: so long nobody may try a name, milliseconds. */
export function accountAnswers({ accounts }: Pick<HallDb['faces'], 'accounts'>, waits: (staffId: string) => number): AnswersTo<typeof accountQueries> {
  return {
    accounts: () => ok({
      accounts: accounts.all().map(({ staffId, name, role, oneTime, pin, card, openedAt, closedAt }) => ({
        staffId, role, oneTime, noPin: pin === undefined, card: card === undefined ? 'none' : card === '' ? 'lost' : 'set', openedAt, waitMs: waits(staffId), ...(name === undefined ? {} : { name }), ...(closedAt === undefined ? {} : { closedAt }),
      })),
      recoveryKept: accounts.view.recoveryKept(),
    }),
  };
}
