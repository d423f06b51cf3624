/* A trade that the city's staff write: in every hall it can be posted, wanted, called and shown by its name, without a restart; retired it is posted no more, and what was posted keeps its name. */
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { learnTrades, tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { cityTradesSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { hallsPageSchema } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import { hallFaceSchema, type HallFace } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { startEngine, type TestEngine } from '../../../fixtures/city/databases.ts';
import { renamedTrade, sampleTrade } from '../../../fixtures/city/trades.ts';
import { factOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { hallConfig } from '../../../town/town.ts';
import { openHall } from '../../pool/stage.ts';
import { openHub } from '../api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });
afterEach(() => { learnTrades([]); });

const terms = { trade: '0150' };

test('F4 a trade of the city is posted, wanted and shown in a hall that runs; retired, no new job is posted, the old one keeps its name and its people', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const card = person(901);
  const employerId = factOf(await hall.ask('registerHousehold', { card, promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const post = () => hall.ask('postJob', { employerId, card, terms: soundTerms(hub.time.now, terms) }, staffActor);
  const seek = (n: number) => hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0150'] });
  expect(refusalOf(await post())).toBe('tradeUnknown terms.trade');
  expect(refusalOf(await seek(1))).toBe('tradeUnknown trades');
  const faces = await linesOf(hall);
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const change = { kind: 'trade', staffId: 'boss', now: hub.time.now, today: '2026-11-21' } as const;
  expect(await putEntry(city, { ...change, expected: 0, commandId: 'command-trade-1' }, sampleTrade)).toMatchObject({ kind: 'written', key: 'trade.0150' });
  expect(await putEntry(city, { ...change, expected: 0, commandId: 'command-trade-2' }, renamedTrade)).toMatchObject({ kind: 'written', key: 'trade.0102' });
  await eventually('the hall has both', () => db.faces.city.trades().length === 2);
  await eventually('kiosk and console are told', () => faces.kiosk().trades?.length === 2 && faces.console().length === 2);
  expect(faces.kiosk().trades).toContainEqual(sampleTrade);
  expect(tradeByCode('0102')?.zh).toBe('砌筑瓦工');
  const { jobId } = factOf(await post(), 'jobPosted');
  expect((await seek(1)).ok).toBe(true);
  const picture = boardPicture(db.faces, hall.settings, hub.time.now);
  expect(boardStateSchema.safeParse({ version: 1, ...picture }).error).toBeUndefined();
  expect(picture.trades).toContainEqual(sampleTrade);
  expect(picture.jobs.find((job) => job.jobId === jobId)?.trade).toBe('0150');
  expect(hallsPageSchema.parse((await hub.call('GET', '/halls')).body).trades).toContainEqual(sampleTrade);
  // Retired: what is there stays.
  expect(await endEntry(city, { ...change, expected: 1, commandId: 'command-trade-3' }, 'trade.0150')).toMatchObject({ kind: 'stopped', findings: [{ code: 'tradeStays' }] });
  expect((await putEntry(city, { ...change, expected: 1, commandId: 'command-trade-4' }, { ...sampleTrade, retired: true })).kind).toBe('written');
  await eventually('the hall knows', () => db.faces.city.trades().some(({ retired }) => retired === true));
  expect(refusalOf(await post())).toBe('tradeRetired terms.trade');
  expect((await hall.ask('changeJob', { jobId, card, change: { headcount: 3 } }, staffActor)).ok, 'the old one is still changed').toBe(true);
  expect(boardPicture(db.faces, hall.settings, hub.time.now).jobs.map((job) => job.jobId)).toContain(jobId);
  expect((await seek(2)).ok, 'people who want it may still come').toBe(true);
  expect(tradeByCode('0150')?.zh).toBe('光伏板安装');
});

test('F4 a hall that starts while the city is away knows the city’s trades from its own disk', async () => {
  const hub = await openHub(engine);
  const first = await openHall('h1', hub.time, hub.url);
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  expect((await putEntry(city, { kind: 'trade', staffId: 'boss', now: hub.time.now, today: '2026-11-21', expected: 0, commandId: 'command-trade-1' }, sampleTrade)).kind).toBe('written');
  await eventually('the hall has it', () => first.agent.db.faces.city.trades().length === 1);
  await hub.stop();
  await first.close();
  // Hub and hall of a test are one process, and learn into one list: it is emptied, so that what is known now came from the hall's disk.
  learnTrades([]);
  const again = await openHall('h1', hub.time, hub.url, {}, first.dir);
  expect(tradeByCode('0150')?.zh).toBe('光伏板安装');
  expect(await again.job(terms)).toMatch(/./);
});

/** A kiosk's and a console's line, with what they were told last. */
async function linesOf({ agent }: Awaited<ReturnType<typeof openHall>>) {
  const { kiosks: [kiosk] } = hallConfig('/nowhere', 0, 'http://127.0.0.1:1');
  const [told, listed] = [{ face: undefined as HallFace | undefined }, { trades: cityTradesSchema.parse([]) }];
  const lines = [
    io(`${agent.urls.agent}/kiosk`, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: kiosk?.deviceId, key: kiosk?.key } }).on('hall', (face) => { told.face = hallFaceSchema.parse(face); }),
    io(`${agent.urls.agent}/console`, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: 'console-1' } }).on('trades', (trades) => { listed.trades = cityTradesSchema.parse(trades); }),
  ];
  onTestFinished(() => { for (const line of lines) line.disconnect(); });
  await eventually('the kiosk has its hall', () => told.face !== undefined);
  return { kiosk: (): HallFace => told.face ?? hallFaceSchema.parse(undefined), console: () => listed.trades };
}
