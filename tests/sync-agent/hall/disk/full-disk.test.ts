/* A disk that is really full: a small file system of its own, filled to the last block. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { alarmRulesOf, alarmsOf } from '@kuaizhao/db/domain/hall/alarms.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { checkHallFile } from '@kuaizhao/db/hall/check-file.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { ballastBytes, ballastFile, giveUpBallast, makeBallast } from '@kuaizhao/sync-agent/hall/disk/ballast.ts';
import { createDisk } from '@kuaizhao/sync-agent/hall/disk/disk.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { operateHall } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { recordsQueries } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import { createDesk } from '@kuaizhao/sync-agent/hall/queries/desk.ts';
import { recordsAnswers } from '@kuaizhao/sync-agent/hall/records/answer-queries.ts';
import { kioskActor, openEngine, refusalOf, tempDir } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';

const megabyte = 1024 * 1024;
const ballastMb = 2;

function smallDisk(): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
}
const removeDisk = (dir: string): void => {
  execFileSync('umount', ['-l', dir]);
  rmSync(dir, { recursive: true });
};
/** None where nobody may mount: the ballast itself is tried there, and the rest on the machines that may. */
const disks = (() => {
  const dir = smallDisk();
  if (dir === undefined) return [];
  removeDisk(dir);
  return ['tmpfs'];
})();

