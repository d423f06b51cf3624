/* kill -9 between the commit and the paper. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { startKiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { startCuttingProxy } from '../fixtures/city/cutting-proxy.ts';
import { hallConfig, kioskConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { AtKiosk } from './stage/people.ts';
import { freePort, start } from './stage/processes.ts';
import { storyDir } from './stage/stage.ts';

const kindsIn = (dir: string): string[] => {
  const db = openHallDb(join(dir, 'hall'), 'f'.repeat(16));
  const kinds = db.journal.read(1, 1_000).map((row) => row.kind);
  db.close();
  return kinds;
};

test('the agent dies after the commit and before its answer arrives: after the restart the same number comes, once, on one paper', async () => {
  const dir = storyDir();
  const port = await freePort();
  writeFileSync(join(dir, 'hall.json'), JSON.stringify(await hallConfig(dir, port)));
  const before = await start('hall', ['--config', join(dir, 'hall.json')]);
  const proxy = await startCuttingProxy(port);
  onTestFinished(() => proxy.close());
  const kiosk = await startKiosk(kioskConfig(dir, proxy.url));
  const { reader, printer } = kiosk.simulators;
  if (reader === undefined || printer === undefined) throw new Error('no simulators');
  const person = new AtKiosk(kiosk.doorkeeper, reader);
  await person.ready();

  reader.place(syntheticCard('张建国', 'male', '19780412', 101));
  await person.sees('consent');
  person.touch({ type: 'agree' });
  await person.sees('phone');
  person.touch({ type: 'skip' });
  await person.sees('trades');
  person.touch({ type: 'toggleTrade', trade: '0201' });
  await person.sees('trades', (screen) => screen.chosen.length === 1);

  // The answer is lost on the wire, and nobody can be reached any more.
  proxy.aim(await freePort());
  proxy.cutAfterBytesDown(1);
  person.touch({ type: 'next' });
  await eventually('a kiosk without agent', () => person.panel.face()?.agentUp === false);
  await before.kill();
  expect(kindsIn(dir).filter((kind) => kind === 'ticketIssued' || kind === 'printQueued')).toEqual(['ticketIssued', 'printQueued']);
  expect(printer.papers()).toEqual([]);

  const after = await start('hall', ['--config', join(dir, 'hall.json')]);
  proxy.aim(port);
  expect((await person.sees('number')).number).toBe('A001');
  await person.sees('number', (screen) => screen.paper.kind === 'printed');
  expect(printer.papers().map((paper) => paperText(paper)).filter((text) => text.includes('A001'))).toHaveLength(1);
  expect(printer.papers()).toHaveLength(1);
  expect(paperText(printer.papers()[0]!)).not.toContain('补打');
  // A kiosk that ends reports its paper first.
  await kiosk.close();
  const { code, tookMs } = await after.stop();
  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(5_000);
  const kinds = kindsIn(dir);
  expect(kinds.filter((kind) => kind === 'ticketIssued')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'printFinished')).toHaveLength(1);
});
