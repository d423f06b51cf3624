/* Signed heads of a hall's audit at the halls' door: checked, counted, answered by name. Beside the journal: nothing of it waits for this. */
import type { AuditHead } from '@kuaizhao/db/domain/audit/head.ts';
import type { AuditDoubt } from '@kuaizhao/db/city/audit/heads.ts';
import { isTrueHead } from '@kuaizhao/db/sealing/audit-key.ts';
import { auditHeadMessageSchema, auditHeadsPerTenMinutes, type AuditHeadReply } from '@kuaizhao/sync-agent/contract/city/audit-heads.ts';
import type { HubParts } from '../hub/parts.ts';

const windowMs = 10 * 60_000;

export interface HeadsDoorParts extends Pick<HubParts, 'now' | 'log'> {
  readonly hallId: string;
  readonly isWelcome: () => boolean;
  /** Keeps it and gives what speaks against it. */
  readonly keep: (head: AuditHead) => Promise<AuditDoubt | undefined>;
}

/** What one connection of a hall says of its audit is answered. */
export function answerHeads({ hallId, isWelcome, keep, now, log }: HeadsDoorParts): (message: unknown) => Promise<AuditHeadReply> {
  let [from, count] = [now(), 0];
  return async (message) => {
    if (now() - from >= windowMs || now() < from) [from, count] = [now(), 0];
    count += 1;
    if (count > auditHeadsPerTenMinutes) return { kind: 'refuse', reason: 'tooOften' };
    if (!isWelcome()) return { kind: 'refuse', reason: 'notWelcomed' };
    const head = auditHeadMessageSchema.safeParse(message).data;
    if (head === undefined) {
      log.warn({ hall: hallId }, 'malformed head of an audit');
      return { kind: 'refuse', reason: 'malformed' };
    }
    if (head.hall !== hallId || !isTrueHead(head)) {
      log.warn({ hall: hallId }, 'a head of an audit is not signed by the key that it names');
      return { kind: 'refuse', reason: 'forged' };
    }
    try {
      const doubt = await keep(head);
      if (doubt !== undefined) log.error({ hall: hallId, doubt, count: head.count }, 'the audit of this hall is not what it was said to be');
      return { kind: 'kept', ...(doubt === undefined ? {} : { doubt }) };
    } catch (error) {
      log.error({ hall: hallId, err: { message: error instanceof Error ? error.message : 'unknown' } }, 'a head of an audit was not kept');
      return { kind: 'busy' };
    }
  };
}
