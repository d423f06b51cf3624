/* The city's database as city.json names it: for the hub, and for the person who runs it. */
import { mkdir } from 'node:fs/promises';
import { CityDbUnavailable, type CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { openEmbedded } from '@kuaizhao/db/city/store/embedded.ts';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { StartRefused, type CityConfig } from './config.ts';

/** Throws `StartRefused` with one line. `broke` hears of connections that break; they are replaced by themselves. */
export async function openDatabase(config: CityConfig, broke: (reason: string) => void): Promise<CityDb> {
  try {
    await mkdir(config.data, { recursive: true, mode: 0o700 });
    if (config.database === 'embedded') return await openEmbedded(config.data);
    return await openPostgres(config.database, broke);
  } catch (error) {
    if (error instanceof CityDbUnavailable) throw new StartRefused(`the database cannot be used: ${error.message}`, { cause: error });
    throw new StartRefused(`the data directory cannot be used (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, { cause: error });
  }
}
