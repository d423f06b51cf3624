/* `npm run bench -- sync`: halls drain their journals, one after the other, to a hub of its own process on a PostgreSQL that flushes each commit, by all rules, then one reads a feed back into its file; beside it the same rows by a cursor alone, written in batches by one process without any rule, and replicated by PouchDB; at last a hall with a long backlog (`behind`). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { keepIdentity, newIdentity } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { uplinkPace } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import { createUplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';
import { startPrivatePostgres } from '../../fixtures/private-postgres.ts';
import { behind } from '../behind/main.ts';
import { percentile } from '../percentile.ts';
import { plainDrain } from './plain-drain.ts';
import { replicated } from './pouch.ts';
import { pull } from './pull.ts';
import { benchKey, measuredLine, rounded, startHub, startPlainHub, timer, watchMachine, type HubProcess, type MachineUse } from './stage.ts';

interface Bench { readonly short: boolean; readonly print: (line: object) => void }
/** A hub runs for weeks: what the first halls after its start pay, while V8 still learns its work, is told apart. */
const coldHalls = 2;
const warmHalls = 5;
const plainBatches = [1, 100, 500] as const;
const pouchBatches = [100, 1_000] as const;
const quiet = pino({ level: 'silent' });

export async function run({ short, print }: Bench): Promise<void> {
  const [docs, pouchDocs] = short ? [10_000, 2_000] : [50_000, 50_000];
  const server = await startPrivatePostgres(['fsync=on']);
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-sync-'));
  const hallIds = Array.from({ length: coldHalls + warmHalls }, (_, n) => `h${n}`);
  const hub = await startHub(server.url, dir, [...hallIds, 'reader']);
  try {
    const drained: Drained[] = [];
    for (const hallId of hallIds) drained.push(await drain(hub, hallId, filled(docs, hallId), server.url));
    const journal = filled(docs, 'bench');
    const [cold, pushed] = [together(drained.slice(0, 1)), together(drained.slice(coldHalls))];
    const pulled = await pull(hub, 'reader', server.url, dir, docs);
    const plain = await withoutRules(server.url, journal);
    const ceiling = await batchedUpserts(server.url, journal);
    const pouch = await replicated(dir, pouchDocs === docs ? journal : filled(pouchDocs, 'bench'), pouchBatches);
    await hub.stop();
    const backlog = await behind(short);
    const [cursorOnly, peer] = [Math.max(...plain.map(({ docsPerS }) => docsPerS)), Math.max(...pouch.map(({ docsPerS }) => docsPerS))];
    print({
      bench: 'sync', docs, ...pushed, eachDocsPerS: drained.map(({ docsPerS }) => docsPerS), coldDocsPerS: cold.docsPerS, coldAckP99Ms: cold.ackP99Ms, ...pulled, batchRows: uplinkLimits.rowsPerBatch, cursorOnly: plain, ofCursorOnly: rounded(pushed.docsPerS / cursorOnly), ceilingDocsPerS: ceiling, ofCeiling: rounded(pushed.docsPerS / ceiling),
      pouchDocs, pouch, timesPouch: rounded(pushed.docsPerS / peer), behind: backlog,
      meets: { docsPerS: pushed.docsPerS >= 45_000, bytesPerDoc: pushed.bytesPerDoc <= 35, ackP99: pushed.ackP99Ms <= 50, hubMb: pushed.hubMb <= 600, pullRowsPerS: pulled.pullRowsPerS >= 60_000, aheadOfPouch: pushed.docsPerS > peer, ...backlog.meets },
    });
  } finally {
    await hub.stop();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function filled(docs: number, name: string): MemoryJournal {
  const journal = memoryJournal('00000000000000aa', () => morningStart);
  const next = morning(seeded(1), name);
  while (journal.rows.length < docs) journal.append(next());
  return journal;
}

interface Drained extends Omit<MachineUse, 'seconds'> { readonly docsPerS: number; readonly bytesPerDoc: number; readonly acksMs: readonly number[] }

/** The median of these halls, and all their acknowledgements. */
function together(halls: readonly Drained[]) {
  const median = (of: (hall: Drained) => number): number => percentile(halls.map(of), 0.5);
  const acks = halls.flatMap(({ acksMs }) => acksMs);
  return {
    docsPerS: median((hall) => hall.docsPerS), bytesPerDoc: median((hall) => hall.bytesPerDoc), ackP50Ms: rounded(percentile(acks, 0.5)), ackP99Ms: rounded(percentile(acks, 0.99)),
    hubCpuS: median((hall) => hall.hubCpuS), hallCpuS: median((hall) => hall.hallCpuS), databaseCpuS: median((hall) => hall.databaseCpuS), hubMb: Math.max(...halls.map(({ hubMb }) => hubMb)),
  };
}

async function drain(hub: HubProcess, hallId: string, journal: MemoryJournal, database: string): Promise<Drained> {
  const pushes = measuredLine();
  const chance = seeded(2);
  const use = await watchMachine(hub, database);
  const uplink = createUplink({
    url: hub.url, key: benchKey, hallName: '测试', journal, identity: keepIdentity(newIdentity(hallId, chance.hex), () => Promise.resolve(), chance.hex), open: pushes.open,
    clock: () => morningStart, timer, random: chance, log: quiet, pace: uplinkPace,
  });
  while (uplink.uplinkState() !== 'caughtUp') await new Promise((resolve) => { setTimeout(resolve, 2); });
  const { seconds, ...used } = await use();
  await uplink.close();
  const { bytes, acksMs } = pushes.told();
  return { docsPerS: Math.round(journal.rows.length / seconds), bytesPerDoc: Math.round(10 * bytes / journal.rows.length) / 10, acksMs, ...used };
}

/** The same rows over socket.io with acknowledgements into PostgreSQL, by a cursor and nothing else, at several sizes of batches. */
async function withoutRules(database: string, journal: MemoryJournal) {
  const hub = await startPlainHub(database);
  try {
    await plainDrain(hub.url, 'cold', journal);
    const told = [];
    for (const batchRows of plainBatches) {
      // Row by row it takes a transaction each: a tenth of them tells as much.
      const docs = batchRows === 1 ? journal.rows.length / 10 : journal.rows.length;
      const { seconds, bytes, acksMs } = await plainDrain(hub.url, `by-${batchRows}`, journal, batchRows, Math.round(docs));
      told.push({ batchRows, docsPerS: Math.round(docs / seconds), bytesPerDoc: rounded(bytes / docs), ackP50Ms: rounded(percentile(acksMs, 0.5)), ackP99Ms: rounded(percentile(acksMs, 0.99)) });
    }
    return told;
  } finally {
    await hub.stop();
  }
}

/** The same rows in batches of 512 into one table with its key, and nothing else. */
async function batchedUpserts(database: string, { rows }: MemoryJournal): Promise<number> {
  const db = await openPostgres(database, () => undefined);
  await db.script('CREATE TABLE plain (seq bigint PRIMARY KEY, key text, kind text, clock bigint, body text)');
  const from = performance.now();
  for (let at = 0; at < rows.length; at += 512) {
    const batch = rows.slice(at, at + 512).map(({ seq, key: about, kind, clock, body }) => ({ seq, key: about, kind, clock, body }));
    await db.query('INSERT INTO plain SELECT * FROM json_to_recordset($1::json) AS r (seq bigint, key text, kind text, clock bigint, body text) ON CONFLICT (seq) DO UPDATE SET body = excluded.body', [JSON.stringify(batch)]);
  }
  const seconds = (performance.now() - from) / 1_000;
  await db.close();
  return Math.round(rows.length / seconds);
}
