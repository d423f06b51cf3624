/* The numbered journal of facts: appended inside an operation, chained by hash, read by the uplink, shortened at its old end (`shorten.ts`). */
import type { Database } from 'better-sqlite3';
import { factSchema, type Fact } from '../domain/fact.ts';
import type { JournalBase, PastRange } from '../domain/operations/shorten.ts';
import { chainStart, nextHash } from '../domain/records/chain.ts';
import { factKey, tableOf } from '../domain/records/fact-key.ts';
import { factVersion } from '../domain/records/fact-version.ts';
import type { Instant } from '../domain/scalars.ts';
import { sha256 } from '../sealing/sha256.ts';

export interface JournalRow {
  readonly seq: number; readonly boot: string; readonly counter: number; readonly ends: 0 | 1;
  readonly table_name: string; readonly key: string; readonly kind: string; readonly clock: number; readonly version: number; readonly body: string; readonly hash: string;
}
export interface Head { readonly seq: number; readonly hash: string }

export type Journal = ReturnType<typeof openJournal>;

/** `boot`: 16 hex digits, new at each process start; with the counter it names a row beyond doubt, which `seq` alone does not after a restored disk. */
export function openJournal(sql: Database, boot: string) {
  const insert = sql.prepare(`INSERT INTO journal (seq, boot, counter, ends, command_id, table_name, key, kind, clock, version, body, hash)
    VALUES (?, '${boot}', ?, ?, ?, ?, ?, ?, ?, ${factVersion}, ?, ?)`);
  const insertAs = sql.prepare('INSERT INTO journal (seq, boot, counter, ends, command_id, table_name, key, kind, clock, version, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const last = sql.prepare<[], { seq: number; hash: string; clock: number }>('SELECT seq, hash, (SELECT max(clock) FROM (SELECT clock FROM journal ORDER BY seq DESC LIMIT 512)) AS clock FROM journal ORDER BY seq DESC LIMIT 1');
  const hashAt = sql.prepare<[number], { hash: string }>('SELECT hash FROM journal WHERE seq = ?');
  const from = sql.prepare<[number, number], JournalRow>('SELECT seq, boot, counter, ends, table_name, key, kind, clock, version, body, hash FROM journal WHERE seq >= ? ORDER BY seq LIMIT ?');
  const bodies = sql.prepare<[number, number], { body: string }>('SELECT body FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq');
  const base = sql.prepare<[], JournalBase>('SELECT seq, hash, boot, counter, clock FROM journal_base');
  const past = sql.prepare<[number], PastRange>('SELECT boot, first, last FROM journal_past ORDER BY boot, first LIMIT ?');
  const known = sql.prepare<[{ boot: string; counter: number }], { one: 1 }>(`SELECT 1 AS one FROM journal WHERE boot = @boot AND counter = @counter
    UNION ALL SELECT 1 FROM (SELECT last FROM journal_past WHERE boot = @boot AND first <= @counter ORDER BY first DESC LIMIT 1) WHERE last >= @counter`);
  const begin = (): JournalBase => base.get() ?? { seq: 0, hash: chainStart, boot: '', counter: 0, clock: 0 };
  let start = begin();
  const end = (): Head & { readonly clock: Instant } => {
    const row = last.get();
    return row === undefined ? start : { ...row, clock: Math.max(row.clock, start.clock) };
  };
  let head = end();
  let counter = 0;
  return {
    head: (): Head => ({ seq: head.seq, hash: head.hash }),
    /** The last row that is gone; undefined while none is. */
    base: (): JournalBase | undefined => (start.seq === 0 ? undefined : start),
    /** Which operations were in what is gone: at most so many ranges. */
    past: (most: number): readonly PastRange[] => past.all(most),
    /** Whether an operation is in the journal, or was in what is gone of it. */
    knows: (boot: string, counter: number): boolean => known.get({ boot, counter }) !== undefined,
    /** Appends the facts of one operation; the clock never goes back, whatever the machine's clock does. Gives first and last number. */
    append(facts: readonly Fact[], commandId: string, now: Instant): { first: number; last: number } {
      const first = head.seq + 1;
      for (const [index, fact] of facts.entries()) {
        const body = JSON.stringify(fact);
        const row = { table: tableOf(fact), key: factKey(fact), kind: fact.type, body };
        counter += 1;
        const seq = head.seq + 1;
        const clock = Math.max(head.clock, now);
        const hash = nextHash(sha256, head.hash, `${boot}-${counter}`, row);
        insert.run(seq, counter, index === facts.length - 1 ? 1 : 0, commandId, row.table, row.key, row.kind, clock, body, hash);
        head = { seq, hash, clock };
      }
      return { first, last: head.seq };
    },
    /** Rows that the city had and this file had not, as they were written: their own names, times and words; numbers and chain are given anew. */
    takeBack(rows: readonly { boot: string; counter: number; end: boolean; table: string; key: string; kind: string; clock: number; v: number; body: string }[]): void {
      for (const { boot: from, counter: at, end, table, key, kind, clock, v, body } of rows) {
        const seq = head.seq + 1;
        const hash = nextHash(sha256, head.hash, `${from}-${at}`, { table, key, kind, body });
        insertAs.run(seq, from, at, end ? 1 : 0, 'readBack', table, key, kind, clock, v, body, hash);
        head = { seq, hash, clock: Math.max(head.clock, clock) };
      }
    },
    /** After a rollback, and when it was shortened, the memory of both ends must be what the file says. */
    refresh(): void {
      start = begin();
      head = end();
    },
    /** The chain's value after row `seq`; undefined when there is no such row, or it and the one behind it are gone. */
    hashAt: (seq: number): string | undefined => (seq === start.seq ? start.hash : hashAt.get(seq)?.hash),
    read: (fromSeq: number, maxRows: number): JournalRow[] => from.all(fromSeq, maxRows),
    facts: (first: number, lastSeq: number): Fact[] => bodies.all(first, lastSeq).map((row) => factSchema.parse(JSON.parse(row.body))),
  };
}
