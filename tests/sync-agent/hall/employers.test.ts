/* Employers at the engine's door: papers, standing, trust, representatives, contractors; every decision with who and why, every wrong one refused by name. */
import { expect, test } from 'vitest';
import { shippedTrustRule } from '@kuaizhao/db/domain/employers/standing.ts';
import { employerListQuery, employerQuery, principalsQuery } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { contractor, firm, household, post, trusted } from '../../fixtures/employers.ts';
import { factOf, factsOf, kioskActor, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';

const detail = (hall: TestEngine, employerId: string) => employerQuery.reply.parse(hall.db.faces.employers.employer(employerId, shippedTrustRule, hall.clock.now)).employer!;
const listed = (hall: TestEngine, show: 'all' | 'toVerify' | 'watched' | 'banned', kind?: 'contractor') =>
  employerListQuery.reply.parse(hall.db.faces.employers.employers({ show, kind, limit: 200 }, shippedTrustRule, hall.clock.now)).employers.map((one) => one.employerId);

/** The refusal, and that the journal did not grow. */
async function refusedBy(hall: TestEngine, ask: () => ReturnType<TestEngine['ask']>): Promise<string> {
  const head = hall.db.journal.head();
  const refusal = refusalOf(await ask());
  expect(hall.db.journal.head()).toEqual(head);
  return refusal;
}

test('F10 staff who see a licence verify for a year; an agency shows its licence number too', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  expect(detail(hall, id)).toMatchObject({ kind: 'enterprise', creditCode: creditCode(1), verification: 'verified', verifiedBy: 'staff-1', verifiedUntil: '2027-11-21', verifiedAt: morning, representatives: 1 });
  const agency = { kind: 'agency' as const, name: '样例人力公司', creditCode: creditCode(7), representatives: [] };
  expect(await refusedBy(hall, () => hall.ask('registerEmployer', agency, staffActor))).toBe('documentMissing licenceNumber');
  expect(await refusedBy(hall, () => hall.ask('registerEmployer', { ...agency, licenceNumber: '无' }, staffActor))).toBe('malformed licenceNumber');
  expect(await refusedBy(hall, () => hall.ask('registerEmployer', { ...agency, creditCode: `${creditCode(7).slice(0, 17)}0` }, staffActor))).toBe('creditCodeWrong creditCode');
  expect(detail(hall, await firm(hall, 7, 'agency')).licenceNumber).toBe('（鲁）人服证字〔2026〕第0100000123号');
  expect(await refusedBy(hall, () => hall.ask('registerEmployer', { ...agency, licenceNumber: '370102260001' }, staffActor))).toBe('employerAlreadyRegistered creditCode');
});

test('F10 verified by whom, when and until; declined with what is missing and a sealed note', async () => {
  const hall = openEngine();
  const id = await household(hall);
  const verify = (documents: ('idCard' | 'promise')[], until?: string) => hall.ask('verifyEmployer', { employerId: id, documents, ...(until === undefined ? {} : { until }) }, staffActor);
  expect(await refusedBy(hall, () => verify(['idCard']))).toBe('documentMissing documents.promise');
  expect(await refusedBy(hall, () => verify(['idCard', 'promise'], '2026-11-20'))).toBe('dateImpossible until');
  expect(await refusedBy(hall, () => verify(['idCard', 'promise'], '2036-11-20'))).toBe('dateImpossible until');
  expect(await refusedBy(hall, () => verify(['idCard', 'promise'], '2026-02-30'))).toBe('malformed until');
  expect(await refusedBy(hall, () => hall.ask('verifyEmployer', { employerId: 'nobody', documents: ['idCard'] }, staffActor))).toBe('employerUnknown employerId');
  expect(factOf(await verify(['promise', 'idCard'], '2027-03-01'), 'employerVerified')).toMatchObject({ by: 'staff-1', until: '2027-03-01' });
  expect(await refusedBy(hall, () => hall.ask('declineVerification', { employerId: id, missing: ['businessLicence'] }, staffActor))).toBe('documentWrong missing.0');
  const note = '李四说承诺书是别人签的';
  await hall.ask('declineVerification', { employerId: id, missing: ['promise'], note }, staffActor);
  expect(detail(hall, id)).toMatchObject({ verification: 'declined', verifiedBy: 'staff-1', decisions: [{ kind: 'employerVerified', by: 'staff-1', until: '2027-03-01' }, { kind: 'verificationDeclined', what: 'promise', by: 'staff-1', note }] });
  expect(JSON.stringify(hall.db.journal.read(1, 100))).not.toContain('李四');
  expect(listed(hall, 'toVerify')).toEqual([id]);
});

