/* The opinion box in SQLite: nothing points at a person. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { OpinionRecord } from '../../../domain/opinions/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

export const opinionTextAt = (opinionId: string): string => `opinion|${opinionId}|text`;

export function openOpinions(sql: Database, cipher: FieldCipher) {
  const insert = sql.prepare('INSERT INTO opinion (opinion_id, day, stars, reasons, text_sealed, at) VALUES (?, ?, ?, ?, ?, ?)');
  return {
    given: (fact: FactOf<'opinionGiven'>, { text }: OpinionRecord, now: Instant) =>
      insert.run(fact.opinionId, fact.businessDay, fact.stars, fact.reasons.join(','), text === undefined ? null : cipher.seal(text, opinionTextAt(fact.opinionId)), now),
  };
}
