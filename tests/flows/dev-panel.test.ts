/* The page that plays the devices, by hand in a real browser, with the kiosk's page beside it: what it shows on the shelf is what the hall sees. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../pictures/browser.ts';
import { eventually } from './stage/eventually.ts';
import { atConsole, openStage } from './stage/stage.ts';

const tick = async (panel: Page, device: string, name: string): Promise<void> => { await panel.locator(`[data-device=${device}] input[name=${name}]`).click(); };

test('hardware.md §3 the panel: cards on and off, slow and bad ones, every cable, cover and paper, the line to the hall, codes and the papers that came out', async () => {
  const town = await openStage({ withCity: false });
  const [kiosk] = town.kiosks;
  if (kiosk?.urls.dev === undefined) throw new Error('no panel');
  const staff = await atConsole(town.hall.urls.agent);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const panel = await browser.newPage();
  panel.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  panel.on('pageerror', (error) => complaints.push(error.message));
  await panel.goto(kiosk.urls.dev);
  const at = (screen: string) => eventually(`the kiosk at ${screen}`, () => kiosk.doorkeeper.face().screen.at === screen).catch((error: unknown) => { throw new Error(`${String(error)}, but at ${kiosk.doorkeeper.face().screen.at}`, { cause: error }); });
  const card = (id: string) => panel.locator(`[data-person=${id}]`);
  const lift = async (): Promise<void> => { await panel.getByRole('button', { name: '取走身份证' }).click(); };
  await eventually('a ready kiosk', () => { const face = kiosk.doorkeeper.face(); return face.agentUp && face.readerReady && face.printer === 'ready'; });

  // A card on, and off again.
  await card('worker-1').click();
  await at('consent');
  expect(await card('worker-1').getAttribute('aria-pressed')).toBe('true');
  await lift();
  kiosk.doorkeeper.touch({ type: 'end' });
  await at('attract');

  // A number that is wrong, and a card of another kind.
  await card('wrong-digit').click();
  await at('cardTrouble');
  await lift();
  kiosk.doorkeeper.touch({ type: 'end' });
  await at('attract');
  await tick(panel, 'reader', 'unknownCard');
  await card('worker-2').click();
  await at('cardTrouble');
  await lift();
  await tick(panel, 'reader', 'unknownCard');
  kiosk.doorkeeper.touch({ type: 'back' });
  await at('attract');

  // Cables, cover and paper: kiosk and console say the same.
  await tick(panel, 'reader', 'unplugged');
  await staff.sees('the reader gone', (floor) => floor.devices.some(({ reader }) => reader === 'outOfService'));
  await tick(panel, 'reader', 'unplugged');
  for (const [name, state] of [['coverOpen', 'coverOpen'], ['paperOut', 'paperOut'], ['nearEnd', 'nearEnd'], ['unplugged', 'unreachable']] as const) {
    await tick(panel, 'printer', name);
    await staff.sees(`the printer ${state}`, (floor) => floor.devices.some(({ printer }) => printer === state));
    await tick(panel, 'printer', name);
    await staff.sees('the printer well again', (floor) => floor.devices.some(({ printer }) => printer === 'ready'));
  }

  // The line to the hall.
  await tick(panel, 'lan', 'cut');
  await eventually('numbers only', () => kiosk.doorkeeper.face().numbersOnly !== undefined);
  await staff.sees('the kiosk away', (floor) => floor.devices.some(({ deviceId, connected }) => deviceId === 'kiosk-1' && !connected));
  await panel.reload();
  await panel.locator('[data-device=lan] input:checked').waitFor();
  await tick(panel, 'lan', 'cut');
  await eventually('the line is back', () => kiosk.doorkeeper.face().agentUp && kiosk.doorkeeper.face().readerReady);

  // A social-security card goes the way of an identity card.
  await panel.locator('#social [name=person]').selectOption('worker-3');
  await panel.getByRole('button', { name: '插卡' }).click();
  await at('consent');
  kiosk.doorkeeper.touch({ type: 'agree' });
  await at('phone');
  kiosk.doorkeeper.touch({ type: 'skip' });
  await at('trades');
  kiosk.doorkeeper.touch({ type: 'toggleTrade', trade: '0201' });
  kiosk.doorkeeper.touch({ type: 'next' });
  await at('number');
  await panel.frameLocator('#papers iframe').getByText('A001').first().waitFor();
  await panel.getByRole('button', { name: '拔卡' }).click();

  // A code goes over the wire.
  await panel.getByLabel('码里的内容').fill('J001');
  await panel.getByRole('button', { name: '扫一下' }).click();
  await eventually('the panel has scanned', async () => (await panel.locator('#said').textContent()) === '好了');
  expect(complaints).toEqual([]);
});
