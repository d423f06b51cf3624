/* The city's list of contractors in a hall: known by a mark, so that no number goes down the line; a ban takes a contractor's postings away and refuses new ones. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { shippedTrustRule, standingOn } from '@kuaizhao/db/domain/employers/standing.ts';
import type { CityContractor } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { markedContractor } from '@kuaizhao/sync-agent/city/registry/mark-contractor.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { factOf, factsOf, refusalOf, staffActor } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openHall } from '../pool/stage.ts';
import { openHub } from './api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

const day = '2026-11-21';

test('F11 F21 a contractor whom the city bans is known by a mark: his postings go, new ones are refused by name, others keep theirs, and no number went down the line', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const card = person(41);
  const register = async (n: number): Promise<string> => factOf(await hall.ask('registerContractor', { card: person(n), promiseVersion: '2026-11' }, staffActor), 'employerRegistered').employerId;
  const [banned, other] = [await register(41), await register(42)];
  const real = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '样例用工单位', creditCode: creditCode(3), representatives: [] }, staffActor), 'employerRegistered').employerId;
  for (const employerId of [banned, other]) factsOf(await hall.ask('linkPrincipal', { employerId, principalId: real }, staffActor));
  const post = (employerId: string) => hall.ask('postJob', { employerId, terms: { ...soundTerms(hub.time.now), onBehalfOf: real } }, staffActor);
  const [gone, stays] = [factOf(await post(banned), 'jobPosted').jobId, factOf(await post(other), 'jobPosted').jobId];
  const change = { kind: 'contractor', staffId: 'supervisor-1', now: hub.time.now, today: day } as const;
  const word = (changes: Partial<CityContractor> = {}): CityContractor => ({ ...markedContractor({ contractorId: 'c1', name: card.name, number: card.number, standing: 'banned', reason: '克扣工钱' }), ...changes });
  expect(word().name).toBe(`${Array.from(card.name)[0] ?? ''}*`);
  expect(await putEntry(city, { ...change, expected: 0, commandId: 'command-contractor-1' }, word())).toEqual({ kind: 'written', key: 'contractor.c1', version: 1 });
  const standing = (employerId: string) => standingOn(db.view.employer(employerId)!, day);
  await eventually('the hall has heard it', () => standing(banned) === 'banned');
  expect([db.view.job(gone)?.state, db.view.job(stays)?.state]).toEqual(['takenDown', 'open']);
  expect(refusalOf(await post(banned))).toBe('employerBanned employerId');
  // Nor does he come in by another door, as a household; whoever is not banned does.
  expect(refusalOf(await hall.ask('registerHousehold', { card, promiseVersion: '2026-11' }))).toBe('employerBanned');
  expect((await hall.ask('registerHousehold', { card: person(42), promiseVersion: '2026-11' })).ok).toBe(true);
  factOf(await post(other), 'jobPosted');
  expect(db.faces.employers.employer(banned, shippedTrustRule, hub.time.now).employer).toMatchObject({ standing: 'banned', city: { standing: 'banned', reason: '克扣工钱' } });
  const everywhere = await city.query<{ said: string }>(`SELECT coalesce(body, '') AS said FROM feed_row UNION ALL SELECT coalesce(body, '') FROM registry_version UNION ALL SELECT about FROM city_audit`);
  expect(everywhere.some(({ said }) => said.includes(card.number) || said.includes(card.name))).toBe(false);
  // Of two words about the same person the heavier one counts, and both must go.
  expect((await putEntry(city, { ...change, expected: 0, commandId: 'command-contractor-2' }, { ...markedContractor({ contractorId: 'c2', name: card.name, number: card.number, standing: 'watched', reason: '超范围' }) })).kind).toBe('written');
  expect((await endEntry(city, { ...change, expected: 1, commandId: 'command-contractor-3' }, 'contractor.c1')).kind).toBe('written');
  await eventually('only watched now', () => standing(banned) === 'watched');
  factOf(await post(banned), 'jobPosted');
  expect((await endEntry(city, { ...change, expected: 1, commandId: 'command-contractor-4' }, 'contractor.c2')).kind).toBe('written');
  await eventually('lifted', () => standing(banned) === 'normal');
});

test('F11 F21 whoever was a household before the city banned the contractor posts nothing as that household either, at the desk, with the card or through another; other households keep theirs, and the end of the ban ends it', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const card = person(51);
  const household = async (n: number): Promise<string> => factOf(await hall.ask('registerHousehold', { card: person(n), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const contractor = async (n: number): Promise<string> => factOf(await hall.ask('registerContractor', { card: person(n), promiseVersion: '2026-11' }, staffActor), 'employerRegistered').employerId;
  const [own, hers, banned, other] = [await household(51), await household(52), await contractor(51), await contractor(53)];
  factsOf(await hall.ask('linkPrincipal', { employerId: other, principalId: own }, staffActor));
  const post = (employerId: string, more: object = {}) => hall.ask('postJob', { employerId, terms: { ...soundTerms(hub.time.now), ...more } }, staffActor);
  const jobs = [factOf(await post(own), 'jobPosted').jobId, factOf(await post(hers), 'jobPosted').jobId];
  const choices = () => Object.fromEntries(db.faces.employers.choicesOf(card.number, hub.time.now).map(({ employerId, standing }) => [employerId, standing]));
  expect(choices()).toEqual({ [own]: undefined, [banned]: undefined });
  const change = { kind: 'contractor', staffId: 'supervisor-1', now: hub.time.now, today: day } as const;
  expect((await putEntry(city, { ...change, expected: 0, commandId: 'command-household-1' }, markedContractor({ contractorId: 'c9', name: card.name, number: card.number, standing: 'banned', reason: '克扣工钱' }))).kind).toBe('written');
  await eventually('the hall has heard it', () => standingOn(db.view.employer(banned)!, day) === 'banned');
  expect(jobs.map((jobId) => db.view.job(jobId)?.state)).toEqual(['takenDown', 'open']);
  expect(refusalOf(await post(own))).toBe('employerBanned employerId');
  expect(refusalOf(await hall.ask('postJob', { employerId: own, card, terms: soundTerms(hub.time.now) }))).toBe('employerBanned employerId');
  expect(refusalOf(await hall.ask('repeatJob', { jobId: jobs[0]! }, staffActor))).toBe('employerBanned employerId');
  expect(refusalOf(await post(other, { onBehalfOf: own }))).toBe('employerBanned terms.onBehalfOf');
  expect(choices()).toEqual({ [own]: 'banned', [banned]: 'banned' });
  factOf(await hall.ask('postJob', { employerId: hers, card: person(52), terms: soundTerms(hub.time.now) }), 'jobPosted');
  expect((await endEntry(city, { ...change, expected: 1, commandId: 'command-household-2' }, 'contractor.c9')).kind).toBe('written');
  await eventually('lifted', () => [banned, own].every((employerId) => standingOn(db.view.employer(employerId)!, day) === 'normal'));
  factOf(await post(own), 'jobPosted');
});

test('F11 F21 a contractor whom the city bans and whom this hall knows only as a household, or not at all: no registration, no posting, no repeat, no order from outside, live jobs go, the desk sees why; whom the city only watches there is a household like any other', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const household = (n: number) => hall.ask('registerHousehold', { card: person(n), promiseVersion: '2026-11' });
  const [own, hers, watched] = await Promise.all([61, 62, 63].map(async (n) => factOf(await household(n), 'employerRegistered').employerId)) as [string, string, string];
  const post = (employerId: string) => hall.ask('postJob', { employerId, terms: soundTerms(hub.time.now) }, staffActor);
  const order = (orderId: string, employerId: string) => hall.ask('takeOnlineOrder', { orderId, employer: { employerId }, terms: soundTerms(hub.time.now) }, { role: 'agent' });
  const jobs = [factOf(await post(own), 'jobPosted').jobId, factOf(await post(hers), 'jobPosted').jobId, factOf(await post(watched), 'jobPosted').jobId];
  const put = (n: number, standing: 'banned' | 'watched', more: object = {}) => putEntry(city, { kind: 'contractor', staffId: 'supervisor-1', now: hub.time.now, today: day, expected: 0, commandId: `command-alone-${n}` }, { ...markedContractor({ contractorId: `p${n}`, name: person(n).name, number: person(n).number, standing, reason: '克扣工钱' }), ...more });
  for (const written of [await put(63, 'watched'), await put(64, 'banned'), await put(65, 'banned', { until: day }), await put(61, 'banned')]) expect(written.kind).toBe('written');
  const standing = (employerId: string) => standingOn(db.view.employer(employerId)!, day);
  await eventually('the hall has heard it', () => standing(own) === 'banned');
  expect(jobs.map((jobId) => db.view.job(jobId)?.state)).toEqual(['takenDown', 'open', 'open']);
  expect([standing(hers), standing(watched)]).toEqual(['normal', 'normal']);
  expect(refusalOf(await post(own))).toBe('employerBanned employerId');
  expect(refusalOf(await hall.ask('repeatJob', { jobId: jobs[0]! }, staffActor))).toBe('employerBanned employerId');
  expect(refusalOf(await order('order-1', own))).toBe('employerBanned employerId');
  for (const n of [61, 64, 65]) expect(refusalOf(await household(n))).toBe('employerBanned');
  factOf(await household(66), 'employerRegistered');
  // A ban with a last day ends by itself.
  expect([64, 65].map((n) => db.faces.cityStandings.bansContractor(person(n).number, '2026-11-22'))).toEqual([true, false]);
  factOf(await order('order-2', hers), 'jobPosted');
  expect(db.faces.employers.choicesOf(person(61).number, hub.time.now)).toMatchObject([{ employerId: own, standing: 'banned' }]);
  expect(db.faces.employers.employer(own, shippedTrustRule, hub.time.now).employer).toMatchObject({ standing: 'banned', city: { standing: 'banned', reason: '克扣工钱' } });
  expect((await endEntry(city, { kind: 'contractor', staffId: 'supervisor-1', now: hub.time.now, today: day, expected: 1, commandId: 'command-alone-end' }, 'contractor.p61')).kind).toBe('written');
  await eventually('lifted', () => standing(own) === 'normal');
  factOf(await post(own), 'jobPosted');
});
