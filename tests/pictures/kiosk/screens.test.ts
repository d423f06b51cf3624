/* Every screen of the kiosk as a person approved it. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { setUpRefusals } from '@kuaizhao/kiosk/session/set-up/scenes.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser, requirePictureFont } from '../browser.ts';
import { landscape, portrait, scenes, type Setting } from './faces.ts';
import { openKiosk, serveScreens, showScene, type Served } from './stage.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  await requirePictureFont(browser);
  served = await serveScreens();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

interface View {
  readonly setting: Setting;
  readonly language: KioskFace['language'];
  readonly textStep: KioskFace['textStep'];
  readonly suffix: string;
  readonly only?: readonly string[];
}
/** measured like all others, and too much like another one to keep a picture of */
const unpictured: ReadonlySet<string> = new Set(['attract-first-start', 'phone-empty', 'trades-none', 'number-service', 'number-six-trades', 'who-am-i-new', 'who-am-i-long', 'job-pay-negotiable', 'job-start-now', 'job-hazards-none', 'job-insurance', 'posted-in-review', 'posted-cover-open', 'card-unknown', 'card-unreadable', 'refused', 'job-pay-typed', 'maintain-wait', 'maintain-nobody', 'set-up-asking', ...setUpRefusals.filter((why) => why !== 'wrongCode' && why !== 'clocksDiffer').map((why) => `set-up-refused-${why}`)]);
const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const pictured: readonly View[] = [
  { setting: portrait, language: 'zh-CN', textStep: 0, suffix: '' },
  { setting: portrait, language: 'zh-CN', textStep: 2, suffix: '.large', only: ['attract', 'consent', 'trades', 'number-printed', 'job-check'] },
  { setting: portrait, language: 'en', textStep: 0, suffix: '.en', only: ['attract', 'trades', 'number-paper-out', 'job-check'] },
  { setting: landscape, language: 'zh-CN', textStep: 0, suffix: '.landscape', only: ['attract', 'trades', 'number-printed', 'job-pay', 'job-check'] },
  { setting: landscape, language: 'en', textStep: 2, suffix: '.landscape-large-en', only: ['trades', 'job-check'] },
];

describe.each(pictured)('pictures$suffix', ({ setting, language, textStep, suffix, only }) => {
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  beforeAll(async () => { kiosk = await openKiosk(browser, served.url, setting); });
  afterAll(() => kiosk.page.close());

  test.each(scenes.filter(({ name }) => only === undefined ? !unpictured.has(name) : only.includes(name)))('$name', async (scene) => {
    await showScene(kiosk.page, scene, setting, language, textStep);
    expectPicture(await kiosk.page.screenshot(), approved(`${scene.name}${suffix}`));
    expect(kiosk.complaints).toEqual([]);
  });
});
