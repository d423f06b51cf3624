/* Opens a face in a browser page with a clock of its own, and keeps what went wrong in it: script errors, refused content, console errors. */
import type { Browser, Page } from 'playwright-core';

export interface FacePage { readonly page: Page; readonly troubles: string[] }

export interface FacePageOptions { readonly url: string; readonly width: number; readonly height: number; readonly at: number; /** the clock stands from the first moment on, until the test moves it */ readonly standing?: true }

/** The page's clock starts at `at` and runs on, unless it is to stand a second later. */
export async function openFace(browser: Browser, { url, width, height, at, standing }: FacePageOptions): Promise<FacePage> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // While the server is away the browser itself reports each failed connection and each cut load.
    if (message.type() === 'error' && !/WebSocket|net::ERR_/.test(message.text())) troubles.push(message.text());
  });
  await page.clock.install({ time: at });
  if (standing === true) await page.clock.pauseAt(at + 1_000);
  await page.goto(url);
  return { page, troubles };
}

/** Once every font of what is shown has come and animations are still. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}
