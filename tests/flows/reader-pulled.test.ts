/* Somebody trips over the reader's cable while a card is being read. */
import { expect, test } from 'vitest';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { isAboutPeople } from '@kuaizhao/db/domain/people/fact.ts';
import { eventually } from './stage/eventually.ts';
import { atConsole, atKiosk, openStage } from './stage/stage.ts';

test('reader pulled mid-read: nobody is registered, screen, console and journal say so, and after the cable is back the same card goes through', async () => {
  const town = await openStage({ withCity: false });
  const { person, reader } = await atKiosk(town);
  const staff = await atConsole(town.hall.urls.agent);
  const card = syntheticCard('王大勇', 'male', '19900220', 103);

  const before = town.hall.db.journal.head().seq;
  reader.place(card);
  // The module needs 0.8 s for a card: the cable goes while it reads.
  await new Promise((done) => { setTimeout(done, 500); });
  reader.unplug();
  await eventually('a kiosk without reader', () => person.panel.face()?.readerReady === false);
  await staff.sees('the reader out of service', (floor) => floor.devices.some((device) => device.reader === 'outOfService'));
  expect(person.panel.face()?.screen.at).not.toBe('consent');
  const facts = () => town.hall.db.journal.facts(before + 1, town.hall.db.journal.head().seq);
  expect(facts().filter(isAboutPeople)).toEqual([]);
  const ofReader = () => facts().flatMap((fact) => (fact.type === 'deviceStateChanged' && fact.kind === 'reader' ? [fact.state] : []));
  await eventually('the journal', () => ofReader().at(-1) === 'outOfService');

  reader.lift();
  reader.plugIn();
  await person.ready();
  await eventually('the end of it in the journal', () => ofReader().at(-1) === 'ready');
  expect(town.hall.db.faces.devices.troubles(0, 10).map(({ deviceId, kind, state, until }) => [deviceId, kind, state, until === undefined])).toEqual([['kiosk-1', 'reader', 'outOfService', false]]);
  expect(await person.register(card, '0201')).toBe('A001');
});
