/* Every layout in every scene: nothing smaller than can be read from where people stand, nothing outside the glass, nothing that runs, whatever people wrote. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { calledPxOf, emPxOf } from '@kuaizhao/db/domain/boards/fit.ts';
import { boardLayouts, boardScenes, type BoardLayout, type BoardPlan, type BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { boardOrderSchema, boardStateSchema, type BoardOrder, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { violations } from '../stage/axe.ts';
import { openFace, settled } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at, orderOf, stateIn } from '../stage/full-board.ts';
import { call, jobs } from '../stage/morning.ts';

const patience = { timeout: 30_000, interval: 50 };
const sizes: { readonly [L in BoardLayout]: readonly [number, number] } = { wide: [1920, 1080], portrait: [1080, 1920], wall: [3840, 1080], strip: [1920, 160] };

let browser: Browser;
let stage: Stage;
let told: { readonly order: BoardOrder; readonly state: BoardState };

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({
    face: 'board', namespace: '/board',
    onConnect: (socket) => {
      socket.emit('plan', boardOrderSchema.parse(told.order));
      socket.emit('board', boardStateSchema.parse(told.state));
    },
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

async function show(layout: BoardLayout, scene: BoardScene, { plan = {}, state = {}, query = '', size = sizes[layout] }: { plan?: Partial<BoardPlan>; state?: Partial<BoardState>; query?: string; size?: readonly [number, number] } = {}) {
  told = { order: orderOf(layout, scene, plan), state: stateIn(scene, state) };
  const face = await openFace(browser, { url: `${stage.url}${query}`, width: size[0], height: size[1], at: at[scene] + 3_000 });
  await face.page.locator(`.board[data-scene=${scene}]`).waitFor();
  await settled(face.page);
  return face;
}

/** What a reader would complain about, looked at in the page. */
const look = (face: Awaited<ReturnType<typeof show>>) => face.page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector('.board') ?? document.body, NodeFilter.SHOW_TEXT);
  const small: string[] = [];
  const outside: string[] = [];
  let smallest = Infinity;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '' || getComputedStyle(element).display === 'none') continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    smallest = Math.min(smallest, size);
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (size < rem - 0.01) small.push(`${text} ${String(size)}`);
    const box = element.getBoundingClientRect();
    // The box of a letter is higher than the letter: a quarter of it may be air.
    const air = size / 4;
    if (box.width > 0 && (box.left < -1 || box.top < -air || box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + air)) outside.push(text);
  }
  const numbers = [...document.querySelectorAll('.large .numbers, .strip-call b')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const moving = document.getAnimations().filter((one) => one instanceof CSSAnimation && one.animationName !== 'arrive').length;
  return { small, outside, smallest, numbers, moving, scrolls: document.documentElement.scrollWidth > window.innerWidth || document.documentElement.scrollHeight > window.innerHeight };
});

test.each(boardLayouts.flatMap((layout) => boardScenes.flatMap((scene) => (['zh-CN', 'en'] as const).map((language) => [layout, scene, language] as const))))('§6 %s, %s, %s: text at least distance/200, called numbers /100, nothing outside, nothing runs', async (layout, scene, language) => {
  const face = await show(layout, scene, { query: `?lang=${language}` });
  const seen = await look(face);
  const { panel } = told.order.plan;
  expect(seen.small).toEqual([]);
  expect(seen.outside).toEqual([]);
  expect(seen.smallest).toBeGreaterThanOrEqual(emPxOf(panel) - 0.01);
  for (const size of seen.numbers) expect(size).toBeGreaterThanOrEqual(calledPxOf(panel) - 0.01);
  expect(seen.moving).toBe(0);
  expect(seen.scrolls).toBe(false);
  expect(face.troubles).toEqual([]);
  await face.page.close();
});

test.each([[3840, 2160], [1280, 720]] as const)('§6 the same plan at %d × %d: letters keep their share of the glass', async (width, height) => {
  const face = await show('wide', 'rush', { size: [width, height] });
  const rem = await face.page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  expect(rem / width).toBeCloseTo(emPxOf(told.order.plan.panel) / told.order.plan.panel.widthPx, 6);
  expect((await look(face)).outside).toEqual([]);
  await face.page.close();
});

test('a panel that is read from too far still calls: the head gives way', async () => {
  const face = await show('wide', 'rush', { plan: { panel: { widthPx: 1920, heightPx: 1080, widthMm: 1_210, metres: 12 } } });
  await face.page.locator('.large .numbers').waitFor();
  expect(await face.page.locator('header').count()).toBe(0);
  expect(await face.page.locator('.foot').count()).toBe(1);
  await face.page.close();
});

