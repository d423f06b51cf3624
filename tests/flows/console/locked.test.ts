/* A console that nobody touches, as a real page on a real agent: covered, deaf to its keys, and with the PIN where it was, with what was typed. */
import { expect, test } from 'vitest';
import { demoPin } from '../../town/town.ts';
import { eventually } from '../stage/eventually.ts';
import { openStage, storyDir } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const typed = '写了一半的公告';

test('§4 a console that nobody touches covers itself after five minutes; keys reach nothing underneath; the PIN of whoever sat there brings back what was typed', async () => {
  const town = await openStage({ dir: storyDir(), kiosks: 0, withCity: false });
  const faces = await openFaces(town);
  const page = await faces.console('supervisor-1', 'notices', 'console-1');
  const box = page.locator('.page textarea, .page input[type=text]').first();
  await box.fill(typed);
  // The machine slept: by its own clock five minutes are over.
  await page.evaluate(() => { const real = performance.now.bind(performance); performance.now = () => real() + 301_000; });
  await page.getByText('工作台锁住了').waitFor();
  expect([await box.isVisible(), await page.locator('.top-bar').isVisible()]).toEqual([false, false]);
  const before = town.hall.db.journal.head().seq;
  for (const key of ['F2', 'Alt+1', 'F8', 'Escape']) await page.keyboard.press(key);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByText('密码不对，请再试。').waitFor();
  expect(await page.getByText('工作台锁住了').isVisible()).toBe(true);
  await page.keyboard.type(demoPin);
  await page.keyboard.press('Enter');
  await page.getByText('工作台锁住了').waitFor({ state: 'detached' });
  expect([await box.inputValue(), await page.locator('.top-bar .who').innerText(), town.hall.db.journal.head().seq]).toEqual([typed, expect.stringContaining('值班主管'), before]);
  await page.evaluate(() => { const real = performance.now.bind(performance); performance.now = () => real() + 301_000; });
  await page.getByText('工作台锁住了').waitFor();
  // Somebody else sits down: nothing of the one before is left.
  await page.getByRole('button', { name: '换人' }).click();
  await page.getByText('请选您的名字').waitFor();
  await eventually('nothing of the page before is there', async () => (await page.locator('.shell').count()) === 0);
  expect(faces.troubles).toEqual([]);
});
