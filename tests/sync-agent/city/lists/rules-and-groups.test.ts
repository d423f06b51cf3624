/* The city's rules of fair employment and its groups of help, over a real hub and a real hall: in force without a restart, kept on the hall's disk, and what is staff's stays staff's. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { learnRules, rulesVersion } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { operateHall } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { startEngine, type TestEngine } from '../../../fixtures/city/databases.ts';
import { sampleGroup, sampleRule } from '../../../fixtures/city/groups.ts';
import { factOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { openHall } from '../../pool/stage.ts';
import { openHub } from '../api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });
afterEach(() => { learnRules([]); });

test('F12 a rule that the city writes refuses the next posting of a hall that runs, by its name; taken back it refuses nothing; the hall keeps it while the city is away', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const card = person(902);
  const employerId = factOf(await hall.ask('registerHousehold', { card, promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const post = (n: number, on = hall) => on.ask('postJob', { employerId, card, terms: soundTerms(hub.time.now, { remark: `第${String(n)}车货，左撇子勿扰` }) }, staffActor);
  const shipped = rulesVersion();
  expect((await post(1)).ok).toBe(true);
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const change = { kind: 'filterRule', staffId: 'boss', now: hub.time.now, today: '2026-11-21' } as const;
  expect(await putEntry(city, { ...change, expected: 0, commandId: 'command-rule-1' }, sampleRule)).toMatchObject({ kind: 'written', key: 'filterRule.left-handed' });
  await eventually('the hall has it', () => hall.agent.db.faces.city.filterRules().length === 1);
  const refused = await post(2);
  expect(refusalOf(refused)).toBe('wordingBlocked terms.remark');
  expect(refused).toMatchObject({ refusal: { ruleId: 'other.city-left-handed' } });
  expect(rulesVersion()).not.toBe(shipped);
  expect(hall.agent.db.feeds.lists()).toContainEqual(expect.objectContaining({ feed: 'rules', entries: 1 }));
  // The hub goes, the hall starts anew: it knows the rule from its own disk. Hub and hall of a test are one process, so what that has learned is emptied between.
  await hub.stop();
  await hall.close();
  expect(operateHall({ data: join(hall.dir, 'hall'), hallId: 'h1' }, 'status', { config: 'hall.json', json: true }, Date.now())).toMatchObject({ ok: true, lists: expect.stringMatching(/rules version 1: 1, came \d{4}-/) as unknown });
  learnRules([]);
  const again = await openHall('h1', hub.time, hub.url, {}, hall.dir);
  expect(refusalOf(await post(3, again))).toBe('wordingBlocked terms.remark');
  await hub.start();
  expect((await endEntry(city, { ...change, expected: 1, commandId: 'command-rule-2' }, 'filterRule.left-handed')).kind).toBe('written');
  await eventually('it is taken back', () => again.agent.db.faces.city.filterRules().length === 0 && rulesVersion() === shipped);
  expect((await post(4, again)).ok).toBe(true);
});

test('F15 a group of help of the city is a ground from its arrival, refused by name before; it is on no board, in no fact, and retired it takes nobody in anew', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const card = person(21);
  const { workerId } = factOf(await hall.ask('registerWorker', { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'workerRegistered');
  const other = factOf(await hall.ask('registerWorker', { card: person(22), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'workerRegistered');
  const ground = { group: 'city.fishers', evidence: 'register', verifiedOn: '2026-11-20', until: '2027-11-20' } as const;
  expect(refusalOf(await hall.ask('openHelpCase', { workerId, grounds: [ground] }, staffActor))).toBe('helpGroupUnknown grounds.0.group');
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const change = { kind: 'helpGroup', staffId: 'boss', now: hub.time.now, today: '2026-11-21' } as const;
  expect(await putEntry(city, { ...change, expected: 0, commandId: 'command-group-1' }, sampleGroup)).toMatchObject({ kind: 'written', key: 'helpGroup.fishers' });
  await eventually('the hall has it', () => db.faces.city.helpGroups().length === 1);
  const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [ground] }, staffActor), 'helpCaseOpened');
  expect(db.faces.people.helpStanding(workerId, hub.time.now)).toMatchObject({ level: 3, verified: [ground] });
  const open = JSON.stringify([boardPicture(db.faces, hall.settings, hub.time.now), db.journal.facts(1, db.journal.head().seq)]);
  expect(open).not.toContain('fishers');
  expect(open).not.toContain(sampleGroup.zh);
  expect(await endEntry(city, { ...change, expected: 1, commandId: 'command-group-2' }, 'helpGroup.fishers')).toMatchObject({ kind: 'stopped', findings: [{ code: 'groupStays' }] });
  expect((await putEntry(city, { ...change, expected: 1, commandId: 'command-group-3' }, { ...sampleGroup, retired: true })).kind).toBe('written');
  await eventually('the hall knows', () => db.faces.city.helpGroups().some(({ retired }) => retired === true));
  expect(refusalOf(await hall.ask('openHelpCase', { workerId: other.workerId, grounds: [ground] }, staffActor))).toBe('helpGroupUnknown grounds.0.group');
  // Who is counted stays so, and the days may be put right.
  expect((await hall.ask('updateHelpCase', { caseId, grounds: [{ ...ground, until: '2027-05-20' }] }, staffActor)).ok).toBe(true);
  expect(db.faces.people.helpStanding(workerId, hub.time.now)).toMatchObject({ level: 3, verified: [{ until: '2027-05-20' }] });
});
