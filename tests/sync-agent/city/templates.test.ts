/* Agreement and 用工承诺书 in the city's words: printed in the hall from their day on, with their version; what was printed before is printed again as it was. And the hall says which lists of the city it has. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { putEntry } from '@kuaizhao/db/city/registry/write.ts';
import { templateOn } from '@kuaizhao/db/domain/hiring/templates/current.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { hallRulesQuery } from '@kuaizhao/sync-agent/contract/queries/hall/rules.ts';
import { hallAnswers } from '@kuaizhao/sync-agent/hall/queries/hall/rules.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { factOf, staffActor } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openHall } from '../pool/stage.ts';
import { openHub } from './api/stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

const dayMs = 86_400_000;

test('F9 the city’s 用工承诺书 is printed from its day on with its version, a posting of the day before with the words of its day, and the hall’s page says which list it has and since when', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const { db } = hall.agent;
  const city = await hub.place.open();
  onTestFinished(() => city.close());
  const printer = { printer: 'printer-1', ready: false };
  const promiseOf = async (jobId: string) => {
    const { printJobId } = factOf(await hall.ask('printForm', { form: 'promise', id: jobId, printer }, staffActor), 'printQueued');
    const paper = db.faces.papers.order(printJobId, hall.settings)?.paper;
    return paper?.kind === 'promise' ? [paper.version, paper.title] : [];
  };
  const before = await hall.job({}, 901);
  const shipped = templateOn('promise', businessDayAt(hub.time.now));
  const since = businessDayAt(hub.time.now + dayMs);
  const written = await putEntry(city, { kind: 'template', staffId: 'supervisor-1', expected: 0, commandId: 'command-template-1', now: hub.time.now, today: businessDayAt(hub.time.now) },
    { kind: 'promise', version: 'jinan-1', since, title: '济南市用工承诺书', paragraphs: [...shipped.paragraphs] });
  expect(written).toEqual({ kind: 'written', key: 'template.promise.jinan-1', version: 1 });
  await eventually('the hall has it', () => db.faces.city.templates().length === 1);
  const rules = await hallAnswers({ settings: hall.settings, db, now: () => hub.time.now }).hallRules({ day: since }, staffActor);
  const told = rules.ok ? hallRulesQuery.reply.parse(rules.value).cityLists : [];
  expect(told.find(({ feed }) => feed === 'codes')).toEqual({ feed: 'codes', version: expect.any(Number) as number, entries: expect.any(Number) as number, cameAt: hub.time.now });
  expect(await promiseOf(before)).toEqual([shipped.version, shipped.title]);
  hub.time.now += dayMs;
  factOf(await hall.ask('registerWorker', { card: person(5), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  const after = await hall.job({}, 902);
  expect(await promiseOf(after)).toEqual(['jinan-1', '济南市用工承诺书']);
  expect(await promiseOf(before)).toEqual([shipped.version, shipped.title]);
});
