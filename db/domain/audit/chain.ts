/* The chain over the audit's rows: each value is made of the one before it and every field of its row, so no row can be changed, left out, put in or moved unseen. */
import type { Sha256 } from '../records/chain.ts';
import type { AuditContent } from './row.ts';

/** The chain's value before the first row. */
export const auditStart = '0'.repeat(64);

const title = 'kuaizhao-audit-1';
/** Something and nothing never look the same, whatever the something is. */
const field = (value: string | number | undefined): string => (value === undefined ? '' : `=${value}`);

/** The bytes that are hashed, as text: one field a line in a fixed order. No field of a sound row holds a line's end, so two rows never give one text. */
export function auditText(previous: string, { seq, at, day, who, role, device, act, commandId, name, subject, outcome, times, journal }: AuditContent): string {
  return `${title}\n${previous}\n${seq}\n${at}\n${day}\n${who}\n${role}\n${field(device)}\n${act}\n${field(commandId)}\n${field(name)}\n${field(subject)}\n${outcome}\n${times}\n${field(journal)}`;
}

export const nextAuditHash = (sha256: Sha256, previous: string, row: AuditContent): string => sha256(auditText(previous, row));
