/* Postings at the engine's door: what is missing, impossible or unlawful is refused by name; what is sound is shown at once or looked at first. */
import { expect, test } from 'vitest';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { myJobsQuery, reviewQueueQuery, steadyJobsQuery } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { firm, household, post, trusted } from '../../../fixtures/employers.ts';
import { factOf, factsOf, kioskActor, morning, openEngine, refusalOf, staffActor, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings, soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';

const shown = (hall: TestEngine) => hall.db.faces.board.jobs(hall.clock.now, 99).map((job) => job.number);
const queue = (hall: TestEngine, which: 'inReview' | 'checkAfter') => reviewQueueQuery.reply.omit({ householdOrders: true }).parse(hall.db.faces.jobs.reviewQueue(which, hall.clock.now, 50));
const printer = { printer: 'printer-1', ready: true };

test('F13 a household that only taps is shown at once and checked after: every word on the screen is ours', async () => {
  const hall = openEngine();
  const id = await household(hall);
  const answer = await hall.ask('postJob', { employerId: id, card: person(900), terms: soundTerms(morning), printer });
  const posted = factOf(answer, 'jobPosted');
  expect([posted.state, posted.checkAfter, posted.filterVersion]).toEqual([undefined, true, undefined]);
  expect(factsOf(answer).map((fact) => fact.type)).toEqual(['jobPosted', 'printQueued']);
  expect([shown(hall), queue(hall, 'checkAfter').total, queue(hall, 'inReview').total]).toEqual([['J001'], 1, 0]);
});

test('F13 a hall that wants staff before every posting says so in its settings; trusted employers still go first', async () => {
  const hall = openEngine(tempDir(), undefined, { ...hallSettings, codedPostingsNeedReview: true });
  const id = await household(hall);
  expect(factOf(await post(hall, id), 'jobPosted')).toMatchObject({ state: 'inReview', cause: 'hallRule' });
  const known = await firm(hall);
  await trusted(hall, known);
  expect(factOf(await post(hall, known), 'jobPosted').checkAfter).toBe(true);
  expect(shown(hall)).toEqual(['J002']);
});

test('F12 F13 words of his own: a trusted employer is shown at once, anybody else waits for staff, and nothing unreviewed is shown', async () => {
  const hall = openEngine();
  const [home, unit] = [await household(hall), await firm(hall)];
  await trusted(hall, unit);
  for (const free of [{ title: '搬家' }, { remark: '自带手套' }, { place: '经十路100号' }, { conditions: { text: '会开三轮车' } }] satisfies DraftTerms[]) {
    const answer = await hall.ask('postJob', { employerId: home, card: person(900), terms: soundTerms(morning, free), printer });
    expect(factOf(answer, 'jobPosted')).toMatchObject({ state: 'inReview', cause: 'freeText' });
    expect(factsOf(answer)).toHaveLength(1);
  }
  expect(shown(hall)).toEqual([]);
  expect(factOf(await post(hall, unit, { remark: '自带手套' }), 'jobPosted')).toMatchObject({ checkAfter: true, filterVersion: expect.any(String) });
  expect(shown(hall)).toEqual(['J005']);
  expect(hall.db.faces.board.counts(hall.clock.now)).toMatchObject({ jobs: 1, places: 2, placesLeft: 2 });
  expect(queue(hall, 'inReview')).toMatchObject({ total: 4, jobs: [{ number: 'J001', cause: 'freeText', employerName: person(900).name }, { number: 'J002' }, { number: 'J003' }, { number: 'J004' }] });
});

test('F12 §4 block: refused by name with field, place and rule at every door, the words in no journal', async () => {
  const hall = openEngine();
  const unit = await firm(hall);
  await trusted(hall, unit);
  const words = '限男，三十岁以下';
  for (const actor of [kioskActor, staffActor]) {
    for (const element of ['title', 'remark', 'place'] as const) {
      const head = hall.db.journal.head();
      const answer = await hall.ask('postJob', { employerId: unit, card: person(901), terms: soundTerms(morning, { [element]: words }) }, actor);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'wordingBlocked', field: `terms.${element}`, matched: { from: 0 }, ruleId: expect.stringMatching(/^sex\./) } });
      expect(JSON.stringify(answer)).not.toContain('限男');
      expect(hall.db.journal.head()).toEqual(head);
    }
  }
  expect(refusalOf(await post(hall, unit, { conditions: { text: words } }))).toBe('wordingBlocked terms.conditions.text');
  const job = factOf(await post(hall, unit), 'jobPosted');
  expect(await hall.ask('changeJob', { jobId: job.jobId, shown: { kind: 'slip', number: job.number }, change: { remark: words } }, staffActor)).toMatchObject({ ok: false, refusal: { code: 'wordingBlocked', field: 'change.remark', matched: { from: 0 } } });
});

