/* F2 at the city: somebody who agreed to it is one person in every hall, found by the number that nobody tells in the clear. Real hub, real halls, real line. */
import { expect, test } from 'vitest';
import { peopleCounts } from '@kuaizhao/db/city/people/erasures.ts';
import { openDatabase } from '@kuaizhao/sync-agent/city/open-database.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { filesWith, openTown, type HallName, type Town } from './stage.ts';

const card = person(77);
const phone = '13912345678';
const who = { by: 'card' as const, card };
const consent = (...more: string[]) => ({ textVersion: '2026-11', purposes: ['registration', ...more] });

async function comes(town: Town, name: HallName, trades: string[], ...more: string[]): Promise<string> {
  const answer = await town.ask(name, { type: 'registerWorker', card, consent: consent(...more), phone, trades });
  const registered = answer.ok ? answer.facts.find((fact) => fact.type === 'workerRegistered') : undefined;
  if (registered?.type !== 'workerRegistered') throw new Error(`not registered: ${JSON.stringify(answer)}`);
  return registered.workerId;
}
const elsewhere = (town: Town, name: HallName, workerId: string) => town.hall(name).db.faces.people.knownElsewhere(workerId, name, Date.now());

test('F2 rule 12 known in two halls and agreed to in both: each tells what the others counted and proposes newer trades, and nothing of it is written in the clear', async () => {
  const town = await openTown();
  const inA = await comes(town, 'hall-a', ['0201', '0202'], 'sharing');
  const inB = await comes(town, 'hall-b', ['0101'], 'sharing');
  const known = await eventually('hall B knows', () => elsewhere(town, 'hall-b', inB));
  expect(known).toEqual({ halls: 1, hires: 0, came: 1, missed: 0, trades: undefined });
  // B registered later: its trades are the newer ones, and A is offered them.
  expect((await eventually('hall A knows', () => elsewhere(town, 'hall-a', inA))).trades).toEqual(['0101']);
  await town.ask('hall-a', { type: 'changeTrades', who, trades: ['0301'] });
  expect(elsewhere(town, 'hall-a', inA)?.trades, 'what was written here after the other was seen is newer').toBeUndefined();
  await eventually('hall B is offered them', () => elsewhere(town, 'hall-b', inB)?.trades?.join() === '0301');
  expect(town.hall('hall-b').db.view.worker(inB)?.trades, 'proposed, never written by itself').toEqual(['0101']);
  await town.hubDown();
  expect(filesWith(town.dir, [card.name, card.number, phone])).toEqual([]);
});

test('§4 without consent to it nothing leaves the hall; consent taken back takes everything back at the city and in the other hall', async () => {
  const town = await openTown();
  const inA = await comes(town, 'hall-a', ['0201']);
  const inB = await comes(town, 'hall-b', ['0101'], 'sharing');
  await town.caughtUp('hall-a');
  await town.caughtUp('hall-b');
  expect(town.hall('hall-a').db.journal.read(1, 512).filter((row) => row.table_name === 'share')).toEqual([]);
  await town.ask('hall-a', { type: 'giveConsent', who, consent: { textVersion: '2026-11', purposes: ['sharing'] } });
  await eventually('hall B knows', () => elsewhere(town, 'hall-b', inB));
  const bodies = () => town.hall('hall-a').db.journal.read(1, 512).filter((row) => row.table_name === 'share').map((row) => row.body);
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain('"box"');
  await town.ask('hall-a', { type: 'withdrawConsent', who, purposes: ['sharing'] });
  expect(bodies()[0], 'in the journal of the hall its hash stands in its place').toMatch(/^\{"type":"workerShared","workerId":"[\w-]+","erased":"[0-9a-f]{64}"\}$/);
  await eventually('hall B has forgotten', () => elsewhere(town, 'hall-b', inB) === undefined);
  expect(elsewhere(town, 'hall-a', inA)).toBeUndefined();
  await town.caughtUp('hall-a');
  await town.hubDown();
  const db = await openDatabase(town.config, () => undefined);
  expect(await peopleCounts(db)).toEqual({ persons: 1, shares: 1, notOpened: 0, waiting: 0 });
  expect(await db.query(`SELECT 1 FROM archive_row JOIN hall USING (hall_no) WHERE table_name = 'share' AND hall_id = 'hall-a' AND body LIKE '%"box"%'`)).toEqual([]);
  await db.close();
});
