/* Consoles and boards as real pages of a real agent, each with a storage of its own, closed with the test. */
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchBrowser } from '../../pictures/browser.ts';
import { demoPin, type Town } from '../../town/town.ts';

/** How a member of staff is named on the sign-in page of the demo hall. */
const names = { 'host-1': '洽谈桌值班', 'clerk-1': '窗口值班', 'supervisor-1': '值班主管', 'admin-1': '站长' } as const;

export interface Faces {
  readonly troubles: string[];
  /** Signed in as one of the demo hall, at a page; a demo hall's PINs are the same. */
  console(staffId: keyof typeof names, page: string, deviceId: string): Promise<Page>;
  /** By a name on the sign-in page and any PIN; whatever page follows. */
  signIn(name: string, pin: string, deviceId: string, page?: string): Promise<Page>;
  board(deviceId: string): Promise<Page>;
}

export async function openFaces(town: Town): Promise<Faces> {
  const browser: Browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const troubles: string[] = [];
  const open = async (url: string, width: number, height: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(url);
    return page;
  };
  const signIn: Faces['signIn'] = async (name, pin, deviceId, at = '') => {
    const page = await open(`${town.hall.urls.console}?device=${deviceId}#${at}`, 1366, 768);
    await page.getByText(name, { exact: true }).click();
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
    return page;
  };
  return {
    troubles,
    async console(staffId, name, deviceId) {
      const page = await signIn(names[staffId], demoPin, deviceId, name);
      await page.locator('.shell').waitFor();
      return page;
    },
    signIn,
    async board(deviceId) {
      const page = await open(`${town.hall.urls.agent}/board/?device=${deviceId}`, 1920, 1080);
      // Browsers are silent until a page is touched.
      await page.getByText('点一下开声音').click();
      await page.getByText('点一下开声音').waitFor({ state: 'detached' });
      return page;
    },
  };
}
