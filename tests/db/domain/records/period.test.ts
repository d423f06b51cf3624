/* Days, weeks and months: against the calendar itself. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRange, dayAfter, daysOf, daysOfPeriod, periodOf } from '@kuaizhao/db/domain/records/period.ts';
import { reportDefinitionSchema, reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { mappingSchema, rendered } from '@kuaizhao/db/domain/records/exchange/mapping.ts';
import { maskedName } from '@kuaizhao/db/domain/records/ledger/person.ts';

test('F25 weeks are those of ISO 8601, also around New Year', () => {
  for (const [day, week] of [['2026-11-21', '2026-W47'], ['2026-12-31', '2026-W53'], ['2027-01-03', '2026-W53'], ['2027-01-04', '2027-W01'], ['2024-12-30', '2025-W01'], ['2025-12-28', '2025-W52']] as const) {
    expect([day, periodOf(day, 'week')]).toEqual([day, week]);
  }
  fc.assert(fc.property(fc.date({ min: new Date('2000-01-03'), max: new Date('2199-12-01'), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10);
    // A week changes on Mondays only.
    expect(periodOf(day, 'week') === periodOf(dayAfter(day, 1), 'week')).toBe(date.getUTCDay() !== 0);
    expect(daysOf({ from: day, to: dayAfter(day, 30) })).toBe(31);
  }));
});

test('F22 F25 ranges: reversed, too long and impossible ones are refused by name', () => {
  expect(checkRange({ from: '2026-11-21', to: '2026-11-21' }, 1).ok).toBe(true);
  expect(checkRange({ from: '2026-11-22', to: '2026-11-21' }, 10)).toEqual({ ok: false, error: { code: 'rangeImpossible', field: 'to' } });
  expect(checkRange({ from: '2026-11-01', to: '2026-11-11' }, 10)).toEqual({ ok: false, error: { code: 'rangeImpossible', field: 'to' } });
  expect(checkRange({ from: '0001-01-01', to: '9999-12-31' }, 1_830).ok).toBe(false);
});

test('F25 a report definition is data, and one that makes no sense is no definition', () => {
  const sound = { id: 'mine', version: 1, zh: '我的', en: 'Mine', figures: ['seekers', 'hires'], by: 'trade', period: 'week' };
  expect(reportDefinitionSchema.safeParse(sound).success).toBe(true);
  for (const change of [{ figures: [] }, { figures: ['seekers', 'seekers'] }, { figures: ['money'] }, { by: 'person' }, { period: 'decade' }, { figures: ['served'] }, { by: 'service', figures: ['places'] }, { extra: 1 }, { id: 'a b' }, { zh: 'x'.repeat(41) }]) {
    expect([change, reportDefinitionSchema.safeParse({ ...sound, ...change }).success]).toEqual([change, false]);
  }
  expect(new Set(reportDefinitions.map((one) => one.id)).size).toBe(reportDefinitions.length);
});

test('F34 a mapping is checked whole: unknown fields, double names and renderings that do not fit are refused', () => {
  const sound = { format: 'kuaizhao-field-mapping', version: 1, title: '样例', fields: [{ code: 'AAC003', title: '姓名', from: 'person.name', confirmed: true }] };
  expect(mappingSchema.safeParse(sound).success).toBe(true);
  const field = sound.fields[0];
  for (const fields of [[], [{ ...field, code: 'aac003' }], [{ ...field, from: 'person.secret' }], [field, field], [{ ...field, as: 'day8' }], [{ ...field, confirmed: undefined }], [{ ...field, more: 1 }]]) {
    expect([fields, mappingSchema.safeParse({ ...sound, fields }).success]).toEqual([fields, false]);
  }
  expect([rendered('19800102', 'day8'), rendered('2026-11-21', 'day8'), rendered('19800102', 'day10'), rendered('female', 'sexCode'), rendered(undefined, 'day8'), rendered(20_050, 'yuan')])
    .toEqual(['19800102', '20261121', '1980-01-02', '2', undefined, '200.50']);
});

test('§4 a masked name is one character and a star, for every name', () => {
  expect([maskedName('张建国'), maskedName('欧阳娜娜'), maskedName('𬭎某'), maskedName('')]).toEqual(['张*', '欧*', '𬭎*', '*']);
});

test('F26 the days of a period: every day of a range lies in its own period and in no other', () => {
  const range = { from: '2024-12-20', to: '2027-01-12' };
  fc.assert(fc.property(fc.nat(daysOf(range) - 1), fc.constantFrom('day' as const, 'week' as const, 'month' as const), (at, period) => {
    const day = dayAfter(range.from, at);
    const days = daysOfPeriod(periodOf(day, period), range);
    expect(days.from <= day && day <= days.to).toBe(true);
    expect(new Set(Array.from({ length: daysOf(days) }, (_, index) => periodOf(dayAfter(days.from, index), period)))).toEqual(new Set([periodOf(day, period)]));
    for (const outside of [dayAfter(days.from, -1), dayAfter(days.to, 1)]) expect(periodOf(outside, period) === periodOf(day, period) && outside >= range.from && outside <= range.to).toBe(false);
  }));
  expect(daysOfPeriod('', range)).toEqual(range);
});
