/* A sheet that the city gives every hall to read: on kiosk, board and paper beside the hall's own, and gone when the city takes it back. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import type { Leaflet } from '@kuaizhao/db/domain/content/leaflet.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { factOf, refusalOf, staffActor } from '../../fixtures/engine.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openHall } from '../pool/stage.ts';
import { openHub } from './api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

const sheet = (leafletId: string, zh: string): Leaflet => ({ leafletId, topic: 'policy', title: { zh, en: 'Summer heat' }, lines: [{ zh: '高温天早晚干活，中午歇着。', en: 'In great heat rest at noon.' }], source: '样例文件', since: '2026-06-01' });
const titles = (sheets: readonly Leaflet[]): string[] => sheets.map(({ title }) => title.zh);

test('F28 a sheet of the city stands on kiosk, board and paper where the hall’s own stand; it holds against one of the hall with the same name, and goes when it is taken back', async () => {
  const hub = await openHub(engine);
  const own = [sheet('heat', '本市场的高温提醒'), sheet('bus', '班车时间')];
  const hall = await openHall('h1', hub.time, hub.url, { leaflets: own });
  const { db } = hall.agent;
  const now = (): Leaflet[] => [...leafletsOf(hall.settings, db.faces.city.sheets())];
  const shipped = titles(now()).filter((title) => title !== '本市场的高温提醒' && title !== '班车时间');
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const change = { kind: 'leaflet', staffId: 'editor-1', now: hub.time.now, today: '2026-11-21' } as const;
  expect((await putEntry(city, { ...change, expected: 0, commandId: 'command-leaflet-1' }, sheet('heat', '全市高温提醒'))).kind).toBe('written');
  await eventually('the hall has it', () => titles(now()).includes('全市高温提醒'));
  expect(titles(now())).toEqual([...shipped, '全市高温提醒', '班车时间']);
  expect(titles(boardPicture(db.faces, hall.settings, hub.time.now).sheets)).toEqual(titles(now()));
  const printer = { printer: 'printer-1', ready: false };
  const { printJobId } = factOf(await hall.ask('printForm', { form: 'leaflet', id: 'heat', printer }, staffActor), 'printQueued');
  const order = () => db.faces.papers.order(printJobId, hall.settings);
  expect(order()?.paper).toMatchObject({ kind: 'leaflet', leaflet: { title: { zh: '全市高温提醒' } } });
  // While the hub is away the sheet stays.
  await hub.stop();
  expect(titles(now())).toContain('全市高温提醒');
  await hub.start();
  expect((await putEntry(city, { ...change, expected: 0, commandId: 'command-leaflet-2' }, sheet('rain', '下雨天提醒'))).kind).toBe('written');
  await eventually('another one', () => titles(now()).includes('下雨天提醒'));
  const waiting = factOf(await hall.ask('printForm', { form: 'leaflet', id: 'rain', printer }, staffActor), 'printQueued').printJobId;
  for (const [id, commandId] of [['heat', 'command-leaflet-3'], ['rain', 'command-leaflet-4']] as const) expect((await endEntry(city, { ...change, expected: 1, commandId }, `leaflet.${id}`)).kind).toBe('written');
  await eventually('both are taken back', () => titles(now()).join() === [...shipped, '本市场的高温提醒', '班车时间'].join());
  // A print that still waits holds no other paper up: this one is the hall's own again, that one is none.
  expect(order()?.paper).toMatchObject({ leaflet: { title: { zh: '本市场的高温提醒' } } });
  expect(db.faces.papers.order(waiting, hall.settings)).toBeUndefined();
  expect(db.faces.papers.unfinished('printer-1', 0, 50, hall.settings).map((one) => one.printJobId)).toEqual([printJobId]);
  expect(refusalOf(await hall.ask('printForm', { form: 'leaflet', id: 'rain', printer }, staffActor))).toBe('leafletUnknown id');
});
