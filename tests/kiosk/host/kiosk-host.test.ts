/* Stories through the true drivers, the true agent and the true session: from the bytes of a card to the letters on paper. */
import { afterEach, expect, test } from 'vitest';
import { syntheticPeople } from '@kuaizhao/kiosk/host/dev/people.ts';
import { faceWhen, openStand, screenWhen, type Stand } from './stand.ts';

const card = (id: string) => syntheticPeople.find((one) => one.id === id)!.card;
const open: Stand[] = [];
const stand = async (): Promise<Stand> => {
  const opened = await openStand();
  open.push(opened);
  return opened;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Through consent, no phone, one trade, to the printed number. */
async function register({ host, reader }: Stand, id: string, trade = '0102'): Promise<string> {
  reader.place(card(id));
  await screenWhen(host, 'consent');
  host.touch({ type: 'agree' });
  host.touch({ type: 'skip' });
  host.touch({ type: 'toggleTrade', trade });
  host.touch({ type: 'next' });
  const { number } = await screenWhen(host, 'number', ({ paper }) => paper.kind === 'printed');
  reader.lift();
  host.touch({ type: 'end' });
  await screenWhen(host, 'attract');
  return number;
}

test('first visit, then the same card again: the same number told, nothing printed twice, 补打 when asked', async () => {
  const one = await stand();
  expect(await register(one, 'worker-1')).toBe('A001');
  expect(one.papers()).toHaveLength(1);
  expect(one.papers()[0]).toContain('A001');
  expect(one.papers()[0]).not.toContain('张建国');
  one.reader.place(card('worker-1'));
  const again = await screenWhen(one.host, 'number');
  expect(again).toMatchObject({ number: 'A001', ahead: 0, paper: { kind: 'trouble', printer: 'ready', canReprint: true } });
  expect(one.papers()).toHaveLength(1);
  one.host.touch({ type: 'reprint' });
  await screenWhen(one.host, 'number', ({ paper }) => paper.kind === 'printed');
  expect(one.papers()[1]).toContain('补打 第2份');
});

test('a household posts a job and holds the slip', async () => {
  const one = await stand();
  const { host } = one;
  host.touch({ type: 'wantToHire' });
  one.reader.place(card('boss-1'));
  await screenWhen(host, 'whoAmI');
  host.touch({ type: 'household' });
  host.touch({ type: 'agree' });
  const { employerName } = await screenWhen(host, 'jobTrade');
  expect(employerName).toBe('刘老板');
  for (const terms of [
    { trade: '0201', headcount: 3 }, { pay: { kind: 'fixed', amountFen: 26_050, unit: 'day' }, settlement: 'atOnce' }, {}, { place: '历城区' },
    { hazards: ['heavyLoad'], protection: true, insurance: 'employer' }, { bay: '3号位', plate: '鲁A12345' }, { mode: 'open' }, {},
  ]) {
    host.touch({ type: 'setTerms', terms });
    host.touch({ type: 'next' });
  }
  const { number } = await screenWhen(host, 'posted', ({ paper }) => paper.kind === 'printed');
  const slip = one.papers()[0] ?? '';
  for (const words of [number, '刘老板', '搬运工', '3 人', '260.5 元/天', '当场现结', '历城区', '重体力', '3号位', '鲁A12345', `[QR KZ:J:${number}]`]) expect(slip).toContain(words);
});

test('paper out: the number is on screen, the paper comes by itself when there is paper again', async () => {
  const one = await stand();
  one.printer.set({ paperOut: true });
  await faceWhen(one.host, ({ printer }) => printer === 'paperOut');
  one.reader.place(card('worker-1'));
  await screenWhen(one.host, 'consent');
  for (const touch of [{ type: 'agree' }, { type: 'skip' }, { type: 'toggleTrade', trade: '0301' }, { type: 'next' }]) one.host.touch(touch);
  const told = await screenWhen(one.host, 'number', ({ paper }) => paper.kind === 'trouble');
  expect(told).toMatchObject({ number: 'A001', paper: { printer: 'paperOut', canReprint: false } });
  one.printer.set({ paperOut: false });
  await screenWhen(one.host, 'number', ({ paper }) => paper.kind === 'printed');
  expect(one.papers()).toHaveLength(1);
});

test('a minor is stopped, and logs know nobody', async () => {
  const one = await stand();
  one.reader.place(card('minor-1'));
  await screenWhen(one.host, 'minor');
  const log = JSON.stringify(one.log);
  expect(log).not.toContain('周小童');
  expect(log).not.toContain(card('minor-1').number);
});

test('touches that are none are left alone', async () => {
  const one = await stand();
  for (const touch of [undefined, 5, {}, { type: 'digit', digit: '12' }, { type: 'service', code: '../..' }, { type: 'end', more: 1 }]) one.host.touch(touch);
  expect(one.host.face().screen).toEqual({ at: 'attract' });
  expect(one.log.filter(({ event }) => event === 'touchNotUnderstood')).toHaveLength(6);
});
