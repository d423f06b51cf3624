/* The city's database inside this process, on PGlite in a directory: to try a city out. It is safe against a killed process, not against a power cut (PGlite runs with fsync off). */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types, type Transaction as LiteTransaction } from '@electric-sql/pglite';
import { CityDbUnavailable, isColumn, reasonOf, type CityDb, type Sql, type SqlValue } from './city-db.ts';
import { lockDirectory } from './directory-lock.ts';
import { lookedAtLater } from './looked-at-later.ts';
import { migrate } from './migrate.ts';

/** Opens or makes the database in `dataDir`. Throws `CityDbUnavailable` when another process has it or it cannot be opened. */
export async function openEmbedded(dataDir: string): Promise<CityDb> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(dataDir);
  let lite: PGlite | undefined;
  try {
    const home = join(dataDir, 'pglite');
    if (!existsSync(home)) await makeIn(home);
    lite = await PGlite.create({ dataDir: home, parsers: { [types.INT8]: Number, [types.DATE]: String } });
    const db = over(lite, unlock);
    await migrate(db);
    return db;
  } catch (error) {
    await lite?.close().catch(() => undefined);
    unlock();
    throw new CityDbUnavailable(reasonOf(error), { cause: error });
  }
}

/** Made beside its place and moved there when it is whole: a process that ends while PGlite makes its files leaves a database that never opens again. */
async function makeIn(home: string): Promise<void> {
  const unfinished = `${home}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const lite = await PGlite.create({ dataDir: unfinished });
  await lite.close();
  await rename(unfinished, home);
}

function over(lite: PGlite, unlock: () => void): CityDb {
  let closing: Promise<void> | undefined;
  return {
    kind: 'embedded',
    ...sqlOver(lite),
    // PGlite runs one transaction at a time; the next waits.
    transaction: (work) => lite.transaction(async (tx) => {
      const sql = sqlOver(tx);
      const under: Promise<unknown>[] = [];
      const result = await work({ ...sql, soon(text, values) { under.push(lookedAtLater(sql.query(text, values))); } });
      await Promise.all(under);
      return result;
    }),
    close: () => (closing ??= lite.close().finally(unlock)),
  };
}

const sqlOver = (runner: PGlite | LiteTransaction): Sql => ({
  async query<T extends object>(text: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return (await runner.query<T>(text, values.map((value) => (isColumn(value) ? value.values : value)))).rows;
  },
  async script(text) {
    await runner.exec(text);
  },
});
