/* Ledgers and catalogue: every wish finds what the journal holds, page after page, and people are masked unless let out. */
import { ledgerPageLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import { expect, test } from 'vitest';
import type { Fact, FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { Cursor, Page } from '@kuaizhao/db/domain/records/ledger/page.ts';
import type { HireRow, JobLedgerRow, SeekerRow } from '@kuaizhao/db/domain/records/ledger/rows.ts';
import { factOf, openEngine, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { hallAfter, workDay } from './worked-day.ts';

const whole = { from: '2026-11-01', to: '2026-12-31' } as const;
const threeDays = (): Promise<TestEngine> => hallAfter([0, 1, 9], 5);
const facts = <T extends FactType>(hall: TestEngine, type: T): FactOf<T>[] =>
  hall.db.journal.read(1, 100_000).map((row) => JSON.parse(row.body) as Fact).filter((fact): fact is FactOf<T> => fact.type === type);
/** All pages, each of `limit`. */
function every<R>(look: (after: Cursor | undefined) => Page<R>): R[] {
  const rows: R[] = [];
  for (let after: Cursor | undefined, pages = 0; pages < 1_000; pages += 1) {
    const page = look(after);
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    after = page.next;
  }
  throw new Error('the pages do not end');
}

test('F22 the seekers’ ledger: each visit once, in the hall’s order, whatever the size of the page', async () => {
  const hall = await threeDays();
  const { seekers } = hall.db.faces.records;
  const visits = facts(hall, 'visitOpened').map((fact) => fact.visitId);
  for (const limit of [1, 7, ledgerPageLimit]) {
    const rows = every((after) => seekers({ ...whole, after, limit }, 'masked'));
    expect(new Set(rows.map((row) => row.visitId))).toEqual(new Set(visits));
    expect(rows).toHaveLength(visits.length);
    const keys = rows.map((row) => `${row.day} ${String(row.place).padStart(6, '0')}`);
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? 1 : -1)));
  }
  const hired = every((after) => seekers({ ...whole, after, limit: 5, hired: true }, 'masked'));
  expect(new Set(hired.map((row) => row.visitId))).toEqual(new Set(facts(hall, 'hireConfirmed').map((fact) => fact.visitId)));
  expect(hired.every((row) => row.hires.length > 0 && row.hires.every((hire) => /^H\d{3}$/.test(hire.number) && /^J\d{3}$/.test(hire.jobNumber)))).toBe(true);
});

test('F22 the seekers’ ledger by number, trade, state, worker and day', async () => {
  const hall = await threeDays();
  const { seekers } = hall.db.faces.records;
  const all = every((after) => seekers({ ...whole, after }, 'masked'));
  const [one] = all;
  if (one === undefined) throw new Error('nobody came');
  const same = (wish: object, fits: (row: SeekerRow) => boolean): void =>
    expect(every((after) => seekers({ ...whole, ...wish, after, limit: 3 }, 'masked')).map((row) => row.ticketId)).toEqual(all.filter(fits).map((row) => row.ticketId));
  same({ number: one.number }, (row) => row.number === one.number);
  same({ trade: '0201' }, (row) => row.trades.includes('0201'));
  same({ trade: '0201', state: 'waiting' }, (row) => row.trades.includes('0201') && row.state === 'waiting');
  same({ state: 'missed' }, (row) => row.state === 'missed');
  same({ workerId: one.workerId }, (row) => row.workerId === one.workerId);
  same({ workerId: one.workerId, trade: '0501' }, (row) => row.workerId === one.workerId && row.trades.includes('0501'));
  same({ from: '2026-11-22', to: '2026-11-22' }, (row) => row.day === '2026-11-22');
  expect(new Set(all.map((row) => row.state)).size).toBeGreaterThan(2);
});

test('F22 a paper number without identity has its own row, and one row with its visit once it has found it', async () => {
  const hall = openEngine();
  const ticket = factOf(await hall.ask('takeWorkNumber', { trades: ['0101'] }), 'ticketIssued');
  const { seekers } = hall.db.faces.records;
  expect(seekers(whole, 'masked').rows).toMatchObject([{ ticketId: ticket.ticketId, number: 'A001', trades: ['0101'], hires: [] }]);
  expect(seekers(whole, 'masked').rows[0]).not.toHaveProperty('person');
});