test('what people wrote stays inside: places of 40 letters, rare characters, markup, four digits of places', async () => {
  const hard = [
    { ...jobs[0]!, workPlace: '龘'.repeat(40), placesLeft: 1_234, headcount: 1_234 }, { ...jobs[1]!, workPlace: '<img src=x onerror=alert(1)>䶮㛃𬭎😀', placesLeft: 9_999 },
    { ...jobs[2]!, workPlace: 'W'.repeat(40), plate: '鲁A12345D', bay: '北门外临时停车场十二号车位', pay: { kind: 'fixed' as const, amountFen: 9_999_999, unit: 'squareMetre' as const } },
  ];
  const calls = [call('n1', 'A10457', 1, { toLabel: '求职登记与政策咨询综合服务窗口东侧二号' }), ...Array.from({ length: 11 }, (_, one) => call(`m${String(one)}`, `B${String(10_000 + one)}`, one, { toLabel: '求职登记与政策咨询综合服务窗口东侧二号' }))];
  for (const layout of boardLayouts) {
    const face = await show(layout, 'rush', { state: { jobs: hard, calls, hallName: '某某市某某区某某街道某某综合零工市场（行业分市场）一号楼', notices: ['<b>通知</b>'.repeat(40)] } });
    const seen = await face.page.evaluate(() => ({
      // Whole elements whose text would show past them.
      bursts: [...document.querySelectorAll('.large .numbers b, .left, .left b, .trade, .strip-call, .call-rows li, .job, .zone-body')].filter((one) => one.getBoundingClientRect().right > (one.closest('.zone')?.getBoundingClientRect().right ?? 0) + 1).map((one) => one.className),
      left: [...document.querySelectorAll('.left b')].map((one) => [one.getBoundingClientRect().left >= (one.parentElement?.getBoundingClientRect().left ?? 0) - 1, one.getBoundingClientRect().right <= (one.parentElement?.getBoundingClientRect().right ?? 0) + 1]),
      images: document.querySelectorAll('.board img').length,
    }));
    expect(seen.bursts).toEqual([]);
    expect(seen.left.flat().every(Boolean)).toBe(true);
    expect(seen.images).toBe(0);
    expect((await look(face)).outside).toEqual([]);
    await face.page.close();
  }
});

test.each(['zh-CN', 'en'] as const)('§6 portrait, %s: the tag of an online order is there and whole beside a new mark, the longest place and the widest pay, and letters of the place are left', async (language) => {
  const online = jobs.map((job) => ({ ...job, online: true as const, workPlace: job.number === 'J001' ? '龘'.repeat(40) : job.workPlace }));
  const face = await show('portrait', 'rush', { state: { jobs: [] }, query: `?lang=${language}` });
  // What comes after the first picture is marked as new.
  stage.tell('board', boardStateSchema, { ...told.state, version: told.state.version + 1, jobs: online });
  await face.page.locator('.job .new').first().waitFor();
  await settled(face.page);
  const rows = await face.page.evaluate(() => [...document.querySelectorAll('.zone-jobs .job')].map((row) => {
    const [tag, terms, place] = ['.online', '.terms', '.where b'].map((selector) => row.querySelector(selector)?.getBoundingClientRect());
    const letter = Number.parseFloat(getComputedStyle(row.querySelector('.where b') ?? row).fontSize);
    return { whole: (tag?.width ?? 0) > letter && (tag?.right ?? Infinity) <= (terms?.right ?? 0) + 1, letters: Math.floor((place?.width ?? 0) / letter) };
  }));
  expect(rows.length).toBeGreaterThanOrEqual(10);
  expect(rows.filter(({ whole }) => !whole)).toEqual([]);
  expect(Math.min(...rows.map(({ letters }) => letters))).toBeGreaterThanOrEqual(3);
  expect((await look(face)).outside).toEqual([]);
  expect(face.troubles).toEqual([]);
  await face.page.close();
});

test('§6 a called row blinks five times, once a second, and then stands', async () => {
  const face = await show('wide', 'rush', { state: { calls: [] } });
  await face.page.locator('.large.idle').waitFor();
  stage.tell('board', boardStateSchema, { ...told.state, version: told.state.version + 1, calls: [call('n1', 'A130', 2, { at: at.rush + 4_000 })] });
  await face.page.locator('.large.fresh').waitFor();
  const blink = await face.page.evaluate(() => {
    const [animation] = document.querySelector('.large.fresh')?.getAnimations() ?? [];
    const effect = animation?.effect;
    if (animation === undefined || !(effect instanceof KeyframeEffect)) return undefined;
    const { duration, iterations } = effect.getComputedTiming();
    // Steps of the picture within one turn: a light one and a dark one.
    const colours = new Set([100, 400, 600, 900].map((at) => { animation.currentTime = at; return getComputedStyle(document.querySelector('.large.fresh') ?? document.body).backgroundColor; }));
    animation.finish();
    return { duration, iterations, colours: colours.size, after: getComputedStyle(document.querySelector('.large.fresh') ?? document.body).backgroundColor };
  });
  expect(blink).toEqual({ duration: 1_000, iterations: 5, colours: 2, after: 'rgb(255, 164, 43)' });
  await face.page.close();
});

test('a new scene keeps what stays, brings the rest softly, and calls go on being painted', async () => {
  const face = await show('wide', 'rush');
  await face.page.locator('.zone-calls .large').evaluate((large) => { (large as HTMLElement).dataset['kept'] = 'yes'; });
  stage.tell('plan', boardOrderSchema, orderOf('wide', 'fair'));
  await face.page.locator('.zone-tables').waitFor();
  expect(await face.page.locator('.zone-calls .large').getAttribute('data-kept')).toBe('yes');
  expect(await face.page.locator('.zone-tables').evaluate((zone) => zone.getAnimations().map((one) => [one instanceof CSSAnimation && one.animationName, one.effect?.getComputedTiming().duration]))).toEqual([['arrive', 800]]);
  stage.heard.length = 0;
  stage.tell('board', boardStateSchema, { ...told.state, version: told.state.version + 1, calls: [call('n1', 'A130', 2, { at: at.rush + 4_000 })] });
  await vi.waitFor(() => { expect(stage.heard).toContainEqual({ event: 'shown', message: { callId: 'n1', times: 1 } }); }, patience);
  await face.page.close();
});

test.each([['wide', 'rush'], ['wide', 'quiet'], ['wide', 'fair'], ['wide', 'beforeOpening'], ['wall', 'rush'], ['portrait', 'evening'], ['strip', 'rush']] as const)('axe finds nothing on %s, %s', async (layout, scene) => {
  const face = await show(layout, scene);
  // What still comes up out of the dark has no contrast yet.
  await face.page.emulateMedia({ reducedMotion: 'reduce' });
  expect([...await violations(face.page), ...face.troubles]).toEqual([]);
  await face.page.close();
});
