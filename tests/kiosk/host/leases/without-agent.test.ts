/* A kiosk host that loses its agent, with a real agent, real bytes to a simulated reader and printer, and a real file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { syntheticPeople } from '@kuaizhao/kiosk/host/dev/people.ts';
import { leaseFileName } from '@kuaizhao/kiosk/host/leases/lease-file.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { faceWhen, openHall, openStand, portOf, screenWhen, type Stand } from '../stand.ts';

const card = (id: string) => syntheticPeople.find((one) => one.id === id)!.card;

async function stand(): Promise<Stand> {
  const one = await openStand();
  onTestFinished(() => one.close());
  await eventually('blocks of numbers', () => leasedServices(one).length === 6);
  return one;
}
const fileOf = (one: Stand): string => join(one.data, 'kiosk', leaseFileName);
const leasedServices = (one: Stand): string[] => kinds(one, 'numbersLeased').map((fact) => (fact.type === 'numbersLeased' ? fact.service : ''));
const kinds = (one: Stand, kind: string) => one.hall.db.journal.facts(1, one.hall.db.journal.head().seq).filter((fact) => fact.type === kind);
const lift = async (one: Stand): Promise<void> => {
  one.reader.lift();
  one.host.touch({ type: 'end' });
  await screenWhen(one.host, 'attract');
};

async function loseAgent(one: Stand): Promise<number> {
  const port = portOf(one.hall);
  await one.hall.close();
  await faceWhen(one.host, ({ agentUp }) => !agentUp);
  return port;
}

test('the agent is away: a number of the kiosk’s own on screen and paper, the same on a second tap, nothing readable on disk, handed in once when it is back', async () => {
  const one = await stand();
  const port = await loseAgent(one);
  expect(one.host.face().numbersOnly).toEqual({ services: ['employ', 'policy', 'register', 'rights', 'train', 'work'] });
  one.reader.place(card('worker-2'));
  await screenWhen(one.host, 'leasedNumber', ({ number, paper }) => number === 'A6001' && paper.kind === 'printed');
  await lift(one);
  one.reader.place(card('worker-2'));
  await screenWhen(one.host, 'leasedNumber', ({ number }) => number === 'A6001');
  await lift(one);
  one.host.touch({ type: 'wantService' });
  one.host.touch({ type: 'service', code: 'rights' });
  await screenWhen(one.host, 'leasedNumber', ({ number, paper }) => number === 'E6001' && paper.kind === 'printed');
  expect(one.papers().map((text) => /[AE]\d{4}/.exec(text)?.[0])).toEqual(['A6001', 'E6001']);
  const { name, number } = card('worker-2');
  for (const secret of [name, number, number.slice(6, 14), Buffer.from(number).toString('base64url').slice(4, 16)]) expect(readFileSync(fileOf(one), 'utf8')).not.toContain(secret);

  one.hall = await openHall(one.data, port);
  await eventually('both handed in', () => kinds(one, 'ticketIssued').length === 2);
  await eventually('as they were printed', () => kinds(one, 'printFinished').length === 2);
  expect(one.hall.db.view.ticketHeldBy(number)).toBe(one.hall.db.view.ticketByNumber('A6001')?.ticketId);
  expect(one.papers()).toHaveLength(2);
});

test('a file that was damaged while the agent is away: no number, said by name; with the agent a new block, and the old file is put aside', async () => {
  const one = await stand();
  const port = await loseAgent(one);
  await one.host.close();
  writeFileSync(fileOf(one), `${readFileSync(fileOf(one), 'utf8')} `);
  const again = one.reopen();
  await faceWhen(again, (face) => face.readerReady);
  one.reader.place(card('worker-2'));
  await screenWhen(again, 'cannotNow', ({ why }) => why === 'broken');
  one.hall = await openHall(one.data, port);
  await eventually('a new block', () => leasedServices(one).filter((service) => service === 'work').length === 2);
  await loseAgent(one);
  one.reader.lift();
  again.touch({ type: 'end' });
  await screenWhen(again, 'attract');
  one.reader.place(card('worker-2'));
  expect((await screenWhen(again, 'leasedNumber')).number).toBe('A6051');
});

test('a kiosk that starts without its agent goes on where it was, with the hall’s name and services on screen', async () => {
  const one = await stand();
  const port = await loseAgent(one);
  one.reader.place(card('worker-2'));
  await screenWhen(one.host, 'leasedNumber', ({ number, paper }) => number === 'A6001' && paper.kind === 'printed');
  await one.host.close();
  one.reader.lift();
  const again = one.reopen();
  await faceWhen(again, (face) => face.readerReady && face.printer === 'ready');
  expect(again.face()).toMatchObject({ hall: { name: one.settings.name }, numbersOnly: { services: expect.arrayContaining(['work', 'rights']) } });
  one.reader.place(card('worker-3'));
  await screenWhen(again, 'leasedNumber', ({ number }) => number === 'A6002');
  one.hall = await openHall(one.data, port);
  await eventually('handed in', () => kinds(one, 'ticketIssued').length === 2);
  expect(kinds(one, 'ticketIssued')).toMatchObject([{ number: 'A6001' }, { number: 'A6002' }]);
});
