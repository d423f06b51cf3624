/* Ordinary browsers come into the hall: the real pages in a real browser against a real agent on TLS 1.3 with its own authority. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enrolledForMs } from '@kuaizhao/db/domain/devices/commands.ts';
import { readPairAddress } from '@kuaizhao/display-board/pair/address.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { tokenForMs } from '@kuaizhao/sync-agent/hall/trust/sessions.ts';
import { byAgent, openLanHall } from '../../sync-agent/hall/trust/lan-hall.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { trustingBrowser } from './trusting-browser.ts';

type Hall = Awaited<ReturnType<typeof openLanHall>>;

/** What stands on the screen must wait at the agent, too: then somebody says yes. */
async function letIn({ hall, trust }: Hall, page: Page, deviceId: string): Promise<void> {
  const signs = (await page.locator('.signs').textContent()) ?? '';
  expect(signs).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const waits = trust.pairing.waiting().find((one) => one.signs === signs);
  expect((await byAgent(hall, 'enrolDevice', { deviceId, role: waits?.role, name: '样例设备', fingerprint: waits?.fingerprint, proof: 'session' })).ok).toBe(true);
}
const link = ({ hall }: Hall, deviceId: string) => hall.db.faces.devices.states().find((one) => one.deviceId === deviceId && one.kind === 'link')?.state;
const board = async (context: BrowserContext, url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${url}/board/?device=somebody-else&lang=en`);
  return page;
};

test('a television opens the board’s address: signs without typing, somebody’s yes, and the board is there under the name that staff gave it; sent away, it says so', async () => {
  const one = await openLanHall();
  const browser = await trustingBrowser(one.trust.authority.pem);
  const context = await browser.newContext();
  const page = await board(context, one.url);
  await page.getByText('This screen has not joined the hall yet').waitFor();
  await letIn(one, page, 'board-1');
  await page.locator('.board').waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/board/?device=somebody-else&lang=en');
  await expect.poll(() => link(one, 'board-1')).toBe('connected');
  // The token is nothing that a page can read, and the key nothing that anybody can.
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.evaluate(() => new Promise((resolve) => {
    const asked = indexedDB.open('kuaizhao');
    asked.onsuccess = () => { const got = asked.result.transaction('device').objectStore('device').get('own'); got.onsuccess = () => { resolve((got.result as CryptoKeyPair).privateKey.extractable); }; };
  }))).toBe(false);
  await byAgent(one.hall, 'revokeDevice', { deviceId: 'board-1' });
  await page.getByText('An administrator has sent this machine away.').waitFor();
  await letIn(one, page, 'board-1');
  await page.locator('.board').waitFor();
});

test('a copied cookie opens nothing in another browser; the cookie changes every day, and after ninety days away there are signs again', async () => {
  let ahead = 0;
  const one = await openLanHall({ ...systemClock, now: () => Date.now() + ahead });
  const browser = await trustingBrowser(one.trust.authority.pem);
  const [context, thief] = [await browser.newContext(), await browser.newContext()];
  const page = await board(context, one.url);
  await page.locator('.signs').waitFor();
  await letIn(one, page, 'board-1');
  await page.locator('.board').waitFor();
  const before = await context.cookies();
  expect(before).toEqual([expect.objectContaining({ name: '__Host-kuaizhao', httpOnly: true, secure: true, sameSite: 'Strict' })]);
  await thief.addCookies(before);
  const there = await board(thief, one.url);
  await there.getByText('What let this browser in is gone').waitFor();
  ahead = tokenForMs + 1;
  await page.reload();
  await page.locator('.board').waitFor();
  expect((await context.cookies())[0]?.value).not.toBe(before[0]?.value);
  await page.reload();
  await page.locator('.board').waitFor();
  // Now the old one is a copy, and whoever brings it ends the session of both.
  await there.goto(`${one.url}/board/?lang=en`);
  await there.getByText('may have been copied').waitFor();
  await page.getByText('may have been copied').waitFor();
  await letIn(one, page, 'board-1');
  await page.locator('.board').waitFor();
  ahead += enrolledForMs + 1;
  await page.reload();
  await page.getByText('This machine was off for too long').waitFor();
});

test('a computer joins as a console, in Chinese; its board’s address says that it is a console', async () => {
  const one = await openLanHall();
  const browser = await trustingBrowser(one.trust.authority.pem);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${one.url}/console/#devices`);
  await page.getByText('这台电脑还没有登记').waitFor();
  await letIn(one, page, 'console-1');
  await page.getByText('请选择您的名字').or(page.locator('.sign-in')).first().waitFor();
  expect(new URL(page.url()).hash).toBe('#devices');
  const second = await page.context().newPage();
  await second.goto(`${one.url}/board/`);
  await second.getByText('这个浏览器登记的不是这个用途').waitFor();
  await second.getByRole('link', { name: '打开工作台' }).click();
  await second.locator('.sign-in').first().waitFor();
});

test('with the four arrows and OK alone: what it is for, a no, and asking again', async () => {
  const one = await openLanHall();
  const browser = await trustingBrowser(one.trust.authority.pem);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${one.url}/`);
  await page.getByText('这台设备用来做什么？').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByText('这块大屏还没有登记').waitFor();
  const signs = (await page.locator('.signs').textContent()) ?? '';
  expect(one.trust.pairing.dismiss(signs)).toBe(true);
  await page.getByText('没有放行').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.signs').textContent()).not.toBe(signs);
  await letIn(one, page, 'board-2');
  await page.locator('.board').waitFor();
});

test('a browser that does not know the hall’s authority opens nothing', async () => {
  const one = await openLanHall();
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await expect(page.goto(`${one.url}/board/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
  await browser.close();
});

test('§7 odd addresses of the page lead nowhere else', () => {
  const chinese = { language: 'zh-CN' };
  expect(readPairAddress('?as=board&why=sentAway&back=%2Fboard%2F%3Flang%3Den')).toEqual({ as: 'board', why: 'sentAway', back: '/board/?lang=en', language: 'en' });
  expect(readPairAddress('?as=board&back=https://elsewhere.example/board/')).toEqual({ as: 'board', why: 'new', back: '/board/', ...chinese });
  expect(readPairAddress('?as=board&back=//elsewhere.example/&why=toString')).toEqual({ as: 'board', why: 'new', back: '/board/', ...chinese });
  expect(readPairAddress('?as=console&back=%2Fboard%2F%3Fx')).toEqual({ as: 'console', why: 'new', back: '/console/', ...chinese });
  expect(readPairAddress('?as=kiosk&lang=constructor')).toEqual({ as: undefined, why: 'new', back: '/pair/', ...chinese });
});
