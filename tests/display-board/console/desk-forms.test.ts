/* What desk forms make of what is typed, before anything is sent: whom staff look for, what a form lacks, a pasted list, marks in a text. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDraft, wrongsOf } from '@kuaizhao/display-board/console/parts/form/wrongs.ts';
import { dayTyped, timeTyped } from '@kuaizhao/display-board/console/parts/form/typed.ts';
import { momentOf } from '@kuaizhao/display-board/console/parts/desk/when.ts';
import { askedFor } from '@kuaizhao/display-board/console/parts/people/asked-for.ts';
import { countOf, linesMost, readLines, remaining, withState } from '@kuaizhao/display-board/console/register/bulk/lines.ts';
import { registrationOf, nothingShown } from '@kuaizhao/display-board/console/register/employer/shown.ts';
import { draftOf, hazardsAfter, newDraft, termsOf } from '@kuaizhao/display-board/console/parts/jobs/draft.ts';
import { changeOf } from '@kuaizhao/display-board/console/register/postings/change.ts';
import { noComplaint, opening } from '@kuaizhao/display-board/console/care/disputes/complaint.ts';
import { registration, untold, withNumber } from '@kuaizhao/display-board/console/register/worker/told.ts';
import { morning } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';

const { number, birth, sex } = person(3);

test('F2 one box finds by ID number, phone, paper number or name, however it was typed', () => {
  const wide = Array.from(number, (one) => String.fromCharCode((one.codePointAt(0) ?? 0) + 0xfee0)).join('');
  expect([number, ` ${number.slice(0, 6)} ${number.slice(6)} `, wide].map((typed) => askedFor(typed))).toEqual([1, 2, 3].map(() => ({ by: 'number', text: number })));
  expect(askedFor('138-0000-1111')).toEqual({ by: 'phone', text: '13800001111' });
  expect(askedFor('a017')).toEqual({ by: 'paper', text: 'A017' });
  expect(askedFor(' 欧阳样例 ')).toEqual({ by: 'name', text: '欧阳样例' });
  expect(askedFor(`${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`)).toEqual({ by: 'wrongNumber' });
  for (const typed of ['', '   ', '王\u202e样例']) expect(askedFor(typed)).toEqual({ by: 'nothing' });
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (typed) => { expect(['number', 'phone', 'name', 'paper', 'wrongNumber', 'nothing']).toContain(askedFor(typed).by); }));
});

test('F2 a whole card number says birthday and sex by itself, and nothing is sent without consent', () => {
  const told = withNumber({ ...untold, name: '样例', trades: ['0101'] }, number);
  expect([told.sex, told.birth]).toEqual([sex, `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`]);
  const unasked = checkDraft(registration(told));
  expect(unasked.ok ? [] : [...unasked.wrongs.keys()]).toEqual(['consent']);
  const agreed = checkDraft(registration({ ...told, agreed: true, phone: '13800001111', phoneToEmployer: true }));
  expect(agreed).toMatchObject({ ok: true, command: { type: 'registerWitnessed', born: { known: 'day', birth }, number, consent: { purposes: ['registration', 'phoneToEmployer'] } } });
  expect(checkDraft(registration({ ...told, agreed: false, phoneToEmployer: true })).ok).toBe(false);
});

test('every field that is missing or wrong is named at its path, before anything is sent', () => {
  const wrongs = (draft: Parameters<typeof checkDraft>[0]): Record<string, string> => { const checked = checkDraft(draft); return checked.ok ? {} : Object.fromEntries(checked.wrongs); };
  expect(wrongs(registration(untold))).toEqual({ name: 'wrong.missing', sex: 'wrong.missing', born: 'wrong.missing', consent: 'wrong.missing', trades: 'wrong.missing' });
  expect(wrongs(registration({ ...untold, name: '长'.repeat(51), phone: '12', number: '3701' }))).toMatchObject({ name: 'wrong.tooLong', phone: 'refusal.phoneWrong', number: 'refusal.cardNumberWrong' });
  expect(wrongs(registration({ ...untold, name: '王\u200b样例' }))).toMatchObject({ name: 'wrong.controls' });
  expect(wrongs(registrationOf('enterprise', { ...nothingShown, name: '样例公司', creditCode: `${creditCode(1).slice(0, 17)}!` }))).toEqual({ creditCode: 'refusal.creditCodeWrong' });
  expect(wrongsOf({ code: 'termMissing', field: 'terms.place' }).get('terms.place')).toBe('refusal.termMissing');
  expect(wrongsOf({ code: 'dayClosed' }).size).toBe(0);
});

test('F10 five kinds of employers become three commands, a person’s with what the number says', () => {
  expect(registrationOf('household', { ...nothingShown, name: '样例', number, promised: true })).toMatchObject({ type: 'registerHousehold', card: { birth, sex, number }, promiseVersion: '2026-11' });
  expect(checkDraft(registrationOf('contractor', { ...nothingShown, name: '样例', number, promised: true })).ok).toBe(true);
  expect(registrationOf('agency', { ...nothingShown, name: '样例', creditCode: creditCode(2).toLowerCase(), licenceNumber: '（鲁）人服证字 〔2026〕第0100000123号', representatives: `${number}\n${person(4).number}` })).toMatchObject({
    type: 'registerEmployer', kind: 'agency', creditCode: creditCode(2), licenceNumber: '（鲁）人服证字〔2026〕第0100000123号', representatives: [number, person(4).number],
  });
});

test('F20 a slip says who complains: a card that was typed before it is not sent, and a number that says neither birthday nor sex has both asked', () => {
  const typed = { ...noComplaint, paper: 'ｈ012', name: '样例', number, statement: '  ' };
  const hire = { kind: 'hire' as const, hireId: 'h1', state: 'done' as const, agreedPay: { amountFen: 26_000, unit: 'day' as const }, startsAt: morning, jobId: 'j1', jobNumber: 'J001', trade: '0201', employerId: 'e1', employerName: '样例公司' };
  expect(opening(typed, hire, '2026-11-21')).toMatchObject({ hireId: 'h1', card: undefined, statement: undefined, evidence: [{ kind: 'hireSlip', number: 'H012' }] });
  expect(opening(typed, { kind: 'none' }, '2026-11-21').card).toEqual({ layout: 'resident', name: '样例', number, sex, birth });
  const foreigner = 'CHN110198512345';
  expect(opening({ ...typed, number: foreigner, sex: 'female', birth: '1985-12-03' }, undefined, '2026-11-21').card).toMatchObject({ number: foreigner, sex: 'female', birth: '19851203' });
});

test('F3 a change holds what is other than before, by name what was wiped out, and what is missing as nothing', () => {
  const terms = soundTerms(morning, { title: '搬家具', remark: '带手套', bay: '3号位', conditions: { experienceYears: 2, text: '能吃苦' } });
  const draft = draftOf(terms);
  expect(changeOf(terms, draft)).toEqual({});
  expect(changeOf(terms, { ...draft, yuan: 300, remark: ' ', bay: '', hoursPerDay: 6 })).toEqual({ pay: { kind: 'fixed', amountFen: 30_000, unit: 'day' }, hoursPerDay: 6, without: ['bay', 'remark'] });
  expect(changeOf(terms, { ...draft, conditions: '' })).toEqual({ conditions: { experienceYears: 2 } });
  expect(changeOf(terms, { ...draft, time: '06:', headcount: null })).toEqual({ startAt: null, headcount: null });
});

test('F3 an empty posting form lacks exactly what nobody can guess; days and times are typed as digits', () => {
  const draft = newDraft(morning);
  const posted = checkDraft({ type: 'postJob', employerId: 'e1', terms: termsOf({ ...draft, trade: '0203', yuan: 260, place: '盖家沟' }) });
  expect(posted).toMatchObject({ ok: true, command: { terms: { pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' }, hazards: ['none'], startAt: morning + 1_800_000, validUntil: morning + 1_800_000 } } });
  expect(Object.keys(termsOf(draft))).not.toContain('trade');
  expect(['19720318', '1972-03-1', '1972年3', 'abc'].map(dayTyped)).toEqual(['1972-03-18', '1972-03-1', '1972-3', '']);
  expect(['0630', '06:3', '6'].map(timeTyped)).toEqual(['06:30', '06:3', '6']);
  expect([momentOf('2026-11-21', '05:00'), momentOf('2026-11-21', '24:00'), momentOf('2026-13-41', '05:00'), momentOf('', '')]).toEqual([morning, undefined, undefined, undefined]);
  expect([hazardsAfter(['none', 'height'], ['none']), hazardsAfter(['none', 'height'], ['height']), hazardsAfter([], ['height'])]).toEqual([['height'], ['none'], ['none']]);
});

test('a pasted list: each line read for itself, twice is said, and what is not done stays as it was typed', () => {
  const { lines, more } = readLines('arrive', `${number} A017\n\n 王样例 \n${number}\r\n${person(5).number}`);
  expect(more).toBe(0);
  expect(lines.map((line) => [line.text, line.paper, line.state.at === 'failed' ? line.state.why : line.state.at])).toEqual([
    [`${number} A017`, 'A017', 'read'], ['王样例', undefined, 'refusal.cardNumberWrong'], [number, undefined, 'bulk.twice'], [person(5).number, undefined, 'read'],
  ]);
  const done = withState(lines, 'line-1', { at: 'done', what: 'A031' });
  expect([countOf(done, 'done'), countOf(done, 'failed'), remaining(done)]).toEqual([1, 2, `王样例\n${number}\n${person(5).number}`]);
  expect(readLines('arrived', 'h012 A017').lines.map((line) => line.state)).toEqual([{ at: 'failed', why: 'bulk.notSlipNumber' }]);
  expect(readLines('paid', 'h012').lines[0]).toMatchObject({ number: 'H012', state: { at: 'read' } });
  expect(readLines('left', 'J012').lines[0]?.state).toEqual({ at: 'failed', why: 'bulk.notQueueNumber' });
  const long = readLines('left', Array.from({ length: linesMost + 7 }, (_, at) => `A${String(at + 100)}`).join('\n'));
  expect([long.lines.length, long.more]).toEqual([linesMost, 7]);
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => { for (const line of readLines('arrive', text).lines) expect(['read', 'failed']).toContain(line.state.at); }));
});
