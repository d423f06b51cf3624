/* Every face of the kiosk in every language, text size and setting: with the sizes, reach and contrasts that hands and eyes of sixty need, whole, and with nothing for axe to find. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, requirePictureFont } from '../browser.ts';
import { landscape, portrait, scenes, type Look, type Setting } from './faces.ts';
import { faultsOn } from './measures.ts';
import { buildPseudoScreens } from './pseudo/build.ts';
import { openKiosk, serveScreens, showScene, type Served } from './stage.ts';

let browser: Browser;
let served: Served;
let pseudo: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  await requirePictureFont(browser);
  served = await serveScreens();
  pseudo = await serveScreens(await buildPseudoScreens());
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await pseudo.close();
});

interface View {
  readonly setting: Setting;
  readonly language: string;
  readonly textStep: 0 | 1 | 2;
  readonly look: Look;
  readonly said: string;
}
const whole = { look: {}, said: 'as the hall has it' };
const low = { look: { reach: true }, said: 'low reach' };
const high = { look: { contrast: 'high' }, said: 'high contrast' } as const;
const settings = [portrait, landscape];

/** High contrast changes colours and not sizes: one text size shows all of it. */
const views: readonly View[] = settings.flatMap((setting) => ['zh-CN', 'en'].flatMap((language) => ([0, 1, 2] as const).flatMap((textStep) =>
  [whole, low, ...(textStep === 0 ? [high] : [])].map((kind) => ({ setting, language, textStep, ...kind })))));
const pseudoViews: readonly View[] = settings.flatMap((setting) => ([['zh-XA', 0], ['en-XA', 0], ['zh-XA', 1], ['ar-XB', 0], ['ar-XB', 2]] as const).map(([language, textStep]) => ({ setting, language, textStep, ...whole })));

async function faultsIn(at: Served, { setting, language, textStep, look }: View): Promise<string[]> {
  const { page, complaints } = await openKiosk(browser, at.url, setting);
  const faults: string[] = [];
  for (const scene of scenes) {
    await showScene(page, scene, setting, language, textStep, look);
    faults.push(...(await faultsOn(page, setting.pxPerMm, look.reach)).map((fault) => `${scene.name}: ${fault}`));
  }
  await page.close();
  // A language that nobody speaks has no voice: its pack is not found.
  return [...faults, ...complaints.filter((one) => at === served || !one.startsWith('Failed to load resource'))];
}

test.each(views)('§6 targets, gaps, reach and contrast: $setting.width × $setting.height, $language, text $textStep, $said', async (view) => {
  expect(await faultsIn(served, view)).toEqual([]);
});

test.each(pseudoViews)('§6 further languages, longer or from right to left: $setting.width × $setting.height, $language, text $textStep', async (view) => {
  expect(await faultsIn(pseudo, view)).toEqual([]);
});

declare global {
  interface Window { readonly axe?: { run: (context: unknown, options: unknown) => Promise<AxeResults> } }
}
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A kiosk has one page and no browser around it: landmarks and bypass blocks are for sites. */
const complaintsOf = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const results = await window.axe?.run(document, { resultTypes: ['violations'], rules: { 'page-has-heading-one': { enabled: false }, bypass: { enabled: false }, 'meta-viewport': { enabled: false } } });
  return (results?.violations ?? [{ id: 'axe did not run', nodes: [] }]).map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
});

const heard: readonly (View & { readonly at: () => Served })[] = [
  { setting: portrait, language: 'zh-CN', textStep: 0, ...whole, at: () => served },
  { setting: portrait, language: 'en', textStep: 0, ...high, at: () => served },
  { setting: landscape, language: 'en', textStep: 2, ...low, at: () => served },
  { setting: portrait, language: 'ar-XB', textStep: 0, ...whole, at: () => pseudo },
];

test.each(heard)('axe finds nothing, and everything has its name: $setting.width × $setting.height, $language, text $textStep, $said', async ({ setting, language, textStep, look, at }) => {
  const { page } = await openKiosk(browser, at().url, setting);
  await page.evaluate(axeSource);
  const found: string[] = [];
  for (const scene of scenes) {
    await showScene(page, scene, setting, language, textStep, look);
    found.push(...(await complaintsOf(page)).map((one) => `${scene.name}: ${one}`));
  }
  await page.close();
  expect(found).toEqual([]);
});