/** Writes until so much is left, or not one byte goes in any more. */
function fill(path: string, leave: number): void {
  const file = openSync(path, 'a');
  const block = Buffer.alloc(4_096, 7);
  try {
    const dir = join(path, '..');
    for (;;) {
      const { bavail, bsize } = statfsSync(dir);
      if (bavail * bsize <= leave) return;
      writeSync(file, block);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

function openSmallHall() {
  const root = smallDisk();
  if (root === undefined) throw new Error('no small disk');
  onTestFinished(() => removeDisk(root));
  const hall = openEngine(root);
  const told: string[] = [];
  const disk = createDisk({ folder: root, ballastMb, clock: { now: () => hall.clock.now, after: () => () => undefined }, log: pino({ level: 'info' }, { write: (line: string) => { told.push(line); } }), changed: () => undefined });
  const problems: unknown[] = [];
  const engine = createEngine({ db: hall.db, settings: hall.settings, now: () => hall.clock.now, newId: () => `id-${++ids}`, soon: (run) => { setImmediate(run); }, committed: () => undefined, failed: (error) => { problems.push(error); }, diskFull: disk.full });
  let [ids, commands] = [0, 0];
  const register = (n: number, commandId = `command-full-${++commands}`): Promise<Answer> =>
    engine.handle({ type: 'registerWorker', commandId, card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] }, kioskActor);
  return { root, hall, disk, told, problems, engine, register };
}

test.each(disks)('sync §2.22 a full disk: the ballast is given up and the morning goes on; then each command is refused by name, nothing is half written, and all of it heals by itself', async () => {
  const { root, hall, disk, told, problems, register } = openSmallHall();
  await disk.look();
  expect([disk.now().state, ballastBytes(root)]).toEqual(['ok', ballastMb * megabyte]);
  const answers = new Map<string, Answer>();
  let people = 0;
  const work = async (): Promise<string> => {
    const commandId = `command-work-${++people}`;
    const answer = await register(people, commandId);
    if (answer.ok) answers.set(commandId, answer);
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  for (let n = 0; n < 10; n += 1) expect(await work()).toBe('ok');

  // To the last block: the next commits need some, and get them out of the ballast.
  fill(join(root, 'filler'), 0);
  for (let n = 0; n < 400 && disk.now().state !== 'full'; n += 1) expect(await work()).toBe('ok');
  expect([disk.now().state, ballastBytes(root)]).toEqual(['full', 0]);
  expect(problems.map((error) => (error as { code?: string }).code)).toEqual(['SQLITE_FULL']);
  expect(told.join('')).toContain('the disk is full');
  expect(alarmsOf({ services: [], windows: [], devices: [], unheard: 0, papers: 0, disk: disk.now() }, alarmRulesOf({}), hall.clock.now)).toMatchObject([{ kind: 'diskFull' }]);

  // The ballast is used up, too.
  fill(join(root, 'filler'), 0);
  let said = 'ok';
  for (let n = 0; n < 400 && said === 'ok'; n += 1) said = await work();
  expect(said).toBe('diskFull');
  const refusedId = `command-work-${people}`;
  const head = hall.db.journal.head();
  expect(await register(500, 'command-refused')).toMatchObject({ ok: false, refusal: { code: 'diskFull' } });
  expect(hall.db.journal.head()).toEqual(head);
  await disk.look();
  expect([disk.now().state, ballastBytes(root), disk.room()]).toEqual(['full', 0, false]);
  // What was answered is answered the same out of a disk that takes nothing.
  for (const [commandId, answer] of answers) expect(await register(Number(commandId.split('-').at(-1)), commandId)).toEqual(answer);

  // Somebody makes room: nothing has to be started anew.
  rmSync(join(root, 'filler'));
  expect(refusalOf(await register(people, refusedId))).toBe('none');
  expect(refusalOf(await register(500, 'command-refused'))).toBe('none');
  await disk.look();
  expect([disk.now().state, ballastBytes(root), disk.room()]).toEqual(['ok', ballastMb * megabyte, true]);
  hall.close();
  expect(checkHallFile(join(root, 'hall.db'), true)).toMatchObject({ intact: true, chain: true, sameOpTwice: false });
  expect(operateHall({ data: root, hallId: 'h1' }, 'status', { config: 'hall.json', json: true }, Date.now())).toMatchObject({ ok: true, ballastMb });
  const db = openHallDb(root, 'd'.repeat(16));
  expect(db.journal.read(1, 100_000).filter(({ kind }) => kind === 'workerRegistered')).toHaveLength(answers.size + 2);
  db.close();
});

test.each(disks)('sync §2.22 little room: files and new copies of tables wait, people do not', async () => {
  const { root, hall, disk, told, engine, register } = openSmallHall();
  await disk.look();
  fill(join(root, 'filler'), 1.5 * megabyte);
  await disk.look();
  expect([disk.now().state, disk.room()]).toEqual(['low', false]);
  expect(disk.now().freeMb).toBeLessThan(ballastMb);
  expect(told.join('')).toContain('little room');
  expect(alarmsOf({ services: [], windows: [], devices: [], unheard: 0, papers: 0, disk: disk.now() }, alarmRulesOf({}), hall.clock.now)).toMatchObject([{ kind: 'diskLow', count: 1 }]);
  expect(refusalOf(await register(1))).toBe('none');
  const supervisor: Actor = { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor' };
  const desk = createDesk(recordsQueries, recordsAnswers({ db: hall.db, engine, settings: hall.settings, folder: join(root, 'exports'), now: () => hall.clock.now, newId: () => 'export-1', breathe: () => Promise.resolve(), room: disk.room }));
  expect(await desk.answer('exportRecords', { what: 'jobs', format: 'csv', from: '2026-11-21', to: '2026-11-21' }, supervisor)).toEqual({ ok: false, error: { code: 'diskFull' } });
  rmSync(join(root, 'filler'));
  await disk.look();
  expect(await desk.answer('exportRecords', { what: 'jobs', format: 'csv', from: '2026-11-21', to: '2026-11-21' }, supervisor)).toMatchObject({ ok: true });
});

test.each(disks)('sync §2.22 a ballast that does not fit leaves nothing behind, and none is wanted where the configuration says so', async () => {
  const { root, disk } = openSmallHall();
  fill(join(root, 'filler'), 2.5 * megabyte);
  await disk.look();
  expect([disk.now().state, ballastBytes(root)]).toEqual(['full', 0]);
  const none = createDisk({ folder: root, ballastMb: 0, clock: { now: () => 0, after: () => () => undefined }, log: pino({ level: 'silent' }), changed: () => undefined });
  await none.look();
  expect([none.now().state, none.full(), none.now().state, ballastBytes(root)]).toEqual(['ok', false, 'full', 0]);
});

test('sync §2.22 a ballast is real blocks, owner’s alone, made anew when it is short, and gone at once', async () => {
  const dir = tempDir();
  expect(giveUpBallast(dir)).toBe(false);
  for (const bytes of [megabyte, 2 * megabyte + 5]) {
    expect(await makeBallast(dir, bytes)).toBe(true);
    const { size, blocks, mode } = statSync(join(dir, ballastFile));
    expect([size, blocks * 512 >= size, mode & 0o777]).toEqual([bytes, true, 0o600]);
  }
  expect([giveUpBallast(dir), ballastBytes(dir)]).toEqual([true, 0]);
  expect(await makeBallast(join(dir, 'nowhere'), megabyte)).toBe(false);
});
