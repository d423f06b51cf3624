/* 线上点单、线下确认 as people in the hall see it: orders come through the public API of a real hub into a real hall, and stand on its board and its console beside a job of the desk. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { factOf, morning, staffActor } from '../../fixtures/engine.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openFace, settled, type FacePage } from '../../display-board/stage/face-page.ts';
import { openHub } from '../../sync-agent/city/api/stage.ts';
import { host, openHall, type PoolHallStage } from '../../sync-agent/pool/stage.ts';
import { demoPin } from '../../town/town.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
let engine: TestEngine;
beforeAll(async () => { [browser, engine] = await Promise.all([launchBrowser(), startEngine('embedded')]); });
afterAll(async () => { await Promise.all([browser.close(), engine.end()]); });

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);

/** Two orders that hang, one whose words staff must see first, one of a household that has not come, a job of the desk, and a number called for an order. */
async function morningWithOrders(): Promise<PoolHallStage> {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url, { name: '济南市历下区东关综合零工市场' });
  const { employerId } = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '济南样例物流有限公司', creditCode: creditCode(3), representatives: [] }, staffActor), 'employerRegistered');
  await hall.ask('verifyEmployer', { employerId, documents: ['businessLicence'] }, staffActor);
  await hall.job({ trade: '0101', headcount: 4, place: '历下区', plate: '鲁A20001' });
  const taken = async (terms: object): Promise<string> => {
    const { orderId } = await hub.placed({ terms });
    await eventually('the hall has answered', async () => (await hub.state(orderId)).answered === 1);
    expect(await hub.state(orderId)).not.toHaveProperty('refusal');
    return hall.agent.db.view.jobOfOrder(orderId) ?? '';
  };
  const jobId = await taken({ headcount: 8, plate: '鲁A20002' });
  await taken({ trade: '0301', headcount: 3, place: '历城区', bay: '5号位', pay: { kind: 'fixed', amountFen: 24_000, unit: 'day' }, plate: '鲁A20003' });
  await taken({ headcount: 2, remark: '年龄40以下' });
  await hub.placed({ employer: { household: { idNumber: person(79).number } } });
  await eventually('the household’s order waits', () => hall.agent.db.faces.online.held() === 1);
  const { number } = await hall.seeker(1, { willing: false });
  factOf(await hall.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number } }, host), 'ticketCalled');
  return hall;
}

async function face(url: string, width: number, height: number): Promise<FacePage> {
  const opened = await openFace(browser, { url, width, height, at: morning + 3_000 });
  onTestFinished(() => opened.page.close());
  return opened;
}

async function console(hall: PoolHallStage, name: string, who: string): Promise<FacePage> {
  const opened = await face(`${hall.agent.urls.console ?? ''}?device=console-1#${name}`, 1366, 768);
  await opened.page.getByText(who, { exact: true }).click();
  await opened.page.keyboard.type(demoPin);
  await opened.page.keyboard.press('Enter');
  await opened.page.locator('.shell').waitFor();
  return opened;
}

async function shot(page: Page): Promise<Buffer> {
  await page.mouse.move(683, 4);
  await settled(page);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

test('F27 online orders from the hub’s API stand marked on the hall’s board and at its staff’s desks', async () => {
  const hall = await morningWithOrders();
  const board = await face(hall.agent.urls.board ?? '', 1920, 1080);
  await board.page.locator('[data-job]').nth(2).waitFor();
  await board.page.locator('.sound-button').click();
  await board.page.locator('.sound-button').waitFor({ state: 'detached' });
  expect(await board.page.locator('[data-job]', { hasText: '线上订单' }).count(), 'neither the job of the desk nor what staff have not seen').toBe(2);
  expectPicture(await shot(board.page), approved('board'));
  const floor = await console(hall, 'floor', '洽谈桌值班');
  await floor.page.locator('.job-list li').nth(2).waitFor();
  expect(await floor.page.locator('.job-list li', { hasText: '线上订单' }).count()).toBe(2);
  expectPicture(await shot(floor.page), approved('floor'));
  const review = await console(hall, 'review', '值班主管');
  await review.page.getByText('线上有 1 个个人雇主').waitFor();
  await review.page.getByText('线上订单').first().click();
  await review.page.getByText('年龄40以下').first().waitFor();
  expectPicture(await shot(review.page), approved('review'));
  expect([...board.troubles, ...floor.troubles, ...review.troubles]).toEqual([]);
});
