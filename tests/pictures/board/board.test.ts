/* How the board looks: the rush, before the first job, a fresh call to a table, the agent lost. 1920 × 1080, and the same picture at 1280 × 720. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { boardStateSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { openStage, type Stage } from '../../display-board/stage/face-stage.ts';
import { at0531, boardState, call, emptyBoard, jobs, rushCalls } from '../../display-board/stage/morning.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
let stage: Stage;
let first: BoardState = boardState();

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({ face: 'board', namespace: '/board', onConnect: (socket) => { socket.emit('board', boardStateSchema.parse(first)); } });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);

async function boardWith(state: BoardState, size: { readonly width: number; readonly height: number } = { width: 1920, height: 1080 }, query = '') {
  first = state;
  const face = await openFace(browser, { url: `${stage.url}${query}`, ...size, at: at0531 + 3_000 });
  await face.page.locator('.board').waitFor();
  // Headless browsers may not make sound before a touch; the button is the subject of another test.
  await face.page.locator('.sound-button').click();
  await face.page.locator('.sound-button').waitFor({ state: 'detached' });
  await settled(face.page);
  return face;
}

test('the rush', async () => {
  const { page, troubles } = await boardWith(boardState());
  expectPicture(await page.screenshot({ animations: 'disabled' }), approved('rush'));
  expect(troubles).toEqual([]);
  await page.close();
});

test('the rush on a smaller panel', async () => {
  const { page, troubles } = await boardWith(boardState(), { width: 1280, height: 720 });
  expectPicture(await page.screenshot({ animations: 'disabled' }), approved('rush-720'));
  expect(troubles).toEqual([]);
  await page.close();
});

test('before the first job', async () => {
  const { page, troubles } = await boardWith(emptyBoard);
  expectPicture(await page.screenshot({ animations: 'disabled' }), approved('empty'));
  expect(troubles).toEqual([]);
  await page.close();
});

test('the rules of the hall, while nobody is called', async () => {
  const rules = hallSettingsSchema.parse({ ...hallSettings, queueRules: [{ from: '2026-11-01', autoCalls: { on: true } }], matchingRules: [{ from: '2026-11-01' }] });
  const { page, troubles } = await boardWith({ ...emptyBoard, wall: wallOf(rules, '2026-11-21') });
  await page.clock.fastForward(9_000);
  await page.locator('.wall-line').first().waitFor();
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled' }), approved('wall'));
  expect(troubles).toEqual([]);
  await page.close();
});

test('a fresh call of four to one table', async () => {
  const { page, troubles } = await boardWith(boardState());
  const together = ['A129', 'A131', 'A140', 'A152'].map((number, at) => call(`n${String(at)}`, number, 6, { to: { kind: 'table', id: 't6' }, toLabel: '6号洽谈桌', jobNumber: 'J012', at: at0531 + 4_000 }));
  stage.tell('board', boardStateSchema, boardState({ version: 42, calls: [...together, ...rushCalls] }));
  await page.locator('.large.fresh').waitFor();
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled' }), approved('fresh-call'));
  expect(troubles).toEqual([]);
  await page.close();
});

test('the agent lost for two minutes', async () => {
  // One page of jobs: which page stands after two minutes is no part of this picture.
  const { page, troubles } = await boardWith(boardState({ jobs: jobs.slice(0, 6) }));
  await stage.leave();
  await page.locator('.banner').waitFor();
  await page.clock.pauseAt(at0531 + 150_000);
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled' }), approved('agent-lost'));
  expect(troubles).toEqual([]);
  await page.close();
  await stage.comeBack();
});
