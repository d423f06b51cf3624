/* What the console says of a plan, and what the board then shows: as many rows as `fitOf` counts stand on the glass, give or take one. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fitOf } from '@kuaizhao/db/domain/boards/fit.ts';
import { boardOrderSchema, boardStateSchema, type BoardOrder } from '@kuaizhao/sync-agent/contract/board.ts';
import { sampleState } from '@kuaizhao/display-board/board/preview/sample.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace, settled } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { orderOf } from '../stage/full-board.ts';
import { at0531 } from '../stage/morning.ts';

let browser: Browser;
let stage: Stage;
let order: BoardOrder = orderOf('wide', 'rush');
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({
    face: 'board', namespace: '/board',
    onConnect: (socket) => {
      socket.emit('plan', boardOrderSchema.parse(order));
      socket.emit('board', boardStateSchema.parse(sampleState(at0531)));
    },
  });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const rowsOf = { jobs: '.zone-jobs .job', tables: '.zone-tables li', steady: '.zone-steady .job', rules: '.zone-rules .wall-line', bays: '.zone-bays .bay-place' } as const;
test.each([['wide', 'rush', 12], ['wide', 'rush', 20], ['wide', 'fair', 12], ['portrait', 'rush', 3.5], ['portrait', 'evening', 3.5], ['wall', 'rush', 12], ['wall', 'fair', 15], ['wide', 'beforeOpening', 12]] as const)('§6 %s, %s, read from %d m: as many rows as the console says', async (layout, scene, metres) => {
  const { plan } = orderOf(layout, scene);
  order = orderOf(layout, scene, { panel: { ...plan.panel, metres } });
  const { panel } = order.plan;
  const { page, troubles } = await openFace(browser, { url: stage.url, width: panel.widthPx, height: panel.heightPx, at: at0531 });
  await page.locator(`.board[data-scene=${scene}]`).waitFor();
  await settled(page);
  for (const placed of order.plan.scenes[scene]) {
    const selector = placed.zone in rowsOf ? rowsOf[placed.zone as keyof typeof rowsOf] : undefined;
    if (selector === undefined) continue;
    const there = { jobs: 60, tables: 14, steady: 12, rules: 5, bays: 8 }[placed.zone as keyof typeof rowsOf];
    const said = Math.min(there, fitOf(panel, layout, placed).rows);
    expect.soft(await page.locator(selector).count(), `${placed.zone}: ${String(said)} said`).toBe(said);
  }
  expect(troubles).toEqual([]);
  await page.close();
});
