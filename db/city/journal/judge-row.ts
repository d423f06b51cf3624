/* Is this row a fact that this program can apply? What is not goes to quarantine, and everything after it flows on. */
import { factSchema, type Fact } from '../../domain/fact.ts';
import { shareTable } from '../../domain/records/chain.ts';
import { tableOf } from '../../domain/records/fact-key.ts';
import { factVersion } from '../../domain/records/fact-version.ts';
import { surelyFits } from '../../domain/surely-fits.ts';
import type { JournalRow } from './cursor.ts';
import { parsedJson } from '../../domain/parsed-json.ts';

/** `newerVersion`: written by a newer program than this hub; kept verbatim, and judged again by the next one. `behind`: an earlier row about the same thing waits. */
export type QuarantineReason = 'unknownTable' | 'notJson' | 'notAFact' | 'wrongKind' | 'notApplied' | 'behind' | 'newerVersion';
export type Judged = { readonly ok: true; readonly fact: Fact } | { readonly ok: false; readonly reason: QuarantineReason };
/** How a program of some version understands a row. */
export type JudgeRow = (row: JournalRow) => Judged;

/** The table name under which halls keep facts in their journal. */
const factTable = 'fact';

const surelyAFact = surelyFits(factSchema);

export function judgeRow(row: JournalRow): Judged {
  if (row.v > factVersion) return { ok: false, reason: 'newerVersion' };
  if (row.table !== factTable && row.table !== shareTable) return { ok: false, reason: 'unknownTable' };
  const body = parsedJson(row.body);
  if (body === undefined) return { ok: false, reason: 'notJson' };
  const fact = surelyAFact(body) ? body : factSchema.safeParse(body).data;
  if (fact === undefined) return { ok: false, reason: 'notAFact' };
  return fact.type === row.kind && tableOf(fact) === row.table ? { ok: true, fact } : { ok: false, reason: 'wrongKind' };
}
