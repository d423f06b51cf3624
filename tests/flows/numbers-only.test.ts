/* The hall's machine dies while people stand before the kiosk: its page goes on with numbers, and they are handed in when it is back. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { leaseFileName } from '@kuaizhao/kiosk/host/leases/lease-file.ts';
import { startKiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { launchBrowser } from '../pictures/browser.ts';
import { hallConfig, kioskConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { freePort, start } from './stage/processes.ts';
import { atConsole, storyDir } from './stage/stage.ts';

test('F2 §6 the agent is killed: the page says that numbers are given out, gives one to a card, and says so no more when the agent is back and has taken the number over', async () => {
  const dir = storyDir();
  const port = await freePort();
  writeFileSync(join(dir, 'hall.json'), JSON.stringify(hallConfig(dir, port)));
  const before = await start('hall', ['--config', join(dir, 'hall.json')]);
  const kiosk = await startKiosk(kioskConfig(dir, before.urls['agent'] ?? ''));
  onTestFinished(() => kiosk.close());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  page.setDefaultTimeout(20_000);
  await page.goto(kiosk.urls.kiosk);
  await eventually('a block of numbers', () => existsSync(join(dir, 'kiosk-1', leaseFileName)) && readFileSync(join(dir, 'kiosk-1', leaseFileName), 'utf8').includes('"work"'));

  await before.kill();
  await page.getByText('放身份证取号').first().waitFor();
  await page.getByText('现在只能取号').first().waitFor();
  kiosk.simulators.reader?.place(syntheticCard('张建国', 'male', '19780412', 101));
  await page.getByText('A6001').first().waitFor();
  await page.getByText('号有效，按取号先后排队').waitFor();
  // Nobody can read in the kiosk's file who it was.
  expect(readFileSync(join(dir, 'kiosk-1', leaseFileName), 'utf8')).not.toMatch(/张建国|19780412/);
  await page.getByRole('button', { name: '好了' }).first().click();
  kiosk.simulators.reader?.lift();

  const after = await start('hall', ['--config', join(dir, 'hall.json')]);
  const staff = await atConsole(after.urls['agent'] ?? '');
  await staff.sees('the number handed in, once', (floor) => floor.services.some(({ code, waiting, next }) => code === 'work' && waiting === 1 && next === 'A6001'));
  await page.getByText('放身份证取号').first().waitFor({ state: 'detached' });
  expect((await after.stop()).code).toBe(0);
  const db = openHallDb(join(dir, 'hall'), 'f'.repeat(16));
  const facts = db.journal.facts(1, db.journal.head().seq);
  const links = facts.flatMap((fact) => (fact.type === 'deviceStateChanged' && fact.kind === 'link' && fact.deviceId === 'kiosk-1' ? [fact.state] : []));
  db.close();
  expect(facts.filter(({ type }) => type === 'ticketIssued')).toHaveLength(1);
  expect(links[0]).toBe('connected');
});
