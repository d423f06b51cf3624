/* Everything the agent does for its audit beside writing it: counts together, lets old rows go, signs how far it is and tells the city. */
import type { Logger } from 'pino';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { AuditKey } from '@kuaizhao/db/sealing/audit-key.ts';
import { auditHeadAnswerMs, auditHeadReplySchema } from '@kuaizhao/sync-agent/contract/city/audit-heads.ts';
import { startAuditClock } from '../clockwork/audit-clock.ts';
import type { HallClock } from '../clock.ts';
import type { HallConfig } from '../config.ts';
import { clockIsRight } from '../machines/own-readiness.ts';
import type { Uplink } from '../uplink/uplink.ts';
import { forgetHeads } from './heads-file.ts';
import { startSigningHeads } from './sign-heads.ts';

export interface AuditingParts { readonly db: Pick<HallDb, 'audit' | 'group'>; readonly key: AuditKey; readonly config: HallConfig; readonly clock: HallClock; readonly uplink: () => Pick<Uplink, 'ask' | 'clockAheadMs'> | undefined; readonly log: Logger }

/** Until stopped; stopped last, when nobody does anything any more. */
export function startAuditing({ db, key, config, clock, uplink, log }: AuditingParts): { committed(facts: readonly Fact[]): void; welcomed(): void; stop(): void } {
  const { data, hall: { hallId }, auditDays: days } = config;
  const keeping = startAuditClock({ db, clock, days, sound: () => clockIsRight(uplink()), log, forgotten: (before) => forgetHeads(data, before) });
  const signing = startSigningHeads({
    db, key, data, hallId, clock, log,
    tell: config.city === undefined ? undefined : async (head) => {
      const reply = auditHeadReplySchema.safeParse(await uplink()?.ask('auditHead', head, auditHeadAnswerMs)).data;
      // The city keeps it all the same and shows it to its staff; here it is for whoever reads the log.
      if (reply?.kind === 'kept' && reply.doubt !== undefined) log.error({ doubt: reply.doubt, count: head.count }, 'the city was told something else of this audit before');
      return reply?.kind === 'kept';
    },
  });
  return {
    committed: (facts) => signing.committed(facts), welcomed: () => signing.welcomed(),
    stop() {
      keeping.stop();
      signing.stop();
    },
  };
}
