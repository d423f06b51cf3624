/* The city's list of employers in a hall: a real hub, a real hall, and neither side lifting the other's word. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import type { CityEmployer } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { shippedTrustRule, standingOn } from '@kuaizhao/db/domain/employers/standing.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { factOf, factsOf, refusalOf, staffActor } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openHall } from '../pool/stage.ts';
import { openHub } from './api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

const day = '2026-11-21';

async function openStage() {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const db = await hub.place.open();
  onTestFinished(() => db.close());
  let version = 0;
  let commands = 0;
  const put = async (word: Pick<CityEmployer, 'standing'> & Partial<CityEmployer> | null): Promise<void> => {
    const change = { kind: 'employer', expected: version, commandId: `command-city-${++commands}`, staffId: 'supervisor-1', now: hub.time.now, today: day } as const;
    const written = word === null ? await endEntry(db, change, creditCode(3)) : await putEntry(db, change, { creditCode: creditCode(3), name: '样例用工单位', reason: '拖欠工钱', ...word });
    if (written.kind !== 'written') throw new Error(written.kind);
    version = written.version;
  };
  const register = async (): Promise<string> => factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '样例用工单位', creditCode: creditCode(3), representatives: [] }, staffActor), 'employerRegistered').employerId;
  const post = (employerId: string) => hall.ask('postJob', { employerId, terms: soundTerms(hub.time.now) }, staffActor);
  const row = (employerId: string) => hall.agent.db.view.employer(employerId)!;
  return { hub, hall, put, register, post, row, standing: (employerId: string) => standingOn(row(employerId), day) };
}

test('F10 F21 a ban of the city takes the employer’s jobs off every screen and ends the calls, says who and why at the desk, and goes when the city lifts it', async () => {
  const { hub, hall, put, register, post, standing } = await openStage();
  const employerId = await register();
  const { jobId } = factOf(await post(employerId), 'jobPosted');
  const { number } = await hall.seeker(1, { willing: false });
  factOf(await hall.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number } }, staffActor), 'ticketCalled');
  await put({ standing: 'banned' });
  await eventually('the hall has heard it', () => standing(employerId) === 'banned');
  const { db } = hall.agent;
  expect(db.view.job(jobId)?.state).toBe('takenDown');
  expect(db.view.openCallsForJob(jobId)).toEqual([]);
  expect(refusalOf(await post(employerId))).toBe('employerBanned employerId');
  const { employer } = db.faces.employers.employer(employerId, shippedTrustRule, hub.time.now);
  expect(employer).toMatchObject({ standing: 'banned', city: { standing: 'banned', reason: '拖欠工钱' }, decisions: [{ kind: 'cityStandingHeard', what: 'banned', by: 'city' }] });
  expect(db.faces.employers.employers({ show: 'banned', limit: 9 }, shippedTrustRule, hub.time.now).employers.map((one) => one.employerId)).toEqual([employerId]);
  // What the city said only the city lifts.
  expect(refusalOf(await hall.ask('liftStanding', { employerId, reason: 'putRight' }, staffActor))).toBe('notHeld employerId');
  await put(null);
  await eventually('lifted', () => standing(employerId) === 'normal');
  factOf(await post(employerId), 'jobPosted');
  expect(db.journal.read(1, 9_999).filter(({ kind }) => kind === 'cityStandingHeard')).toHaveLength(2);
});

test('F10 F21 a ban of the hall stays when the city lifts its own, and the city’s stays when the hall lifts its own', async () => {
  const { hall, put, register, standing, row } = await openStage();
  const employerId = await register();
  factsOf(await hall.ask('setEmployerStanding', { employerId, standing: 'banned', reason: 'unpaid' }, staffActor));
  await put({ standing: 'watched' });
  await eventually('heard', () => row(employerId).city?.is === 'watched');
  expect(standing(employerId)).toBe('banned');
  factsOf(await hall.ask('liftStanding', { employerId, reason: 'putRight' }, staffActor));
  expect(standing(employerId)).toBe('watched');
  factsOf(await hall.ask('setEmployerStanding', { employerId, standing: 'banned', reason: 'unpaid' }, staffActor));
  await put(null);
  await eventually('the city’s is gone', () => row(employerId).city === undefined);
  expect(standing(employerId)).toBe('banned');
});

test('F10 whoever registers while the city’s list names him is held at once; a last day ends it by itself; verified by the city counts as verified', async () => {
  const { hub, hall, put, register, row, standing } = await openStage();
  await put({ standing: 'banned', until: day });
  await eventually('the list is here', () => hall.agent.db.feeds.sealedRow('employers', creditCode(3)) !== undefined);
  const employerId = await register();
  await eventually('held', () => standing(employerId) === 'banned');
  expect(standingOn(row(employerId), '2026-11-22')).toBe('normal');
  await put({ standing: 'verified' });
  await eventually('verified', () => row(employerId).city?.is === 'verified');
  expect(hall.agent.db.faces.employers.employer(employerId, shippedTrustRule, hub.time.now).employer).toMatchObject({ standing: 'normal', verification: 'verified' });
});
