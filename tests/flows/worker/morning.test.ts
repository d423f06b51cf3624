/* A worker's morning at the real page, with the real agent behind it: the first visit, the next one, work found and called, a crew, no card. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { factOf } from '../../fixtures/engine.ts';
import { eventually } from '../stage/eventually.ts';
import { atConsole, atKiosk } from '../stage/stage.ts';
import { atScreen, dawn, openHall } from './at-screen.ts';

const zhang = syntheticCard('张建国', 'male', '19780412', 101);
const wang = syntheticCard('王大勇', 'male', '19900220', 103);
const chen = syntheticCard('陈小龙', 'male', '20010101', 107);
const boss = syntheticCard('刘老板', 'male', '19700101', 201);

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(() => browser.close());

test('F2 a first visit takes four screens and four presses; known, the same card is one tap and no press', async () => {
  const { town } = await openHall();
  const worker = await atScreen(browser, town.kiosks[0]);
  worker.lay(zhang);
  await worker.sees('consent');
  await worker.press('同意');
  await worker.sees('phone');
  await worker.press('不留，跳过');
  await worker.sees('trades');
  await worker.press('搬运工', '取号');
  await worker.sees('number');
  await worker.reads('A001');
  expect(await worker.shown()).toEqual(['consent', 'phone', 'trades', 'number']);
  expect(worker.presses).toBe(4);
  expect(await worker.held()).not.toMatch(/张建国|999999/);
  await worker.press('好了');
  await worker.sees('takeCard');
  worker.reader.lift();
  await worker.sees('attract');
  await worker.shown();

  worker.presses = 0;
  worker.lay(zhang);
  await worker.sees('number');
  await worker.reads('A001');
  expect([await worker.shown(), worker.presses]).toEqual([['number'], 0]);
  await worker.leave();
});

test('F1 F5 find work, 我要报名, called, and the call answered, all at the kiosk', async () => {
  const { town } = await openHall();
  const { person } = await atKiosk(town, 1);
  await person.register(zhang, '0201');
  await person.leave();
  expect(await person.post(boss, '0201', 1, dawn)).toBe('J001');
  await person.leave();

  const worker = await atScreen(browser, town.kiosks[0]);
  worker.lay(zhang);
  await worker.sees('number');
  await worker.press('更多');
  await worker.sees('home');
  await worker.press('找活');
  await worker.sees('jobs');
  await worker.press('搬运工 ¥200 每天');
  await worker.sees('jobDetail');
  await worker.reads('历城区');
  await worker.press('我要报名');
  await worker.sees('told');
  await worker.reads('报上名了');

  const host = await atConsole(town.hall.urls.agent);
  const job = await host.sees('the job', (floor) => floor.jobs.find((one) => one.number === 'J001'));
  const { callId } = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId: job.jobId, count: 1 }), 'ticketCalled');

  await worker.press('我的页面');
  await worker.sees('home');
  await worker.reads('请到 1号桌');
  await worker.press('正在叫您');
  await worker.sees('calls');
  await worker.press('请到 1号桌');
  await worker.sees('call');
  await worker.press('我去');
  await worker.sees('told');
  await worker.reads('好，去谈');
  const answers = town.hall.db.journal.facts(1, town.hall.db.journal.head().seq).filter((fact) => fact.type === 'callAccepted');
  expect(answers).toMatchObject([{ callId }]);
  expect(await worker.held()).not.toMatch(/张建国|刘老板|999999/);
  await worker.leave();
});

test('F1 F14 a crew checks in: one card after the other, numbers and never a name', async () => {
  const { town } = await openHall();
  const { person } = await atKiosk(town, 1);
  for (const card of [zhang, wang, chen]) {
    await person.register(card, '0201');
    await person.leave();
  }
  const worker = await atScreen(browser, town.kiosks[0]);
  worker.lay(zhang);
  await worker.sees('number');
  await worker.press('更多', '一起干');
  await worker.sees('crew');
  for (const [card, number] of [[wang, 'A002'], [chen, 'A003']] as const) {
    worker.reader.lift();
    worker.lay(card);
    await worker.reads(number);
  }
  await worker.press('就我们 3 个');
  await worker.sees('told');
  await worker.reads('A001 A002 A003');
  expect(await worker.held()).not.toMatch(/张建国|王大勇|陈小龙|999999/);
  const formed = town.hall.db.journal.facts(1, town.hall.db.journal.head().seq).filter((fact) => fact.type === 'crewFormed');
  expect(formed).toHaveLength(1);
  await worker.leave();
});

test('§4 a reader out of service: a number for work without a card, and the card again when it is back', async () => {
  const { town } = await openHall();
  const worker = await atScreen(browser, town.kiosks[0]);
  worker.reader.unplug();
  await worker.press('没带证，也能取号');
  await worker.sees('typeId');
  await worker.press('不输，直接取号');
  await worker.sees('trades');
  await worker.press('保洁', '取号');
  await worker.sees('number');
  await worker.reads('A001');
  await worker.press('好了');
  await worker.sees('attract');
  worker.reader.plugIn();
  await eventually('the door without a card to be gone', async () => (await worker.page.getByRole('button', { name: '没带证，也能取号' }).count()) === 0);
  worker.lay(zhang);
  await worker.sees('consent');
  expect(await worker.shown()).toEqual(['typeId', 'trades', 'number', 'attract', 'consent']);
  await worker.leave();
});
