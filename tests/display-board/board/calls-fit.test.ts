/* One to eight numbers called at once to one table, in every layout and scene: whatever stands on the glass stands there whole, only that is told as shown, and whoever is called comes round. */
import type { Browser } from 'playwright-core';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardLayouts, boardScenes, type BoardLayout } from '@kuaizhao/db/domain/boards/plan.ts';
import { boardOrderSchema, boardStateSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { callRows } from '@kuaizhao/display-board/board/calls/call-rows.ts';
import { largeRoom } from '@kuaizhao/display-board/board/calls/large-room.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace, settled } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at, orderOf, stateIn } from '../stage/full-board.ts';
import { call } from '../stage/morning.ts';

const sizes: { readonly [L in BoardLayout]: { readonly width: number; readonly height: number } } = { wide: { width: 1920, height: 1080 }, portrait: { width: 1080, height: 1920 }, wall: { width: 3840, height: 1080 }, strip: { width: 1920, height: 160 } };
const most = 8;

let browser: Browser;
let stage: Stage;
let told: BoardState;
let order = orderOf('wide', 'rush');
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({ face: 'board', namespace: '/board', onConnect: (socket) => { socket.emit('plan', boardOrderSchema.parse(order)); socket.emit('board', boardStateSchema.parse(told)); } });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** So many called together a moment ago, beside one who was called before. */
const called = (scene: keyof typeof at, count: number, round: number) => [
  ...Array.from({ length: count }, (_, n) => call(`r${String(round)}n${String(n)}`, `A${String(140 + n)}`, 6, { to: { kind: 'table', id: 't6' }, toLabel: '6号桌', at: at[scene] + 4_000 + round * 1_000 })),
  call('before', 'F002', 2, { at: at[scene] - 30_000 }),
];

test.each(boardLayouts.flatMap((layout) => boardScenes.map((scene) => [layout, scene] as const)))('F16 F7 %s, %s: one to eight called to one table stand whole or on another page, and what has no room is not told as shown', async (layout, scene) => {
  order = orderOf(layout, scene);
  told = stateIn(scene, { calls: [] });
  const { page, troubles } = await openFace(browser, { url: stage.url, ...sizes[layout], at: at[scene] + 3_000 });
  await page.locator(`.board[data-scene=${scene}]`).waitFor();
  for (let count = 1; count <= most; count++) {
    stage.heard.length = 0;
    told = { ...told, version: told.version + 1, calls: called(scene, count, count) };
    stage.tell('board', boardStateSchema, told);
    await page.locator(`[data-call=r${String(count)}n0]`).first().waitFor();
    await settled(page);
    const seen = await page.evaluate(() => {
      const zone = document.querySelector('.zone-calls')?.getBoundingClientRect();
      const all = [...document.querySelectorAll<HTMLElement>('.zone-calls [data-call]')];
      const overlaps = all.some((one, index) => all.slice(index + 1).some((other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        // Rows of letters may share the air between them.
        return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 4;
      }));
      const place = document.querySelector('.large .place')?.getBoundingClientRect();
      const large = document.querySelector('.large')?.getBoundingClientRect();
      return {
        ids: all.map((one) => one.dataset['call'] ?? ''), overlaps,
        cut: all.filter((one) => { const box = one.getBoundingClientRect(); return zone === undefined || box.bottom > zone.bottom + box.height / 4 || box.right > zone.right + 1 || box.top < zone.top - box.height / 4; }).length,
        wide: all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && one.tagName === 'B').length,
        placeCut: place !== undefined && large !== undefined && place.bottom > large.bottom + place.height / 4,
      };
    });
    expect.soft({ count, cut: seen.cut, wide: seen.wide, overlaps: seen.overlaps, placeCut: seen.placeCut }).toEqual({ count, cut: 0, wide: 0, overlaps: false, placeCut: false });
    const shown = () => stage.heard.filter(({ event }) => event === 'shown').map(({ message }) => (message as { callId: string }).callId);
    // Who was called before was told before.
    const fresh = [...new Set(seen.ids)].filter((id) => id !== 'before').sort();
    await expect.poll(() => shown().filter((id) => id !== 'before').sort(), { message: `told of ${String(count)}` }).toEqual(fresh);
  }
  expect(troubles).toEqual([]);
  await page.close();
});

test('§6 numbers of one command are never smaller than twice the text; what does not fit large is on a row', () => {
  fc.assert(fc.property(fc.float({ min: 6, max: 60, noNaN: true }), fc.float({ min: 2, max: 40, noNaN: true }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 4, max: 6 }), fc.boolean(), fc.boolean(), (width, height, count, letters, isLong, others) => {
    const room = largeRoom({ width, height }, { count, letters, isLong, others });
    expect(room.most >= 1 && room.most <= count && room.fontRem >= 2).toBe(true);
    const calls = called('rush', count, 1);
    const { large, pages } = callRows(calls, 1, room.most);
    expect(large).toHaveLength(room.most);
    expect(new Set([...large, ...pages.flat()].map(({ callId }) => callId)).size).toBe(calls.length);
  }));
});
