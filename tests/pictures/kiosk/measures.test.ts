/* Every face of the kiosk in every language, text size and setting: with the sizes, reach and contrasts that hands and eyes of sixty need, whole, and with nothing for axe to find. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, requirePictureFont } from '../browser.ts';
import { landscape, portrait, scenes, type Look, type Scene, type Setting } from './faces.ts';
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
  /** of so many views that take turns, the faces that are this one's turn; absent: all faces */
  readonly turn?: { readonly at: number; readonly of: number };
}
const whole = { look: {}, said: 'as the hall has it' } as const;
const low = { look: { reach: true }, said: 'low reach' } as const;
const high = { look: { contrast: 'high' }, said: 'high contrast' } as const;

type Kind = Omit<View, 'turn'>;
const takingTurns = (kinds: readonly Kind[]): readonly View[] => kinds.map((kind, at) => ({ ...kind, turn: { at, of: kinds.length } }));
const across = (steps: readonly (readonly [language: string, textStep: 0 | 1 | 2])[], settings: readonly Setting[], kind: Pick<View, 'look' | 'said'>): readonly Kind[] =>
  settings.flatMap((setting) => steps.map(([language, textStep]) => ({ setting, language, textStep, ...kind })));

const spoken = [['zh-CN', 0], ['zh-CN', 1], ['zh-CN', 2], ['en', 0], ['en', 1], ['en', 2]] as const;
const largest = [['zh-CN', 2], ['en', 2]] as const;
const smaller = spoken.filter(([, textStep]) => textStep < 2);
/** Every face in both languages at every size on the tall screen, at the largest on the wide one and there at one other; low reach at its worst, the longest words at the largest size on the tall screen, and at one other; high contrast once. */
const views: readonly View[] = [
  ...across(spoken, [portrait], whole), ...across(largest, [landscape], whole), ...takingTurns(across(smaller, [landscape], whole)),
  ...across([['en', 2]], [portrait], low), ...takingTurns([...across(spoken.slice(0, -1), [portrait], low), ...across([['en', 2]], [landscape], low)]),
  ...takingTurns([...across([['zh-CN', 0]], [portrait], high), ...across([['en', 0]], [landscape], high)]),
];
/** Every face once in each of them. */
const pseudoViews: readonly View[] = [
  ...takingTurns(across([['zh-XA', 0], ['zh-XA', 1]], [portrait, landscape], whole)), ...takingTurns(across([['en-XA', 0]], [portrait, landscape], whole)), ...takingTurns(across([['ar-XB', 0], ['ar-XB', 2]], [portrait, landscape], whole)),
];

/** By its name and not by its place: a face that is added changes nobody else's turn. */
const turnOf = (name: string, of: number): number => Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % of;
const facesOf = ({ turn }: View): readonly Scene[] => scenes.filter(({ name }) => turn === undefined || turnOf(name, turn.of) === turn.at);

/** Two pages at once: a page waits for its frames most of the time. */
async function onTwoPages(at: Served, setting: Setting, faces: readonly Scene[], look: (page: Page, scene: Scene) => Promise<string[]>): Promise<string[]> {
  const half = Math.ceil(faces.length / 2);
  const found = await Promise.all([faces.slice(0, half), faces.slice(half)].map(async (some) => {
    const { page, complaints } = await openKiosk(browser, at.url, setting);
    const faults: string[] = [];
    for (const scene of some) faults.push(...(await look(page, scene)).map((fault) => `${scene.name}: ${fault}`));
    await page.close();
    // A language that nobody speaks has no voice: its pack is not found.
    return [...faults, ...complaints.filter((one) => at === served || !one.startsWith('Failed to load resource'))];
  }));
  return found.flat();
}

const faultsIn = (at: Served, view: View): Promise<string[]> => onTwoPages(at, view.setting, facesOf(view), async (page, scene) => {
  // Boxes and colours are the same whether or not somebody paints them, and painting is what takes the time.
  await page.evaluate(() => { document.body.style.clipPath = 'inset(100%)'; });
  await showScene(page, scene, view.setting, view.language, view.textStep, view.look);
  return faultsOn(page, view.setting.pxPerMm, view.look.reach);
});

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
  const results = await window.axe?.run(document, { resultTypes: ['violations'], rules: { 'page-has-heading-one': { enabled: false }, bypass: { enabled: false }, 'meta-viewport': { enabled: false }, 'landmark-one-main': { enabled: false } } });
  return (results?.violations ?? [{ id: 'axe did not run', nodes: [] }]).map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
});

/** Every face as the hall has it, and in one of the other ways. */
const heard: readonly (View & { readonly at: () => Served })[] = [
  { setting: portrait, language: 'zh-CN', textStep: 0, ...whole, at: () => served },
  ...takingTurns([{ setting: portrait, language: 'en', textStep: 0, ...high }, { setting: landscape, language: 'en', textStep: 2, ...low }, { setting: portrait, language: 'ar-XB', textStep: 0, ...whole }])
    .map((view) => ({ ...view, at: () => (view.language === 'en' ? served : pseudo) })),
];

test.each(heard)('axe finds nothing, and everything has its name: $setting.width × $setting.height, $language, text $textStep, $said', async (view) => {
  const { setting, language, textStep, look, at } = view;
  const found = await onTwoPages(at(), setting, facesOf(view), async (page, scene) => {
    if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axeSource);
    await showScene(page, scene, setting, language, textStep, look);
    return complaintsOf(page);
  });
  expect(found).toEqual([]);
});
