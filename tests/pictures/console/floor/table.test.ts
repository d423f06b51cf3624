/* How the host's table looks at 1366 × 768: the rush, a price being written down, a refusal, and a job that draws lots and takes sealed prices. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answers, ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { atDrawTable, atTable, tableFloor } from '../../../display-board/stage/floor-table.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, '../approved'));
const { shot, wrong, approved } = pictures;

async function atHost(answers: Answers = atTable): Promise<ConsoleStage> {
  const stage = await pictures.open({ role: 'host', page: 'table', answers, floor: tableFloor() });
  await stage.face.page.getByText('王*').waitFor();
  await stage.face.page.locator('.terms').waitFor();
  await stage.face.page.locator('.candidates li').first().waitFor();
  return stage;
}

test('F7 F8 the host’s table in the rush', async () => {
  await atHost();
  expectPicture(await shot(), approved('table'));
  expect(await wrong()).toEqual([0]);
});

test('F8 a price is written down at the table', async () => {
  const host = await atHost();
  await host.face.page.keyboard.press('F2');
  await host.face.page.locator('.ant-modal input:focus').waitFor();
  await host.face.page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  expectPicture(await shot(), approved('table-offer'));
  expect(await wrong()).toEqual([0]);
});

test('F7 one side says no, with its reason', async () => {
  const host = await atHost();
  await host.face.page.keyboard.press('F8');
  await host.face.page.locator('.ant-modal:not([class*="zoom"])').getByText('工钱低').waitFor();
  expectPicture(await shot(), approved('table-refuse'));
  expect(await wrong()).toEqual([0]);
});

test('F6 F8 a job that draws lots and takes sealed prices', async () => {
  const host = await atHost(atDrawTable);
  await host.face.page.getByText('还封着 3 份').waitFor();
  await host.face.page.getByRole('button', { name: '全部打开' }).scrollIntoViewIfNeeded();
  expectPicture(await shot(), approved('table-draw'));
  expect(await wrong()).toEqual([0]);
});
