/* What the hall wants, on the screen that waits: told when it changes, gone when nobody says. */
import { afterEach, expect, test } from 'vitest';
import { staffActor } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import { faceWhen, openStand, type Stand } from './stand.ts';

const open: Stand[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

test('F16 a kiosk that waits knows how many people each trade still wants, most first, and forgets it with its agent', async () => {
  const stand = await openStand();
  open.push(stand);
  let asked = 0;
  const ask = async (type: string, of: object) => {
    const answer = await stand.hall.engine.handle({ type, commandId: `command-places-${asked++}`, ...of }, staffActor);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.facts;
  };
  const employerId = (await ask('registerHousehold', { card: person(1), promiseVersion: '2026-11' })).find((fact) => fact.type === 'employerRegistered')?.employerId;
  const post = (trade: string, headcount: number) => ask('postJob', { employerId, terms: soundTerms(Date.now(), { trade, headcount }) });
  expect(stand.host.face().openPlaces).toBeUndefined();
  await post('0201', 2);
  await post('0102', 3);
  await post('0201', 4);
  const { openPlaces } = await faceWhen(stand.host, (face) => face.openPlaces?.length === 2);
  expect(openPlaces).toEqual([{ trade: '0201', places: 6 }, { trade: '0102', places: 3 }]);
  stand.host.touch({ type: 'wantToHire' });
  expect((await faceWhen(stand.host, ({ screen }) => screen.at === 'employerCard')).openPlaces).toBeUndefined();
  stand.host.touch({ type: 'end' });
  await faceWhen(stand.host, (face) => face.screen.at === 'attract' && face.openPlaces !== undefined);
  await stand.hall.close();
  expect((await faceWhen(stand.host, ({ agentUp }) => !agentUp)).openPlaces).toBeUndefined();
});
