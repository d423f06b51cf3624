/*
 * One command path: two boards and three consoles as real pages, two kiosks on simulated devices, one agent. Whoever calls, from a key at a window, from the bar of another page, from a
 * table, from the page of the whole floor, past the queue, or by a worker's no at a kiosk's side of the hall: both boards show it and both voices say it.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { atConsole, atKiosk, openStage } from '../stage/stage.ts';
import { eventually } from '../stage/eventually.ts';
import { openFaces } from './console-pages.ts';

const boards = ['board-1', 'board-2'] as const;

// Voices say one call after the other: what is spoken here takes a minute by itself.
test('F16 F17 every call made anywhere reaches both boards and both voices', { timeout: 300_000 }, async () => {
  const town = await openStage({ kiosks: 2, withCity: false });
  const [first, second] = [await atKiosk(town, 0), await atKiosk(town, 1)];
  const watcher = await atConsole(town.hall.urls.agent, 'admin-1');

  // The morning comes in at both kiosks: three workers, a boss with two places, numbers for the windows.
  await first.person.post(syntheticCard('刘老板', 'male', '19700101', 201), '0201', 2, Date.now());
  await first.person.leave();
  const people = [syntheticCard('张建国', 'male', '19780412', 101), syntheticCard('李秀英', 'female', '19810903', 102), syntheticCard('王铁柱', 'male', '19690115', 103), syntheticCard('赵玉梅', 'female', '19740720', 104)] as const;
  for (const [n, card] of people.entries()) {
    const { person } = n % 2 === 0 ? first : second;
    await person.register(card, '0201');
    await person.leave();
  }
  for (const service of ['policy', 'policy', 'register', 'register']) await watcher.ask({ type: 'takeTicket', service });

  const faces = await openFaces(town);
  const walls = [await faces.board(boards[0]), await faces.board(boards[1])];
  const clerk = await faces.console('clerk-1', 'window', 'console-clerk');
  const host = await faces.console('host-1', 'table', 'console-host');
  const admin = await faces.console('admin-1', 'floor', 'console-admin');

  /** Both boards have painted the number, and both have said it so many times. */
  const everywhere = async (number: string, times = 1): Promise<void> => {
    for (const wall of walls) await wall.getByText(number, { exact: true }).first().waitFor();
    await watcher.sees(`${number} shown and spoken by both boards`, (floor) => {
      const call = [...floor.windows.map((one) => one.call), ...floor.tables.flatMap((one) => one.calls)].find((one) => one?.number === number && one.times === times);
      return call !== undefined && boards.every((id) => call.shown.some((one) => one.boardId === id) && call.spoken.some((one) => one.boardId === id));
    });
  };
  const press = async (page: Page, key: string): Promise<void> => {
    await page.locator('body').press(key);
  };

  // A key at the window's own page, and the same number again.
  await clerk.locator('.call-next:not([disabled])').waitFor();
  await press(clerk, 'F2');
  await everywhere('B001');
  await press(clerk, 'F3');
  await everywhere('B001', 2);

  // The bar of the window on another page of the same console.
  await clerk.getByRole('button', { name: '台账' }).click();
  await clerk.locator('.window-bar').getByText('B001').waitFor();
  await press(clerk, 'F2');
  await everywhere('B002');

  // The table: the hall seats the job and chooses who comes.
  await host.getByRole('button', { name: '叫下一个活' }).waitFor();
  await press(host, 'F10');
  await everywhere('A001');
  await everywhere('A002');

  // A worker at the table says no: the next is called by the same command, as anywhere.
  await host.locator('.called .chosen', { hasText: 'A001' }).waitFor();
  await press(host, 'F8');
  await host.getByText('太远').click();
  await host.locator('.ant-modal .ant-btn-primary').click();
  const next = await eventually('somebody else at the table', () => watcher.floor?.tables.flatMap((one) => one.calls).find((one) => one.number === 'A004' || one.number === 'A003')?.number);
  await everywhere(next);

  // The page of the whole floor, at another window.
  await admin.getByLabel('我的窗口').click();
  await admin.locator('.ant-select-item-option', { hasText: '2号窗口' }).last().click();
  await admin.locator('.call-next:not([disabled])').waitFor();
  await press(admin, 'F2');
  await everywhere('F001');

  // Past the queue, on the record; and by the plain wire, as any machine would.
  const { ticketId } = await eventually('the last number', () => town.hall.db.faces.queue.waiting('policy', undefined, 9).tickets.at(-1));
  await watcher.ask({ type: 'callOutOfOrder', windowId: 'w3', ticketId, reason: 'emergency' });
  await everywhere('F002');

  // Nothing is left to be cried out, and no face has a name of anybody who was only called.
  await watcher.sees('no call unheard', (floor) => floor.unheard.length === 0);
  const texts = await Promise.all(walls.map((wall) => wall.locator('body').innerText()));
  expect(texts.join(' ')).not.toMatch(/张建国|李秀英|王铁柱|赵玉梅|刘老板/);
  expect(faces.troubles).toEqual([]);
});