test('F22 the jobs’ and hires’ ledgers by number, trade, state, employer, job and worker', async () => {
  const hall = await threeDays();
  const { jobs, hires } = hall.db.faces.records;
  const allJobs = every((after) => jobs({ ...whole, after, limit: 4 }, 'masked'));
  expect(allJobs.map((row) => row.jobId).toSorted()).toEqual(facts(hall, 'jobPosted').map((fact) => fact.jobId).toSorted());
  const job = allJobs.find((row) => row.hires > 0);
  if (job === undefined) throw new Error('nobody was hired');
  const jobsBy = (wish: object, fits: (row: JobLedgerRow) => boolean): void =>
    expect(every((after) => jobs({ ...whole, ...wish, after, limit: 2 }, 'masked')).map((row) => row.jobId)).toEqual(allJobs.filter(fits).map((row) => row.jobId));
  jobsBy({ number: job.number }, (row) => row.number === job.number);
  jobsBy({ trade: job.trade }, (row) => row.trade === job.trade);
  jobsBy({ state: 'filled' }, (row) => row.state === 'filled');
  jobsBy({ employerId: job.employerId }, (row) => row.employerId === job.employerId);
  jobsBy({ employerId: job.employerId, trade: job.trade }, (row) => row.employerId === job.employerId && row.trade === job.trade);
  const allHires = every((after) => hires({ ...whole, after, limit: 3 }, 'masked'));
  expect(allHires.map((row) => row.hireId).toSorted()).toEqual(facts(hall, 'hireConfirmed').map((fact) => fact.hireId).toSorted());
  const [hire] = allHires;
  if (hire === undefined) throw new Error('nobody was hired');
  const hiresBy = (wish: object, fits: (row: HireRow) => boolean): void =>
    expect(every((after) => hires({ ...whole, ...wish, after, limit: 2 }, 'masked')).map((row) => row.hireId)).toEqual(allHires.filter(fits).map((row) => row.hireId));
  hiresBy({ number: hire.number }, (row) => row.number === hire.number);
  hiresBy({ jobId: hire.jobId }, (row) => row.jobId === hire.jobId);
  hiresBy({ workerId: hire.workerId }, (row) => row.workerId === hire.workerId);
  hiresBy({ trade: '0101' }, (row) => row.trade === '0101');
});

test('F22 wrong questions have empty answers and never throw: unknown ids, days that were never open, cursors from nowhere, numbers of other series', async () => {
  const hall = await threeDays();
  const { seekers, jobs, hires, catalogue, evidence } = hall.db.faces.records;
  expect(seekers({ ...whole, workerId: 'nobody' }, 'masked').rows).toEqual([]);
  expect(seekers({ ...whole, number: 'J001' }, 'masked').rows).toEqual([]);
  expect(seekers({ ...whole, number: 'A99999' }, 'masked').rows).toEqual([]);
  expect(seekers({ from: '2020-01-01', to: '2020-12-31' }, 'masked').rows).toEqual([]);
  expect(seekers({ from: '2026-12-01', to: '2026-11-01' }, 'masked').rows).toEqual([]);
  expect(seekers({ ...whole, after: { day: '2026-11-01', place: 0 } }, 'masked').rows).toEqual([]);
  expect(seekers({ ...whole, after: { day: '9999-12-31', place: 1_000_000 }, limit: 1 }, 'masked').rows).toHaveLength(1);
  expect(jobs({ ...whole, employerId: 'nobody' }, 'masked').rows).toEqual([]);
  expect(jobs({ ...whole, trade: '9999' }, 'masked').rows).toEqual([]);
  expect(hires({ ...whole, jobId: 'nothing', workerId: 'nobody' }, 'masked').rows).toEqual([]);
  expect(catalogue({ day: '1900-01-01' }, hall.clock.now)).toMatchObject({ trades: [], items: [] });
  expect(catalogue({ day: '2026-11-21', trade: '9999', after: { trade: '9999', place: 1_000_000 } }, hall.clock.now)).toMatchObject({ trades: [], items: [] });
  expect(evidence({ figure: 'hires', from: '2026-12-31', to: '2026-01-01', slice: 'trade', key: '' }).rows).toEqual([]);
  expect(evidence({ figure: 'hires', ...whole, slice: 'all', key: '', after: { measure: 'seekers', day: '2026-11-21', seq: 1, part: 0 } }).rows).toEqual([]);
});

