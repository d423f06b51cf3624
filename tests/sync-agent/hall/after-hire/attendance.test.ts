/* 到岗、完工、结算: told by the employer's card, by staff, and in the evening by the worker's own card; both words stand beside each other. */
import { expect, test } from 'vitest';
import { factOf, factsOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { typesOf } from '../hiring/stage.ts';
import { askAt, bossCard, clerk, evening, kiosk, openEvening, printer, refusedWithoutTrace, toEvening, toWork } from './stage.ts';

test('F1 F19 the employer’s card marks arrived, done and paid, each with its time; both sides see the same marks', async () => {
  const { hall, hire, jobId } = await openEvening();
  const asked = askAt(hall);
  const at = [];
  for (const type of ['markArrived', 'markDone', 'markPaid'] as const) {
    toWork(hall);
    at.push(hall.clock.now);
    factsOf(await hall.ask(type, { hireId: hire.hireId, card: bossCard }));
  }
  const marks = { arrived: { at: at[0], by: 'employer' }, done: { at: at[1], by: 'employer' }, paid: { at: at[2], by: 'employer' } };
  const mine = await asked.told('myHires', { card: person(1) }, kiosk);
  expect(mine.hires).toMatchObject([{ number: 'H001', jobNumber: 'J001', employerName: '样例用工单位1', state: 'paid', marks, confirmable: ['arrived', 'done', 'paid'] }]);
  const theirs = await asked.told('myJobPeople', { jobId, card: bossCard }, kiosk);
  expect(theirs.hires).toMatchObject([{ number: 'H001', queueNumber: 'A001', shortName: '钱*', state: 'paid', marks }]);
});

test('F19 staff mark it in their own name, with the sum that was handed over', async () => {
  const { hall, hire } = await openEvening();
  toWork(hall);
  expect(factOf(await hall.ask('markArrived', { hireId: hire.hireId }, clerk), 'arrivalMarked').by).toBe('staff');
  expect(factOf(await hall.ask('markPaid', { hireId: hire.hireId, paidFen: 21_000 }, clerk), 'payMarked')).toMatchObject({ by: 'staff', paidFen: 21_000 });
  expect(hall.db.view.hire(hire.hireId)?.state).toBe('paid');
});

test('F19 evening: the worker’s card confirms what nobody has told, in one step, and nothing is left to confirm', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  const answer = await evening(hall, hire.hireId, { arrived: 'yes', done: 'yes', paid: 'yes' });
  expect(typesOf(answer)).toEqual(['eveningConfirmed', 'arrivalMarked', 'workDone', 'payMarked']);
  expect((await askAt(hall).told('myHires', { card: person(1) }, kiosk)).hires).toMatchObject([{ state: 'paid', confirmable: [], marks: { paid: { by: 'worker' }, worker: { arrived: 'yes', done: 'yes', paid: 'yes' } } }]);
});

test('F19 not yet paid is a word and no complaint', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  expect(typesOf(await evening(hall, hire.hireId, { arrived: 'yes', done: 'yes', paid: 'notYet' }))).toEqual(['eveningConfirmed', 'arrivalMarked', 'workDone']);
  expect(hall.db.view.hire(hire.hireId)).toMatchObject({ state: 'done', saidPaid: 'notYet' });
});

test('F19 contradictions stay as both sides’ words: the employer says paid, the worker says no', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  await hall.ask('markPaid', { hireId: hire.hireId, card: bossCard, paidFen: 21_000 });
  const answer = await evening(hall, hire.hireId, { arrived: 'yes', paid: 'no' });
  expect(factOf(answer, 'disputeOpened')).toMatchObject({ kind: 'wageArrears', hireId: hire.hireId });
  const [told] = (await askAt(hall).told('myHires', { card: person(1) }, kiosk)).hires;
  expect(told).toMatchObject({ state: 'unpaid', marks: { paid: { by: 'employer', paidFen: 21_000 }, worker: { paid: 'no' } }, dispute: { state: 'open' } });
  // A second no in the evening adds a word and no second dispute; a yes at last ends the debt, not the dispute.
  expect(typesOf(await evening(hall, hire.hireId, { paid: 'no' }))).toEqual(['eveningConfirmed']);
  expect(typesOf(await evening(hall, hire.hireId, { paid: 'yes' }))).toEqual(['eveningConfirmed', 'payMarked']);
  expect((await askAt(hall).told('myHires', { card: person(1) }, kiosk)).hires).toMatchObject([{ state: 'paid', marks: { worker: { paid: 'yes' } }, dispute: { state: 'open' } }]);
});

