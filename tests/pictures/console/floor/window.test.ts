/* How the clerk's pages look at 1366 × 768: the window with somebody there, the window idle, the bar of the window on another page. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atWindow, windowFloor } from '../../../display-board/stage/floor.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, '../approved'));
const { shot, wrong, approved } = pictures;

test('F14 F33 the clerk’s window with somebody there', async () => {
  const { face: { page } } = await pictures.open({ role: 'clerk', page: 'window', answers: atWindow, floor: windowFloor() });
  await page.getByText('张*').waitFor();
  await page.getByLabel('查号').first().waitFor();
  expectPicture(await shot(), approved('window'));
  expect(await wrong()).toEqual([0]);
});

test('F14 the clerk’s window with nobody called: what to do next', async () => {
  const { face: { page } } = await pictures.open({ role: 'clerk', page: 'window', answers: atWindow, floor: windowFloor({ idle: true }) });
  await page.getByText('按 F2 叫下一个').waitFor();
  expectPicture(await shot(), approved('window-idle'));
  expect(await wrong()).toEqual([0]);
});