test('F12 §4 to staff: age wording of a trusted employer waits as well, with what was found', async () => {
  const hall = openEngine();
  const unit = await firm(hall);
  await trusted(hall, unit);
  const posted = factOf(await post(hall, unit, { remark: '要年轻的' }), 'jobPosted');
  expect(posted).toMatchObject({ state: 'inReview', cause: 'wording' });
  expect(posted.findings?.every((finding) => finding.element === 'remark' && finding.ruleId.startsWith('age.'))).toBe(true);
  expect(queue(hall, 'inReview').jobs[0]?.findings).toEqual(posted.findings);
  expect(shown(hall)).toEqual([]);
});

test('§4 a phone or identity number is no part of a posting', async () => {
  const hall = openEngine();
  const id = await household(hall);
  expect(refusalOf(await post(hall, id, { remark: '打13800001234' }))).toBe('contactInText terms.remark');
  expect(JSON.stringify(hall.db.journal.read(1, 100))).not.toContain('13800001234');
});

test('§4 below the minimum wage: a unit is refused, a household is warned, and the warning is in the fact', async () => {
  const hall = openEngine();
  const [home, unit] = [await household(hall), await firm(hall)];
  const pay = { kind: 'fixed' as const, amountFen: 10_000, unit: 'day' as const };
  const head = hall.db.journal.head();
  expect(refusalOf(await post(hall, unit, { pay }))).toBe('payBelowMinimum terms.pay');
  expect(hall.db.journal.head()).toEqual(head);
  expect(factOf(await post(hall, home, { pay }), 'jobPosted').notices).toEqual(['payBelowMinimum']);
  expect(queue(hall, 'checkAfter').jobs).toMatchObject([{ notices: ['payBelowMinimum'] }]);
  expect(refusalOf(await post(hall, unit, { pay: { kind: 'negotiable' } }))).toBe('none');
});

test('§4 F18 F31 every element of a posting is kept and printed whole', async () => {
  const hall = openEngine();
  const unit = await firm(hall);
  await trusted(hall, unit);
  const terms = soundTerms(morning, {
    trade: '0107', title: '焊护栏', remark: '自带面罩', conditions: { certificates: ['welding'], experienceYears: 3, text: '看得懂图纸' }, lifting: { kgEach: 15, liftsPerHour: 10 }, tags: ['forcedPosture'], insurance: 'none', hazards: ['hotWork'],
  });
  const answer = await hall.ask('postJob', { employerId: unit, card: person(901), terms, printer });
  expect(answer.ok && answer.papers).toMatchObject([{ state: 'sending', paper: { kind: 'jobSlip', terms } }]);
  expect(hall.db.view.job(factOf(answer, 'jobPosted').jobId)?.terms).toEqual(terms);
});

test.each([
  ['title', 'x'.repeat(41)], ['remark', 'x'.repeat(501)], ['title', '搬家\u202e'], ['remark', '一\u0000二'], ['title', ''], ['headcount', 0], ['headcount', 10_000], ['headcount', 1.5],
  ['pay', { kind: 'fixed', amountFen: -1, unit: 'day' }], ['pay', { kind: 'fixed', amountFen: 100, unit: 'week' }], ['startAt', -1], ['startAt', 9e15], ['hoursPerDay', 25], ['days', 367],
  ['lifting', { kgEach: 0, liftsPerHour: 1 }], ['tags', ['none']], ['conditions', { certificates: ['party'] }], ['onBehalfOf', 'a b'], ['plate', '鲁A1'], ['fee', 5],
])('wrong input: %s %j is malformed, and the journal stays as it was', async (element, value) => {
  const hall = openEngine();
  const id = await household(hall);
  const head = hall.db.journal.head();
  const message = { type: 'postJob', commandId: 'command-wrong-1', employerId: id, card: person(900), terms: { ...soundTerms(morning), [element]: value } };
  expect(refusalOf(await hall.engine.handle(message, kioskActor))).toMatch(/^malformed terms/);
  expect(hall.db.journal.head()).toEqual(head);
});

test('wrong input: unknown employer, unknown trade, another’s card, times that cannot be, each by its name', async () => {
  const hall = openEngine();
  const id = await household(hall);
  const head = hall.db.journal.head();
  const refused = async (changes: DraftTerms, employerId = id, card = person(900)) => refusalOf(await hall.ask('postJob', { employerId, card, terms: { ...soundTerms(morning), ...changes } }));
  expect(await refused({}, 'nobody')).toBe('employerUnknown employerId');
  expect(await refused({}, id, person(1))).toBe('employerNotYours employerId');
  expect(await refused({ trade: '9901' })).toBe('tradeUnknown terms.trade');
  expect(await refused({ startAt: morning + 61 * 24 * 3_600_000 })).toBe('termImpossible terms.startAt');
  expect(await refused({ validUntil: morning - 1 })).toBe('termImpossible terms.validUntil');
  expect(await refused({ leaveBy: morning + 2 * 3_600_000 })).toBe('termImpossible terms.leaveBy');
  expect(await refused({ headcount: 3, minimum: 4 }), 'F7 a minimum crew above the headcount').toBe('termImpossible terms.minimum');
  expect(hall.db.journal.head()).toEqual(head);
});

