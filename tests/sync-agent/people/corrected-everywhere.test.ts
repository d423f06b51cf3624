/* What was put right about somebody at one hall is right at the city and at every hall that knows the person: real PostgreSQL, real hub, real halls, real line. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCityKey } from '@kuaizhao/db/city/people/city-key.ts';
import { fieldsOf, numberOf } from '@kuaizhao/db/city/people/persons.ts';
import { openDatabase } from '@kuaizhao/sync-agent/city/open-database.ts';
import { person } from '../../fixtures/people.ts';
import { startPrivatePostgres } from '../../fixtures/private-postgres.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openTown, type HallName, type Town } from './stage.ts';

/** as the card says it, and as somebody once typed it without one */
const [card, typed] = [person(77), { ...person(78), name: '样例错名' }];
const consent = { textVersion: '2026-11', purposes: ['registration', 'sharing'] };

async function comes(town: Town, name: HallName, content: object): Promise<string> {
  const answer = await town.ask(name, { consent, ...content });
  const registered = answer.ok ? answer.facts.find((fact) => fact.type === 'workerRegistered') : undefined;
  if (registered?.type !== 'workerRegistered') throw new Error(`not registered: ${JSON.stringify(answer)}`);
  return registered.workerId;
}
const elsewhere = (town: Town, name: HallName, workerId: string) => town.hall(name).db.faces.people.knownElsewhere(workerId, name, Date.now());

/** Everybody of whom the city knows, as it would tell of them. */
async function atCity(town: Town) {
  for (const name of ['hall-a', 'hall-b'] as const) await town.caughtUp(name);
  const db = await openDatabase(town.config, () => undefined);
  try {
    const opened = await openCityKey(db, join(town.config.data, 'city.key'), Date.now());
    if (!opened.ok) throw new Error(opened.reason);
    const rows = await db.query<{ blind: Uint8Array; number_sealed: Uint8Array; fields_sealed: Uint8Array; person_no: number }>('SELECT person_no, blind, number_sealed, fields_sealed FROM person');
    return rows.map((row) => {
      const { name, phone, trades } = fieldsOf(opened.key.cipher, row);
      return { number: numberOf(opened.key.cipher, row), name: name?.value, phone: phone?.value, trades: trades?.value };
    });
  } finally {
    await db.close();
  }
}

test('§4 rule 12 what staff put right about somebody at one hall reaches the city through a real hub, and another hall that knows the person', async () => {
  const server = await startPrivatePostgres();
  onTestFinished(() => server.stop());
  const town = await openTown(server.url);
  const inA = await comes(town, 'hall-a', { type: 'registerWitnessed', name: typed.name, sex: typed.sex, born: { known: 'day', birth: typed.birth }, number: typed.number, phone: '13912345670', trades: ['0201'] });
  const inB = await comes(town, 'hall-b', { type: 'registerWorker', card, phone: '13912345678', trades: ['0101'] });
  await eventually('the city knows two, because the number was typed wrongly', async () => (await atCity(town)).length === 2);
  expect([elsewhere(town, 'hall-a', inA), elsewhere(town, 'hall-b', inB)]).toEqual([undefined, undefined]);

  const { name, number, sex, birth } = card;
  expect(await town.ask('hall-a', { type: 'correctWorker', workerId: inA, reason: 'documentSeen', name, number, sex, born: { known: 'day', birth } })).toMatchObject({ ok: true });
  expect(await eventually('the other hall knows of this one', () => elsewhere(town, 'hall-b', inB))).toMatchObject({ halls: 1, came: 1 });
  expect(await eventually('and this one of the other', () => elsewhere(town, 'hall-a', inA))).toMatchObject({ halls: 1, came: 1 });
  await eventually('nothing of what was wrong is left at the city', async () => {
    const known = await atCity(town);
    return known.length === 1 && known[0]?.number === number && known[0].name === name;
  });

  // What the person says anew is the newest word, at the city and in what the other hall is offered.
  expect(await town.ask('hall-a', { type: 'changeContact', who: { by: 'worker', workerId: inA }, phone: '13912345699' })).toMatchObject({ ok: true });
  expect(await town.ask('hall-a', { type: 'changeTrades', who: { by: 'worker', workerId: inA }, trades: ['0301'] })).toMatchObject({ ok: true });
  await eventually('the other hall is offered the trades', () => elsewhere(town, 'hall-b', inB)?.trades?.join() === '0301');
  await eventually('the city has what is right', async () => JSON.stringify(await atCity(town)) === JSON.stringify([{ number, name, phone: '13912345699', trades: ['0301'] }]));
  // Another hall's own record is its own: nothing was written over there.
  expect(town.hall('hall-b').db.view.worker(inB)).toMatchObject({ workerId: inB, trades: ['0101'] });
});
