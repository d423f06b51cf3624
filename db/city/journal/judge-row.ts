/* Is this row a fact that this program can apply? What is not goes to quarantine, and everything after it flows on. */
import { factSchema, type Fact } from '../../domain/fact.ts';
import type { JournalRow } from './cursor.ts';

export type QuarantineReason = 'unknownTable' | 'notJson' | 'notAFact' | 'wrongKind' | 'notApplied' | 'behind';
export type Judged = { readonly ok: true; readonly fact: Fact } | { readonly ok: false; readonly reason: QuarantineReason };

/** The table name under which halls keep facts in their journal. */
const factTable = 'fact';

export function judgeRow(row: JournalRow): Judged {
  if (row.table !== factTable) return { ok: false, reason: 'unknownTable' };
  let body: unknown;
  try {
    body = JSON.parse(row.body);
  } catch {
    return { ok: false, reason: 'notJson' };
  }
  const fact = factSchema.safeParse(body);
  if (!fact.success) return { ok: false, reason: 'notAFact' };
  return fact.data.type === row.kind ? { ok: true, fact: fact.data } : { ok: false, reason: 'wrongKind' };
}
