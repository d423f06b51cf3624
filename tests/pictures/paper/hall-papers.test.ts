/* The papers of the hall as they come out of the simulated printer through the true driver, looked at by a person. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { paperPicture } from '@kuaizhao/hardware/ticket-printer/paper-picture.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { firmwareOf } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { layOut } from '@kuaizhao/kiosk/host/papers/lay-out.ts';
import { samples } from '../../kiosk/host/papers/samples.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser, requirePictureFont } from '../browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  await requirePictureFont(browser);
});
afterAll(() => browser.close());

for (const { name, columns, order } of samples) {
  test(`${name} at ${columns} columns`, async () => {
    const profile = { ...printerProfiles['full-80'], columns, dotsPerLine: columns * 12 };
    const simulator = createPrinterSimulator({ timer: realTimer, firmware: firmwareOf(profile) });
    const coming = new Promise<string>((resolve) => simulator.onPaper((paper) => resolve(paperPicture(paper))));
    const line = await simulator.openLine();
    await line.write(composeTicket(profile, layOut(order, columns)));
    const page = await browser.newPage({ viewport: { width: 720, height: 300 } });
    await page.setContent(await coming);
    // Without shadow and shine: the letters are what is compared, and the pictures stay small.
    await page.addStyleTag({ content: 'html{background:#8d9399}.paper{background:#fff!important;box-shadow:none!important}' });
    const png = await page.screenshot({ fullPage: true });
    await page.close();
    await simulator.close();
    expect(png.length).toBeGreaterThan(10_000);
    expectPicture(png, fileURLToPath(new URL(`approved/${name}-${columns}.png`, import.meta.url)));
  });
}
