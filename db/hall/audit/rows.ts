/* Rows of the audit as they lie in the file. */
import type { AuditAct, AuditContent, AuditRole, AuditRow } from '../../domain/audit/row.ts';

export interface FoundRow {
  readonly seq: number; readonly at: number; readonly day: string; readonly who: string; readonly role: string; readonly device: string | null; readonly act: string; readonly command_id: string | null;
  readonly name: string | null; readonly subject: string | null; readonly outcome: string; readonly times: number; readonly journal: number | null; readonly hash: Buffer;
}
export const auditColumns = 'seq, at, day, who, role, device, act, command_id, name, subject, outcome, times, journal, hash';

/** Every field as it lies there, believed or not: the chain is over what is there. */
export function contentOf({ seq, at, day, who, role, device, act, command_id: commandId, name, subject, outcome, times, journal }: FoundRow): AuditContent {
  return {
    seq, at, day, who, role: role as AuditRole, act: act as AuditAct, outcome, times,
    ...(device === null ? {} : { device }), ...(commandId === null ? {} : { commandId }), ...(name === null ? {} : { name }), ...(subject === null ? {} : { subject }), ...(journal === null ? {} : { journal }),
  };
}
export const rowOf = (found: FoundRow): AuditRow => ({ ...contentOf(found), hash: found.hash.toString('hex') });
