/* Leased numbers, through the engine and a real file: whose they are, where they stand when they come in, and what is known of who took them. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { FactOf } from '@kuaizhao/db/domain/fact.ts';
import { sealCard } from '@kuaizhao/kiosk/host/leases/seal-card.ts';
import { factOf, factsOf, kioskActor, morning, openEngine, refusalOf, staffActor, tempDir, type TestEngine } from '../../../../fixtures/engine.ts';
import { person } from '../../../../fixtures/people.ts';
import { tablesIn } from '../../../../fixtures/fold-tables.ts';
import { rememberRecords, replayedTables } from '../../../../fixtures/replay.ts';
import { openHall } from '../../../../fixtures/queue-hall.ts';

const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const other: Actor = { role: 'kiosk', deviceId: 'kiosk-2', printer: 'printer-2' };
const minute = 60_000;

const lease = async (hall: TestEngine, service = 'work', actor: Actor = kioskActor, above?: number): Promise<FactOf<'numbersLeased'>> =>
  factOf(await hall.ask('leaseNumbers', { service, ...(above === undefined ? {} : { above }) }, actor), 'numbersLeased');
const arrives = async (hall: TestEngine, n: number) => factOf(await hall.ask('registerWorker', { card: person(n), consent, trades: ['0101'] }), 'ticketIssued');

interface Given { readonly nth?: number; readonly takenAt?: number; readonly who?: number; readonly instead?: string; readonly commandId?: string; readonly actor?: Actor }
/** The nth number of a block comes in, taken by whose card lay there. */
function handIn(hall: TestEngine, held: FactOf<'numbersLeased'>, { nth = 0, takenAt = hall.clock.now, who, instead, commandId, actor = kioskActor }: Given = {}) {
  const number = `${held.series}${held.from + nth}`;
  return hall.ask('handInLeased', {
    leaseId: held.leaseId, businessDay: held.businessDay, service: held.service, number, takenAt,
    ...(who === undefined ? {} : { sealed: sealCard(person(who), hall.db.sealKey, held.leaseId, number) }), ...(instead === undefined ? {} : { instead }),
  }, actor, commandId);
}

test('§5 numbers of a lease are given out by nobody else: other kiosks and the hall itself pass over them', async () => {
  const hall = openHall({ leases: { block: 2, perKiosk: 4, first: 3 } });
  const [mine, theirs] = [await lease(hall), await lease(hall, 'work', other)];
  expect([mine.from, mine.to, theirs.from, theirs.to]).toEqual([3, 4, 7, 8]);
  expect(await lease(hall)).toMatchObject({ from: 5, to: 6 });
  expect(refusalOf(await hall.ask('leaseNumbers', { service: 'work' }))).toBe('quotaReached service');
  const numbers = [];
  for (const n of [1, 2, 3]) numbers.push((await arrives(hall, n)).number);
  expect(numbers).toEqual(['A001', 'A002', 'A011']);
});

test('§5 a leased number stands in the hall’s sequence where it was given out: behind whoever came before, in front of whoever came after', async () => {
  const hall = openHall();
  await arrives(hall, 1);
  const held = await lease(hall);
  hall.clock.now += 10 * minute;
  await arrives(hall, 2);
  hall.clock.now += 10 * minute;
  const takenAt = hall.clock.now;
  hall.clock.now += 10 * minute;
  await arrives(hall, 3);
  hall.clock.now += minute;
  const issued = factOf(await handIn(hall, held, { takenAt }), 'ticketIssued');
  expect(issued).toMatchObject({ number: 'A6001', order: 4, arrival: takenAt, leaseId: held.leaseId });
  await arrives(hall, 4);
  expect(hall.db.view.waiting(['work'], 10).map((one) => one.number)).toEqual(['A001', 'A002', 'A6001', 'A003', 'A004']);
});

test('§5 a kiosk’s wrong clock moves nobody past the lease or behind now, and a block keeps its order', async () => {
  const hall = openHall();
  const held = await lease(hall);
  const leasedAt = hall.clock.now;
  hall.clock.now += 20 * minute;
  const early = factOf(await handIn(hall, held, { takenAt: leasedAt - 900 * minute }), 'ticketIssued');
  const earlier = factOf(await handIn(hall, held, { nth: 1, takenAt: leasedAt - 950 * minute }), 'ticketIssued');
  const late = factOf(await handIn(hall, held, { nth: 2, takenAt: hall.clock.now + 900 * minute }), 'ticketIssued');
  expect([early.arrival, earlier.arrival, late.arrival]).toEqual([leasedAt, leasedAt + 1, hall.clock.now]);
});

