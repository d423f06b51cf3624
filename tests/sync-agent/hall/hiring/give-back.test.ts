/* How an agreement is given back: undone within its time with place, seat and slip as they were, and the place of whoever is late. */
import { expect, test } from 'vitest';
import { factOf, factsOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { agree, atKiosk, callFor, callsIn, crewOf, hired, host, jobOf, minute, newcomers, numbersIn, openTables, refused, stateOf, typesOf, waiting } from './stage.ts';

const undo = (hall: ReturnType<typeof openTables>, hireId: string, actor = host) => hall.ask('undoHire', { hireId, reason: 'workerCancelled' }, actor);
const paperOf = (hall: ReturnType<typeof openTables>, hireId: string) => hall.db.view.printJobOf({ kind: 'hireSlip', id: hireId });

test('F7 undone: the seat is free and the job open again, the worker waits at the old place, the slip never comes out', async () => {
  const hall = openTables({ standby: 0 });
  const [first] = await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const hire = await hired(hall, jobId);
  expect(hall.db.view.job(jobId)).toMatchObject({ state: 'filled', placesLeft: 0 });
  const answer = await undo(hall, hire.hireId);
  expect(factsOf(answer).slice(0, 3)).toMatchObject([
    { type: 'hireUndone', hireId: hire.hireId, placesLeft: 1, reason: 'workerCancelled', by: 'host-1' }, { type: 'printFinished', outcome: 'failed' },
    { type: 'placeGivenBack', ticketId: first!.ticketId, reason: 'hireUndone' },
  ]);
  expect(hall.db.view.job(jobId)).toMatchObject({ state: 'open', placesLeft: 1 });
  expect([waiting(hall, jobId), paperOf(hall, hire.hireId)?.state]).toEqual([['A001', 'A002', 'A003'], 'failed']);
  await refused(hall, 'undoHire', { hireId: hire.hireId, reason: 'mistake' }, 'hireNotReady hireId', host);
  const again = await hired(hall, jobId);
  expect([again.workerId, again.number]).toEqual([first!.workerId, 'H002']);
});

test('F9 a slip that was printed before says that it is void when it is printed again', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const hire = await hired(hall, await jobOf(hall));
  const paper = paperOf(hall, hire.hireId)!;
  for (const [type, content] of [['startPrint', {}], ['finishPrint', { outcome: 'printed' }]] as const) expect(refusalOf(await hall.engine.handle({ type, commandId: `command-print-${type}`, printJobId: paper.printJobId, ...content }, atKiosk))).toBe('none');
  expect(typesOf(await undo(hall, hire.hireId))).not.toContain('printFinished');
  const copy = await hall.ask('reprint', { printJobId: paper.printJobId, printer: { printer: 'printer-1', ready: true } });
  expect(copy.ok && copy.papers[0]).toMatchObject({ copy: 2, paper: { kind: 'hireSlip', number: 'H001', void: true } });
});

test('F7 whoever took a newer number keeps that one when the hire is undone', async () => {
  const hall = openTables({ standby: 0 });
  const [first] = await newcomers(hall, 1);
  const hire = await hired(hall, await jobOf(hall));
  const newer = factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued');
  expect(typesOf(await undo(hall, hire.hireId))).not.toContain('placeGivenBack');
  expect([stateOf(hall, first!.ticketId), stateOf(hall, newer.ticketId)]).toEqual(['served', 'waiting']);
});

test('F7 a crew is undone as one', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 4);
  await crewOf(hall, [1, 2, 3]);
  const jobId = await jobOf(hall, { headcount: 3 });
  const hires = factsOf(await agree(hall, callsIn(await callFor(hall, jobId))[0]!.callId)).filter((fact) => fact.type === 'hireConfirmed');
  const facts = factsOf(await undo(hall, hires[1]!.hireId));
  expect(facts.filter((fact) => fact.type === 'hireUndone').map((fact) => fact.placesLeft)).toEqual([1, 2, 3]);
  expect([hall.db.view.job(jobId)?.placesLeft, waiting(hall, jobId)]).toEqual([3, ['A001', 'A002', 'A003', 'A004']]);
});

test('F33 a host undoes within the limit, later only a supervisor, and nobody after somebody has arrived', async () => {
  const hall = openTables({ standby: 0, undoMinutes: 30 });
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 3 });
  const [one, two, three] = [await hired(hall, jobId), await hired(hall, jobId), await hired(hall, jobId)];
  hall.clock.now += 30 * minute;
  expect(refusalOf(await undo(hall, one.hireId))).toBe('none');
  hall.clock.now += 1;
  await refused(hall, 'undoHire', { hireId: two.hireId, reason: 'mistake' }, 'tooLate hireId', host);
  expect(refusalOf(await undo(hall, two.hireId, staffActor))).toBe('none');
  await hall.ask('markArrived', { hireId: three.hireId }, host);
  await refused(hall, 'undoHire', { hireId: three.hireId, reason: 'mistake' }, 'hireNotReady hireId', staffActor);
  await refused(hall, 'undoHire', { hireId: 'none', reason: 'mistake' }, 'hireUnknown hireId', host);
});

test('F18 F7 late at the van: the place goes to the next, who is called to the same table', async () => {
  const hall = openTables({ standby: 0 });
  const [first] = await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const hire = await hired(hall, jobId, 't3');
  const { leaveBy } = hall.db.view.job(jobId)!.terms;
  hall.clock.now = leaveBy!;
  await refused(hall, 'releaseLate', { hireId: hire.hireId, card: person(900) }, 'tooEarly hireId', atKiosk);
  hall.clock.now += 1;
  await refused(hall, 'releaseLate', { hireId: hire.hireId }, 'employerNotYours hireId', atKiosk);
  await refused(hall, 'releaseLate', { hireId: hire.hireId, card: person(1) }, 'employerNotYours hireId', atKiosk);
  await refused(hall, 'releaseLate', { hireId: 'none' }, 'hireUnknown hireId', host);
  const answer = await hall.ask('releaseLate', { hireId: hire.hireId, card: person(900) });
  expect(factsOf(answer)).toMatchObject([{ type: 'hireReleased', placesLeft: 1 }, { type: 'printFinished', outcome: 'failed' }, { type: 'ticketCalled', number: 'A002', place: { kind: 'table', id: 't3' } }, { type: 'pointsGiven', side: 'worker' }]);
  expect([hall.db.view.job(jobId), stateOf(hall, first!.ticketId)]).toMatchObject([{ state: 'open', placesLeft: 1 }, 'served']);
  await refused(hall, 'releaseLate', { hireId: hire.hireId, card: person(900) }, 'hireNotReady hireId', atKiosk);
  expect(factOf(await agree(hall, callsIn(answer)[0]!.callId), 'hireConfirmed').placesLeft).toBe(0);
});

test('F18 the place is free all the same when another job sits at that table by then, and nobody is called into its talk', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const hire = await hired(hall, jobId);
  await callFor(hall, await jobOf(hall, { headcount: 1 }));
  hall.clock.now += 31 * minute;
  expect(numbersIn(await hall.ask('releaseLate', { hireId: hire.hireId }, host))).toEqual([]);
  expect(numbersIn(await callFor(hall, jobId, { tableId: 't2' }))).toEqual(['A003']);
});

test('F19 whoever arrived is not released', async () => {
  expect.hasAssertions();
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const hire = await hired(hall, await jobOf(hall));
  await hall.ask('markArrived', { hireId: hire.hireId }, host);
  hall.clock.now += 31 * minute;
  await refused(hall, 'releaseLate', { hireId: hire.hireId }, 'hireNotReady hireId', host);
});
