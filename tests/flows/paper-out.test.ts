/* The roll ends in the middle of a ticket: the number stands, the person knows what to do, and one whole ticket comes out in the end. */
import { expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { eventually } from './stage/eventually.ts';
import { atConsole, atKiosk, openStage } from './stage/stage.ts';

test('paper out mid-ticket: the number is on screen, staff see it, with a new roll one whole ticket comes out, marked 补打', async () => {
  const town = await openStage({ withCity: false });
  const { person, printer, papers } = await atKiosk(town);
  const staff = await atConsole(town.hall.urls.agent);
  printer.set({ paperOutAfterLines: 3 });

  expect(await person.register(syntheticCard('张建国', 'male', '19780412', 101), '0201')).toBe('A001');
  const trouble = await person.sees('number', ({ paper }) => paper.kind === 'trouble');
  expect(trouble).toMatchObject({ number: 'A001', paper: { printer: 'paperOut', canReprint: false } });
  await staff.sees('the printer without paper', (floor) => floor.devices.some((device) => device.printer === 'paperOut'));
  expect(papers().filter((paper) => paper.includes('A001'))).toEqual([]);

  printer.set({ paperOut: false });
  await person.sees('number', ({ paper }) => paper.kind === 'printed');
  const whole = papers().filter((paper) => paper.includes('A001'));
  expect(whole).toHaveLength(1);
  expect(whole[0]).toContain('补打');
  await staff.sees('no paper in trouble', (floor) => floor.papers.length === 0);
  const kinds = town.hall.db.journal.read(1, 1_000).map((row) => row.kind);
  expect(kinds.filter((kind) => kind === 'ticketIssued')).toHaveLength(1);
});

test('out of paper before the ticket: nothing is sent, and the number is told all the same', async () => {
  const town = await openStage({ withCity: false });
  const { person, printer, papers } = await atKiosk(town);
  printer.set({ paperOut: true });
  await eventually('the kiosk to know', () => person.panel.face()?.printer === 'paperOut');
  person.touch({ type: 'wantService' });
  await person.sees('services');
  person.touch({ type: 'service', code: 'rights' });
  expect(await person.sees('number', ({ paper }) => paper.kind === 'trouble')).toMatchObject({ number: 'E001' });
  printer.set({ paperOut: false });
  await eventually('the paper that waited, or a way to ask for it', () => papers().length > 0 || canReprint(person.panel.face()));
});

const canReprint = (face: ReturnType<Awaited<ReturnType<typeof atKiosk>>['person']['panel']['face']>): boolean =>
  face?.screen.at === 'number' && face.screen.paper.kind === 'trouble' && face.screen.paper.canReprint;
