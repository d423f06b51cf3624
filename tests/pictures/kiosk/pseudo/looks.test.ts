/* A chosen few screens as those see them who set the kiosk otherwise: high contrast, low reach, right to left. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { expectPicture } from '../../approved.ts';
import { launchBrowser, requirePictureFont } from '../../browser.ts';
import { landscape, portrait, scenes, type Look, type Setting } from '../faces.ts';
import { openKiosk, serveScreens, showScene, type Served } from '../stage.ts';
import { buildPseudoScreens } from './build.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  await requirePictureFont(browser);
  served = await serveScreens(await buildPseudoScreens());
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

interface View {
  readonly setting: Setting;
  readonly language: KioskFace['language'];
  readonly textStep: KioskFace['textStep'];
  readonly look: Look;
  readonly suffix: string;
  readonly only: readonly string[];
}
const looks: readonly View[] = [
  { setting: portrait, language: 'zh-CN', textStep: 0, look: { contrast: 'high' }, suffix: '.high', only: ['attract', 'trades', 'number-printed', 'job-check'] },
  { setting: landscape, language: 'en', textStep: 1, look: { contrast: 'high' }, suffix: '.landscape-high-en', only: ['consent', 'job-pay'] },
  { setting: portrait, language: 'zh-CN', textStep: 1, look: { reach: true }, suffix: '.low', only: ['attract', 'phone', 'job-check'] },
  { setting: portrait, language: 'ar-XB', textStep: 0, look: {}, suffix: '.rtl', only: ['attract', 'consent', 'number-paper-out', 'job-check'] },
  { setting: landscape, language: 'ar-XB', textStep: 0, look: {}, suffix: '.landscape-rtl', only: ['trades', 'job-check'] },
];

describe.each(looks)('§6 in another look: pictures$suffix', ({ setting, language, textStep, look, suffix, only }) => {
  let kiosk: Awaited<ReturnType<typeof openKiosk>>;
  beforeAll(async () => { kiosk = await openKiosk(browser, served.url, setting); });
  afterAll(() => kiosk.page.close());

  test.each(scenes.filter(({ name }) => only.includes(name)))('$name', async (scene) => {
    await showScene(kiosk.page, scene, setting, language, textStep, look);
    expectPicture(await kiosk.page.screenshot(), join(import.meta.dirname, '../approved', `${scene.name}${suffix}.png`));
    // A language that nobody speaks has no voice: its pack is not found.
    expect(kiosk.complaints.filter((one) => !one.startsWith('Failed to load resource'))).toEqual([]);
  });
  test('every face of the list is there', () => {
    expect(scenes.filter(({ name }) => only.includes(name))).toHaveLength(only.length);
  });
});
