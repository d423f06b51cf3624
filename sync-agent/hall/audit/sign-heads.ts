/* Signs how far the audit is, every thousand rows or five minutes and at the end of the day; keeps it beside the file and tells the city, which is how nobody can cut or rewrite it unseen. */
import type { Logger } from 'pino';
import type { AuditHead } from '@kuaizhao/db/domain/audit/head.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { signHead, type AuditKey } from '@kuaizhao/db/sealing/audit-key.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import { keepHead } from './heads-file.ts';

const everyMs = 5 * 60_000;
const everyRows = 1_000;

export interface SignHeadsParts {
  readonly db: { readonly audit: Pick<HallDb['audit'], 'head'> };
  readonly key: AuditKey;
  readonly data: string; readonly hallId: string;
  readonly clock: Pick<HallClock, 'after' | 'now'>;
  /** To the city; false when it did not hear it, or said no. It is told the newest again later. Without a city nothing is told. */
  readonly tell?: ((head: AuditHead) => Promise<boolean>) | undefined;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** Until stopped, which signs what there is. */
export function startSigningHeads(parts: SignHeadsParts) {
  const { db, key, data, hallId, clock, tell, log } = parts;
  let newest: AuditHead | undefined;
  let told: AuditHead | undefined;
  let telling = false;
  function sign(): void {
    const { count, hash, epoch } = db.audit.head();
    if (count === 0 || (newest?.count === count && newest.epoch === epoch)) return;
    const head = signHead(key, { hall: hallId, epoch, count, hash, at: clock.now() });
    try {
      keepHead(data, head);
      newest = head;
    } catch (error) {
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'a head of the audit could not be kept');
    }
  }
  /** One at a time, and only the newest: it says all that those before it said. */
  async function tellNewest(): Promise<void> {
    const head = newest;
    if (tell === undefined || telling || head === undefined || head === told) return;
    telling = true;
    if (await tell(head).catch(() => false)) told = head;
    telling = false;
  }
  const now = (): void => {
    sign();
    void tellNewest();
  };
  const looking = keepLooking(clock, everyMs, now);
  return {
    /** The line to the city is there. */
    welcomed: now,
    committed(facts: readonly Fact[]): void {
      if (db.audit.head().count - (newest?.count ?? 0) >= everyRows || facts.some(({ type }) => type === 'dayClosed')) now();
    },
    stop(): void {
      looking.stop();
      sign();
    },
  };
}
