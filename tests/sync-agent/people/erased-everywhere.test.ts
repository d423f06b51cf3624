/* I11, rule 14: a canary person goes through two halls and the hub, is erased, and disks are put back on both sides: no file holds a byte of the person, and no box either. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operate, readArguments } from '@kuaizhao/sync-agent/city/operator/operator.ts';
import { openDatabase } from '@kuaizhao/sync-agent/city/open-database.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { filesWith, openTown, supervisor, type HallName, type Town } from './stage.ts';

const canary = { ...person(88), name: '金丝雀仅此一人' };
const phone = '13887654321';
/** A hub on the embedded database ends and starts several times. */
const patienceMs = 180_000;
const who = { by: 'card' as const, card: canary };
const register = (town: Town, name: HallName, more = {}) => town.ask(name, { type: 'registerWorker', card: canary, consent: { textVersion: '2026-11', purposes: ['registration', 'sharing'] }, phone, trades: ['0201'], ...more });
const knows = (town: Town, name: HallName) => town.hall(name).db.view.workerByNumber(canary.number) !== undefined;
const boxes = (town: Town, name: HallName) => town.hall(name).db.journal.read(1, 512).filter((row) => row.body.includes('"box"'));

/** By the operator's tool, with the hub down: the embedded database has one owner. */
async function atTheCity(town: Town, ...args: string[]) {
  await town.hubDown();
  const read = readArguments([...args, '--config', 'city.json']);
  const db = await openDatabase(town.config, () => undefined);
  const answer = read === undefined ? undefined : await operate(db, read.command, read.given, Date.now());
  const left = await db.query(`SELECT 1 FROM archive_row WHERE body LIKE '%"box"%' UNION ALL SELECT 1 FROM person UNION ALL SELECT 1 FROM person_past UNION ALL SELECT 1 FROM people_due WHERE box IS NOT NULL
    UNION ALL SELECT 1 FROM feed_row WHERE feed LIKE 'workers:%' AND body IS NOT NULL`);
  await db.close();
  await town.hubAgain();
  return { answer, left: left.length };
}

const everywhereDone = async (town: Town): Promise<void> => {
  for (const name of ['hall-a', 'hall-b'] as const) {
    await eventually(`${name} has forgotten`, () => !knows(town, name));
    await town.caughtUp(name);
  }
};

test('I11 rule 14 erased at the desk of one hall: gone in every hall and at the city, also after a hall and the hub came back from backups', async () => {
  const town = await openTown();
  for (const name of ['hall-a', 'hall-b'] as const) await register(town, name);
  await eventually('both know of each other', () => town.hall('hall-a').db.faces.people.toldWorkers('hall-a', 9).length === 1 && town.hall('hall-b').db.faces.people.toldWorkers('hall-b', 9).length === 1);
  await town.keepHub('hub-before');
  await town.keepHall('hall-b', 'hall-b-before');
  expect(await town.ask('hall-a', { type: 'eraseWorker', who, reason: 'personAsked', everywhere: true })).toMatchObject({ ok: false, refusal: { code: 'notYourRole' } });
  expect(await town.ask('hall-a', { type: 'eraseWorker', who, reason: 'personAsked', everywhere: true }, supervisor)).toMatchObject({ ok: true });
  await everywhereDone(town);
  expect(boxes(town, 'hall-a'), 'nor a box in the journals').toEqual([]);
  expect(boxes(town, 'hall-b')).toEqual([]);
  await town.hallAgain('hall-b', 'hall-b-before');
  await everywhereDone(town);
  expect(boxes(town, 'hall-b')).toEqual([]);

  await town.hubAgain('hub-before');
  await everywhereDone(town);
  expect(await atTheCity(town, 'erase'), 'the city has learnt it again from the halls').toMatchObject({ answer: { erasures: [{ doneHere: true, waiting: [] }] }, left: 0 });

  for (const name of ['hall-a', 'hall-b'] as const) town.hall(name).db.rewritePeople();
  expect(filesWith(town.dir, [canary.name, canary.number, phone]), 'while the halls run, with their write-ahead logs').toEqual([]);
  // A hall that came back shows nobody before it has done what the city says.
  await eventually('who comes anew is somebody new', async () => (await register(town, 'hall-b')).ok);
  expect(knows(town, 'hall-b')).toBe(true);
  await town.hallAgain('hall-b');
  expect(knows(town, 'hall-b'), 'and stays').toBe(true);
}, patienceMs);

test('I11 rule 14 erased at the city by number: open until every hall has done it, also one that was away; the number is nowhere', async () => {
  const town = await openTown();
  await register(town, 'hall-a');
  await register(town, 'hall-b', { consent: { textVersion: '2026-11', purposes: ['registration'] } });
  await town.caughtUp('hall-a');
  await town.caughtUp('hall-b');
  const outside = join(town.dir, '..', `number-${process.pid}`);
  mkdirSync(outside, { recursive: true });
  const file = join(outside, 'number');
  writeFileSync(file, `${canary.number}\n`);
  expect(await atTheCity(town, 'erase', '--number-file', join(outside, 'none'))).toMatchObject({ answer: { ok: false, refusal: 'numberUnreadable' } });
  const { answer } = await atTheCity(town, 'erase', '--number-file', file);
  expect(answer).toMatchObject({ ok: true, doneHere: false, waiting: ['hall-a', 'hall-b'] });
  await everywhereDone(town);
  expect(boxes(town, 'hall-a')).toEqual([]);
  expect(await atTheCity(town, 'status')).toMatchObject({ answer: { openErasures: [] }, left: 0 });
  for (const name of ['hall-a', 'hall-b'] as const) town.hall(name).db.rewritePeople();
  expect(filesWith(town.dir, [canary.name, canary.number, phone])).toEqual([]);
  cpSync(file, join(town.dir, 'control'));
  expect(filesWith(town.dir, [canary.number]), 'the scan finds what is there').toHaveLength(1);
}, patienceMs);