test('F10 a verification lapses with its last day, and the next posting goes to staff', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  expect(factOf(await post(hall, id), 'jobPosted').state).toBeUndefined();
  hall.clock.now = morning + 366 * 24 * 3_600_000;
  expect(detail(hall, id).verification).toBe('lapsed');
  expect(listed(hall, 'toVerify')).toEqual([id]);
  expect(factOf(await post(hall, id), 'jobPosted')).toMatchObject({ state: 'inReview', cause: 'notVerified' });
});

test('F10 F21 a ban says who, why and until, takes every job off at once, and refuses the next posting by name', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  const job = factOf(await post(hall, id), 'jobPosted');
  await hall.ask('registerWorker', { card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
  await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor);
  const ban = (changes: object) => hall.ask('setEmployerStanding', { employerId: id, standing: 'banned', reason: 'unpaid', ...changes }, staffActor);
  expect(await refusedBy(hall, () => ban({ until: '2026-11-20' }))).toBe('dateImpossible until');
  expect(await refusedBy(hall, () => ban({ reason: 'other' }))).toBe('reasonMissing note');
  expect(await refusedBy(hall, () => ban({ employerId: 'nobody' }))).toBe('employerUnknown employerId');
  const facts = factsOf(await ban({ until: '2027-05-21', note: '欠三个人两天工钱' }));
  expect(facts).toMatchObject([{ type: 'employerStandingSet', standing: 'banned', reason: 'unpaid', until: '2027-05-21', by: 'staff-1' }, { type: 'jobTakenDown', reason: 'employerBanned', by: 'staff-1' }, { type: 'callEnded', outcome: 'jobGone' }]);
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toEqual([]);
  expect(await refusedBy(hall, () => hall.ask('postJob', { employerId: id, card: person(901), terms: soundTerms(morning) }))).toBe('employerBanned employerId');
  expect(await refusedBy(hall, () => post(hall, id))).toBe('employerBanned employerId');
  expect(await refusedBy(hall, () => hall.ask('repeatJob', { jobId: job.jobId }, staffActor))).toBe('employerBanned employerId');
  expect(listed(hall, 'banned')).toEqual([id]);
  hall.clock.now = Date.UTC(2027, 4, 21, 21);
  expect(listed(hall, 'banned')).toEqual([]);
  expect(factOf(await post(hall, id), 'jobPosted').state).toBeUndefined();
});

test('F11 F21 a contractor whom the hall bans posts nothing as a household either; one that is watched does, and so does everybody else', async () => {
  const hall = openEngine();
  const [own, hers, id] = [await household(hall, 960), await household(hall, 961), await contractor(hall, 960)];
  const [gone, stays] = [factOf(await post(hall, own), 'jobPosted').jobId, factOf(await post(hall, hers), 'jobPosted').jobId];
  const hold = (standing: 'watched' | 'banned') => hall.ask('setEmployerStanding', { employerId: id, standing, reason: 'unpaid' }, staffActor);
  expect(factsOf(await hold('watched')).map(({ type }) => type)).toEqual(['employerStandingSet']);
  expect(refusalOf(await post(hall, own))).toBe('none');
  expect(factsOf(await hold('banned')).filter(({ type }) => type === 'jobTakenDown')).toHaveLength(2);
  expect([gone, stays].map((jobId) => hall.db.view.job(jobId)?.state)).toEqual(['takenDown', 'open']);
  expect(await refusedBy(hall, () => post(hall, own))).toBe('employerBanned employerId');
  expect(await refusedBy(hall, () => hall.ask('registerHousehold', { card: person(960), promiseVersion: '2026-11' }))).toBe('employerBanned');
  expect(refusalOf(await post(hall, hers))).toBe('none');
  factsOf(await hall.ask('liftStanding', { employerId: id, reason: 'putRight' }, staffActor));
  expect(refusalOf(await post(hall, own))).toBe('none');
});

test('F21 lifting says who and why; who is not held cannot be lifted', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  expect(await refusedBy(hall, () => hall.ask('liftStanding', { employerId: id, reason: 'putRight' }, staffActor))).toBe('notHeld employerId');
  await hall.ask('setEmployerStanding', { employerId: id, standing: 'banned', reason: 'falseTerms' }, staffActor);
  expect(await refusedBy(hall, () => hall.ask('liftStanding', { employerId: id, reason: 'other' }, staffActor))).toBe('reasonMissing note');
  await hall.ask('liftStanding', { employerId: id, reason: 'putRight', note: '已付清' }, staffActor);
  expect(detail(hall, id)).toMatchObject({ standing: 'normal', decisions: [{ what: 'banned falseTerms' }, { kind: 'employerStandingLifted', what: 'putRight', by: 'staff-1', note: '已付清' }] });
  expect(refusalOf(await post(hall, id))).toBe('none');
});

