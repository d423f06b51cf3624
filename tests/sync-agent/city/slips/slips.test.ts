/* The page of a slip from end to end: a real hub, a real hall, phones that ask over http, and what the hall makes of their marks. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Subject } from '@kuaizhao/db/domain/printing/print-job.ts';
import { readSlip } from '@kuaizhao/db/city/slips/read.ts';
import { checkHallFile } from '@kuaizhao/db/hall/check-file.ts';
import { sweepSlips } from '@kuaizhao/db/city/slips/sweep.ts';
import { startEngine, type TestEngine } from '../../../fixtures/city/databases.ts';
import { factOf } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { host, openHall, type PoolHallStage } from '../../pool/stage.ts';
import { openHub, type HubStage } from '../api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

const hour = 3_600_000;
const address = 'https://ling.example.cn';

/** What the code on the newest paper of a subject opens, as a path. */
function pathOn(hall: PoolHallStage, subject: Subject): string {
  const { db } = hall.agent;
  const paper = db.faces.papers.order(db.view.printJobOf(subject)!.printJobId, hall.settings)!.paper;
  const page = 'page' in paper ? paper.page : undefined;
  expect(page).toMatch(/^https:\/\/ling\.example\.cn\/slip\/[\w-]{22}$/);
  return page!.slice(address.length);
}

/** Two people hired for one job, and three papers. */
async function openSlips() {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url, { slipAddress: address });
  const jobId = await hall.job({ headcount: 2 });
  const hires = [];
  for (const n of [1, 2]) {
    const { number } = await hall.seeker(n, { willing: false });
    const call = factOf(await hall.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number } }, host), 'ticketCalled');
    hires.push(factOf(await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 21_050, unit: 'day' }, settlement: 'atOnce' }, host), 'hireConfirmed'));
  }
  const paths = { worker: pathOn(hall, { kind: 'hireSlip', id: hires[0]!.hireId }), other: pathOn(hall, { kind: 'hireSlip', id: hires[1]!.hireId }), employer: pathOn(hall, { kind: 'employerCopy', id: jobId }) };
  // Not by asking for the page: what opens nothing is counted.
  await eventually('the hub has the slips', async () => /"hires":2\b/.test(await (await fetch(`${hub.url}/api/figures`)).text()));
  return { hub, hall, jobId, hires, paths };
}

