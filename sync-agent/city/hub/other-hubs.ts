/* Several hubs behind one address, on one PostgreSQL: what they share goes through the database, and only wake-ups and questions to a hall on another hub's line go from process to process. */
import { createAdapter } from '@socket.io/postgres-adapter';
import { openWakePool } from '@kuaizhao/db/city/store/wake-pool.ts';
import { referralReplySchema } from '@kuaizhao/sync-agent/contract/pool.ts';
import type { HallLine } from '../pool/delivery.ts';
import type { OtherHubs } from '../pool/pool.ts';
import type { HallNamespace } from './hall-door.ts';
import { roomOf, type HubParts } from './parts.ts';

/** How hubs on this database find each other; the embedded one has a single owner, so there nobody is looked for. */
export function betweenHubs(database: string, { log }: Pick<HubParts, 'log'>) {
  if (database === 'embedded') return undefined;
  const failed = (reason: string): void => { log.warn({ reason }, 'hubs cannot wake each other now'); };
  const wake = openWakePool(database, failed);
  return { adapter: createAdapter(wake.pool, { errorHandler: (error) => { failed(error.message); } }), close: () => wake.close() };
}

/** `several`: there may be others. `deliver`: another one has something for halls of this one. */
export function openOtherHubs(halls: HallNamespace, { hub, several }: { readonly hub: string; readonly several: boolean }, deliver: () => void): OtherHubs {
  halls.on('poolNews', deliver);
  return {
    hub,
    lineTo: (hallId): HallLine => ({
      async tell(message, withinMs) {
        try {
          const replies: unknown[] = await halls.to(roomOf(hallId)).timeout(withinMs).emitWithAck('referral', message);
          // An older line of the hall may still be there for a moment; each answers the same.
          return replies.flatMap((reply) => referralReplySchema.safeParse(reply).data ?? [])[0];
        } catch {
          return undefined;
        }
      },
    }),
    wake: () => { if (several) halls.serverSideEmit('poolNews'); },
  };
}
