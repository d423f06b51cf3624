/* What the city offers in every hall: courses to read, to print and to wish for, and steady jobs beside the hall's own; gone after their last day, and when the city takes them back. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { endEntry, putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { trainingDemandQuery } from '@kuaizhao/sync-agent/contract/queries/people.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { peopleAnswers } from '@kuaizhao/sync-agent/hall/queries/people.ts';
import type { QueryParts } from '@kuaizhao/sync-agent/hall/queries/parts.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { sampleCourse, sampleSteadyJob } from '../../fixtures/city/offers.ts';
import { factOf, refusalOf, staffActor } from '../../fixtures/engine.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openHall } from '../pool/stage.ts';
import { openHub } from './api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

test('F28 a course and a steady job of the city stand in the hall beside its own, marked 全市, with the trade to wish for; after the last day no face shows them', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const today = businessDayAt(hub.time.now);
  const change = { staffId: 'editor-1', now: hub.time.now, today } as const;
  expect(await putEntry(city, { ...change, kind: 'course', expected: 0, commandId: 'command-course-1' }, { ...sampleCourse, from: today, until: today })).toMatchObject({ kind: 'written', key: 'course.brick-1' });
  expect(await putEntry(city, { ...change, kind: 'steadyJob', expected: 0, commandId: 'command-steady-1' }, { ...sampleSteadyJob, until: today })).toMatchObject({ kind: 'written', key: 'steadyJob.factory-1' });
  await eventually('the hall has both', () => db.faces.city.steadyJobs(today).length === 1 && db.faces.city.sheets(today).length === 1);
  const picture = boardPicture(db.faces, hall.settings, hub.time.now);
  expect(boardStateSchema.safeParse({ version: 1, ...picture }).error).toBeUndefined();
  expect(picture.sheets[0]).toMatchObject({ leafletId: 'course-brick-1', topic: 'training', trade: '0102', city: true });
  // Staff are told the same course as a window tells of it, until it is over.
  const toldAt = async (at: number) => {
    const told = await peopleAnswers({ db, settings: hall.settings, now: () => at } as unknown as QueryParts).trainingDemand({}, { role: 'console', staffId: 'x', staffRole: 'clerk' });
    return told.ok ? trainingDemandQuery.reply.parse(told.value).courses : undefined;
  };
  expect(await toldAt(hub.time.now)).toEqual([{ ...sampleCourse, from: today, until: today }]);
  expect(await toldAt(hub.time.now + 24 * 3_600_000)).toEqual([]);
  // Who offers the work is told at a window, not on the big screen.
  expect(picture.citySteady).toEqual([{ id: 'factory-1', trade: '0601', headcount: 20, workPlace: '高新区', pay: { kind: 'fixed', amountFen: 550_000, unit: 'month' }, settlement: 'month', meals: true, transport: false }]);
  expect(leafletsOf(hall.settings, db.faces.city.sheets('2099-01-01')).some(({ trade }) => trade !== undefined)).toBe(false);
  expect(db.faces.city.steadyJobs('2099-01-01')).toEqual([]);
  const printer = { printer: 'printer-1', ready: false };
  const { printJobId } = factOf(await hall.ask('printForm', { form: 'leaflet', id: 'course-brick-1', printer }, staffActor), 'printQueued');
  expect(db.faces.papers.order(printJobId, hall.settings)?.paper).toMatchObject({ kind: 'leaflet', leaflet: { title: { zh: '瓦工提高班' } } });
  for (const [kind, key] of [['course', 'course.brick-1'], ['steadyJob', 'steadyJob.factory-1']] as const) expect((await endEntry(city, { ...change, kind, expected: 1, commandId: `command-end-${kind}` }, key)).kind).toBe('written');
  await eventually('both are taken back', () => db.faces.city.steadyJobs(today).length === 0 && db.faces.city.sheets(today).length === 0);
  expect(refusalOf(await hall.ask('printForm', { form: 'leaflet', id: 'course-brick-1', printer }, staffActor))).toBe('leafletUnknown id');
});
