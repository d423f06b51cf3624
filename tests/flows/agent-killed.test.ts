/* kill -9 between the commit and the paper. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { startKiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { startCuttingProxy } from '../fixtures/city/cutting-proxy.ts';
import { leaseFileName } from '@kuaizhao/kiosk/host/leases/lease-file.ts';
import { demoPin, hallConfig, kioskConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { AtConsole, AtKiosk } from './stage/people.ts';
import { freePort, start } from './stage/processes.ts';
import { storyDir } from './stage/stage.ts';

const kindsIn = (dir: string): string[] => {
  const db = openHallDb(join(dir, 'hall'), 'f'.repeat(16));
  const kinds = db.journal.read(1, 1_000).map((row) => row.kind);
  db.close();
  return kinds;
};

test('F2 §5 the agent dies after the commit and before its answer arrives: the person holds a number of the kiosk’s own, and after the restart it takes the place of the one nobody saw', async () => {
  const dir = storyDir();
  const port = await freePort();
  writeFileSync(join(dir, 'hall.json'), JSON.stringify(hallConfig(dir, port)));
  const before = await start('hall', ['--config', join(dir, 'hall.json')]);
  const proxy = await startCuttingProxy(port);
  onTestFinished(() => proxy.close());
  const kiosk = await startKiosk(kioskConfig(dir, proxy.url));
  const { reader, printer } = kiosk.simulators;
  if (reader === undefined || printer === undefined) throw new Error('no simulators');
  const person = new AtKiosk(kiosk.doorkeeper, reader);
  await person.ready();
  await eventually('a block of numbers', () => existsSync(join(dir, 'kiosk-1', leaseFileName)) && readFileSync(join(dir, 'kiosk-1', leaseFileName), 'utf8').includes('"work"'));

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
  expect((await person.sees('leasedNumber', (screen) => screen.paper.kind === 'printed')).number).toBe('A6001');
  await before.kill();
  expect(kindsIn(dir).filter((kind) => kind === 'ticketIssued' || kind === 'printQueued')).toEqual(['ticketIssued', 'printQueued']);

  const after = await start('hall', ['--config', join(dir, 'hall.json')]);
  proxy.aim(port);
  await eventually('the line is back', () => person.panel.face()?.agentUp === true);
  const staff = new AtConsole(proxy.url, 'console-1');
  onTestFinished(() => staff.close());
  await staff.signIn('host-1', demoPin);
  await staff.sees('the number the person holds, alone', (floor) => floor.services.some(({ code, waiting, next }) => code === 'work' && waiting === 1 && next === 'A6001'));
  // A kiosk that ends reports its paper first.
  await kiosk.close();
  const { code, tookMs } = await after.stop();
  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(5_000);
  const kinds = kindsIn(dir);
  expect(kinds.filter((kind) => kind === 'ticketIssued' || kind === 'ticketClosed')).toEqual(['ticketIssued', 'ticketClosed', 'ticketIssued']);
  // The paper of the lost answer stayed inside; the other came out.
  expect(printer.papers().map((paper) => /A\d{3,5}/.exec(paperText(paper))?.[0])).toEqual(['A6001']);
});
