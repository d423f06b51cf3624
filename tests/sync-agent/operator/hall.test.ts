/* The tools of a hall: a backup is one checked file, a restore begins a new epoch and reads back; what is wrong is refused by name, and nothing that was there is lost. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { packBackup, unpackBackup } from '@kuaizhao/sync-agent/hall/operator/backup-file.ts';
import { operateHall, readHallArguments, type HallAnswer } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { openEngine, tempDir } from '../../fixtures/engine.ts';
import { workDay } from '../../db/hall/records/worked-day.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const given = (over: object = {}) => ({ config: 'hall.json', json: true, ...over });
const worked = async (): Promise<{ data: string; rows: number }> => {
  const hall = openEngine();
  await workDay(hall, 0, 3);
  const rows = hall.db.journal.head().seq;
  hall.db.close();
  return { data: hall.dir, rows };
};
const of = (data: string, command: string, over: object = {}): HallAnswer => operateHall(data, 'h1', command, given(over));

test('arguments are checked whole', () => {
  expect(readHallArguments(['status', '--config', 'x', '--json'])).toEqual({ command: 'status', given: { config: 'x', json: true } });
  for (const args of [['status'], ['status', 'again', '--config', 'x'], ['status', '--config', 'x', '--other', '1'], ['restore', '--config', 'x', '--file', 'y', '--code', '123']]) expect(readHallArguments(args)).toBeUndefined();
  expect(of(tempDir(), 'nothing')).toEqual({ ok: false, refusal: 'unknownCommand' });
  expect(of(tempDir(), 'status')).toEqual({ ok: false, refusal: 'noHall' });
  expect(of(tempDir(), 'backup')).toEqual({ ok: false, refusal: 'badArguments' });
});

test('§6 §10 status, verify, backup and restore of a day of work', async () => {
  const { data, rows } = await worked();
  expect(of(data, 'status')).toMatchObject({ ok: true, rows, waiting: rows, conflicts: 0 });
  expect(of(data, 'verify')).toMatchObject({ ok: true, rows, intact: true, chain: true });
  const file = join(tempDir(), 'monday.kzb');
  expect(of(data, 'backup', { file })).toMatchObject({ ok: true, rows });
  expect(of(data, 'backup', { file })).toEqual({ ok: false, refusal: 'fileExists' });
  const empty = join(tempDir(), 'new-machine');
  const restored = of(empty, 'restore', { file, code: '12345678' });
  expect(restored).toMatchObject({ ok: true, rows, readBack: true });
  const identity: unknown = JSON.parse(readFileSync(join(empty, 'identity.json'), 'utf8'));
  expect(identity).toMatchObject({ hall: 'h1', seq: 0, readBack: true, restoreCode: '12345678' });
  const db = openHallDb(empty, 'cccccccccccccccc');
  expect(db.journal.head().seq).toBe(rows);
  // An agent owns its file.
  for (const command of ['status', 'verify']) expect(of(empty, command)).toEqual({ ok: false, refusal: 'agentRunning' });
  expect(of(empty, 'restore', { file })).toEqual({ ok: false, refusal: 'agentRunning' });
  db.close();
  // Once more over it: what was there is kept beside it.
  const again = of(empty, 'restore', { file });
  expect(again.ok && typeof again['kept'] === 'string' && existsSync(join(again['kept'], 'hall.db'))).toBe(true);
});

test('a backup with any byte changed is none, nor is that of another hall', async () => {
  const { data } = await worked();
  const file = join(tempDir(), 'backup.kzb');
  of(data, 'backup', { file });
  const good = readFileSync(file);
  const chance = seeded(4);
  for (let n = 0; n < 40; n++) {
    const bad = Buffer.from(good);
    const at = chance.below(bad.length);
    bad[at] = (bad[at] ?? 0) ^ (1 << chance.below(8));
    const opened = unpackBackup(bad);
    expect(opened === undefined || opened.hallId !== 'h1').toBe(true);
  }
  expect(unpackBackup(good.subarray(0, good.length - 1))).toBeUndefined();
  const other = join(tempDir(), 'other.kzb');
  writeFileSync(other, packBackup('h2', unpackBackup(good)?.files ?? {}));
  expect(of(data, 'restore', { file: other })).toEqual({ ok: false, refusal: 'otherHall' });
  writeFileSync(other, 'something else');
  expect(of(data, 'restore', { file: other })).toEqual({ ok: false, refusal: 'notABackup' });
  expect(of(data, 'verify')).toMatchObject({ ok: true });
});

test('§7 verify finds a row that the disk changed', async () => {
  const { data } = await worked();
  const path = join(data, 'hall.db');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('"type":"ticketIssued"');
  expect(at).toBeGreaterThan(0);
  bytes.write('"type":"ticketXssued"', at);
  writeFileSync(path, bytes);
  expect(of(data, 'verify')).toEqual({ ok: false, refusal: 'damaged' });
});
