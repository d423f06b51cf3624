/* How the board looks in every layout, in the rush, in the quiet of the day and in the evening, on the panel that is shipped for it; and in English. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardLayout, BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { boardOrderSchema, boardStateSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { openStage } from '../../display-board/stage/face-stage.ts';
import { at, orderOf, stateIn } from '../../display-board/stage/full-board.ts';
import { onlineJobs } from '../../display-board/stage/morning.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

const sizes: { readonly [L in BoardLayout]: readonly [number, number] } = { wide: [1920, 1080], portrait: [1080, 1920], wall: [3840, 1080], strip: [1920, 160] };

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

interface Taken { readonly png: Buffer; readonly troubles: readonly string[] }

async function take(layout: BoardLayout, scene: BoardScene, language: 'zh-CN' | 'en' = 'zh-CN', [width, height] = sizes[layout], more: Partial<BoardState> = {}): Promise<Taken> {
  const stage = await openStage({
    face: 'board', namespace: '/board',
    onConnect: (socket) => {
      socket.emit('plan', boardOrderSchema.parse(orderOf(layout, scene)));
      socket.emit('board', boardStateSchema.parse(stateIn(scene, more)));
    },
  });
  const { page, troubles } = await openFace(browser, { url: `${stage.url}?lang=${language}`, width, height, at: at[scene] + 3_000 });
  await page.locator(`.board[data-scene=${scene}]`).waitFor();
  await page.locator('.sound-button').click();
  await page.locator('.sound-button').waitFor({ state: 'detached' });
  await settled(page);
  const png = await page.screenshot({ animations: 'disabled' });
  await page.close();
  await stage.close();
  return { png, troubles };
}

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const layouts = Object.keys(sizes) as BoardLayout[];

test.each(layouts.flatMap((layout) => (['rush', 'quiet', 'evening'] as const).map((scene) => [layout, scene] as const)))('%s, %s', async (layout, scene) => {
  const { png, troubles } = await take(layout, scene);
  expectPicture(png, approved(`${layout}-${scene}`));
  expect(troubles).toEqual([]);
});

test.each<readonly [string, string, () => Promise<Taken>]>([
  ['before opening', 'wide-before-opening', () => take('wide', 'beforeOpening')], ['a fair, with its tables', 'wide-fair', () => take('wide', 'fair')], ['in English', 'wide-rush-en', () => take('wide', 'rush', 'en')],
  ['the wide plan on a panel of 4K', 'wide-rush-4k', () => take('wide', 'rush', 'zh-CN', [3840, 2160])],
  ['jobs of online orders on a pillar', 'portrait-online', () => take('portrait', 'rush', 'zh-CN', sizes.portrait, { jobs: [...onlineJobs] })],
])('%s', async (_what, name, now) => {
  const { png, troubles } = await now();
  expectPicture(png, approved(name));
  expect(troubles).toEqual([]);
});
