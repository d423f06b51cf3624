/* Forward-only numbered migrations of the city: each file once, recorded in its own transaction. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityDb } from './city-db.ts';

const folder = join(import.meta.dirname, '../../migrations/city');
/** Any number of ours: two hubs that start at once must not migrate at once. */
const lockKey = 4_201_001;

/** Brings the schema to the newest version and gives its number. Throws when the database is newer than this program: an old hub must not write into it. */
export async function migrate(db: Pick<CityDb, 'transaction'>): Promise<number> {
  const files = readdirSync(folder).filter((name) => /^\d{4}_[a-z-]+\.sql$/.test(name)).sort();
  await db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await sql.script('CREATE TABLE IF NOT EXISTS schema_migration (version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
  });
  for (;;) {
    const version = await db.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
      const [row] = await sql.query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM schema_migration');
      const done = row?.version ?? 0;
      if (done > files.length) throw new Error(`the city's database is of schema ${done}, this program knows ${files.length}: use the newer program`);
      const name = files[done];
      if (name === undefined) return done;
      await sql.script(readFileSync(join(folder, name), 'utf8'));
      await sql.query('INSERT INTO schema_migration (version, name) VALUES ($1, $2)', [done + 1, name]);
      return done + 1;
    });
    if (version === files.length) return version;
  }
}
