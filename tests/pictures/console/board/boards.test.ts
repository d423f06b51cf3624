/* How the pages of the boards and of the whole hall look on a small desk screen; a plan moved by keys is what is published. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alarmedFloor, boardsAnswers } from '../../../display-board/stage/boards.ts';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

async function at(page: string): Promise<ConsoleStage> { return pictures.open({ role: 'supervisor', answers: boardsAnswers, page, floor: alarmedFloor() }) }

test('F16 a board is arranged by keys: what overlaps is named and cannot be published, what is sound is', async () => {
  const stage = await at('boards');
  const { page } = stage.face;
  await page.locator('.zone-box').first().waitFor();
  expectPicture(await shot(), approved('boards'));
  const publish = page.getByRole('button', { name: '发布', exact: true });
  expect(await publish.isDisabled()).toBe(true);
  // Calls one cell to the left lie over the jobs; jobs one cell narrower make room for them.
  await page.getByRole('button', { name: /^叫号/ }).press('ArrowLeft');
  await page.getByText('叫号和别的重叠').waitFor();
  expect(await publish.isDisabled()).toBe(true);
  expectPicture(await shot(), approved('boards-overlap'));
  await page.getByRole('button', { name: /^招工单/ }).press('Shift+ArrowLeft');
  await publish.click();
  await expect.poll(() => stage.commands.length).toBe(1);
  const [command] = stage.commands;
  expect(command).toMatchObject({ type: 'publishBoard', plan: { boardId: 'board-1' } });
  expect(command?.type === 'publishBoard' ? command.plan.scenes.rush.map(({ zone, x, w }) => [zone, x, w]) : []).toEqual([['jobs', 0, 15], ['calls', 15, 8], ['notices', 0, 24]]);
  expect(await wrong()).toEqual([0]);
});

test('F16 a zone is dragged and pulled larger by the mouse, cell by cell', async () => {
  const stage = await at('boards');
  const { page } = stage.face;
  const canvas = await page.locator('.canvas').boundingBox();
  const calls = page.getByRole('button', { name: /^叫号/ });
  const box = await calls.boundingBox();
  if (canvas === null || box === null) throw new Error('the plan is not drawn');
  const cell = { width: canvas.width / 24, height: canvas.height / 12 };
  await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4 - cell.width * 2.2, box.y + box.height - 4 - cell.height * 3.2, { steps: 6 });
  await page.mouse.up();
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 20 + cell.width * 1.2, box.y + 20 + cell.height * 2.2, { steps: 6 });
  await page.mouse.up();
  expect(await calls.locator('em').textContent()).toBe('第 18 列第 3 行，宽 6 高 8');
  expect(await wrong()).toEqual([0]);
});

test('F16 a plan is seen as the board itself draws it before anybody publishes', async () => {
  const stage = await at('boards');
  const { page } = stage.face;
  await page.locator('.zone-box').first().waitFor();
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await page.frameLocator('iframe').getByText('正在叫号').waitFor();
  expectPicture(await shot(), approved('boards-preview'));
  expect(stage.commands).toEqual([]);
  expect(await wrong()).toEqual([0]);
});

test('F16 F28 notices and the sheets to read', async () => {
  const stage = await at('notices');
  await stage.face.page.getByText('车走东门').waitFor();
  expectPicture(await shot(), approved('notices'));
  expect(await wrong()).toEqual([0]);
});

test('F25 the whole hall at once, its alarms on top', async () => {
  const stage = await at('live');
  await stage.face.page.locator('.alarm-list').waitFor();
  expectPicture(await shot(), approved('live'));
  expect(await wrong()).toEqual([0]);
});
