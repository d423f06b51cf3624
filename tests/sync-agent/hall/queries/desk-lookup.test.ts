/* What a desk finds by a paper, a name or a code: the rules of who is told what, at the engine’s own memory. */
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { queries, type QueryName, type QueryReply, type QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { firm } from '../../../fixtures/employers.ts';
import { factOf, openEngine, staffActor, type TestEngine, withSecond } from '../../../fixtures/engine.ts';
import { creditCode } from '../../../fixtures/people.ts';
import { peopleAnswers } from '@kuaizhao/sync-agent/hall/queries/people.ts';
import { jobAnswers } from '@kuaizhao/sync-agent/hall/queries/jobs.ts';
import type { QueryParts } from '@kuaizhao/sync-agent/hall/queries/parts.ts';
import { newcomer, postedJob } from '../people/stage.ts';

function desk(hall: TestEngine) {
  const noted: string[] = [];
  const parts = { db: hall.db, settings: hall.settings, now: () => hall.clock.now, read: (query: string) => { noted.push(query); }, log: pino({ level: 'silent' }) } as unknown as QueryParts;
  const answers = { ...peopleAnswers(parts), ...jobAnswers(parts) };
  const ask = async <N extends 'paperNumber' | 'findWorkers' | 'employers'>(name: N, asked: QueryRequest<N>, staffRole: StaffRole = 'clerk'): Promise<QueryReply<N>> => {
    const spec = queries[name as QueryName];
    const told = await (answers[name] as (asked: unknown, reader: unknown) => unknown)(spec.request.parse(asked), { role: 'console', staffId: 'x', staffRole });
    return spec.reply.parse((told as { value: unknown }).value) as QueryReply<N>;
  };
  return { ask, noted };
}

test('F14 F22 a number on a paper leads to what it is about; whoever waits has no name for those who call', async () => {
  const hall = openEngine();
  const { ask, noted } = desk(hall);
  const { workerId, ticket } = await newcomer(hall, 1);
  const job = await postedJob(hall);
  expect(await ask('paperNumber', { number: ticket.number })).toEqual({ about: { kind: 'ticket', ticketId: ticket.ticketId, state: 'waiting' } });
  expect(await ask('paperNumber', { number: ticket.number }, 'supervisor')).toMatchObject({ about: { worker: { workerId, shortName: '钱*' } } });
  expect(await ask('paperNumber', { number: job.number })).toMatchObject({ about: { kind: 'job', jobId: job.jobId, state: 'open', trade: '0201' } });
  const called = await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor);
  expect(await ask('paperNumber', { number: ticket.number })).toMatchObject({ about: { state: 'called', worker: { workerId } } });
  const hire = factOf(await hall.ask('confirmHire', { callId: factOf(called, 'ticketCalled').callId, settlement: 'atOnce', agreedPay: { amountFen: 20_000, unit: 'day' } }, staffActor), 'hireConfirmed');
  expect(await ask('paperNumber', { number: hire.number })).toMatchObject({ about: { kind: 'hire', hireId: hire.hireId, jobNumber: job.number, worker: { workerId } } });
  for (const asked of [{ number: 'A999' }, { number: 'J999' }, { number: 'H999' }, { number: hire.number, day: '2020-01-01' }]) expect(await ask('paperNumber', asked)).toEqual({ about: { kind: 'none' } });
  // Each opening of something that is there leaves its line; a number that nobody has opens nothing.
  expect(noted).toEqual(Array.from({ length: 5 }, () => 'paperNumber'));
});

test('F2 a record that another answer has named; an erased one is nobody’s', async () => {
  const hall = openEngine();
  const { ask } = desk(hall);
  const { workerId } = await newcomer(hall, 2);
  expect((await ask('findWorkers', { by: 'id', text: workerId })).workers).toMatchObject([{ workerId }]);
  await hall.ask('eraseWorker', { who: { by: 'worker', workerId }, reason: 'personAsked' }, withSecond(staffActor));
  expect((await ask('findWorkers', { by: 'id', text: workerId })).workers).toEqual([]);
  expect((await ask('findWorkers', { by: 'id', text: 'nobody' })).workers).toEqual([]);
});

test('F10 an employer is found by a part of the name, in any case of letters, or by the whole credit code', async () => {
  const hall = openEngine();
  const { ask } = desk(hall);
  const [one, other] = [await firm(hall, 1), await firm(hall, 2, 'agency')];
  const found = async (text: string, limit = 50) => (await ask('employers', { show: 'all', text, limit })).employers.map((row) => row.employerId);
  const name = (await ask('employers', { show: 'all', limit: 50 })).employers.find((row) => row.employerId === one)?.name ?? '';
  expect(await found(name.slice(1, 3))).toContain(one);
  expect(await found(creditCode(2).toLowerCase())).toEqual([other]);
  expect(await found(creditCode(2).slice(0, 17))).toEqual([]);
  expect(await found('没有这样的名字')).toEqual([]);
  expect(await found(name.slice(0, 2), 1)).toHaveLength(1);
});