test('F19 F20 not paid: a rights ticket, the slip attached, and a copy with what the wage-arrears lines ask for', async () => {
  const { hall, hire, employerId } = await openEvening();
  toEvening(hall);
  const answer = await evening(hall, hire.hireId, { paid: 'no' }, 1, { printer });
  expect(typesOf(answer)).toEqual(['eveningConfirmed', 'ticketIssued', 'printQueued', 'disputeOpened', 'printQueued']);
  const ticket = factOf(answer, 'ticketIssued');
  expect(ticket).toMatchObject({ service: 'rights', number: 'E001' });
  const opened = factOf(answer, 'disputeOpened');
  expect(opened).toMatchObject({
    number: 'W261121-01', kind: 'wageArrears', hireId: hire.hireId, employerId, workerId: hire.workerId, ticketId: ticket.ticketId, sinceDay: '2026-11-21', owedFen: 21_000,
    evidence: [{ kind: 'hireSlip', businessDay: '2026-11-21', number: 'H001' }],
  });
  expect(answer.ok && answer.papers.map((one) => one.paper)).toMatchObject([
    { kind: 'queueTicket', number: 'E001' },
    {
      kind: 'disputeCopy', number: 'W261121-01', disputeKind: 'wageArrears', complainer: person(1).name, employerName: '样例用工单位1', employerKind: 'enterprise', jobNumber: 'J001', trade: '0201', place: '历城区',
      agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce', sinceDay: '2026-11-21', owedFen: 21_000, evidence: [{ number: 'H001' }], hotline: '0531-12333',
    },
  ]);
  const dispute = await askAt(hall).told('dispute', { disputeId: opened.disputeId });
  expect(dispute).toMatchObject({
    ticketNumber: 'E001', slipNumber: 'H001', complainer: '钱*', hire: { number: 'H001', state: 'unpaid', marks: { worker: { paid: 'no' } } },
    job: { number: 'J001', trade: '0201', place: '历城区' }, employer: { name: '样例用工单位1', kind: 'enterprise' }, owedFen: 21_000, sinceDay: '2026-11-21',
    onwardTo: ['labourInspection', 'hotline12333', 'arbitration', 'legalAid', 'court'],
  });
});

test('F19 weekly pay: whoever complains before it is due is heard, and nothing is owed since a day that has not come', async () => {
  const { hall, hire } = await openEvening(1, {}, 'week');
  toEvening(hall);
  expect(factOf(await evening(hall, hire.hireId, { paid: 'no' }), 'disputeOpened').sinceDay).toBe('2026-11-21');
});

test('F19 §5 after a short job the number waits again at its old place, whoever tells that it is done', async () => {
  const { hall, hire } = await openEvening(1, { hoursPerDay: 2 });
  toWork(hall);
  const answer = await hall.ask('markDone', { hireId: hire.hireId, card: bossCard });
  expect(factOf(answer, 'placeGivenBack').reason).toBe('shortJobDone');
  expect(hall.db.view.workTicket('A001')?.state).toBe('waiting');
});

test('F19 wrong words are refused by name, and the journal stays as it was', async () => {
  const { hall, hire, people } = await openEvening(2);
  const { hireId } = hire;
  const refused = (ask: Parameters<typeof refusedWithoutTrace>[1], code: string) => refusedWithoutTrace(hall, ask, code);
  // before the work
  await refused(() => evening(hall, hireId, { paid: 'no' }), 'tooEarly hireId');
  await refused(() => evening(hall, hireId, { arrived: 'no' }), 'tooEarly hireId');
  // unknown, not theirs
  toWork(hall);
  await refused(() => hall.ask('markArrived', { hireId: 'nowhere', card: bossCard }), 'hireUnknown hireId');
  await refused(() => hall.ask('markArrived', { hireId }), 'employerNotYours hireId');
  await refused(() => hall.ask('markArrived', { hireId, card: person(1) }), 'employerNotYours hireId');
  await refused(() => evening(hall, 'nowhere', { paid: 'yes' }), 'hireUnknown hireId');
  await refused(() => evening(hall, hireId, { paid: 'yes' }, 777), 'workerUnknown card');
  await refused(() => evening(hall, hireId, { paid: 'no' }, 2), 'hireNotYours hireId');
  await refused(() => evening(hall, hireId, {}), 'nothingSaid');
  await refused(() => hall.ask('markPaid', { hireId, card: bossCard, paidFen: 0 }), 'malformed paidFen');
  await refused(() => hall.ask('markPaid', { hireId, card: bossCard, paidFen: -5 }), 'malformed paidFen');
  // twice
  await hall.ask('markArrived', { hireId, card: bossCard });
  await refused(() => hall.ask('markArrived', { hireId, card: bossCard }), 'hireNotReady hireId');
  await hall.ask('markPaid', { hireId, card: bossCard });
  await refused(() => hall.ask('markPaid', { hireId, card: bossCard }), 'hireNotReady hireId');
  await refused(() => hall.ask('markDone', { hireId, card: bossCard }), 'hireNotReady hireId');
  expect(people).toHaveLength(2);
});

test('F19 a hire that was taken back has no evening', async () => {
  const { hall, hire } = await openEvening();
  await hall.ask('undoHire', { hireId: hire.hireId, reason: 'mistake' }, staffActor);
  toEvening(hall);
  await refusedWithoutTrace(hall, () => evening(hall, hire.hireId, { paid: 'no' }), 'hireNotReady hireId');
  await refusedWithoutTrace(hall, () => hall.ask('markPaid', { hireId: hire.hireId, card: bossCard }), 'hireNotReady hireId');
  expect((await askAt(hall).told('myHires', { card: person(1) }, kiosk)).hires).toMatchObject([{ state: 'undone', confirmable: [] }]);
});