test('F2 §5 a known worker who took a number without the agent is checked in under it, with the trades of the record', async () => {
  const hall = openHall();
  await arrives(hall, 1);
  const held = await lease(hall);
  await hall.ask('closeDay', {}, staffActor);
  hall.clock.now += 24 * 60 * minute;
  const today = await lease(hall);
  expect(today.businessDay > held.businessDay).toBe(true);
  const facts = factsOf(await handIn(hall, today, { who: 1 }));
  expect(facts.map((fact) => fact.type)).toEqual(['dayOpened', 'visitOpened', 'ticketIssued']);
  expect(factOf({ ok: true, commandId: 'command-x', facts: [...facts], papers: [] }, 'ticketIssued')).toMatchObject({ number: 'A6001', trades: ['0101'] });
  expect(hall.db.matching.plan().unit(facts.flatMap((fact) => (fact.type === 'ticketIssued' ? [fact.ticketId] : []))[0] ?? '')?.members).toHaveLength(1);
  expect(hall.db.matching.prove()).toBeUndefined();
});

test('F2 §5 somebody unknown holds a paper number that becomes theirs when they register with the same card', async () => {
  const hall = openHall();
  const held = await lease(hall);
  const issued = factOf(await handIn(hall, held, { who: 7 }), 'ticketIssued');
  expect(issued).not.toHaveProperty('visitId');
  expect(JSON.stringify(hall.seen)).not.toContain(person(7).number);
  const somebodyElse = await arrives(hall, 8);
  expect(somebodyElse.number).toBe('A001');
  const registered = await hall.ask('registerWorker', { card: person(7), consent, trades: ['0101', '0201'] });
  expect(factsOf(registered).map((fact) => fact.type)).toEqual(['ticketIssued', 'workerRegistered', 'consentGiven', 'visitOpened', 'workNumberLinked']);
  expect(factOf(registered, 'ticketIssued')).toMatchObject({ number: 'A6001', trades: ['0101', '0201'] });
  expect(hall.db.view.ticketByNumber('A6001')).toMatchObject({ trades: ['0101', '0201'], workerId: factOf(registered, 'workerRegistered').workerId });
  expect(hall.db.faces.floor.waitingByTrade().get('0201')).toBe(1);
});

test('§5 handed in once: again under its id it is told again, under another id it is refused', async () => {
  const hall = openHall();
  const held = await lease(hall);
  const first = await handIn(hall, held, { commandId: 'hand-in-0001', takenAt: morning });
  expect(await handIn(hall, held, { commandId: 'hand-in-0001', takenAt: morning })).toEqual(first);
  expect(refusalOf(await handIn(hall, held, { commandId: 'hand-in-0002', takenAt: morning }))).toBe('numberTaken number');
  expect(hall.seen.filter((fact) => fact.type === 'ticketIssued')).toHaveLength(1);
});

test('§5 only the kiosk that holds a number hands it in', async () => {
  const hall = openHall();
  const held = await lease(hall);
  expect(refusalOf(await handIn(hall, held, { actor: other }))).toBe('leaseWrong number');
  expect(refusalOf(await handIn(hall, held, { nth: 50 }))).toBe('leaseWrong number');
  expect(refusalOf(await handIn(hall, { ...held, series: 'B' }))).toBe('leaseWrong number');
  expect(refusalOf(await handIn(hall, held, { actor: staffActor }))).toBe('notYourRole');
});

test('§5 an answer that was lost on its way: the number that the person holds takes the place of the one nobody saw', async () => {
  const hall = openHall();
  await arrives(hall, 1);
  await hall.ask('registerWorker', { card: person(2), consent, trades: ['0101'] }, kioskActor, 'command-lost');
  const held = await lease(hall);
  await arrives(hall, 3);
  hall.clock.now += minute;
  const facts = factsOf(await handIn(hall, held, { who: 2, instead: 'command-lost' }));
  expect(facts.map((fact) => fact.type)).toEqual(['ticketClosed', 'ticketIssued']);
  expect(hall.db.view.waiting(['work'], 10).map((one) => one.number)).toEqual(['A001', 'A6001', 'A003']);
});

test('§5 whoever has a number already keeps it: the leased one is counted as lapsed and calls nobody', async () => {
  const hall = openHall();
  await arrives(hall, 2);
  const held = await lease(hall);
  expect(factsOf(await handIn(hall, held, { who: 2 }))).toMatchObject([{ type: 'leasedNumberLapsed', number: 'A6001', why: 'alreadyHasNumber' }]);
  expect(hall.db.view.waiting(['work'], 10).map((one) => one.number)).toEqual(['A001']);
});

test('§5 the end of the day: unused numbers lapse, late ones are counted and open no day', async () => {
  const hall = openHall();
  await arrives(hall, 1);
  const held = await lease(hall);
  await hall.ask('closeDay', {}, staffActor);
  expect(factsOf(await handIn(hall, held))).toMatchObject([{ type: 'leasedNumberLapsed', number: 'A6001', why: 'dayOver' }]);
  expect(refusalOf(await hall.ask('leaseNumbers', { service: 'work' }))).toBe('dayClosed');
  hall.clock.now += 24 * 60 * minute;
  expect(factsOf(await handIn(hall, held, { nth: 1 })).map((fact) => fact.type)).toEqual(['leasedNumberLapsed']);
  expect(hall.db.view.openDay()).toBe(held.businessDay);
  expect((await lease(hall)).from).toBe(6_001);
  expect(hall.db.view.openDay()).toBe(held.businessDay);
});

