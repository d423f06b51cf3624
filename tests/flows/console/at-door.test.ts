/*
 * First aid: a van stands at the door at five in the morning. By keyboard alone the host finds the employer, posts the last terms for four people, calls them, hires all four, and four
 * slips come out: the real page in a real browser, the real agent, a simulated printer that speaks bytes. Keys are counted as fingers press them, and weighed as people type.
 */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { demoPin } from '../../town/town.ts';
import { eventually } from '../stage/eventually.ts';
import { atBoard, atConsole, atKiosk, openStage } from '../stage/stage.ts';

/** Of the keystroke-level model (Card, Moran, Newell): a slow typist's key, and a moment to think before each step. */
const secondsPerKey = 0.5;
const secondsPerThought = 1.35;
/** A Chinese character by pinyin: its letters and the choice. */
const keysPerCharacter = 4;

/** The only hands of this story: what is typed is counted, and each step is thought over first. */
function hands(page: Page) {
  const spent = { keys: 0, thoughts: 0 };
  return {
    seconds: (): number => spent.keys * secondsPerKey + spent.thoughts * secondsPerThought,
    spent,
    type: async (text: string): Promise<void> => {
      spent.thoughts += 1;
      for (const sign of text) spent.keys += /\p{Script=Han}/u.test(sign) ? keysPerCharacter : 1;
      await page.keyboard.type(text);
    },
    press: async (key: string): Promise<void> => { spent.keys += 1; await page.keyboard.press(key); },
    think: (): void => { spent.thoughts += 1; },
  };
}

test('F1 F3 F7 F18 a van at the door: found, posted, four called, four hired, four slips printed, by keyboard in far less than 90 seconds', async () => {
  const town = await openStage({ withCity: false });
  const { papers } = await atKiosk(town);
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  // The employer has been here before: a household, and a company with a posting in words of its own that staff have approved.
  for (let n = 1; n <= 5; n += 1) factOf(await clerk.ask({ type: 'registerWorker', card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  const { employerId } = factOf(await clerk.ask({ type: 'registerEmployer', kind: 'enterprise', name: '济南样例搬家有限公司', creditCode: creditCode(7), representatives: [] }), 'employerRegistered');
  factOf(await clerk.ask({ type: 'registerHousehold', card: person(900, 1970), promiseVersion: '2026-11' }), 'employerRegistered');
  const last = factOf(await clerk.ask({ type: 'postJob', employerId, terms: soundTerms(Date.now(), { headcount: 2, title: '搬家两车' }) }), 'jobPosted');
  expect(last.state).toBe('inReview');
  factOf(await clerk.ask({ type: 'reviewJob', jobId: last.jobId, outcome: 'approve', reason: 'fine' }), 'jobReviewed');
  factOf(await clerk.ask({ type: 'closeJob', jobId: last.jobId, shown: { kind: 'slip', number: last.number }, reason: 'enough' }), 'jobClosed');
  const before = papers().length;

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${town.hall.urls.console ?? ''}#urgent`);
  await page.getByText('洽谈桌值班').click();
  await page.keyboard.type(demoPin);
  await page.keyboard.press('Enter');
  await page.locator('.find-employer input:focus').waitFor();

  // The van stops. From here on only keys.
  const host = hands(page);
  await host.type('样例');
  await host.press('Enter');
  await page.locator('.urgent-form input:focus').waitFor();
  await host.type('4');
  await host.press('Tab');
  await host.type('230');
  host.think();
  await host.press('Enter');
  const board = atBoard(town.hall.urls.agent);
  const job = await board.sees('the job on the board', (state) => state.jobs.find((one) => one.headcount === 4));
  expect(job).toMatchObject({ trade: '0201', pay: { kind: 'fixed', amountFen: 23_000, unit: 'day' }, workPlace: '历城区' });
  await board.sees('the calls on the board', (state) => state.calls.filter((one) => one.open && one.jobNumber === job.number).length >= 4);
  for (let hired = 1; hired <= 4; hired += 1) {
    await eventually('the next one under the finger', () => page.evaluate(() => document.activeElement?.closest('.crew-calls') !== null && document.activeElement?.matches('button:not([disabled])')));
    host.think();
    await host.press('Enter');
    await board.sees(`${String(hired)} hired`, (state) => state.counts.hires === hired);
  }
  await eventually('four hire slips', () => papers().filter((paper) => /H00[1-4]/.test(paper)).length === 4);
  await page.getByText('招满了。').waitFor();

  const slips = papers().slice(before).filter((paper) => /H00[1-4]/.test(paper));
  for (const slip of slips) for (const word of ['济南样例搬家有限公司', '230', job.number]) expect(slip).toContain(word);
  expect(host.spent.keys).toBeLessThanOrEqual(20);
  expect(host.seconds()).toBeLessThanOrEqual(30);
  expect(troubles).toEqual([]);
});
