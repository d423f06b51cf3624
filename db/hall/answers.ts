/* One answer a command id, the same ever after, also after a restart. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Command } from '../domain/command.ts';
import { factSchema, type Fact } from '../domain/fact.ts';
import { refusalSchema, type Refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/scalars.ts';
import type { FieldCipher } from '../sealing/field-cipher.ts';
import type { Journal } from './journal.ts';

/** What was decided for a command: its facts (told again when they stood before), or a refusal. */
export type Kept = { readonly facts: readonly Fact[] } | { readonly refusal: Refusal };

const keptSchema = z.union([z.strictObject({ facts: z.array(factSchema) }), z.strictObject({ refusal: refusalSchema })]);
type Row = { digest: string; first_seq: number | null; last_seq: number | null; kept: string | null };

export type Answers = ReturnType<typeof openAnswers>;

export function openAnswers(sql: Database, journal: Journal, cipher: FieldCipher) {
  const digestOf = (command: Command): string => cipher.blindIndex(contentOf(command), 'command').toString('base64url');
  const find = sql.prepare<[string], Row>('SELECT digest, first_seq, last_seq, kept FROM answer WHERE command_id = ?');
  const insert = sql.prepare('INSERT INTO answer (command_id, digest, first_seq, last_seq, kept, at) VALUES (?, ?, ?, ?, ?, ?)');
  return {
    /** What was answered before; `changed` when the id came back with another content, which is never carried out. */
    find(command: Command): Kept | 'changed' | undefined {
      const row = find.get(command.commandId);
      if (row === undefined) return undefined;
      if (!cipher.isIndexOf(Buffer.from(row.digest, 'base64url'), contentOf(command), 'command')) return 'changed';
      if (row.kept !== null) return keptSchema.parse(JSON.parse(row.kept));
      return { facts: row.first_seq === null || row.last_seq === null ? [] : journal.facts(row.first_seq, row.last_seq) };
    },
    keepFacts: (command: Command, span: { first: number; last: number }, now: Instant) => insert.run(command.commandId, digestOf(command), span.first, span.last, null, now),
    /** A refusal, or facts that stood before: not in this command's rows of the journal, so kept as they are. */
    keep: (command: Command, kept: Kept, now: Instant) => insert.run(command.commandId, digestOf(command), null, null, JSON.stringify(kept), now),
  };
}

/** The command without what a retry may change: whether the printer is ready now. It is only ever kept keyed (a bare hash of a card number could be guessed back). */
function contentOf(command: Command): string {
  const { printer, ...rest } = command as Command & { printer?: { printer: string } };
  return JSON.stringify([rest, printer?.printer ?? null]);
}
