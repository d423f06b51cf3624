/* The tools of a hall: a backup is one checked file, a restore begins a new epoch and reads back; what is wrong is refused by name, and nothing that was there is lost. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { makeBackupKey, openSealedFile, sealFile } from '@kuaizhao/db/sealing/sealed-file.ts';
import { packBackup, unpackBackup } from '@kuaizhao/sync-agent/hall/operator/backup-file.ts';
import { backupKey, operateHall, readHallArguments, type HallAnswer } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { morning, openEngine, tempDir } from '../../fixtures/engine.ts';
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
const of = (data: string, command: string, over: object = {}, backupKey?: string): HallAnswer => operateHall({ data, hallId: 'h1', backupKey }, command, given(over), morning);

test('arguments are checked whole', () => {
  expect(readHallArguments(['status', '--config', 'x', '--json'])).toEqual({ command: 'status', given: { config: 'x', json: true } });
  for (const args of [['status'], ['status', 'again', '--config', 'x'], ['status', '--config', 'x', '--other', '1'], ['restore', '--config', 'x', '--file', 'y', '--code', '123'], ['backup-key', '--config', 'x', '--file', 'y']]) expect(readHallArguments(args)).toBeUndefined();
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

test('a sealed backup opens with the offline key alone, tells nothing without it, and any change or cut is noticed', async () => {
  const { data, rows } = await worked();
  const away = tempDir();
  const [secret, other, file] = [join(away, 'offline.key'), join(away, 'other.key'), join(tempDir(), 'monday.kzb')];
  const made = backupKey(given({ file: secret }));
  expect(backupKey(given({ file: secret }))).toEqual({ ok: false, refusal: 'fileExists' });
  backupKey(given({ file: other }));
  expect(statSync(secret).mode & 0o077).toBe(0);
  const publicKey = made.ok ? String(made['backupKey']) : '';
  expect(readFileSync(secret, 'utf8')).not.toContain(publicKey);
  expect(of(data, 'backup', { file }, publicKey)).toMatchObject({ ok: true, rows, sealed: true });
  // Nothing is left beside it, neither there nor here.
  expect([readdirSync(join(file, '..')), readdirSync(data).filter((name) => name.startsWith('backup-'))]).toEqual([['monday.kzb'], []]);
  const sealed = readFileSync(file);
  for (const told of ['SQLite format', '"hallId"', readFileSync(join(data, 'hall.key'), 'utf8').trim(), 'ticketIssued']) expect([told, sealed.includes(told)]).toEqual([told, false]);
  const empty = (): string => join(tempDir(), 'new-machine');
  expect(of(empty(), 'restore', { file })).toEqual({ ok: false, refusal: 'keyNeeded' });
  for (const key of [other, file, join(away, 'none')]) expect(of(empty(), 'restore', { file, key })).toEqual({ ok: false, refusal: 'keyWrong' });
  const chance = seeded(5);
  const bad = join(away, 'bad.kzb');
  for (const spoilt of [sealed.subarray(0, sealed.length - 1), sealed.subarray(0, sealed.length - 20), sealed.subarray(0, 60), sealed.subarray(0, 24), Buffer.concat([sealed, Buffer.alloc(20)]),
    ...Array.from({ length: 20 }, () => { const copy = Buffer.from(sealed); const at = chance.below(copy.length); copy[at] = (copy[at] ?? 0) ^ 1; return copy; })]) {
    writeFileSync(bad, spoilt);
    const answer = of(empty(), 'restore', { file: bad, key: secret });
    expect(answer.ok || !['notABackup', 'keyWrong'].includes(answer.refusal)).toBe(false);
  }
  const place = empty();
  expect(of(place, 'restore', { file, key: secret })).toMatchObject({ ok: true, rows });
  const db = openHallDb(place, 'cccccccccccccccc');
  expect(db.journal.head().seq).toBe(rows);
  db.close();
  // One of before there was a key for backups still opens, and says that it is not sealed.
  const open = join(away, 'open.kzb');
  const unsealedAnswer = of(data, 'backup', { file: open });
  expect(unsealedAnswer).toMatchObject({ ok: true, sealed: false });
  expect(unsealedAnswer.ok && String(unsealedAnswer['warning'])).toContain('没有封');
  expect(of(empty(), 'restore', { file: open })).toMatchObject({ ok: true, rows });
});

test('the pieces of a sealed file of several megabytes have their places: none can be left out, doubled or moved', () => {
  const pair = makeBackupKey();
  const plain = Buffer.alloc(2_500_000, 'abc');
  const [head = Buffer.of(), ...pieces] = [...sealFile(pair.publicKey, plain)];
  expect(pieces).toHaveLength(3);
  const opened = openSealedFile(pair.secret, Buffer.concat([head, ...pieces]));
  expect(opened.ok && opened.plain.equals(plain)).toBe(true);
  const [first = head, second = head, third = head] = pieces;
  for (const wrong of [[first, third], [first, second], [second, first, third], [first, second, second, third], [first, first, third], []]) expect(openSealedFile(pair.secret, Buffer.concat([head, ...wrong]))).toEqual({ ok: false, reason: 'damaged' });
  for (const length of [0, 1, 1_048_576, 2_097_152]) {
    const small = openSealedFile(pair.secret, Buffer.concat([...sealFile(pair.publicKey, plain.subarray(0, length))]));
    expect(small.ok && small.plain.length).toBe(length);
  }
});

test('a new key: refused while the agent runs, used from the next start, told by status, and a backup carries all keys', async () => {
  const { data, rows } = await worked();
  expect(of(data, 'status')).toMatchObject({ ok: true, sealed: expect.stringMatching(/^international key 1: \d+ boxes, \d+ indexes$/) });
  const running = openHallDb(data, 'cccccccccccccccc');
  expect(of(data, 'new-key')).toEqual({ ok: false, refusal: 'agentRunning' });
  running.close();
  expect(of(data, 'new-key', { file: 'x' })).toEqual({ ok: false, refusal: 'badArguments' });
  expect(of(join(data, 'elsewhere'), 'new-key')).toEqual({ ok: false, refusal: 'noHall' });
  expect(of(data, 'new-key')).toEqual({ ok: true, keyId: 2 });
  const next = openHallDb(data, 'dddddddddddddddd');
  for (let n = 0; n < 3; n += 1) next.rotation.step(20, 1);
  next.close();
  expect(of(data, 'status')).toMatchObject({ ok: true, sealed: expect.stringMatching(/^international key 1: .*; international key 2: [1-9]\d* boxes/) });
  const [file, elsewhere] = [join(tempDir(), 'two-keys.kzb'), join(tempDir(), 'new-machine')];
  expect(of(data, 'backup', { file })).toMatchObject({ ok: true });
  expect(of(elsewhere, 'restore', { file })).toMatchObject({ ok: true, rows });
  openHallDb(elsewhere, 'eeeeeeeeeeeeeeee').close();
});
