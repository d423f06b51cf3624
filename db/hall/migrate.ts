/* Forward-only numbered migrations: each file once, with its version in the same transaction. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

const folder = join(import.meta.dirname, '../migrations/hall');

const files = (): string[] => readdirSync(folder).filter((name) => /^\d{4}_[a-z-]+\.sql$/.test(name)).sort();
/** The number of the schema that this program writes. */
export const newestSchema = (): number => files().length;

/** Brings the file to the newest schema and gives its number. Throws when the file is newer than this program: an old agent must not write into it. */
export function migrate(sql: Database): number {
  const all = files();
  const version = sql.pragma('user_version', { simple: true }) as number;
  if (version > all.length) throw new Error(`this hall's database is of schema ${version}, this program knows ${all.length}: use the newer program`);
  // A check of a table is changed by making the table anew, and dropping the old one must not count as deleting what others point at. The pragma does nothing inside a transaction.
  sql.pragma('foreign_keys = OFF');
  try {
    for (const [index, name] of all.entries()) {
      if (index < version) continue;
      sql.transaction(() => {
        sql.exec(readFileSync(join(folder, name), 'utf8'));
        if ((sql.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error(`${name} leaves rows that point at nothing`);
        sql.pragma(`user_version = ${index + 1}`);
      }).immediate();
    }
  } finally {
    sql.pragma('foreign_keys = ON');
  }
  return all.length;
}
