/* How the staff console looks on a small desk screen, 1366 × 768: who are you, the PIN, the floor in the rush, the hire form. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskSchema, floorStateSchema, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { openStage, type Stage } from '../../display-board/stage/face-stage.ts';
import { at0531, desk, floorState } from '../../display-board/stage/morning.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
let stage: Stage;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({
    face: 'console', namespace: '/console',
    onConnect: (socket) => {
      socket.emit('desk', deskSchema.parse(desk));
      socket.on('signIn', (_attempt: unknown, reply: (reply: SignInReply) => void) => {
        reply({ ok: true, staffName: '值班主管', role: 'supervisor' });
        socket.emit('floor', floorStateSchema.parse(floorState()));
      });
    },
  });
  ({ page, troubles } = await openFace(browser, { url: stage.url, width: 1366, height: 768, at: at0531 }));
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
/** The blinking caret is no part of a picture. */
const shot = async (): Promise<Buffer> => { await settled(page); return page.screenshot({ animations: 'disabled', caret: 'hide' }); };

test('who are you', async () => {
  await page.getByText('请选您的名字').waitFor();
  expectPicture(await shot(), approved('who'));
  expect(troubles).toEqual([]);
});

test('the PIN', async () => {
  await page.getByText('值班主管').click();
  await page.keyboard.type('4821');
  expectPicture(await shot(), approved('pin'));
  expect(troubles).toEqual([]);
});

test('the floor in the rush', async () => {
  await page.keyboard.press('Enter');
  await page.locator('.floor').waitFor();
  await page.getByLabel('我的桌').click();
  await page.getByText('5号洽谈桌').last().click();
  await page.locator('.at-table .number').first().waitFor();
  await page.getByLabel('选招工单').click();
  await page.keyboard.press('Enter');
  expectPicture(await shot(), approved('floor'));
  expect(troubles).toEqual([]);
});

test('the hire form', async () => {
  await page.getByRole('button', { name: '成交' }).first().click();
  await page.locator('.hire-form').waitFor();
  // The form stands in the page before it has opened: when it is there, its first field has the focus.
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  await page.locator('.hire-form input:focus').waitFor();
  expectPicture(await shot(), approved('hire'));
  expect(troubles).toEqual([]);
});