test('F28 longer than six months: on the steady list and not among the day’s jobs', async () => {
  const hall = openEngine();
  const unit = await firm(hall);
  expect(factOf(await post(hall, unit, { days: 300, settlement: 'month', pay: { kind: 'fixed', amountFen: 500_000, unit: 'month' } }), 'jobPosted').jobKind).toBe('steady');
  expect(factOf(await post(hall, unit, { days: 30 }), 'jobPosted').jobKind).toBeUndefined();
  expect(shown(hall)).toEqual(['J002']);
  expect(steadyJobsQuery.reply.parse({ ...hall.db.faces.jobs.steadyJobs(hall.clock.now, 9), city: [] }).jobs).toMatchObject([{ number: 'J001', jobKind: 'steady', state: 'open' }]);
});

test('F3 yesterday’s job in one command: the same terms at the same hour of today, its number new', async () => {
  const hall = openEngine();
  const id = await household(hall);
  const first = factOf(await hall.ask('postJob', { employerId: id, card: person(900), terms: soundTerms(morning) }), 'jobPosted');
  hall.clock.now = morning + 24 * 3_600_000 + 600_000;
  const mine = myJobsQuery.reply.parse(hall.db.faces.jobs.myJobs(person(900).number, hall.clock.now, 5)).jobs;
  expect(mine).toMatchObject([{ jobId: first.jobId, employerId: id, state: 'expired' }]);
  const answer = await hall.ask('repeatJob', { jobId: first.jobId, card: person(900), headcount: 5, printer });
  const again = factOf(answer, 'jobPosted');
  const dayMs = 24 * 3_600_000;
  expect(again).toMatchObject({ number: 'J001', businessDay: '2026-11-22', repeats: first.jobId, employerId: id });
  expect(again.terms).toEqual({ ...first.terms, headcount: 5, startAt: first.terms.startAt + dayMs, leaveBy: (first.terms.leaveBy ?? 0) + dayMs, validUntil: first.terms.validUntil + dayMs });
  expect(answer.ok && answer.papers).toHaveLength(1);
  expect(refusalOf(await hall.ask('repeatJob', { jobId: first.jobId, card: person(1) }))).toBe('employerNotYours employerId');
  expect(refusalOf(await hall.ask('repeatJob', { jobId: 'none', card: person(900) }))).toBe('jobUnknown jobId');
  expect(refusalOf(await hall.ask('repeatJob', { jobId: first.jobId, card: person(900), startAt: hall.clock.now - 2 * 3_600_000 }))).toBe('termImpossible terms.startAt');
  expect(factOf(await hall.ask('repeatJob', { jobId: first.jobId, card: person(900), startAt: hall.clock.now + 30 * 3_600_000 }), 'jobPosted').terms.startAt).toBe(hall.clock.now + 30 * 3_600_000);
});

test('F3 F13 words that staff approved yesterday need nobody today; new words and what was taken down do', async () => {
  const hall = openEngine();
  const id = await household(hall);
  const first = factOf(await post(hall, id, { remark: '自带手套' }), 'jobPosted');
  expect(refusalOf(await hall.ask('repeatJob', { jobId: first.jobId }, staffActor))).toBe('jobNotOpen jobId');
  await hall.ask('reviewJob', { jobId: first.jobId, outcome: 'approve', reason: 'fine' }, staffActor);
  hall.clock.now = morning + 24 * 3_600_000;
  const again = factOf(await hall.ask('repeatJob', { jobId: first.jobId, card: person(900) }), 'jobPosted');
  expect([again.state, again.checkAfter]).toEqual([undefined, true]);
  await hall.ask('takeDownJob', { jobId: again.jobId, reason: 'mistake' }, staffActor);
  expect(refusalOf(await hall.ask('repeatJob', { jobId: again.jobId, card: person(900) }))).toBe('jobNotOpen jobId');
});

test('F16 the board’s message of a job holds no word of a person but the place', async () => {
  const hall = openEngine();
  const unit = await firm(hall);
  await trusted(hall, unit);
  await post(hall, unit, { title: '搬家', remark: '自带手套' });
  const { boardJob } = await import('@kuaizhao/sync-agent/hall/faces/board-state.ts');
  const text = JSON.stringify(hall.db.faces.board.jobs(hall.clock.now, 9).map(boardJob));
  for (const word of ['样例用工单位1', '自带手套', person(901).name]) expect(text).not.toContain(word);
});
