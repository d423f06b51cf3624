/* Help: cases that only staff see, and levels that no face in the open can ever hold. */
import { expect, test } from 'vitest';
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { helpStandingQuery, helpCaseQuery } from '@kuaizhao/sync-agent/contract/queries/care.ts';
import { factOf, openEngine, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { byCard, clerk, dayMs, hostActor, newcomer } from './stage.ts';

const ground = (changes: object = {}) => ({ group: 'minimumAllowance' as const, evidence: 'certificate' as const, verifiedOn: '2026-11-01', until: '2027-10-31', ...changes });

test('F30 a help case: opened once, grounds renewed, visits noted, closed with an outcome', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [ground()] }, clerk), 'helpCaseOpened');
  expect(refusalOf(await hall.ask('openHelpCase', { workerId, grounds: [] }, clerk))).toBe('helpCaseExists workerId');
  await hall.ask('recordHelpVisit', { caseId, kind: 'homeVisit', on: '2026-11-20', note: '愿意做保洁' }, clerk);
  await hall.ask('updateHelpCase', { caseId, grounds: [ground(), ground({ group: 'singleParent', evidence: 'statement' })] }, clerk);
  expect(hall.db.faces.people.openHelpCases(9)).toMatchObject([{ caseId, workerId, visits: [{ kind: 'homeVisit', note: '愿意做保洁', by: 'clerk-1' }] }]);
  expect(helpCaseQuery.reply.safeParse({ helpCase: hall.db.faces.people.helpCase(caseId) }).success).toBe(true);
  expect(factOf(await hall.ask('closeHelpCase', { caseId, outcome: 'employed' }, clerk), 'helpCaseClosed')).toEqual({ type: 'helpCaseClosed', caseId, outcome: 'employed', by: 'clerk-1' });
  for (const refused of [hall.ask('recordHelpVisit', { caseId, kind: 'talk', on: '2026-11-20' }, clerk), hall.ask('updateHelpCase', { caseId, grounds: [] }, clerk), hall.ask('closeHelpCase', { caseId, outcome: 'ended' }, clerk)]) {
    expect(refusalOf(await refused)).toBe('helpCaseUnknown caseId');
  }
  expect(refusalOf(await hall.ask('openHelpCase', { workerId, grounds: [] }, clerk))).toBe('none');
});

test('F30 impossible days and unknown people are refused by name', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  const open = async (grounds: ReturnType<typeof ground>[]) => refusalOf(await hall.ask('openHelpCase', { workerId, grounds }, clerk));
  expect(await open([ground(), ground({ verifiedOn: '2026-11-22' })])).toBe('dateImpossible grounds.1.verifiedOn');
  expect(await open([ground({ until: '2026-11-20' })])).toBe('dateImpossible grounds.0.until');
  expect(await open([ground({ until: '2036-11-20' })])).toBe('dateImpossible grounds.0.until');
  expect(await open([ground({ until: '2026-02-30' })])).toBe('malformed grounds.0.until');
  expect(refusalOf(await hall.ask('openHelpCase', { workerId: 'nobody', grounds: [] }, clerk))).toBe('workerUnknown workerId');
  const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [] }, clerk), 'helpCaseOpened');
  expect(refusalOf(await hall.ask('recordHelpVisit', { caseId, kind: 'talk', on: '2026-11-22' }, clerk))).toBe('dateImpossible on');
  expect(refusalOf(await hall.ask('openHelpCase', { workerId, grounds: [] }, hostActor))).toBe('notYourRole');
  expect(refusalOf(await hall.ask('openHelpCase', { workerId, grounds: [] }))).toBe('notYourRole');
});

test('F15 §4 the help level is worked out when staff ask: age by table, long waiting from visits, verified grounds until their day', async () => {
  const hall = openEngine();
  // The 60th person is a woman born in 1980, the 61st a man of 1980.
  const [woman, man] = [await newcomer(hall, 60), await newcomer(hall, 61)];
  const standing = (id: string) => hall.db.faces.people.helpStanding(id, hall.clock.now);
  expect(standing(woman.workerId)).toMatchObject({ level: 1, computed: ['olderUnemployed'], verified: [] });
  expect(standing(man.workerId)).toMatchObject({ level: 0, computed: [] });
  for (let day = 1; day < 10; day += 1) {
    hall.clock.now += dayMs;
    await hall.ask('checkIn', { card: person(61) });
  }
  expect(standing(man.workerId)).toMatchObject({ level: 1, computed: ['longWaiting'] });
  await hall.ask('openHelpCase', { workerId: man.workerId, grounds: [ground({ group: 'jobless12Months', evidence: 'register', until: '2026-12-31' })] }, clerk);
  expect(standing(man.workerId)).toMatchObject({ level: 2, verified: [{ group: 'jobless12Months' }] });
  expect(helpStandingQuery.reply.safeParse({ groups: [], standing: standing(man.workerId) }).success).toBe(true);
  hall.clock.now += 60 * dayMs;
  expect(standing(man.workerId)).toMatchObject({ level: 0, verified: [], computed: [] });
  expect(standing('nobody')).toBeUndefined();
});

