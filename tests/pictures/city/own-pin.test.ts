/* The first sign-in at the city's desk, on a real hub in a real browser: nothing but the own PIN; and later another one, with the present one first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { quietLog, testKey } from '../../fixtures/city/hall.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { cityFirstPin, newStaff } from '../../fixtures/city-staff.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

test('F33 whoever was given a PIN sets the own one before anything of the city is shown, and another one later with the present one first', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-own-pin-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const city = await startCity({
    listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: join(dir, 'city'), halls: [{ hallId: 'h1', name: '济南市历下区东关综合零工市场', key: testKey('h1') }],
    staff: await newStaff([{ staffId: 'editor-1', name: '编辑员样例', role: 'editor', pin: '' }]),
  }, quietLog, { now: () => morningStart });
  onTestFinished(() => city.close());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const { page, troubles } = await openFace(browser, { url: `${city.urls.city}/#desk/registry`, width: 1366, height: 768, at: morningStart });
  const picture = async (name: string): Promise<void> => {
    expect(await violations(page)).toEqual([]);
    await settled(page);
    expectPicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), join(import.meta.dirname, 'approved', `${name}.png`));
  };
  const enter = async (name: string, text: string): Promise<void> => { await page.getByLabel(name, { exact: true }).fill(text); };
  await page.getByText('编辑员样例').click();
  await page.keyboard.type(cityFirstPin);
  await page.keyboard.press('Enter');
  await page.getByText('编辑员样例，请设自己的口令').waitFor();
  expect(await page.locator('.desk').count()).toBe(0);
  await enter('新口令', '123456');
  await enter('再输一次新口令', '123456');
  await page.keyboard.press('Enter');
  await page.getByText('口令不能是连着的数字').waitFor();
  await picture('own-pin');
  await enter('新口令', cityFirstPin);
  await enter('再输一次新口令', cityFirstPin);
  await page.keyboard.press('Enter');
  await page.getByText('这是别人给您的口令，请换一个新的').waitFor();
  await enter('新口令', '905173');
  await enter('再输一次新口令', '905713');
  await page.keyboard.press('Enter');
  await page.getByText('两次不一样，请重新输。').waitFor();
  await enter('再输一次新口令', '905173');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '改口令' }).click();
  await enter('现在的口令', cityFirstPin);
  await enter('新口令', '618203');
  await enter('再输一次新口令', '618203');
  await page.keyboard.press('Enter');
  await page.getByText('现在的口令不对，请重试').waitFor();
  await picture('change-pin');
  await enter('现在的口令', '905173');
  await page.keyboard.press('Enter');
  await page.getByText('口令改好了').waitFor();
  expect([await page.getByLabel('现在的口令').count(), await page.locator('.desk').isVisible(), new URL(page.url()).hash]).toEqual([0, true, '#desk/registry']);
  expect(troubles).toEqual([]);
}, 120_000);
