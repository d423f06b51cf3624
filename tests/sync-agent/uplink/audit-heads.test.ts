/* A hall's audit and its city, both real: heads go up by themselves, and a hall whose disk went back, or whose rows somebody cut off, is found out by what the city was told. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditHeads, type KeptHeads } from '@kuaizhao/db/city/audit/heads.ts';
import { troubledHalls } from '@kuaizhao/db/city/troubles/read.ts';
import { auditHeadsPerTenMinutes } from '@kuaizhao/sync-agent/contract/city/audit-heads.ts';
import { readOrMakeAuditKey, signHead } from '@kuaizhao/db/sealing/audit-key.ts';
import { answerHeads } from '@kuaizhao/sync-agent/city/audit/heads-door.ts';
import { openDatabase } from '@kuaizhao/sync-agent/city/open-database.ts';
import { readHeads } from '@kuaizhao/sync-agent/hall/audit/heads-file.ts';
import { runAudit } from '@kuaizhao/sync-agent/hall/audit/tool.ts';
import { quietLog } from '../../fixtures/city/hall.ts';
import { tempDir } from '../../fixtures/engine.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openTown, type Town } from '../people/stage.ts';

const ticket = (town: Town) => town.ask('hall-a', { type: 'takeTicket', service: 'policy' });
/** What the city knows; the hub rests meanwhile, because the embedded database has one owner. */
async function atCity(town: Town) {
  await town.caughtUp('hall-a');
  await town.hubDown();
  const db = await openDatabase(town.config, () => undefined);
  const kept = await auditHeads(db, 'hall-a');
  const troubles = (await troubledHalls(db, Date.now())).halls.find(({ hallId }) => hallId === 'hall-a')?.troubles.map(({ kind }) => kind) ?? [];
  await db.close();
  await town.hubAgain();
  return { kept: kept ?? { key: null, heads: [], doubts: [] } satisfies KeptHeads, troubles };
}

test('architecture §4 a hall tells how far its audit is, with its signature; a disk that went back has fewer rows than were told, and the city’s staff hear of it', async () => {
  const town = await openTown();
  await town.keepHall('hall-a', 'old-disk');
  for (let n = 0; n < 3; n += 1) await ticket(town);
  // The agent signs when it ends, and tells when it is let in again.
  await town.hallAgain('hall-a');
  const signed = readHeads(join(town.dir, 'hall-a')).heads;
  await eventually('the city knows the newest head', async () => {
    const { kept } = await atCity(town);
    return kept.heads.some(({ count }) => count > (signed.at(-2)?.count ?? 0));
  });
  const before = await atCity(town);
  expect(before.kept.key).toBe(readOrMakeAuditKey(join(town.dir, 'hall-a', 'audit.key')).publicKey);
  expect([before.kept.doubts, before.troubles.filter((kind) => kind.startsWith('audit'))]).toEqual([[], []]);
  await town.hallAgain('hall-a', 'old-disk');
  await eventually('the city has heard that the audit went back', async () => (await atCity(town)).troubles.includes('auditBack'));
  // The tool finds it with what the city keeps, whatever lies beside the database.
  const file = join(tempDir(), 'heads.json');
  const { kept } = await atCity(town);
  writeFileSync(file, JSON.stringify({ ok: true, hallId: 'hall-a', ...kept }));
  const data = join(town.dir, 'hall-a');
  const copy = join(tempDir(), 'copy');

  await town.keepHall('hall-a', 'looked-at');
  mkdirSync(copy);
  cpSync(join(town.dir, 'looked-at'), join(copy, 'hall.db'));
  cpSync(join(data, 'audit.key'), join(copy, 'audit.key'));
  expect(runAudit('verify', { json: true }, { data: copy, hallId: 'hall-a' }, Date.now())).toMatchObject({ ok: true });
  expect(runAudit('verify', { json: true, head: file }, { data: copy, hallId: 'hall-a' }, Date.now())).toMatchObject({ ok: false, refusal: 'auditBroken' });
}, 120_000);

test('architecture §4 a backup that was put back is another epoch, and no trouble of the audit', async () => {
  const town = await openTown();
  await ticket(town);
  await eventually('the city knows the first epoch', async () => (await atCity(town)).kept.heads.length > 0);
  const file = join(tempDir(), 'monday.kzb');
  expect(await town.operateHall('hall-a', 'backup', file)).toMatchObject({ ok: true });
  for (let n = 0; n < 3; n += 1) await ticket(town);
  expect(await town.operateHall('hall-a', 'restore', file)).toMatchObject({ ok: true });
  await eventually('the city knows the new epoch', async () => new Set((await atCity(town)).kept.heads.map(({ epoch }) => epoch)).size === 2);
  expect((await atCity(town)).troubles.filter((kind) => kind.startsWith('audit'))).toEqual([]);
}, 120_000);

test('architecture §4 the hub takes a head from the hall that it names, signed by the key in it, after its welcome, and not without end', async () => {
  const key = readOrMakeAuditKey(join(tempDir(), 'audit.key'));
  const head = signHead(key, { hall: 'h1', epoch: 'a'.repeat(16), count: 7, hash: '1'.repeat(64), at: 1_800_000_000_000 });
  let [welcome, now, kept] = [false, 1_000, 0];
  const answer = answerHeads({ hallId: 'h1', isWelcome: () => welcome, keep: () => { kept += 1; return Promise.resolve(kept === 2 ? 'back' : undefined); }, now: () => now, log: quietLog });
  expect(await answer(head)).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
  welcome = true;
  expect([await answer(head), await answer(head)]).toEqual([{ kind: 'kept' }, { kind: 'kept', doubt: 'back' }]);
  for (const bad of [null, 'x', {}, { ...head, more: 1 }, { ...head, count: 0 }, { ...head, hash: 'short' }, JSON.parse('{"__proto__":{"hall":"h1"}}')]) expect(await answer(bad)).toEqual({ kind: 'refuse', reason: 'malformed' });
  for (const bad of [{ ...head, count: 8 }, { ...head, hall: 'h2' }, signHead(key, { ...head, hall: 'h2' }), { ...head, key: 'A'.repeat(43) }]) expect(await answer(bad)).toMatchObject({ kind: 'refuse' });
  expect(kept).toBe(2);
  for (let n = 0; n < auditHeadsPerTenMinutes; n += 1) await answer(head);
  expect(await answer(head)).toEqual({ kind: 'refuse', reason: 'tooOften' });
  now += 600_000;
  expect(await answer(head)).toEqual({ kind: 'kept' });
});
