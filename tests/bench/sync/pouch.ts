/* The same rows as documents of a PouchDB on LevelDB, replicated to an express-pouchdb of its own process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { ended, readyUrl, rounded } from './stage.ts';

interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<readonly { readonly ok?: boolean }[]>;
  info(): Promise<{ readonly doc_count: number }>;
  readonly replicate: { to(there: Pouch, settings: { readonly batch_size: number }): Promise<{ readonly ok: boolean; readonly docs_written: number }> };
  close(): Promise<void>;
}
/** As much of PouchDB as is used here; it comes without types. */
export interface PouchConstructor { new (name: string): Pouch; defaults(settings: { readonly prefix: string }): PouchConstructor }

export interface PouchTold { readonly batchRows: number; readonly docsPerS: number; /** everything that came to the hub, HTTP's own with it */ readonly wireBytesPerDoc: number }

/** Each batch size into a database of its own at the hub. */
export async function replicated(dir: string, { rows }: MemoryJournal, batchSizes: readonly number[]): Promise<PouchTold[]> {
  for (const side of ['hall', 'hub']) mkdirSync(join(dir, side), { recursive: true });
  const Pouch = createRequire(import.meta.url)('pouchdb-node') as PouchConstructor;
  const hub = spawn(process.execPath, ['tests/bench/sync/pouch-hub.ts', join(dir, 'hub')], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  const received = async (): Promise<number> => {
    hub.send('bytes');
    return (await once(hub, 'message') as [number])[0];
  };
  try {
    if (hub.stdout === null) throw new Error('no output to read');
    const url = await readyUrl(hub.stdout);
    const here = new Pouch(join(dir, 'hall', 'journal'));
    for (let at = 0; at < rows.length; at += 1_000) {
      await here.bulkDocs(rows.slice(at, at + 1_000).map(({ seq, table, key, kind, clock, v, body }) => ({ _id: String(seq).padStart(9, '0'), table, key, kind, clock, v, body })));
    }
    const told: PouchTold[] = [];
    for (const batchRows of batchSizes) {
      const there = new Pouch(`${url}/batches-of-${batchRows}`);
      await there.info();
      const [before, from] = [await received(), performance.now()];
      await here.replicate.to(there, { batch_size: batchRows });
      const seconds = (performance.now() - from) / 1_000;
      const bytes = await received() - before;
      const { doc_count: arrived } = await there.info();
      if (arrived !== rows.length) throw new Error(`${arrived} documents of ${rows.length} arrived`);
      told.push({ batchRows, docsPerS: Math.round(rows.length / seconds), wireBytesPerDoc: rounded(bytes / rows.length) });
    }
    await here.close();
    return told;
  } finally {
    await ended(hub);
  }
}