test('§4.1 under sixteen is a hard stop for a handed-in number too', async () => {
  const hall = openHall();
  const held = await lease(hall);
  const child = person(5, 2012);
  const number = `A${held.from}`;
  expect(refusalOf(await hall.ask('handInLeased', {
    leaseId: held.leaseId, businessDay: held.businessDay, service: 'work', number, takenAt: morning, sealed: sealCard(child, hall.db.sealKey, held.leaseId, number),
  }))).toBe('underSixteen');
});

test('§4 a card closed for one number opens for no other, and a damaged one is a paper number', async () => {
  const hall = openHall();
  await arrives(hall, 1);
  const held = await lease(hall);
  const box = sealCard(person(1), hall.db.sealKey, held.leaseId, 'A6001');
  expect(Buffer.from(box, 'base64url').includes(Buffer.from(person(1).number))).toBe(false);
  expect(hall.db.view.unsealCard(box, held.leaseId, 'A6001')).toEqual(person(1));
  for (const [text, number] of [[box, 'A6002'], [`${box.slice(0, -4)}AAAA`, 'A6001'], ['A'.repeat(100), 'A6001']] as const) expect(hall.db.view.unsealCard(text, held.leaseId, number)).toBeUndefined();
  const moved = await hall.ask('handInLeased', { leaseId: held.leaseId, businessDay: held.businessDay, service: 'work', number: 'A6002', takenAt: morning, sealed: box });
  expect(factOf(moved, 'ticketIssued')).not.toHaveProperty('visitId');
});

test('F29 §5 hours and quota: a block says when its service is open, none is given on a closed day, and what was printed is honoured', async () => {
  const hall = openHall({ services: [{ service: 'work', hours: [{ weekdays: [6], from: '05:00', to: '09:00' }], perDay: 2 }], closedOn: ['2026-11-22'] });
  const held = await lease(hall);
  expect(held.open).toEqual([{ from: morning, to: morning + 4 * 60 * minute }]);
  await arrives(hall, 1);
  expect(factOf(await handIn(hall, held), 'ticketIssued').number).toBe('A6001');
  expect(refusalOf(await hall.ask('registerWorker', { card: person(2), consent, trades: ['0101'] }))).toBe('quotaReached service');
  hall.clock.now = morning + 5 * 60 * minute;
  expect(factOf(await handIn(hall, held, { nth: 1 }), 'ticketIssued').number).toBe('A6002');
  hall.clock.now = morning + 24 * 60 * minute;
  expect(refusalOf(await hall.ask('leaseNumbers', { service: 'policy' }))).toBe('serviceClosed service');
});

test('F14 a number of a service window without the agent: in its own series, without a card', async () => {
  const hall = openHall();
  const held = await lease(hall, 'policy');
  expect(held.series).toBe('F');
  expect(factOf(await handIn(hall, held), 'ticketIssued')).toMatchObject({ number: 'F6001', service: 'policy' });
  expect(refusalOf(await hall.ask('leaseNumbers', { service: 'nothing' }))).toBe('serviceUnknown service');
});

test('hardware.md §2 the paper that came out at the kiosk is a job of the hall: known, ended, and reprinted as a copy', async () => {
  const hall = openHall();
  const held = await lease(hall);
  const answer = await hall.ask('handInLeased', {
    leaseId: held.leaseId, businessDay: held.businessDay, service: 'work', number: 'A6001', takenAt: morning, paper: { printJobId: 'local-paper-1', outcome: 'unknown' },
  });
  expect(answer.ok && answer.papers).toEqual([]);
  expect(hall.db.faces.floor.papersInTrouble(morning - minute, 10)).toMatchObject([{ printJobId: 'local-paper-1', number: 'A6001', state: 'unknown' }]);
  expect(factOf(await hall.ask('reprint', { printJobId: 'local-paper-1', printer: { printer: 'printer-1', ready: true } }), 'printQueued').copy).toBe(2);
});

test('I1 an agent restored from before the lease honours what the kiosk gave out, and leases nothing that it held', async () => {
  const before = openEngine();
  const held = factOf(await before.ask('leaseNumbers', { service: 'work' }), 'numbersLeased');
  const restored = openEngine(tempDir(), 'b0b0b0b0b0b0b0b0');
  expect(factOf(await handIn(restored, held), 'ticketIssued').number).toBe('A6001');
  expect(await lease(restored, 'work', kioskActor, held.to)).toMatchObject({ from: held.to + 1 });
  expect(await lease(restored, 'work', other)).toMatchObject({ from: 6_201 });
});

test('the tables of leases are the fold of the journal', async () => {
  const hall = openEngine();
  const kept = rememberRecords(hall);
  await arrives(hall, 1);
  const held = await lease(hall);
  await handIn(hall, held, { who: 9 });
  await handIn(hall, held, { nth: 1, who: 1 });
  await hall.ask('registerWorker', { card: person(9), consent, trades: ['0201'] });
  expect(replayedTables(hall, kept)).toEqual(tablesIn(hall.dir));
});