async function see(hub: HubStage, path: string) {
  const response = await fetch(`${hub.url}${path}`);
  return { status: response.status, html: await response.text(), headers: response.headers };
}
const onceIn = (html: string): string => /name="once" value="([\w-]{22})"/.exec(html)![1]!;
const send = (hub: HubStage, path: string, form: Record<string, string>) => fetch(`${hub.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
const stateOf = (hall: PoolHallStage, hireId: string): string => hall.agent.db.view.hire(hireId)!.state;
const taken = (hall: PoolHallStage) => hall.agent.db.journal.read(1, 9_999).filter(({ kind }) => kind === 'slipMarkTaken');

test('F19 the worker sees his own slip, the employer all people of the job by number and surname, nobody else anything; no address names anybody', async () => {
  const { hub, paths, hires } = await openSlips();
  const own = await see(hub, paths.worker);
  for (const words of ['H001', '搬运工', '210.5 元/天', '当场现结', '历城区', 'A001', '我到了', '已约好', '按时足额付工钱', 'J001', '到服务台报单号 H001']) expect(own.html).toContain(words);
  expect(own.html).not.toMatch(/H002|A002|没拿到钱|<script/);
  for (const n of [1, 2, 900]) expect(own.html).not.toContain(person(n).name);
  const boss = await see(hub, paths.employer);
  for (const [index, n] of [1, 2].entries()) expect(boss.html).toContain(`A00${n} ${person(n).name.slice(0, 1)}* <small>H00${index + 1}</small>`);
  expect(boss.html).not.toMatch(/没拿到钱|<script/);
  for (const { html, headers } of [own, boss]) {
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    expect(html).not.toMatch(/https?:|\/\/|src=|<link/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self';/);
    expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual(['no-store', 'no-referrer', 'noindex, nofollow']);
    for (const hire of hires) for (const id of [hire.hireId, hire.workerId, hire.employerId, hire.jobId]) expect(html).not.toContain(id);
  }
  expect((await see(hub, `${paths.worker}?lang=en`)).html).toMatch(/Hire slip[^]*I have arrived[^]*¥210.5 \/ day/);
  for (const path of ['/slip/', '/slip', `${paths.worker.slice(0, -1)}!`, `${paths.worker.slice(0, -1)}A`.replace(/A$/, paths.worker.endsWith('A') ? 'B' : 'A'), '/slip/H001']) expect((await see(hub, path)).status).toBe(404);
});

test('F19 arrived, done, paid by the employer’s phone: the hall judges, its state comes back; a phone that posts twice marks once', async () => {
  const { hub, hall, hires, paths } = await openSlips();
  const [{ hireId }] = hires as [typeof hires[0] & object];
  const once = onceIn((await see(hub, paths.employer)).html);
  const form = { once, hire: 'H001', word: 'arrived', lang: 'zh-CN' };
  const answers = await Promise.all([1, 2, 3].map(() => send(hub, paths.employer, form)));
  expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual(Array.from({ length: 3 }, () => [303, `${paths.employer}?marked=sent`]));
  await eventually('the hall has marked it', () => stateOf(hall, hireId) === 'arrived');
  await eventually('and said so', async () => (await see(hub, paths.worker)).html.includes('已到岗'));
  await send(hub, paths.employer, form);
  for (const word of ['done', 'paid']) {
    await send(hub, paths.employer, { ...form, once: onceIn((await see(hub, paths.employer)).html), word });
    await eventually(word, async () => (await see(hub, paths.worker)).html.includes(word === 'done' ? '已完工' : '已付清'));
  }
  expect(taken(hall).map(({ body }) => JSON.parse(body) as object)).toEqual(['arrived', 'done', 'paid'].map((word) => expect.objectContaining({ word, side: 'employer', outcome: 'taken' })));
  // What cannot be said now is not passed on.
  expect((await send(hub, paths.employer, { ...form, once: once.replace(/^./, 'Z') })).headers.get('location')).toBe(`${paths.employer}?marked=notNow`);
  expect(taken(hall)).toHaveLength(3);
  // The other's paper is not this paper.
  expect((await send(hub, paths.worker, { ...form, hire: 'H002' })).status).toBe(404);
});

test('F19 F20 the worker says 没拿到钱: the hall opens its dispute, and both pages say its number', async () => {
  const { hub, hall, hires, paths } = await openSlips();
  hub.time.now += 15 * hour;
  const page = await see(hub, paths.worker);
  expect(page.html).toContain('没拿到钱？');
  expect((await send(hub, paths.employer, { once: onceIn(page.html), hire: 'H001', word: 'unpaid' })).headers.get('location')).toContain('notNow');
  expect((await send(hub, paths.worker, { once: onceIn(page.html), hire: 'H001', word: 'unpaid' })).status).toBe(303);
  await eventually('a dispute is open', () => hall.agent.db.view.openDisputeOf(hires[0]!.hireId) !== undefined);
  for (const path of [paths.worker, paths.employer]) await eventually('the page says so', async () => /没拿到钱[^]*维权已登记，编号 W\d{6}-01/.test((await see(hub, path)).html));
});

test('F19 the line is down: the mark waits and says so, and arrives once when the line is back; the hub’s own restart loses nothing', async () => {
  const { hub, hall, hires, paths } = await openSlips();
  const { hireId } = hires[1]!;
  await hall.close();
  const once = onceIn((await see(hub, paths.other)).html);
  await send(hub, paths.other, { once, hire: 'H002', word: 'arrived' });
  const waiting = await see(hub, paths.other);
  expect(waiting.html).toMatch(/“我到了”已记下，等市场确认/);
  expect(waiting.html).toContain('http-equiv="refresh"');
  expect(waiting.html).not.toMatch(/value="arrived"/);
  await hub.stop();
  await hub.start();
  const back = await openHallAgain(hall, hub);
  await eventually('the hall has it', () => stateOf(back, hireId) === 'arrived');
  await eventually('the page too', async () => (await see(hub, paths.other)).html.includes('已到岗'));
  expect(taken(back)).toHaveLength(1);
});

/** The same hall on the same disk. */
async function openHallAgain(hall: PoolHallStage, hub: HubStage): Promise<PoolHallStage> {
  return openHall('h1', hub.time, hub.url, { slipAddress: address }, hall.dir);
}

test('F19 a code that opens nothing is answered slowly: thirty and a minute’s rest; after its time a slip is gone', async () => {
  const { hub, hall, paths } = await openSlips();
  const answers = [];
  for (let n = 0; n < 40; n += 1) answers.push((await see(hub, `/slip/${String(n).padStart(22, 'x')}`)).status);
  expect(answers.slice(0, 5)).toEqual([404, 404, 404, 404, 404]);
  expect(answers.at(-1)).toBe(429);
  await hall.close();
  await hub.stop();
  const db = await hub.place.open();
  try {
    const [digest, later] = [hash('sha256', paths.worker.slice('/slip/'.length), 'buffer'), hub.time.now + 1_097 * 24 * hour];
    expect(await readSlip(db, digest, hub.time.now)).toMatchObject({ side: 'worker', jobNumber: 'J001' });
    expect(await readSlip(db, digest, later)).toBeUndefined();
    expect(await sweepSlips(db, hub.time.now)).toBe(0);
    expect(await sweepSlips(db, later)).toBe(3);
    for (const table of ['slip_page', 'slip_hire', 'slip_mark']) expect(await db.query(`SELECT 1 FROM ${table}`)).toEqual([]);
  } finally {
    await db.close();
  }
});

test('F19 forms that are none, too long or doubled are refused by name and change nothing', async () => {
  const { hub, hall, paths } = await openSlips();
  const once = onceIn((await see(hub, paths.worker)).html);
  const good = `once=${once}&hire=H001&word=arrived`;
  const post = async (body: string, type = 'application/x-www-form-urlencoded') => (await fetch(`${hub.url}${paths.worker}`, { method: 'POST', body, headers: { 'content-type': type }, redirect: 'manual' })).status;
  for (const body of [`${good}&word=paid`, `${good}&more=1`, good.replace('arrived', 'killed'), good.replace('H001', 'H001%00'), good.replace(once, 'short'), '']) expect(await post(body)).toBe(400);
  expect(await post(good, 'application/json')).toBe(400);
  await post('x'.repeat(9_000)).catch(() => 0);
  expect((await fetch(`${hub.url}${paths.worker}`, { method: 'DELETE' })).status).toBe(405);
  expect(await post(good)).toBe(303);
  await eventually('only the good one arrives', () => taken(hall).length === 1);
});

test('I11 rule 14 somebody erased at the hall: the surname leaves the employer’s page, the city’s tables and both journals, and the chain holds', async () => {
  const { hub, hall, hires, paths } = await openSlips();
  const [first, second] = [hires[0]!, hires[1]!];
  const told = () => hall.agent.db.journal.read(1, 9_999).filter(({ kind }) => kind === 'surnameTold').map(({ body }) => body);
  expect(told().filter((body) => body.includes('"box"')), 'both are told of').toHaveLength(2);
  await send(hub, paths.other, { once: onceIn((await see(hub, paths.other)).html), hire: 'H002', word: 'arrived' });
  const answer = await hall.ask('eraseWorker', { who: { by: 'card', card: person(1) }, reason: 'personAsked' }, { role: 'console', staffId: 'clerk-1', staffRole: 'clerk', second: 'admin-1' });
  expect(answer).toMatchObject({ ok: true });
  await eventually('the page forgets', async () => !(await see(hub, paths.employer)).html.includes(`${person(1).name.slice(0, 1)}*`));
  expect((await see(hub, paths.employer)).html, 'of the other it keeps').toContain(`${person(2).name.slice(0, 1)}*`);
  expect(told()).toEqual([expect.stringMatching(new RegExp(`^\\{"type":"surnameTold","workerId":"${first.workerId}","erased":"[0-9a-f]{64}"\\}$`)), expect.stringContaining('"box"')]);
  await eventually('the city has worked on it', async () => {
    const db = await hub.place.open();
    const rows = await db.query<{ key: string }>(`SELECT key FROM archive_row WHERE kind = 'surnameTold' AND body LIKE '%"box"%' UNION ALL SELECT worker_id FROM slip_hire WHERE surname IS NOT NULL`);
    await db.close();
    return rows.every(({ key }) => key === second.workerId);
  });
  await hall.close();
  expect(checkHallFile(join(hall.dir, 'hall', 'hall.db'), true)).toMatchObject({ intact: true, chain: true });
});
