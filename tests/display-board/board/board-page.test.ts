/* The board in a real browser against a server that speaks the contract: a call is painted and spoken once, the agent lost and back, versions that differ. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { boardEchoSchema, boardStateSchema, type BoardCall, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { handshakeSchema } from '@kuaizhao/sync-agent/contract/lan.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace, type FacePage } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at0531, boardState, call, emptyBoard, rushCalls } from '../stage/morning.ts';

const patience = { timeout: 30_000, interval: 50 };

let browser: Browser;
let stage: Stage;
let face: FacePage;
let first: BoardState;
let refusal: string | undefined;

beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  first = boardState();
  refusal = undefined;
  stage = await openStage({
    face: 'board', namespace: '/board', refuse: (auth) => (handshakeSchema.safeParse(auth).success ? refusal : 'malformed'),
    onConnect: (socket) => { socket.emit('board', boardStateSchema.parse(first)); },
  });
});
afterEach(async () => {
  await face.page.close();
  await stage.close();
  if (face.troubles.length > 0) throw new Error(face.troubles.join('\n'));
});

const open = async (query = '?device=board-7'): Promise<void> => { face = await openFace(browser, { url: `${stage.url}${query}`, width: 1920, height: 1080, at: at0531 + 2_000 }); };
const echoes = (event: string): string[] => stage.heard.filter((one) => one.event === event).map(({ message }) => {
  const { callId, times } = boardEchoSchema.parse(message);
  return `${callId}/${String(times)}`;
});
const tell = (calls: readonly BoardCall[]): void => { first = boardState({ version: first.version + 1, calls: [...calls] }); stage.tell('board', boardStateSchema, first); };
/** Headless browsers, like real ones without the kiosk flag, want a touch before they sound. */
const turnSoundOn = async (): Promise<void> => {
  await face.page.getByText('点一下开声音').click();
  await face.page.getByText('点一下开声音').waitFor({ state: 'detached' });
};

test('what hangs there already is shown, not spoken; a new call is painted, spoken once, and so is its recall', async () => {
  await open();
  await vi.waitFor(() => { expect(echoes('shown').sort()).toEqual(['c6/1', 'c7/1', 'c8/1', 'c9/1']); }, patience);
  await turnSoundOn();
  const fresh = call('n1', 'A130', 2, { at: at0531 + 3_000 });
  tell([fresh, ...rushCalls]);
  tell([fresh, ...rushCalls]);
  await face.page.locator('.large.fresh', { hasText: 'A130' }).waitFor();
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['n1/1']); }, patience);
  tell([{ ...fresh, times: 2, at: at0531 + 9_000 }, ...rushCalls]);
  await face.page.getByText('再次呼叫').waitFor();
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['n1/1', 'n1/2']); }, patience);
  expect(echoes('shown').filter((one) => one.startsWith('n1'))).toEqual(['n1/1', 'n1/2']);
});

test('F15 the rules of the hall come in turn with the jobs while nobody is called, and give way to the first call', async () => {
  const wall = wallOf(hallSettings, '2026-11-21');
  const quiet = boardState({ version: 50, jobs: boardState().jobs.slice(0, 3), calls: rushCalls.map((one) => ({ ...one, open: false })), wall, moreWindows: 2 });
  first = quiet;
  await open();
  await face.page.getByText('请加开窗口 2 个').waitFor();
  const seen = new Set<string>();
  for (let page = 0; seen.size < wall.length && page < wall.length; page += 1) {
    await face.page.clock.fastForward(9_000);
    await face.page.locator('.wall-line').first().waitFor();
    for (const rule of await face.page.locator('.wall-line').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-rule') ?? ''))) seen.add(rule);
    // Each sentence stands whole in its row; the box of a letter is higher than the letter.
    expect(await face.page.locator('.wall-line').evaluateAll((lines) => lines.filter((line) => line.scrollHeight > line.clientHeight + 0.3 * Number.parseFloat(getComputedStyle(line).fontSize) || line.scrollWidth > line.clientWidth + 1).map((line) => line.textContent))).toEqual([]);
    if (wall.every((line) => seen.has(line.code))) break;
  }
  expect([...seen].sort()).toEqual([...new Set(wall.map((line) => line.code))].sort());
  // A clock that ran ahead may have cut the line: whoever comes back is told the same.
  first = { ...quiet, version: 51, calls: [call('n1', 'A130', 2, { at: at0531 + 3_000 }), ...quiet.calls] };
  stage.tell('board', boardStateSchema, first);
  await face.page.locator('.large', { hasText: 'A130' }).waitFor();
  await vi.waitFor(async () => { expect(await face.page.locator('.wall-line').count()).toBe(0); }, patience);
});

test('two calls at once are spoken one after the other; one that ends before its turn is not spoken', async () => {
  first = emptyBoard;
  await open();
  await turnSoundOn();
  const three = ['A201', 'A202', 'A203'].map((number) => call(`m${number}`, number, 4, { at: at0531 + 4_000 }));
  tell(three);
  tell(three.map((one, at) => (at === 1 ? { ...one, open: false } : one)));
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['mA201/1', 'mA203/1']); }, patience);
});

