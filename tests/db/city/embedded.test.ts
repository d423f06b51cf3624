/* The embedded database: one process a directory, and a first start that was cut off does not spoil the second. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbedded } from '@kuaizhao/db/city/store/embedded.ts';

let data: string;
beforeEach(async () => { data = await mkdtemp(join(tmpdir(), 'kuaizhao-city-')); });
afterEach(() => rm(data, { recursive: true, force: true }));

it('opens where an earlier start was cut off, and for one owner at a time', async () => {
  await mkdir(join(data, 'pglite.unfinished'));
  await writeFile(join(data, 'pglite.unfinished', 'PG_VERSION'), 'half a database');
  // The number of a process that is gone.
  await writeFile(join(data, 'owner.pid'), '4194999');
  const db = await openEmbedded(data);
  await expect(openEmbedded(data)).rejects.toThrow(`process ${process.pid} already uses the data directory`);
  await db.close();
  const again = await openEmbedded(data);
  const migrations = (await readdir(join(import.meta.dirname, '../../../db/migrations/city'))).length;
  expect(await again.query('SELECT count(*) AS n FROM schema_migration')).toEqual([{ n: migrations }]);
  await again.close();
});

it('does not open a database that a newer program has changed', async () => {
  const db = await openEmbedded(data);
  await db.query('INSERT INTO schema_migration (version, name) VALUES (99, $1)', ['0099_future.sql']);
  await db.query('DELETE FROM schema_migration WHERE version < 99');
  await db.close();
  await expect(openEmbedded(data)).rejects.toThrow('use the newer program');
});
