/* `npm run bench -- city`: 200 halls come back at once, each 5,000 rows behind, from one process over real uplinks to a PostgreSQL that flushes each commit (each its own connection, identity and cursor; they share the rows themselves); beside it the same rows by a cursor and nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { keepIdentity, newIdentity } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import { uplinkPace } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import { createUplink, type Uplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';
import { startPrivatePostgres } from '../../fixtures/private-postgres.ts';
import { percentile } from '../percentile.ts';
import { plainDrain } from '../sync/plain-drain.ts';
import { benchKey, measuredLine, rounded, startHub, startPlainHub, timer, watchMachine, type HubProcess } from '../sync/stage.ts';

interface Bench { readonly short: boolean; readonly print: (line: object) => void }
const quiet = pino({ level: 'silent' });

export async function run({ short, print }: Bench): Promise<void> {
  const [halls, rows] = short ? [20, 1_000] : [200, 5_000];
  const journal = memoryJournal('00000000000000aa', () => morningStart);
  const next = morning(seeded(1), 'bench');
  while (journal.rows.length < rows) journal.append(next());
  const hallIds = Array.from({ length: halls }, (_, n) => `h${n + 1}`);
  const server = await startPrivatePostgres(['fsync=on']);
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-city-'));
  try {
    const hub = await startHub(server.url, dir, hallIds);
    const told = await everybody(hub, server.url, hallIds, journal);
    await hub.stop();
    const plain = await startPlainHub(server.url);
    const from = performance.now();
    await Promise.all(hallIds.map((hallId) => plainDrain(plain.url, hallId, journal)));
    const cursorOnlyS = (performance.now() - from) / 1_000;
    await plain.stop();
    print({
      bench: 'city', halls, rowsEach: journal.rows.length, ...told, cursorOnlySeconds: rounded(cursorOnlyS), ofCursorOnly: rounded(cursorOnlyS / told.seconds),
      meets: { seconds: told.seconds <= 20, hubMb: told.hubMb <= 600 },
    });
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function everybody(hub: HubProcess, database: string, hallIds: readonly string[], rows: MemoryJournal) {
  const pushes = measuredLine();
  const use = await watchMachine(hub, database);
  const uplinks = hallIds.map((hallId, n): Uplink => {
    const chance = seeded(n + 1);
    return createUplink({
      url: hub.url, key: benchKey, hallName: '测试', journal: rows.copy(chance.hex(8)), identity: keepIdentity(newIdentity(hallId, chance.hex), () => Promise.resolve(), chance.hex), open: pushes.open,
      clock: () => morningStart + Math.round(performance.now()), timer, random: chance, log: quiet, pace: uplinkPace,
    });
  });
  while (uplinks.some((uplink) => uplink.uplinkState() !== 'caughtUp')) await new Promise((resolve) => { setTimeout(resolve, 5); });
  const { seconds, hallCpuS: hallsCpuS, ...used } = await use();
  await Promise.all(uplinks.map((uplink) => uplink.close()));
  const { busy, acksMs } = pushes.told();
  return { seconds: rounded(seconds), docsPerS: Math.round(hallIds.length * rows.rows.length / seconds), busy, ackP50Ms: rounded(percentile(acksMs, 0.5)), ackP99Ms: rounded(percentile(acksMs, 0.99)), ...used, hallsCpuS };
}