test('F10 F13 a watched employer posts, and staff look first', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  await trusted(hall, id);
  await hall.ask('setEmployerStanding', { employerId: id, standing: 'watched', reason: 'didNotCome' }, staffActor);
  expect(factOf(await post(hall, id), 'jobPosted')).toMatchObject({ state: 'inReview', cause: 'watched' });
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toEqual([]);
  expect(listed(hall, 'watched')).toEqual([id]);
});

test('F33 only a supervisor shuts out, lets back in and vouches; a kiosk decides nothing about employers', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  for (const staffRole of ['clerk', 'host', 'boardOperator', 'auditor'] as const) {
    const actor = { role: 'console' as const, staffId: 'staff-2', staffRole };
    expect(await refusedBy(hall, () => hall.ask('setEmployerStanding', { employerId: id, standing: 'banned', reason: 'unpaid' }, actor))).toBe('notYourRole');
    expect(await refusedBy(hall, () => hall.ask('liftStanding', { employerId: id, reason: 'putRight' }, actor))).toBe('notYourRole');
    expect(await refusedBy(hall, () => hall.ask('setTrust', { employerId: id, trusted: true, reason: 'publicBody' }, actor))).toBe('notYourRole');
  }
  expect(await refusedBy(hall, () => hall.ask('verifyEmployer', { employerId: id, documents: ['businessLicence'] }, kioskActor))).toBe('notYourRole');
});

test('F13 trust comes by a supervisor’s word or by twenty clean hires of a verified employer, and a dispute ends it', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  expect(detail(hall, id).trusted).toBe(false);
  for (let n = 1; n <= 20; n += 1) {
    await hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
    const job = factOf(await post(hall, id, { headcount: 1 }), 'jobPosted');
    const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
    await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' }, staffActor);
  }
  expect(detail(hall, id).trusted).toBe(false);
  hall.clock.now = morning + 8 * 24 * 3_600_000;
  expect(detail(hall, id).trusted).toBe(true);
  expect(factOf(await post(hall, id, { remark: '自带手套' }), 'jobPosted')).toMatchObject({ checkAfter: true });
  await hall.ask('setTrust', { employerId: id, trusted: false, reason: 'complaint' }, staffActor);
  expect(detail(hall, id)).toMatchObject({ trusted: false, decisions: [{ kind: 'employerTrustSet', what: 'withdrawn complaint', by: 'staff-1' }] });
  expect(factOf(await post(hall, id, { remark: '自带手套' }), 'jobPosted')).toMatchObject({ state: 'inReview', cause: 'freeText' });
});

test('F10 representatives come and go at the desk, and only they may post with their card', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  const change = (type: 'addRepresentative' | 'removeRepresentative', n: number) => hall.ask(type, { employerId: id, number: person(n).number }, staffActor);
  const postBy = async (n: number) => refusalOf(await hall.ask('postJob', { employerId: id, card: person(n), terms: soundTerms(morning) }));
  expect(await postBy(920)).toBe('employerNotYours employerId');
  const added = factOf(await change('addRepresentative', 920), 'representativeAdded');
  expect(added.by).toBe('staff-1');
  expect(await postBy(920)).toBe('none');
  expect(await refusedBy(hall, () => change('addRepresentative', 920))).toBe('representativeKnown number');
  expect(factOf(await change('removeRepresentative', 920), 'representativeRemoved').representativeId).toBe(added.representativeId);
  expect(await postBy(920)).toBe('employerNotYours employerId');
  expect(await refusedBy(hall, () => change('removeRepresentative', 920))).toBe('representativeUnknown number');
  expect(await refusedBy(hall, () => hall.ask('addRepresentative', { employerId: id, number: person(3, 2012).number }, staffActor))).toBe('underSixteen number');
  for (let n = 930; n < 939; n += 1) await change('addRepresentative', n);
  expect(await refusedBy(hall, () => change('addRepresentative', 940))).toBe('limitReached employerId');
  const home = await household(hall, 999);
  expect(await refusedBy(hall, () => hall.ask('addRepresentative', { employerId: home, number: person(1).number }, staffActor))).toBe('representativeWrong employerId');
  expect(JSON.stringify(hall.db.journal.read(1, 1000))).not.toContain(person(920).number);
});

