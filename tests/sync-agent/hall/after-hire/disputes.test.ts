/* 维权: intake, deadlines, mediation, transfer, the end; what people say is sealed, and trust ends with a complaint. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disputeKinds, disputeRules, workingDaysAfter } from '@kuaizhao/db/domain/disputes/kinds.ts';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { factOf, factsOf, openEngine, tempDir, type TestEngine, withSecond } from '../../../fixtures/engine.ts';
import { firm, post } from '../../../fixtures/employers.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { host, newcomers, typesOf } from '../hiring/stage.ts';
import { askAt, clerk, day, evening, hireAll, kiosk, openEvening, printer, refusedWithoutTrace, supervisor, toEvening } from './stage.ts';

const open = (hall: TestEngine, more: object = {}) => hall.ask('openDispute', { kind: 'other', evidence: [], ...more }, clerk);
const opened = async (hall: TestEngine, more: object = {}) => factOf(await open(hall, more), 'disputeOpened');
const bytesOf = (hall: TestEngine): string => readdirSync(hall.dir).filter((name) => !name.endsWith('.key')).map((name) => readFileSync(join(hall.dir, name)).toString('utf8')).join('');

test('F20 deadlines by the kind of dispute: working days for the first answer, calendar days for mediation, from a Saturday', async () => {
  const hall = openEngine();
  const answerBy = { wageArrears: '2026-11-23', falseJob: '2026-11-23', unlicensedAgent: '2026-11-23', discrimination: '2026-11-25', other: '2026-11-27' };
  for (const [index, kind] of disputeKinds.entries()) {
    expect(await opened(hall, { kind })).toMatchObject({ number: `W261121-0${index + 1}`, kind, businessDay: '2026-11-21', answerBy: answerBy[kind], mediateBy: '2026-12-06', rules: '2026-11' });
  }
  for (const kind of disputeKinds) {
    expect(disputeRules[kind].bases.length).toBeGreaterThan(0);
    expect(disputeRules[kind].onwardTo.length).toBeGreaterThan(0);
  }
  expect(workingDaysAfter('2026-11-20', 1)).toBe('2026-11-23');
  expect(workingDaysAfter('2026-11-18', 5)).toBe('2026-11-25');
});

test('F20 intake at the rights window: tied to the slip, printed copy, the complainer’s own words only on paper and for those who mediate', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  const words = '老板说钱明天给，电话打不通';
  const answer = await open(hall, {
    kind: 'wageArrears', hireId: hire.hireId, card: person(1), owedFen: 15_000, sinceDay: '2026-11-21', statement: words, printer: { ...printer, ready: false },
    evidence: [{ kind: 'hireSlip', businessDay: '2026-11-21', number: 'H001' }, { kind: 'queueTicket', businessDay: '2026-11-21', number: 'A001' }],
  });
  const dispute = factOf(answer, 'disputeOpened');
  expect(dispute).toMatchObject({ owedFen: 15_000, workerId: hire.workerId, evidence: [{ number: 'H001' }, { number: 'A001' }] });
  const printJobId = factOf(answer, 'printQueued').printJobId;
  expect(hall.db.faces.papers.order(printJobId, hall.settings)?.paper).toMatchObject({ kind: 'disputeCopy', statement: words, owedFen: 15_000, answerBy: '2026-11-23' });
  const asked = askAt(hall);
  expect(await asked.told('dispute', { disputeId: dispute.disputeId }, clerk)).toMatchObject({ statement: words, complainer: '钱*' });
  expect(JSON.stringify(await asked.told('disputes', { limit: 10 }, clerk))).not.toContain(words);
  expect(await asked.refusal('dispute', { disputeId: dispute.disputeId }, host)).toBe('notYourRole');
  expect(await asked.refusal('dispute', { disputeId: dispute.disputeId }, kiosk)).toBe('notYourRole');
  expect(asked.said.join('')).toContain('"query":"dispute"');
  hall.close();
  expect(bytesOf(hall)).not.toContain(words);
  expect(asked.said.join('')).not.toContain(words);
});

test('F20 mediation step by step, handed on, closed; every step with who and when, notes sealed', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  const { disputeId } = factOf(await evening(hall, hire.hireId, { paid: 'no' }), 'disputeOpened');
  const asked = askAt(hall);
  expect(await asked.told('disputes', { limit: 10 }, clerk)).toMatchObject({ open: 1, late: 0, disputes: [{ answered: false, late: [], slipNumber: 'H001', employerName: '样例用工单位1' }] });
  const note = '老板答应星期一付一半';
  await hall.ask('recordMediation', { disputeId, step: 'employerReached', note }, clerk);
  hall.clock.now += day;
  await hall.ask('recordMediation', { disputeId, step: 'noAgreement' }, supervisor);
  await hall.ask('transferDispute', { disputeId, to: 'labourInspection' }, clerk);
  expect(await asked.told('dispute', { disputeId }, clerk)).toMatchObject({
    state: 'transferred', transferredTo: 'labourInspection', answered: true,
    steps: [{ step: 'employerReached', by: 'clerk-1', note }, { step: 'noAgreement', by: 'staff-1' }],
  });
  // The body may send both sides back to the table; the hall closes when it has decided.
  await hall.ask('recordMediation', { disputeId, step: 'paidInFull' }, clerk);
  expect(typesOf(await hall.ask('closeDispute', { disputeId, outcome: 'settled' }, clerk))).toEqual(['disputeClosed']);
  expect(await asked.told('disputes', { limit: 10 }, clerk)).toEqual({ open: 0, late: 0, disputes: [] });
  expect((await asked.told('myHires', { card: person(1) }, kiosk)).hires[0]?.dispute).toMatchObject({ state: 'closed', outcome: 'settled' });
  expect(hall.db.journal.read(1, 999).map((row) => row.body).join('')).not.toContain(note);
});

test('F20 what is late comes first: unanswered after its working days, not mediated after its calendar days; what another body decides is late for nobody', async () => {
  const { hall } = await openEvening();
  const [slow, quick, moved, gone] = [await opened(hall), await opened(hall, { kind: 'wageArrears' }), await opened(hall, { kind: 'falseJob' }), await opened(hall, { kind: 'unlicensedAgent' })];
  await hall.ask('transferDispute', { disputeId: moved.disputeId, to: 'marketSupervision' }, clerk);
  await hall.ask('recordMediation', { disputeId: gone.disputeId, step: 'bothHeard' }, clerk);
  hall.clock.now += 3 * day;
  const list = async () => (await askAt(hall).told('disputes', { limit: 10 }, clerk)).disputes.map((one) => [one.number, one.late]);
  expect(await list()).toEqual([[quick.number, ['answer']], [slow.number, []], [moved.number, []], [gone.number, []]]);
  hall.clock.now += 20 * day;
  expect(await askAt(hall).told('disputes', { limit: 1 }, clerk)).toMatchObject({ open: 4, late: 3, disputes: [{ late: ['answer', 'mediation'] }] });
});

test('F20 F21 only an upheld dispute counts against the employer; settled, unfounded and withdrawn do not', async () => {
  const { hall, employerId } = await openEvening();
  for (const outcome of ['settled', 'unfounded', 'withdrawn'] as const) {
    const { disputeId } = await opened(hall, { kind: 'wageArrears', employerId });
    expect(typesOf(await hall.ask('closeDispute', { disputeId, outcome }, clerk))).toEqual(['disputeClosed']);
  }
  const { disputeId } = await opened(hall, { kind: 'wageArrears', employerId });
  expect(factsOf(await hall.ask('closeDispute', { disputeId, outcome: 'upheld' }, clerk)).slice(1)).toMatchObject([
    { type: 'pointsGiven', side: 'employer', who: employerId, cause: 'unpaid', points: 12, disputeId }, { type: 'standingStopped', side: 'employer', until: hall.clock.now + 15 * day },
  ]);
  const other = await opened(hall, { kind: 'other', employerId });
  expect(typesOf(await hall.ask('closeDispute', { disputeId: other.disputeId, outcome: 'upheld' }, clerk))).toEqual(['disputeClosed']);
});

test('F13 F20 an employer trusted by its record loses that trust the moment a dispute opens, and postings go to review again', async () => {
  const hall = openEngine(tempDir(), undefined, hallSettingsSchema.parse({ ...hallSettings, trustRule: { version: 'test-1', hires: 1, restDays: 0, quietDays: 30 } }));
  const employerId = await firm(hall, 1);
  await newcomers(hall, 1);
  const { hire } = await hireAll(hall, employerId, 1);
  hall.clock.now += 1;
  const trusted = () => hall.db.faces.employers.employer(employerId, { version: 'test-1', hires: 1, restDays: 0, quietDays: 30 }, hall.clock.now).employer?.trusted;
  expect(trusted()).toBe(true);
  const written = { remark: '自带手套' };
  expect(factOf(await post(hall, employerId, written), 'jobPosted')).toMatchObject({ checkAfter: true });
  toEvening(hall);
  factOf(await evening(hall, hire.hireId, { paid: 'no' }), 'disputeOpened');
  expect(trusted()).toBe(false);
  expect(factOf(await post(hall, employerId, written), 'jobPosted')).toMatchObject({ state: 'inReview', cause: 'freeText' });
});

test('F20 wrong input is refused by name, and the journal stays as it was', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  const refused = (ask: Parameters<typeof refusedWithoutTrace>[1], code: string) => refusedWithoutTrace(hall, ask, code);
  await refused(() => open(hall, { hireId: 'nowhere' }), 'hireUnknown hireId');
  await refused(() => open(hall, { jobId: 'nowhere' }), 'jobUnknown jobId');
  await refused(() => open(hall, { employerId: 'nowhere' }), 'employerUnknown employerId');
  await refused(() => open(hall, { card: person(777) }), 'workerUnknown card');
  await refused(() => open(hall, { sinceDay: '2026-11-22' }), 'dateImpossible sinceDay');
  await refused(() => open(hall, { sinceDay: '2026-02-30' }), 'malformed sinceDay');
  await refused(() => open(hall, { evidence: [{ kind: 'hireSlip', businessDay: '2027-01-01', number: 'H001' }] }), 'dateImpossible evidence.0.businessDay');
  await refused(() => open(hall, { owedFen: -1 }), 'malformed owedFen');
  await refused(() => open(hall, { statement: '长'.repeat(501) }), 'malformed statement');
  await refused(() => open(hall, { statement: '钱\u0007' }), 'malformed statement');
  await refused(() => hall.ask('openDispute', { kind: 'other', evidence: [] }, kiosk), 'notYourRole');
  const { disputeId } = await opened(hall, { hireId: hire.hireId, kind: 'wageArrears' });
  await refused(() => open(hall, { hireId: hire.hireId }), 'disputeIsOpen hireId');
  await refused(() => hall.ask('recordMediation', { disputeId: 'nowhere', step: 'bothHeard' }, clerk), 'disputeUnknown disputeId');
  await refused(() => hall.ask('recordMediation', { disputeId, step: 'bothHeard', note: '长'.repeat(501) }, clerk), 'malformed note');
  await hall.ask('closeDispute', { disputeId, outcome: 'settled' }, clerk);
  await refused(() => hall.ask('closeDispute', { disputeId, outcome: 'upheld' }, clerk), 'disputeIsClosed disputeId');
  await refused(() => hall.ask('recordMediation', { disputeId, step: 'bothHeard' }, clerk), 'disputeIsClosed disputeId');
  await refused(() => hall.ask('transferDispute', { disputeId, to: 'court' }, clerk), 'disputeIsClosed disputeId');
  expect(await askAt(hall).refusal('dispute', { disputeId: 'nowhere' }, clerk)).toBe('disputeUnknown disputeId');
});

test('§4 F20 what somebody said at the rights window is in the own copy, and goes with the person; the dispute stays', async () => {
  const { hall, hire, people } = await openEvening();
  const workerId = people[0]?.workerId ?? '';
  toEvening(hall);
  const [said, noted, pleaded] = ['老板把我拉黑了', '电话里承认没付', '那天车提前走了'];
  const { disputeId } = await opened(hall, { kind: 'wageArrears', hireId: hire.hireId, card: person(1), statement: said });
  await hall.ask('recordMediation', { disputeId, step: 'employerReached', note: noted }, clerk);
  await newcomers(hall, 1, { first: 2 });
  const second = await hireAll(hall, hire.employerId, 1);
  const { pointsId } = factOf(await hall.ask('undoHire', { hireId: second.hire.hireId, reason: 'workerCancelled' }, clerk), 'pointsGiven');
  await hall.ask('appeal', { pointsId, statement: pleaded }, clerk);
  const asked = askAt(hall);
  const copyOf = async (id: string) => JSON.stringify(await asked.told('accessCopy', { who: { by: 'worker', workerId: id }, reason: 'personAsked' }, withSecond(clerk)));
  const copy = await copyOf(workerId);
  expect(copy).toContain(said);
  expect(copy).toContain(noted);
  expect(await copyOf(second.hire.workerId)).toContain(pleaded);
  expect(await copyOf(second.hire.workerId)).toContain('约好后不去了，2 分');
  expect(JSON.stringify(await asked.told('accessCopy', { who: { by: 'card', card: person(1) } }, kiosk))).not.toContain(said);
  for (const id of [workerId, second.hire.workerId]) factsOf(await hall.ask('eraseWorker', { who: { by: 'worker', workerId: id }, reason: 'personAsked' }, withSecond(clerk)));
  const told = await asked.told('dispute', { disputeId }, clerk);
  expect(told).toMatchObject({ kind: 'wageArrears', slipNumber: 'H001', owedFen: 21_000, steps: [{ step: 'employerReached' }] });
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${said}|${noted}`));
  expect(JSON.stringify(await asked.told('appeals', { limit: 10 }))).not.toContain(pleaded);
});
