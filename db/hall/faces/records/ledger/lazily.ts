/* Statements whose text depends on which wishes a question carries: each text prepared once, at its first use. */
import type { Database, Statement } from 'better-sqlite3';

/** As many texts as there are combinations of wishes; more would mean that a value has slipped into a text. */
const textsLimit = 64;

export function openLazily(sql: Database) {
  const prepared = new Map<string, Statement>();
  return <R>(text: string, values: Record<string, string | number>): R[] => {
    let statement = prepared.get(text);
    if (statement === undefined) {
      if (prepared.size >= textsLimit) throw new Error('too many texts of statements: a value must be a parameter');
      statement = sql.prepare(text);
      prepared.set(text, statement);
    }
    return statement.all(values) as R[];
  };
}
