/* Every signed head that this hall gave, one a line beside the database: whoever cuts or rewrites the audit in the file is found out by them, also without a city. */
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditHeadSchema, type AuditHead } from '@kuaizhao/db/domain/audit/head.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';
import { isTrueHead } from '@kuaizhao/db/sealing/audit-key.ts';

export const headsFileName = 'audit-heads.jsonl';

/** Heads in the order in which they were written; `strange`: lines that are none, or whose signature is not true. None when there is no file. */
export function readHeads(data: string): { readonly heads: readonly AuditHead[]; readonly strange: number } {
  const path = join(data, headsFileName);
  if (!existsSync(path)) return { heads: [], strange: 0 };
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
  const heads = lines.flatMap((line) => trueHead(parsedJson(line)) ?? []);
  return { heads, strange: lines.length - heads.length };
}

/** Undefined when it is no head, or its signature is not that of its key. */
export function trueHead(value: unknown): AuditHead | undefined {
  const parsed = auditHeadSchema.safeParse(value);
  return parsed.success && isTrueHead(parsed.data) ? parsed.data : undefined;
}

/** Durable when it returns. Throws when the disk does not take it. */
export function keepHead(data: string, head: AuditHead): void {
  const file = openSync(join(data, headsFileName), 'a', 0o600);
  try {
    appendFileSync(file, `${JSON.stringify(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Those of before `before` go, but the newest; what is no head goes too. */
export function forgetHeads(data: string, before: number): void {
  const { heads, strange } = readHeads(data);
  const kept = heads.filter(({ at }, index) => at >= before || index === heads.length - 1);
  if (kept.length < heads.length + strange) writeDurably(join(data, headsFileName), kept.map((head) => `${JSON.stringify(head)}\n`).join(''));
}
