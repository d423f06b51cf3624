/* What the city's staff keep: names of halls in three parts, findings, alarms, and clues about wages. */
import { expect, test } from 'vitest';
import { courseSchema, courseSheet, coursesOn, steadyJobsOn } from '@kuaizhao/db/domain/content/city-offers.ts';
import { sheetSchema } from '@kuaizhao/db/domain/content/leaflet.ts';
import { cityTemplateSchema, templateFrom } from '@kuaizhao/db/domain/hiring/templates/city-template.ts';
import { templateOn } from '@kuaizhao/db/domain/hiring/templates/current.ts';
import { shippedMinimumWages } from '@kuaizhao/db/domain/law/minimum-wage-table.ts';
import { cityAlarms, shippedThresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import { endFindingsOf, findingsOf } from '@kuaizhao/db/domain/registry/findings.ts';
import { readHallName } from '@kuaizhao/db/domain/registry/hall-name.ts';
import { wageClues, type Offer } from '@kuaizhao/db/domain/registry/wage-clues.ts';
import { sampleCourse, sampleSteadyJob } from '../../../fixtures/city/offers.ts';
import { soundTerms } from '../../../fixtures/hall.ts';

const now = Date.parse('2026-11-20T21:00:00Z');
const beside = { others: [], now, today: '2026-11-21' };

test('F24 the name of a hall in three parts: area, place, scope and kind', () => {
  expect(readHallName('济南市历下区东关综合零工市场')).toEqual({ ok: true, parts: { area: '济南市历下区', place: '东关', scope: '综合', kind: 'market' } });
  expect(readHallName('济南市市中区舜耕零工驿站')).toEqual({ ok: true, parts: { area: '济南市市中区', place: '舜耕', scope: '', kind: 'station' } });
  expect(readHallName('章丘区双山建筑零工市场')).toMatchObject({ ok: true, parts: { area: '章丘区', place: '双山', scope: '建筑' } });
  expect(readHallName('济南市泉城综合零工市场')).toMatchObject({ ok: true, parts: { area: '济南市', place: '泉城' } });
  expect(readHallName('东关综合零工市场')).toEqual({ ok: false, fault: 'nameArea' });
  expect(readHallName('济南市历下区综合零工市场')).toEqual({ ok: false, fault: 'namePlace' });
  expect(readHallName('济南市历下区东关劳务大厅')).toEqual({ ok: false, fault: 'nameKind' });
});

test('F24 findings: what stops an entry, and what is looked at once more', () => {
  const hall = { hallId: 'h1', name: '济南市历下区东关综合零工市场', hotline: '053112345678', at: { x: 500, y: 500 } };
  expect(findingsOf('hall', hall, beside)).toEqual([]);
  expect(findingsOf('hall', { ...hall, hallId: 'h2' }, { ...beside, others: [hall] })).toEqual([{ code: 'nameTaken', field: 'name', weight: 'stop' }]);
  expect(findingsOf('hall', { hallId: 'h3', name: '济南市历下区东关零工市场' }, beside).map(({ code, weight }) => [code, weight])).toEqual([['nameScope', 'look'], ['noPlaceOnMap', 'look'], ['noHotline', 'look']]);
  expect(findingsOf('notice', { noticeId: 'n', text: '停水', from: now, until: now, urgent: false }, beside)).toEqual([{ code: 'endsBeforeBegin', field: 'until', weight: 'stop' }]);
  const wage = { district: '3701', since: '2027-01-01', hourlyFen: 2_400, source: '样例文号' };
  expect(findingsOf('minimumWage', wage, { ...beside, others: [{ ...wage, since: '2026-01-01', hourlyFen: 2_500 }] })).toEqual([{ code: 'wageLower', field: 'hourlyFen', weight: 'look' }]);
  expect(findingsOf('minimumWage', { ...wage, hourlyFen: 24 * 100 * 10 }, beside)).toEqual([{ code: 'wageOdd', field: 'hourlyFen', weight: 'look' }]);
  expect(findingsOf('thresholds', { ...shippedThresholds, ratioLow: 300 }, beside)).toEqual([{ code: 'limitsCrossed', field: 'ratioHigh', weight: 'stop' }]);
});

test('F28 F12 a course or steady job of the city: a known trade, days in order, and no wording that a posting could not have', () => {
  expect(findingsOf('course', sampleCourse, beside)).toEqual([]);
  expect(findingsOf('course', { ...sampleCourse, trade: '9999', from: '2026-12-30' }, beside).map(({ code, field, weight }) => [code, field, weight])).toEqual([['tradeUnknown', 'trade', 'stop'], ['endsBeforeBegin', 'until', 'stop']]);
  expect(findingsOf('course', { ...sampleCourse, from: '2026-11-01', until: '2026-11-20' }, beside)).toEqual([{ code: 'isOver', field: 'until', weight: 'stop' }]);
  expect(findingsOf('steadyJob', { ...sampleSteadyJob, place: '限男' }, beside)).toEqual([{ code: 'wordingBlocked', field: 'place', weight: 'stop' }]);
  expect(findingsOf('steadyJob', sampleSteadyJob, beside)).toEqual([]);
});

test('F28 offers of the city that are not over: courses by their first day, steady jobs by trade, no more than a hall shows', () => {
  const courses = [sampleCourse, { ...sampleCourse, courseId: 'a', from: '2026-11-25' }, { ...sampleCourse, courseId: 'b', until: '2026-12-01' }];
  expect(coursesOn(courses, '2026-12-01').map(({ courseId }) => courseId)).toEqual(['a', 'b', 'brick-1']);
  expect(coursesOn(courses, '2026-12-02').map(({ courseId }) => courseId)).toEqual(['a', 'brick-1']);
  expect(steadyJobsOn(Array.from({ length: 60 }, (_, at) => ({ ...sampleSteadyJob, steadyId: `s${String(at)}` })), '2026-12-31')).toHaveLength(24);
  // The longest course that fits its schema is a sheet that fits its own.
  const long = { ...sampleCourse, courseId: 'c'.repeat(23), title: { zh: '字'.repeat(14), en: 'e'.repeat(42) }, hours: '字'.repeat(24), place: '字'.repeat(30), school: '字'.repeat(20), subsidy: '字'.repeat(30), source: '字'.repeat(60), phone: '053112345678' };
  expect(sheetSchema.safeParse(courseSheet(courseSchema.parse(long))).error).toBeUndefined();
});

test('F9 a text of the city: known gaps, those that a paper must have, a version of its own, from tomorrow on, and never another text under a version that holds', () => {
  const { title, paragraphs } = templateOn('agreement', '2026-11-21');
  const text = { kind: 'agreement', version: 'jinan-2026-12', since: '2026-12-01', title, paragraphs: [...paragraphs] };
  const codes = (changes: object, others: readonly unknown[] = []) => findingsOf('template', { ...text, ...changes }, { ...beside, others }).map(({ code, weight }) => `${weight} ${code}`);
  expect(codes({})).toEqual([]);
  expect(codes({ paragraphs: [...paragraphs, '另外：{{bonus}}'] })).toEqual(['stop gapUnknown']);
  expect(codes({ paragraphs: [...paragraphs, '工钱 {{ pay'] })).toEqual(['stop gapUnknown']);
  expect(codes({ paragraphs: ['甲方 {{employer}}'] })).toEqual(['stop gapMissing']);
  expect(codes({ version: '2026-11' })).toEqual(['stop versionTaken']);
  expect(codes({ since: '2026-11-21' })).toEqual(['stop beginsTooEarly']);
  expect(codes({}, [{ ...text, since: '2026-11-01' }])).toEqual(['stop textHolds']);
  expect(codes({}, [{ ...text, kind: 'promise', since: '2026-11-01' }, text])).toEqual([]);
  // A text that holds is not taken back either; one that waits may be.
  expect([endFindingsOf('template', { ...text, since: beside.today }, beside.today).map(({ code }) => code), endFindingsOf('template', text, beside.today)]).toEqual([['textHolds'], []]);
  const city = [templateFrom(cityTemplateSchema.parse(text))];
  expect([templateOn('agreement', '2026-11-30', city).version, templateOn('agreement', '2026-12-01', city).version, templateOn('promise', '2026-12-01', city).version]).toEqual(['2026-11', 'jinan-2026-12', '2026-11']);
});

test('F25 alarms by threshold: silent, crowded, work short, hands short; a hall that never came is none', () => {
  const hall = { hallId: 'h1', state: 'online' as const, lastSeenAt: now, waiting: 10, seekers: 100, places: 100 };
  expect(cityAlarms([hall], shippedThresholds, now)).toEqual([]);
  expect(cityAlarms([{ ...hall, waiting: 300 }], shippedThresholds, now)).toEqual([{ hallId: 'h1', kind: 'crowded', value: 300, limit: 300 }]);
  expect(cityAlarms([{ ...hall, lastSeenAt: now - 6 * 60_000, state: 'late' }], shippedThresholds, now)).toEqual([{ hallId: 'h1', kind: 'silent', value: 6, limit: 5 }]);
  expect(cityAlarms([{ ...hall, places: 49 }], shippedThresholds, now)).toEqual([{ hallId: 'h1', kind: 'workShort', value: 49, limit: 50 }]);
  expect(cityAlarms([{ ...hall, places: 301 }], shippedThresholds, now)).toEqual([{ hallId: 'h1', kind: 'handsShort', value: 301, limit: 300 }]);
  expect(cityAlarms([{ ...hall, seekers: 49, places: 1 }, { ...hall, state: 'never', lastSeenAt: undefined, waiting: 0, seekers: 0, places: 0 }], shippedThresholds, now)).toEqual([]);
});

test('F19 wage clues: below the minimum, or far under the median of the trade; by id only', () => {
  const offer = (jobId: string, amountFen: number): Offer => ({ hallId: 'h1', jobId, employerId: `e-${jobId}`, day: '2026-11-21', terms: { ...soundTerms(now), trade: '0101', hoursPerDay: 8, pay: { kind: 'fixed', amountFen, unit: 'day' } } });
  const usual = ['a', 'b', 'c', 'd'].map((id) => offer(id, 40_000));
  const clues = wageClues([...usual, offer('low', 20_000), offer('under', 8_000)], () => '370102', shippedMinimumWages);
  expect(clues.map(({ jobId, why, hourlyFen, besideFen }) => ({ jobId, why, hourlyFen, besideFen }))).toEqual([
    { jobId: 'under', why: 'belowMinimum', hourlyFen: 1_000, besideFen: 2_400 }, { jobId: 'low', why: 'farUnderTrade', hourlyFen: 2_500, besideFen: 5_000 },
  ]);
  expect(wageClues([offer('low', 20_000)], () => undefined, shippedMinimumWages)).toEqual([]);
});