test('F22 the ledger is there after three years, and today’s page is the same', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const before = hall.db.faces.records.seekers({ from: '2026-11-21', to: '2026-11-21' }, 'masked').rows.map((row) => [row.number, row.visitId]);
  hall.clock.now += 3 * 365 * 24 * 3_600_000;
  await hall.ask('takeTicket', { service: 'policy' });
  expect(hall.db.faces.records.seekers({ from: '2026-11-21', to: '2026-11-21' }, 'masked').rows.map((row) => [row.number, row.visitId])).toEqual(before);
  expect(before.length).toBeGreaterThan(10);
});

test('§4 F22 people are masked in the ledgers, households too; opened they are whole; erased they are gone and the row stays', async () => {
  const hall = openEngine();
  const card = person(7);
  const visit = factOf(await hall.ask('registerWorker', { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'], phone: '13800001234' }), 'visitOpened');
  const household = factOf(await hall.ask('registerHousehold', { card: person(8), promiseVersion: '2026-11' }), 'employerRegistered');
  await hall.ask('postJob', { employerId: household.employerId, terms: soundTerms(hall.clock.now) }, staffActor);
  const { seekers, jobs } = hall.db.faces.records;
  const masked = JSON.stringify([seekers(whole, 'masked'), jobs(whole, 'masked')]);
  for (const secret of [card.name, card.number, card.birth, '13800001234', person(8).name]) expect([secret, masked.includes(secret)]).toEqual([secret, false]);
  expect(seekers(whole, 'masked').rows[0]?.person).toEqual({ name: `${card.name.slice(0, 1)}*` });
  expect(seekers(whole, 'open').rows[0]?.person).toEqual({ name: card.name, sex: card.sex, birth: card.birth, idNumber: card.number, phone: '13800001234' });
  expect(jobs(whole, 'open').rows[0]?.employerName).toBe(person(8).name);
  await hall.ask('markNoShow', { callId: 'none' }, staffActor);
  hall.clock.now += 24 * 3_600_000;
  const erased = await hall.ask('eraseWorker', { who: { by: 'card', card }, reason: 'personAsked' });
  expect(erased.ok).toBe(true);
  const after = seekers(whole, 'open').rows.find((row) => row.visitId === visit.visitId);
  expect(after).toBeDefined();
  expect(after).not.toHaveProperty('person');
});

test('F23 the catalogue of a day: by trade, with counts over the whole day, without what was never shown or taken down', async () => {
  const hall = await threeDays();
  const { catalogue } = hall.db.faces.records;
  const items = [];
  for (let after; ;) {
    const page = catalogue({ day: '2026-11-21', after, limit: 3 }, hall.clock.now);
    items.push(...page.items);
    if (page.next === undefined) break;
    after = page.next;
  }
  const hidden = new Set([...facts(hall, 'jobTakenDown').map((fact) => fact.jobId), ...facts(hall, 'jobReviewed').filter((fact) => fact.outcome === 'reject').map((fact) => fact.jobId)]);
  const posted = facts(hall, 'jobPosted').filter((fact) => fact.businessDay === '2026-11-21' && !hidden.has(fact.jobId));
  expect(items.map((item) => item.jobId).toSorted()).toEqual(posted.map((fact) => fact.jobId).toSorted());
  expect(items.map((item) => item.trade)).toEqual(items.map((item) => item.trade).toSorted());
  const { trades } = catalogue({ day: '2026-11-21' }, hall.clock.now);
  for (const { trade, jobs, places, placesLeft } of trades) {
    const its = items.filter((item) => item.trade === trade);
    const sum = (of: (item: (typeof its)[number]) => number): number => its.reduce((total, item) => total + of(item), 0);
    expect([trade, jobs, places, placesLeft]).toEqual([trade, its.length, sum((item) => item.headcount), sum((item) => item.placesLeft)]);
  }
  expect(JSON.stringify(items)).not.toContain('样例');
  expect(catalogue({ day: '2026-11-21', trade: '0101', limit: 1 }, hall.clock.now).items.every((item) => item.trade === '0101')).toBe(true);
});
