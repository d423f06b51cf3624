/* The rules of a posting that need no hall: duration, words, dangers, papers and notices. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobKindOf } from '@kuaizhao/db/domain/jobs/checks/duration.ts';
import { judgePay } from '@kuaizhao/db/domain/jobs/checks/minimum-pay.ts';
import { filterVersion, freeTexts, judgeWording } from '@kuaizhao/db/domain/jobs/checks/wording.ts';
import { certificatesOf, hazardsOf, mayTakeJob } from '@kuaizhao/db/domain/jobs/work-conditions.ts';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Context } from '@kuaizhao/db/domain/context.ts';
import type { EmployerRow } from '@kuaizhao/db/domain/employers/view.ts';
import { hallSettings, soundTerms } from '../../../fixtures/hall.ts';
import { staffActor } from '../../../fixtures/engine.ts';

const now = dayStart('2026-11-21') + 5 * 3_600_000;
const context: Context = { now, newId: () => 'x', settings: hallSettings, actor: staffActor };
const poster = (kind: EmployerRow['kind']): EmployerRow => ({
  employerId: 'e', kind, promiseVersion: undefined, verification: { is: 'none' }, standing: { is: 'normal' }, trust: undefined, lastDisputeAt: undefined,
});

test.each([
  ['2026-01-01', 181, 'daily'], ['2026-01-01', 182, 'steady'], ['2026-07-01', 184, 'daily'], ['2026-07-01', 185, 'steady'],
  // From 31 August six months end with February.
  ['2026-08-31', 182, 'daily'], ['2026-08-31', 183, 'steady'], ['2026-11-21', 1, 'daily'], ['2026-11-21', 366, 'steady'],
] as const)('§4 F28 from %s for %i days is a %s job', (day, days, kind) => {
  expect(jobKindOf({ startAt: dayStart(day) + 7 * 3_600_000, days })).toBe(kind);
});

test('§4 F28 a longer job is never less steady', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 0, max: 730 }), (days, later) => {
    const startAt = now + later * 24 * 3_600_000;
    const [shorter, longer] = [jobKindOf({ startAt, days }), jobKindOf({ startAt, days: days + 1 })];
    expect(shorter === 'steady' ? longer === 'steady' : days <= 184).toBe(true);
  }), { verbose: 1 });
});

test('F12 only what a person wrote is a free text: the hall’s own tiles are not', () => {
  expect(freeTexts(soundTerms(now), hallSettings)).toEqual([]);
  expect(freeTexts(soundTerms(now, { place: '经十路工地', title: '搬家', remark: '管饭', conditions: { text: '会用电钻' } }), hallSettings))
    .toEqual([['title', '搬家'], ['place', '经十路工地'], ['remark', '管饭'], ['conditions.text', '会用电钻']]);
  expect(judgeWording(soundTerms(now), hallSettings)).toEqual({ ok: true, value: { free: false, outcome: 'pass', findings: [], version: filterVersion() } });
});

test('F12 §4 blocked words are refused with text, place and rule, and never repeated', () => {
  const judged = judgeWording(soundTerms(now, { remark: '活不重，只要男的' }), hallSettings);
  expect(judged).toMatchObject({ ok: false, error: { code: 'wordingBlocked', field: 'terms.remark', ruleId: expect.stringMatching(/^sex\./) } });
  const { from, to } = (!judged.ok && judged.error.matched) || { from: 0, to: 0 };
  expect('活不重，只要男的'.slice(from, to)).toContain('男');
  expect(JSON.stringify(judged)).not.toContain('男');
});

test('F12 §4 age wording goes to staff, in the place text as well as in the remark', () => {
  for (const element of ['place', 'remark', 'title'] as const) {
    expect(judgeWording(soundTerms(now, { [element]: '要年轻的' }), hallSettings)).toMatchObject({ ok: true, value: { free: true, outcome: 'staff', findings: expect.arrayContaining([expect.objectContaining({ element, ruleId: expect.stringMatching(/^age\./) })]) } });
  }
});

test.each(['电话13800001234', '打 138 0000 1234', '0531-88886666', '１３８００００１２３４', '身份证370102198001010012', '37010219800101001X'])('§4 a number of a person is no text of a posting: %s', (text) => {
  expect(judgeWording(soundTerms(now, { remark: text }), hallSettings)).toMatchObject({ ok: false, error: { code: 'contactInText', field: 'terms.remark' } });
});

test.each(['8点到18点', '一天200元，干20261121到20261123', '3号位，100公斤以内', '每件1.5元'])('§4 other numbers are: %s', (text) => {
  expect(judgeWording(soundTerms(now, { remark: text }), hallSettings)).toMatchObject({ ok: true });
});

test('§4 below the minimum hourly wage: refused for units, a notice for households, no word on 面议', () => {
  const low = soundTerms(now, { pay: { kind: 'fixed', amountFen: 10_000, unit: 'day' } });
  for (const kind of ['enterprise', 'soleTrader', 'agency', 'contractor'] as const) expect(judgePay(low, poster(kind), context)).toMatchObject({ ok: false, error: { code: 'payBelowMinimum', field: 'terms.pay' } });
  expect(judgePay(low, poster('household'), context)).toEqual({ ok: true, value: ['payBelowMinimum'] });
  expect(judgePay(soundTerms(now, { pay: { kind: 'negotiable' } }), poster('enterprise'), context)).toEqual({ ok: true, value: [] });
  expect(judgePay(soundTerms(now), poster('enterprise'), context)).toEqual({ ok: true, value: [] });
});

test('§4 dangers of a job are those of its trade and those it names, without doubles', () => {
  expect(hazardsOf(soundTerms(now, { trade: '0108', hazards: ['dust', 'height'], tags: ['hammerTools'] }))).toEqual(['height', 'dust', 'hammerTools']);
  expect(hazardsOf(soundTerms(now, { trade: '0301', hazards: ['none'] }))).toEqual([]);
});

test('§4 16 and 17: not into hazards, bars or net cafés, not over the load; 18 may', () => {
  const [seventeen, eighteen] = ['20090601', '20081121'];
  const clean = soundTerms(now, { trade: '0301', hazards: ['none'] });
  expect(mayTakeJob(seventeen, clean, now)).toEqual({ kind: 'may' });
  expect(mayTakeJob('20110101', clean, now).kind).toBe('tooYoung');
  for (const changes of [{ hazards: ['height' as const] }, { tags: ['bar' as const] }, { tags: ['netCafe' as const] }, { trade: '0205' }, { lifting: { kgEach: 26, liftsPerHour: 1 } }, { lifting: { kgEach: 21, liftsPerHour: 6 } }]) {
    expect(mayTakeJob(seventeen, { ...clean, ...changes }, now).kind).toBe('notForMinors');
    expect(mayTakeJob(eighteen, { ...clean, ...changes }, now)).toEqual({ kind: 'may' });
  }
  expect(mayTakeJob(seventeen, { ...clean, lifting: { kgEach: 20, liftsPerHour: 60 } }, now)).toEqual({ kind: 'may' });
});

test('§4 papers: one of those the trade lists, and all that the posting asks for', () => {
  expect(certificatesOf(soundTerms(now, { trade: '0107', conditions: { certificates: ['health'] } }))).toEqual({ oneOf: ['welding'], all: ['health'] });
  expect(certificatesOf(soundTerms(now))).toEqual({ oneOf: [], all: [] });
});