test('F15 §4 neither group nor level nor worker is in any fact, paper or board; only the case id is', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [ground({ group: 'disabled' })] }, clerk), 'helpCaseOpened');
  await hall.ask('recordHelpVisit', { caseId, kind: 'talk', on: '2026-11-20', note: '腿脚不便' }, clerk);
  await hall.ask('checkIn', { card: person(1), printer: { printer: 'printer-1', ready: true } });
  const rows = hall.db.journal.read(1, 1_000).filter((row) => row.kind.startsWith('help'));
  expect(rows.map((row) => Object.keys(JSON.parse(row.body) as object))).toEqual([['type', 'caseId', 'by'], ['type', 'helpVisitId', 'caseId', 'by']]);
  // The wall and the sheets to read name every reason that a rule has, whoever is here: they are the same on every day.
  const { wall, sheets, ...board } = boardPicture(hall.db.faces, hallSettings, hall.clock.now);
  expect(wall).toEqual(wallOf(hallSettings, '2026-11-21'));
  expect(sheets).toEqual(leafletsOf(hallSettings));
  const open = JSON.stringify([hall.db.journal.read(1, 1_000).map((row) => row.body), board, hall.db.faces.papers.unfinished('printer-1', 0, 20, hallSettings), hall.db.faces.floor.openCalls()]);
  expect(open).not.toMatch(/disabled|minimumAllowance|腿脚|level/);
  expect(rows.some((row) => row.body.includes(workerId))).toBe(false);
});

test('F15 an erased person’s help is erased with everything else', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [ground()] }, clerk), 'helpCaseOpened');
  expect(factOf(await hall.ask('eraseWorker', { who: byCard(1), reason: 'personAsked' }), 'helpCaseClosed')).toEqual({ type: 'helpCaseClosed', caseId, outcome: 'erased' });
  expect(hall.db.faces.people.helpCase(caseId)).toBeUndefined();
  expect(hall.db.faces.people.openHelpCases(9)).toEqual([]);
});

test('F32 an opinion is from nobody: stars, reasons, words for those who lead', async () => {
  const hall = openEngine();
  await hall.ask('giveOpinion', { stars: 5, reasons: ['kindStaff', 'kindStaff', 'shortWait'] });
  await hall.ask('giveOpinion', { stars: 2, reasons: ['longWait'], text: '早点开门' });
  await hall.ask('giveOpinion', { stars: 4, reasons: [] });
  expect(refusalOf(await hall.ask('giveOpinion', { stars: 6, reasons: [] }))).toBe('malformed stars');
  expect(refusalOf(await hall.ask('giveOpinion', { stars: 3, reasons: [], text: '\u0007' }))).toBe('malformed text');
  expect(hall.db.faces.people.opinions('2026-11-21', '2026-11-21', 5)).toMatchObject({
    byStars: [{ stars: 2, count: 1 }, { stars: 4, count: 1 }, { stars: 5, count: 1 }],
    byReason: [{ reason: 'kindStaff', count: 1 }, { reason: 'longWait', count: 1 }, { reason: 'shortWait', count: 1 }], texts: [{ stars: 2, text: '早点开门' }],
  });
  expect(JSON.stringify(hall.db.journal.read(1, 100))).not.toContain('早点开门');
});

test('F33 shifts: one person a place, one place a person; moving ends the one before, a forgotten one ends as such', async () => {
  const hall = openEngine();
  const at = (id: string, kind: 'window' | 'table' = 'window') => ({ place: { kind, id } });
  const first = factOf(await hall.ask('startShift', at('w1'), staffActor), 'shiftStarted');
  expect(factOf(await hall.ask('startShift', at('w1'), staffActor), 'shiftStarted').shiftId).toBe(first.shiftId);
  expect(refusalOf(await hall.ask('startShift', at('w1'), clerk))).toBe('placeBusy place');
  expect(refusalOf(await hall.ask('startShift', at('w99'), clerk))).toBe('placeUnknown place');
  expect(factOf(await hall.ask('startShift', at('t1', 'table'), staffActor), 'shiftEnded')).toEqual({ type: 'shiftEnded', shiftId: first.shiftId, how: 'moved' });
  expect(refusalOf(await hall.ask('startShift', at('w1'), clerk))).toBe('none');
  expect(factOf(await hall.ask('endShift', {}, staffActor), 'shiftEnded').how).toBe('ended');
  expect(refusalOf(await hall.ask('endShift', {}, staffActor))).toBe('shiftNotOpen');
  hall.clock.now += dayMs;
  expect(factOf(await hall.ask('startShift', at('w1'), staffActor), 'shiftEnded').how).toBe('forgotten');
  expect(hall.db.faces.people.shiftsOf('2026-11-21').map((one) => [one.staffId, one.place.id, one.how])).toEqual([['staff-1', 'w1', 'moved'], ['staff-1', 't1', 'ended'], ['clerk-1', 'w1', 'forgotten']]);
});
