/* Posting at the real page of a kiosk, with the real agent: the boss who comes every morning, yesterday's job, the contractor, and whoever's papers are not there yet. */
import { expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { factOf } from '../../fixtures/engine.ts';
import { eventually } from '../stage/eventually.ts';
import { atBoard } from '../stage/stage.ts';
import { boss as bossCard, firmName, openHall, postAs, registerFirm, theDayBefore } from './boss.ts';

/** A hurried hand needs three seconds a tap with the reading: so many are within the minute, and the card has its time too. */
const tapsInAMinute = 15;

const yesterday = () => theDayBefore(async (host, now) => {
  await postAs(host, await registerFirm(host), now);
});

test('F3 an employer known to the hall posts within fifteen taps, nothing typed: the rest is what was said before', async () => {
  const { boss, town } = await openHall(await yesterday());
  const board = atBoard(town.hall.urls.agent);
  await boss.home();
  await boss.tap(/发新招工/);
  await boss.sees('jobTrade');
  await boss.tap(/^搬运工/);
  await boss.tap(/下一步/);
  await boss.sees('jobPay');
  // Pay and settlement stand there as they were: they are only looked at.
  await boss.tap(/下一步/, /^当场现结/);
  await boss.sees('jobWhen');
  await boss.tap(/下一步/, /下一步/);
  await boss.sees('jobCheck', /¥200 每天/, /历城区/, /鲁A/);
  await boss.tap(/发布/);
  await boss.sees('posted', 'J001');
  const { taps, screens } = boss.counted();
  expect(taps).toBeLessThanOrEqual(tapsInAMinute);
  expect(taps).toBe(9);
  expect(screens).toEqual(['employerCard', 'employerHome', 'jobTrade', 'jobPay', 'jobWhen', 'jobCheck', 'posted']);
  const slip = await eventually('the job slip', () => boss.papers().find((paper) => paper.includes('[QR KZ:J:J001]')));
  for (const words of ['J001', firmName, '搬运工', '200 元/天', '当场现结', '历城区', '3号位']) expect(slip).toContain(words);
  await board.sees('the job on the board', (state) => state.jobs.find((job) => job.number === 'J001' && job.placesLeft === 2));
});

test('F3 §6 yesterday’s job in two taps from the own page: it is on the board with the times of today, and its slip is in the hand', async () => {
  const { boss, town, now } = await openHall(await yesterday());
  const board = atBoard(town.hall.urls.agent);
  await boss.home();
  boss.counted();
  await boss.tap(/^再招 搬运工 2 人/);
  await boss.sees('repeat', /今天 05:30 开工/);
  await boss.tap(/发布/);
  await boss.sees('posted', 'J001');
  expect(boss.counted()).toEqual({ taps: 2, screens: ['repeat', 'posted'] });
  const job = await board.sees('the job on the board', (state) => state.jobs.find((one) => one.number === 'J001'));
  expect(job.startAt - now()).toBeGreaterThan(0);
  expect(job.startAt - now()).toBeLessThan(2 * 3_600_000);
  await eventually('the job slip', () => boss.papers().find((paper) => paper.includes('[QR KZ:J:J001]')));
});

test('F11 §4 a contractor names the real employer before anything else, and the slip names both; without one the desk is the way', async () => {
  const { boss, host } = await openHall();
  const contractor = syntheticCard('样例揽头', 'male', '19750505', 301);
  const { layout, name, sex, birth, number } = contractor;
  const { employerId } = factOf(await host.ask({ type: 'registerContractor', card: { layout, name, sex, birth, number }, promiseVersion: '2026-11' }), 'employerRegistered');
  await boss.home(contractor);
  await boss.tap(/发新招工/);
  await boss.sees('atDesk', '还没有登记替谁招工');
  await boss.tap(/返回/);
  await boss.sees('employerHome');

  const real = await registerFirm(host, firmName, 1, []);
  factOf(await host.ask({ type: 'linkPrincipal', employerId, principalId: real }), 'principalLinked');
  await boss.tap(/发新招工/);
  await boss.sees('principals');
  await boss.tap(new RegExp(firmName));
  await boss.sees('jobTrade', new RegExp(`用工方：${firmName}`));
  await boss.tap(/^搬运工/, /下一步/);
  await boss.tap('¥220', /下一步/, /^干完就结/);
  await boss.tap(/下一步/, /下一步/);
  await boss.sees('jobPlace');
  await boss.tap(/^历城区/);
  await boss.sees('jobConditions');
  await boss.tap(/下一步/, /^没有危险/, /下一步/, /^用工方买/);
  await boss.sees('jobVan');
  await boss.tap(/没有车/);
  await boss.sees('jobMode');
  await boss.tap(/^面谈/);
  await boss.sees('jobCheck');
  await boss.tap(/发布/);
  await boss.sees('posted', 'J001');
  const slip = await eventually('the job slip', () => boss.papers().find((paper) => paper.includes('[QR KZ:J:J001]')));
  for (const words of [firmName, contractor.name, '220 元/天', '完工结清']) expect(slip).toContain(words);
});

test('F10 F13 papers that are missing: each is named, a number for the desk is in the hand at once, and what is posted meanwhile waits for staff', async () => {
  const { boss, host, town, now } = await openHall();
  const board = atBoard(town.hall.urls.agent);
  const employerId = await registerFirm(host);
  await host.ask({ type: 'declineVerification', employerId, missing: ['businessLicence'] });
  await boss.home();
  await boss.tap(/材料还没交齐/);
  await boss.sees('atDesk', '营业执照');
  await boss.tap(/取用工登记号/);
  await boss.sees('number', 'C001');
  await eventually('the number on paper', () => boss.papers().find((paper) => paper.includes('C001')));
  await boss.leave();

  await boss.home();
  await postAs(host, employerId, now());
  await boss.tap(/返回/, new RegExp(firmName));
  await boss.tap(/工作人员在看/);
  await boss.sees('myJob', '工作人员正在看，看过就上大屏');
  await board.sees('an empty board', (state) => state.jobs.length === 0);
  expect(JSON.stringify(board.state)).not.toContain(bossCard.name);
});
