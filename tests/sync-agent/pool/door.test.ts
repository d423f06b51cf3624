/* What halls say about the pool at the hub's door: before the welcome, in the wrong shape, too much, too often; and what the hall makes of wrong words from above. */
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { leftoversSchema, poolLimits } from '@kuaizhao/sync-agent/contract/pool.ts';
import { chainStart, uplinkNamespace } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { leftoversOf } from '@kuaizhao/sync-agent/hall/city-pool/leftovers.ts';
import { keyOf, openCity, openHall } from './stage.ts';

const nothing = { people: [], jobs: [], over: [] };

test('nothing is taken before the welcome, in the wrong shape or too often; the connection stays', async () => {
  const { hub } = await openCity([], { silent: ['h1'] });
  const socket = io(`${hub().urls.uplink}${uplinkNamespace}`, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { hall: 'h1', key: keyOf('h1') } });
  onTestFinished(() => { socket.disconnect(); });
  const ask = (event: string, message: unknown) => socket.timeout(5_000).emitWithAck(event, message) as Promise<{ kind: string; reason?: string }>;
  expect(await ask('leftovers', nothing)).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
  expect(await ask('answerReferral', { referralId: 'r1', answer: 'yes' })).toEqual({ kind: 'refuse', reason: 'notWelcomed' });
  const hello = { versions: [uplinkVersion], hall: 'h1', install: 'install1', epoch: 'epoch1', seq: 0, hash: chainStart, nonce: 'b'.repeat(32), clock: Date.now(), hallName: '测试' };
  expect(await ask('hello', hello)).toMatchObject({ kind: 'welcome' });
  expect(await ask('leftovers', nothing)).toEqual({ kind: 'taken' });
  expect(await ask('leftovers', { ...nothing, people: Array.from({ length: poolLimits.people + 1 }) })).toEqual({ kind: 'refuse', reason: 'malformed' });
  expect(await ask('answerReferral', { referralId: 'r1', answer: 'maybe' })).toEqual({ kind: 'refuse', reason: 'malformed' });
  expect(await ask('answerReferral', { referralId: 'r1', answer: 'yes' })).toEqual({ kind: 'refuse', reason: 'unknown' });
  expect(await ask('answerReferral', { referralId: 'r1', answer: 'no' })).toEqual({ kind: 'refuse', reason: 'over' });
  socket.emit('leftovers');
  socket.emit('answerReferral', 'no answer wanted');
  for (let n = 0; n < poolLimits.perTenSeconds; n += 1) socket.emit('leftovers', n);
  expect(await ask('leftovers', nothing)).toEqual({ kind: 'refuse', reason: 'tooOften' });
  expect(socket.connected).toBe(true);
});

test('F5 broken words of either side are answered by name and change nothing', async () => {
  const { halls: [hall] } = await openCity(['h1']);
  await hall!.tells();
  // What the hall says by itself of the city's key stands there before.
  await expect.poll(() => hall!.agent.db.journal.read(1, 99).some(({ kind }) => kind === 'cityKeyTaken')).toBe(true);
  const head = hall!.agent.db.journal.head();
  for (const broken of [undefined, 7, 'x', [], {}, { kind: 'offered', referralId: 'r1' }, { kind: 'settled', referralId: 'r1', outcome: 'maybe' }, { kind: 'settled', referralId: 'r1', outcome: 'expired', extra: 1 }]) {
    expect(await hall!.agent.pool.hear(broken)).toEqual({ kind: 'refused', code: 'malformed' });
  }
  expect(await hall!.agent.pool.hear({ kind: 'settled', referralId: 'r1', outcome: 'confirmed' })).toEqual({ kind: 'refused', code: 'referralUnknown' });
  expect(hall!.agent.db.journal.head()).toEqual(head);
  for (const broken of [undefined, 7, { people: 'x' }, { ...nothing, extra: 1 }]) expect(leftoversSchema.safeParse(broken).success).toBe(false);
});

test('F5 §4 what is left over says no name, no number of a card and no birthday; who has a place, a stop or a crew stays', async () => {
  const time = { now: Date.UTC(2026, 10, 20, 21, 0, 0) };
  const hall = await openHall('h1', time, 'http://127.0.0.1:1');
  const people = [await hall.seeker(1), await hall.seeker(2, { year: 2009 }), await hall.seeker(3), await hall.seeker(4), await hall.seeker(5, { willing: false })];
  await hall.ask('formCrew', { members: people.slice(2, 4).map(({ card }) => ({ card, tappedAt: time.now })) });
  const jobId = await hall.job({ headcount: 3, trade: '0107', plate: '鲁A54321', bay: '6号位' });
  const told = leftoversOf(hall.agent.db, time.now);
  expect(told.people.map(({ number, minor }) => [number, minor])).toEqual([['A001', false], ['A002', true]]);
  expect(told.jobs).toEqual([expect.objectContaining({ jobId, number: 'J001', places: 3, placesLeft: 3 })]);
  const text = JSON.stringify(told);
  for (const { card } of people) for (const word of [card.name, card.number, card.birth]) expect(text).not.toContain(word);
  for (const word of ['鲁A54321', '6号位', 'workerId']) expect(text).not.toContain(word);
  expect(leftoversSchema.safeParse(told).success).toBe(true);
  expect(await hall.agent.pool.tell()).toBe(false);
});