test('F11 the register of contractors: card, promise, crews of registered workers; verified when a crew is on the list', async () => {
  const hall = openEngine();
  expect(await refusedBy(hall, () => hall.ask('registerContractor', { card: person(950) }, staffActor))).toBe('promiseMissing promiseVersion');
  expect(await refusedBy(hall, () => hall.ask('registerContractor', { card: person(5, 2012), promiseVersion: '2026-11' }, staffActor))).toBe('underSixteen');
  const id = await contractor(hall);
  expect(await contractor(hall)).toBe(id);
  const verify = () => hall.ask('verifyEmployer', { employerId: id, documents: ['idCard', 'promise', 'crewList'] }, staffActor);
  expect(await refusedBy(hall, verify)).toBe('documentMissing documents.crewList');
  await hall.ask('registerWorker', { card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0102'] });
  const put = (changes: object) => hall.ask('putContractorCrew', { employerId: id, trade: '0102', size: 4, members: [person(1).number], ...changes }, staffActor);
  expect(await refusedBy(hall, () => put({ members: [person(1).number, person(2).number] }))).toBe('workerUnknown members.1');
  expect(await refusedBy(hall, () => put({ trade: '9999' }))).toBe('tradeUnknown trade');
  expect(await refusedBy(hall, () => put({ crewId: 'none' }))).toBe('crewUnknown crewId');
  expect(await refusedBy(hall, () => put({ size: 1 }))).toBe('malformed size');
  const unit = await firm(hall, 3);
  expect(await refusedBy(hall, () => put({ employerId: unit }))).toBe('notAContractor employerId');
  const crew = factOf(await put({}), 'contractorCrewPut');
  await put({ crewId: crew.crewId, size: 6 });
  expect(refusalOf(await verify())).toBe('none');
  expect(detail(hall, id)).toMatchObject({ kind: 'contractor', verification: 'verified', promiseVersion: '2026-11', crews: [{ crewId: crew.crewId, trade: '0102', size: 6, members: 1 }] });
  expect(listed(hall, 'all', 'contractor')).toEqual([id]);
  await hall.ask('removeContractorCrew', { employerId: id, crewId: crew.crewId }, staffActor);
  expect(detail(hall, id).crews).toEqual([]);
});

test.each(['contractor', 'agency'] as const)('F11 §4 a %s names the real employer on each job, one it was linked to', async (kind) => {
  const hall = openEngine();
  const id = kind === 'contractor' ? await contractor(hall) : await firm(hall, 2, 'agency');
  const card = kind === 'contractor' ? person(950) : person(902);
  const real = await firm(hall, 1);
  const other = await firm(hall, 5);
  const postFor = (onBehalfOf?: string) => hall.ask('postJob', { employerId: id, card, terms: soundTerms(morning, onBehalfOf === undefined ? {} : { onBehalfOf }), printer: { printer: 'printer-1', ready: true } });
  expect(await refusedBy(hall, () => postFor())).toBe('realEmployerMissing terms.onBehalfOf');
  expect(await refusedBy(hall, () => postFor('nobody'))).toBe('realEmployerUnknown terms.onBehalfOf');
  expect(await refusedBy(hall, () => postFor(id))).toBe('realEmployerWrong terms.onBehalfOf');
  expect(await refusedBy(hall, () => postFor(real))).toBe('realEmployerUnknown terms.onBehalfOf');
  const link = (principalId: string, employerId = id) => hall.ask('linkPrincipal', { employerId, principalId }, staffActor);
  expect(await refusedBy(hall, () => link(id))).toBe('realEmployerWrong principalId');
  expect(await refusedBy(hall, () => link(other, real))).toBe('realEmployerWrong principalId');
  await link(real);
  const head = hall.db.journal.head();
  expect(factOf(await link(real), 'principalLinked').principalId).toBe(real);
  expect(hall.db.journal.head()).toEqual(head);
  expect(principalsQuery.reply.parse(hall.db.faces.employers.principalsOf(card.number)).employers).toEqual([{ employerId: id, principals: [{ employerId: real, kind: 'enterprise', name: '样例用工单位1' }] }]);
  const posted = await postFor(real);
  expect(posted.ok && posted.papers).toMatchObject([{ paper: { kind: 'jobSlip', realEmployerName: '样例用工单位1' } }]);
  expect(JSON.stringify(hall.db.journal.read(1, 100))).not.toContain('样例用工单位1');
  await hall.ask('setEmployerStanding', { employerId: real, standing: 'banned', reason: 'unpaid' }, staffActor);
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toEqual([]);
  expect(await refusedBy(hall, () => postFor(real))).toBe('employerBanned terms.onBehalfOf');
  await hall.ask('unlinkPrincipal', { employerId: id, principalId: real }, staffActor);
  expect(await refusedBy(hall, () => hall.ask('unlinkPrincipal', { employerId: id, principalId: real }, staffActor))).toBe('realEmployerUnknown principalId');
});

test('F11 who hires for itself needs no real employer and may not name another', async () => {
  const hall = openEngine();
  const [one, other] = [await firm(hall, 1), await firm(hall, 2)];
  expect(refusalOf(await post(hall, one, { onBehalfOf: other }))).toBe('realEmployerWrong terms.onBehalfOf');
  expect(refusalOf(await post(hall, one, { onBehalfOf: one }))).toBe('none');
});
