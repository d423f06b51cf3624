/* The sample ticket as it comes out of the simulated printer, looked at by a person. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperPicture } from '@kuaizhao/hardware/ticket-printer/paper-picture.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser, requirePictureFont } from '../browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  await requirePictureFont(browser);
});
afterAll(() => browser.close());

test('the sample ticket', async () => {
  const simulator = createPrinterSimulator({ timer: realTimer });
  const line = await simulator.openLine();
  const coming = new Promise<string>((resolve) => simulator.onPaper((paper) => resolve(paperPicture(paper))));
  await line.write(readFileSync(new URL('../../fixtures/sample-ticket.bin', import.meta.url)));
  const page = await browser.newPage({ viewport: { width: 720, height: 900 } });
  await page.setContent(await coming);
  const png = await page.screenshot({ fullPage: true });
  expect(png.length).toBeGreaterThan(10_000);
  expectPicture(png, fileURLToPath(new URL('approved/sample-ticket.png', import.meta.url)));
  await simulator.close();
});