test('a reload says nothing twice', async () => {
  await open();
  await turnSoundOn();
  tell([call('n1', 'A130', 2, { at: at0531 + 3_000 }), ...rushCalls]);
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['n1/1']); }, patience);
  await face.page.reload();
  await turnSoundOn();
  tell([call('n2', 'A131', 2, { at: at0531 + 6_000 }), ...first.calls]);
  await vi.waitFor(() => { expect(echoes('spoken')).toEqual(['n1/1', 'n2/1']); }, patience);
});

test('the agent lost: the last state stays under a banner that says since when; back at once, painted calls told anew', async () => {
  await open();
  await vi.waitFor(() => { expect(echoes('shown')).toContain('c9/1'); }, patience);
  await stage.leave();
  await face.page.locator('.banner', { hasText: '数据停在 05:31' }).waitFor();
  expect(await face.page.locator('.large .numbers').textContent()).toBe('A128');
  expect(await face.page.locator('.job').count()).toBeGreaterThan(3);
  stage.heard.length = 0;
  await stage.comeBack();
  await face.page.locator('.banner').waitFor({ state: 'detached' });
  await vi.waitFor(() => { expect(echoes('shown')).toContain('c9/1'); }, patience);
});

test('a state of another version is not shown: the last good one stays', async () => {
  await open();
  await face.page.locator('.board').waitFor();
  for (const socket of stage.sockets) socket.emit('board', { ...boardState({ hallName: '别的市场' }), surprise: 1 });
  await face.page.locator('.banner', { hasText: '版本不对' }).waitFor();
  expect(await face.page.locator('h1').textContent()).toBe(boardState().hallName);
  tell(rushCalls);
  await face.page.locator('.banner').waitFor({ state: 'detached' });
});

test('a board that the agent does not know says so instead of standing dark, and is let in later', async () => {
  refusal = 'unknownDevice';
  await open();
  await face.page.getByText('主机不认识这块大屏（board-7）').waitFor();
  refusal = undefined;
  await face.page.clock.fastForward(6_000);
  await face.page.locator('.board').waitFor();
  expect(stage.sockets.size).toBe(1);
});

test('long numbers and long labels stay inside', async () => {
  const long = { toLabel: '求职登记与政策咨询综合服务窗口东侧二号', at: at0531 + 1_000 };
  first = boardState({ calls: [call('l1', 'A10457', 1, long), ...['B10001', 'C1002', 'D10003'].map((number) => call(number, number, 9, { toLabel: long.toLabel }))] });
  await open();
  await face.page.locator('.large').waitFor();
  const right = (selector: string): Promise<number[]> => face.page.locator(selector).evaluateAll((found) => found.map((element) => element.getBoundingClientRect().right));
  expect(Math.max(...await right('.large .numbers b'), ...await right('.large .place'), ...await right('.call-rows span'))).toBeLessThanOrEqual(1_920 - 16);
  expect(await face.page.locator('.call-rows li').count()).toBe(3);
});

test.each([[1280, 720], [1920, 1080], [3840, 2160], [1024, 768]])('at %d × %d the same rows, nothing outside the glass, called rows twice the text', async (width, height) => {
  await open();
  await face.page.setViewportSize({ width, height });
  await face.page.locator('.job').first().waitFor();
  await vi.waitFor(async () => { expect(await face.page.locator('.job').count()).toBeGreaterThanOrEqual(6); }, patience);
  const seen = await face.page.evaluate(() => {
    const outside = [...document.querySelectorAll('.job, .call-rows li, .large, .foot, .notice, header')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || box.left < -1 || box.top < -1;
    });
    const size = (selector: string): number => Number.parseFloat(getComputedStyle(document.querySelector(selector) ?? document.body).fontSize);
    return { outside: outside.map((element) => element.className), row: size('.call-rows b'), text: size('.job .when'), scrolls: document.documentElement.scrollWidth > window.innerWidth };
  });
  expect(seen.outside).toEqual([]);
  expect(seen.scrolls).toBe(false);
  expect(seen.row).toBeGreaterThanOrEqual(2 * seen.text - 0.01);
});

test('F16 a hidden page tells nothing: what came and went while nobody saw it was never shown; seen again, it tells what stands there then', async () => {
  await open();
  await vi.waitFor(() => { expect(echoes('shown')).toContain('c9/1'); }, patience);
  const hide = (hidden: boolean): Promise<void> => face.page.evaluate((now) => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => now }); }, hidden);
  await hide(true);
  const fresh = call('n1', 'A130', 2, { at: at0531 + 3_000 });
  tell([fresh, ...rushCalls]);
  await face.page.locator('.large', { hasText: 'A130' }).waitFor();
  // Two frames are what a page that is seen takes to tell.
  await face.page.evaluate(() => new Promise<void>((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => { done(); }))); }));
  await hide(false);
  const next = call('n2', 'A131', 2, { at: at0531 + 4_000 });
  tell([next, { ...fresh, open: false }, ...rushCalls]);
  // What a page tells comes in the order in which it was told.
  await vi.waitFor(() => { expect(echoes('shown')).toContain('n2/1'); }, patience);
  expect(echoes('shown')).not.toContain('n1/1');
});
