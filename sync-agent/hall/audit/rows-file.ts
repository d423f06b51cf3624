/* Rows of the audit as one file for somebody else: a line that says whose they are and from where, a row a line, and at the end the chain's value signed by the hall. */
import { nextAuditHash } from '@kuaizhao/db/domain/audit/chain.ts';
import { auditFileEndSchema, auditFileHeadSchema, fileText } from '@kuaizhao/db/domain/audit/head.ts';
import { auditRowSchema, type AuditRow } from '@kuaizhao/db/domain/audit/row.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import type { AuditKey } from '@kuaizhao/db/sealing/audit-key.ts';
import { isSignedBy } from '@kuaizhao/db/sealing/signing-key.ts';
import { sha256 } from '@kuaizhao/db/sealing/sha256.ts';

/** `previous`: the chain's value before the first of them. At least one row. */
export interface RowsForFile { readonly hall: string; readonly previous: string; readonly rows: readonly AuditRow[] }

export function* rowsFile({ hall, previous, rows }: RowsForFile, key: AuditKey, now: number): Generator<Uint8Array> {
  const line = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`);
  const head = { kuaizhao: 'audit-1', hall, from: rows[0]?.seq ?? 0, previous, rows: rows.length } as const;
  const end = { count: rows.at(-1)?.seq ?? 0, hash: rows.at(-1)?.hash ?? previous, at: now };
  yield line(head);
  for (const row of rows) yield line(row);
  yield line({ ...end, key: key.publicKey, signature: key.sign(fileText(head, end)) });
}

/** `bad`: the number of the first row that does not follow. `forged`: not signed by this key. `notRows`: no such file at all, or not whole. */
export function checkRowsFile(text: string, publicKey: string): { readonly hall: string; readonly from: number; readonly to: number; readonly rows: number; readonly signedAt: number } | { readonly bad: number } | 'forged' | 'notRows' {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3) return 'notRows';
  const head = auditFileHeadSchema.safeParse(parsedJson(lines[0] ?? '')).data;
  const end = auditFileEndSchema.safeParse(parsedJson(lines.at(-1) ?? '')).data;
  if (head === undefined || end === undefined || head.rows !== lines.length - 2) return 'notRows';
  if (end.key !== publicKey || !isSignedBy(publicKey, fileText(head, end), end.signature)) return 'forged';
  let [seq, previous] = [head.from - 1, head.previous];
  for (const line of lines.slice(1, -1)) {
    const row = auditRowSchema.safeParse(parsedJson(line)).data;
    if (row?.seq !== seq + 1 || nextAuditHash(sha256, previous, row) !== row.hash) return { bad: seq + 1 };
    [seq, previous] = [row.seq, row.hash];
  }
  return seq === end.count && previous === end.hash ? { hall: head.hall, from: head.from, to: seq, rows: head.rows, signedAt: end.at } : { bad: seq };
}
