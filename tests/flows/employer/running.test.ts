/* A posted job at the real page of a kiosk, with the real agent: the numbers move by themselves, and what the boss changes is in the hall at once. */
import { expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { person } from '../../fixtures/people.ts';
import { factOf } from '../../fixtures/engine.ts';
import type { AtConsole } from '../stage/people.ts';
import { eventually } from '../stage/eventually.ts';
import { atBoard } from '../stage/stage.ts';
import { openHall, postAs, registerFirm } from './boss.ts';

/** The `n`th synthetic worker comes for this work; gives the number. */
const comes = async (host: AtConsole, n: number): Promise<string> =>
  factOf(await host.ask({ type: 'registerWorker', card: person(700 + n, 1975), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued').number;

test('F1 F7 F19 called, hired, arrived, done, paid: the page follows by itself, and each mark is one tap, money two', async () => {
  const { boss, host, now } = await openHall();
  const employerId = await registerFirm(host);
  const jobId = await postAs(host, employerId, now());
  expect(await comes(host, 1)).toBe('A001');
  await boss.home();
  await boss.tap(/^搬运工 2 人/);
  await boss.sees('myJob', /J001/);
  await boss.counts('left', 2);
  await boss.counts('called', 0);
  const { callId } = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId, count: 1 }), 'ticketCalled');
  await boss.counts('called', 1);
  await host.ask({ type: 'answerCall', callId, answer: { kind: 'accept' } });
  await host.ask({ type: 'recordOffer', callId, side: 'worker', pay: { amountFen: 22_000, unit: 'day' } });
  await boss.counts('coming', 1);
  await boss.tap(/^看人、记到岗/);
  await boss.sees('jobPeople', /师傅要 ¥220 每天/);
  await boss.tap(/^返回/);
  factOf(await host.ask({ type: 'confirmHire', callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }), 'hireConfirmed');
  await boss.counts('hired', 1);
  await boss.counts('left', 1);

  await boss.tap(/^看人、记到岗/);
  await boss.sees('jobPeople');
  await boss.tap(/A001/);
  await boss.sees('hired', '说好 ¥200 每天');
  await boss.tap(/^看电话/);
  await boss.sees('hired', '这位师傅没有同意给电话，请到洽谈桌找人');
  await boss.tap(/^到岗了/);
  await boss.sees('hired', /^到岗了/);
  await boss.tap(/^干完了/);
  await boss.sees('hired', /^干完了/);
  await boss.tap(/^工钱付清了/);
  await boss.sees('hired', '工钱真的付清了吗？');
  await boss.tap(/^是的/);
  await boss.sees('hired', /^付清了/);
});

test('F3 F13 longer, better paid, a person by number, and stopped: each change is said before it is sent, prints a new slip, and is on the board', async () => {
  const { boss, host, town, now } = await openHall();
  const board = atBoard(town.hall.urls.agent);
  await postAs(host, await registerFirm(host), now());
  await comes(host, 1);
  await boss.home();
  await boss.tap(/^搬运工 2 人/);
  await boss.sees('myJob');
  await boss.tap(/^加工钱/, /^¥220/, /^改好/);
  await boss.sees('myJob', /¥220 每天/);
  await board.sees('the better pay', (state) => JSON.stringify(state.jobs).includes('22000'));
  await boss.tap(/^改人数/, /^多招一人/, /^改好/);
  await boss.sees('myJob', /搬运工 3 人/);
  await boss.counts('left', 3);
  await boss.tap(/^延长时间/, /^多 2 小时/, /^改好/);
  await boss.sees('myJob', /今天 12:3/);
  await boss.tap(/^点名要人/, '1', /^改好/);
  await boss.sees('myJob');
  await boss.tap(/^点名要人/);
  await boss.sees('jobChange', '现在点名 A001');
  await boss.tap(/^返回/);
  await eventually('a slip for each change', () => boss.papers().filter((paper) => paper.includes('[QR KZ:J:J001]')).length >= 5);
  await boss.tap(/^大字招工单/);
  await boss.sees('placard', '还缺 3 人');
  await boss.tap(/^返回/, /^补打招工单/);
  await boss.sees('jobPaper', '请拿好招工单');
  await boss.tap(/^回到招工/, /^停止招工/, /^天气不好/);
  await boss.sees('jobChange', /定下的人不变/);
  await boss.tap(/^停止招工/);
  await boss.sees('employerHome');
  await board.sees('the job gone', (state) => state.jobs.length === 0);
  expect(boss.counted().taps).toBe(23);
});

test('F8 prices under seal: counted while they are sealed, opened together with one tap, cheapest first', async () => {
  const { boss, host, now } = await openHall();
  const jobId = await postAs(host, await registerFirm(host), now(), { sealedQuotes: true });
  for (const [n, amountFen] of [[1, 21_000], [2, 18_000]] as const) {
    expect(await host.ask({ type: 'sealQuote', jobId, number: await comes(host, n), pay: { amountFen, unit: 'day' } })).toMatchObject({ ok: true });
  }
  await boss.home();
  await boss.tap(/^搬运工 2 人/, /^看报价/);
  await boss.sees('jobQuotes', '密封着 2 个报价');
  await boss.tap(/^一起打开/);
  await boss.sees('jobQuotes', '从低到高', '¥180 每天', '¥210 每天');
});

test('F3 F6 F10 a household for the first time: promise, posting, the draw chosen by its picture, and nothing typed', async () => {
  const { boss } = await openHall();
  const home = syntheticCard('孙丽华', 'female', '19831111', 202);
  await boss.tap(/我要招人/);
  await boss.sees('employerCard');
  boss.layCard(home);
  await boss.sees('whoAmI');
  await boss.tap(/^我自己家/);
  await boss.sees('promise');
  await boss.tap(/^同意/);
  await boss.sees('jobTrade');
  await boss.tap(/^保洁/, /下一步/);
  await boss.sees('jobPay');
  await boss.tap('面议', /下一步/, /^当场现结/);
  await boss.sees('jobWhen');
  await boss.tap(/下一步/, /下一步/);
  await boss.sees('jobPlace');
  await boss.tap(/^历下区/);
  await boss.sees('jobConditions');
  await boss.tap(/下一步/, /^没有危险/, /下一步/, /^没有保险/);
  await boss.sees('jobVan');
  await boss.tap(/没有车/);
  await boss.sees('jobMode', '名单先公布，再抽签，谁都能验');
  await boss.tap(/^抽签/);
  await boss.sees('jobCheck', '抽签');
  await boss.tap(/发布/);
  await boss.sees('posted', 'J001', '开车前，请先买好意外保险');
  const slip = await eventually('the job slip', () => boss.papers().find((paper) => paper.includes('[QR KZ:J:J001]')));
  expect(slip).toContain(home.name);
  expect(boss.counted().taps).toBe(18);
});
