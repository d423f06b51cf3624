/* A desk of the city that nobody touches, on a real hub in a real browser: covered, and with the PIN where it was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { newStaff, setOwnPins } from '../../fixtures/city-staff.ts';
import { quietLog, testKey } from '../../fixtures/city/hall.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

const pin = '246810';
const people = [{ staffId: 'editor-1', name: '编辑员样例', role: 'editor' as const, pin }];

test('§4 a desk of the city that nobody touches covers itself, as long as the setting says; the PIN brings the page back as it was', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-locked-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const city = await startCity({
    listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: join(dir, 'city'), halls: [{ hallId: 'h1', name: '济南市历下区东关综合零工市场', key: testKey('h1') }],
    staff: await newStaff(people), idleLockMinutes: 3,
  }, quietLog, { now: () => morningStart });
  onTestFinished(() => city.close());
  await setOwnPins(city.urls.city, people);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const { page, troubles } = await openFace(browser, { url: `${city.urls.city}/#desk/registry`, width: 1366, height: 768, at: morningStart });
  await page.getByText('编辑员样例').click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '退出' }).waitFor();
  // The machine slept: by its own clock three minutes are over, and then a little less than that again.
  const asleep = (ms: number): Promise<void> => page.evaluate((more) => { const real = performance.now.bind(performance); performance.now = () => real() + more; }, ms);
  await asleep(170_000);
  await page.mouse.move(40, 40);
  await asleep(170_000);
  await page.mouse.move(60, 60);
  expect(await page.locator('.desk').isVisible()).toBe(true);
  await asleep(181_000);
  await page.getByText('页面锁住了，请输口令').waitFor();
  expect(await page.locator('.desk').isVisible()).toBe(false);
  expect(await violations(page)).toEqual([]);
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), join(import.meta.dirname, 'approved', 'locked.png'));
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByText('页面锁住了，请输口令').waitFor({ state: 'detached' });
  expect([await page.locator('.desk').isVisible(), new URL(page.url()).hash]).toEqual([true, '#desk/registry']);
  expect(troubles).toEqual([]);
}, 120_000);
