/* The minimum hourly wage: which row holds where and when, and what every unit of pay makes of an hour. */
import { expect, test } from 'vitest';
import type { AgreedPay } from '@kuaizhao/db/domain/jobs/pay.ts';
import { checkMinimumWage, hourlyOf, minimumHourlyFen, minimumWageRow, tableFor } from '@kuaizhao/db/domain/law/minimum-wage.ts';
import { shippedMinimumWages } from '@kuaizhao/db/domain/law/minimum-wage-table.ts';

test('the latest row of the most particular place holds', () => {
  expect(minimumHourlyFen('370104', '2025-10-01')).toBe(2400);
  expect(minimumHourlyFen('370104', '2025-09-30')).toBe(2200);
  expect(minimumHourlyFen('370124', '2026-11-21')).toBe(2200);
  expect(minimumWageRow('371700', '2026-11-21')).toMatchObject({ hourlyFen: 2000, confirmed: true });
  expect(minimumHourlyFen('370104', '2023-09-30')).toBeUndefined();
  expect(minimumHourlyFen('110101', '2026-11-21')).toBeUndefined();
});

test.each<[AgreedPay, number, number | undefined]>([
  [{ amountFen: 2400, unit: 'hour' }, 8, 2400],
  [{ amountFen: 19_200, unit: 'day' }, 8, 2400],
  [{ amountFen: 19_199, unit: 'day' }, 8, 2399],
  [{ amountFen: 9600, unit: 'halfDay' }, 8, 2400],
  [{ amountFen: 9600, unit: 'halfDay' }, 4, 2400],
  [{ amountFen: 417_600, unit: 'month' }, 8, 2400],
  [{ amountFen: 50, unit: 'piece' }, 8, undefined],
  [{ amountFen: 50, unit: 'ton' }, 8, undefined],
  [{ amountFen: 19_200, unit: 'day' }, 0, undefined],
  [{ amountFen: 19_200, unit: 'day' }, Number.NaN, undefined],
])('%o over %f hours', (pay, hours, fen) => {
  expect(hourlyOf(pay, hours)).toBe(fen);
});

test('exactly the minimum is fine, a fen an hour less is below, and what cannot be told is unknown', () => {
  expect(checkMinimumWage({ amountFen: 19_200, unit: 'day' }, 8, '370104', '2026-11-21')).toBe('fine');
  expect(checkMinimumWage({ amountFen: 19_199, unit: 'day' }, 8, '370104', '2026-11-21')).toBe('below');
  expect(checkMinimumWage({ amountFen: 30, unit: 'piece' }, 8, '370104', '2026-11-21')).toBe('unknown');
  expect(checkMinimumWage({ amountFen: 100, unit: 'hour' }, 8, '540102', '2026-11-21')).toBe('unknown');
});

test("the city's table replaces the shipped one", () => {
  const table = [{ district: '370104', since: '2026-01-01', hourlyFen: 2600, source: 'test', confirmed: true }];
  expect(checkMinimumWage({ amountFen: 2500, unit: 'hour' }, 8, '370104', '2026-11-21', table)).toBe('below');
});

test('shipped rows are whole: real codes, days, amounts, sources, and one row for a place and day', () => {
  for (const row of shippedMinimumWages) {
    expect(row.district).toMatch(/^\d{2}(\d{2}(\d{2})?)?$/);
    expect(row.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(row.hourlyFen).toBeGreaterThan(1000);
    expect(row.source).not.toBe('');
  }
  expect(new Set(shippedMinimumWages.map((row) => `${row.district} ${row.since}`)).size).toBe(shippedMinimumWages.length);
});

test('§4 the city’s word goes before the shipped table, also a wide one before a narrow one; where the city says nothing, the shipped one holds', () => {
  const city = [{ district: '3701', since: '2026-10-01', hourlyFen: 2_600, source: 'test' }];
  expect(minimumHourlyFen('370104', '2026-11-21', tableFor('370104', '2026-11-21', city))).toBe(2_600);
  expect(minimumHourlyFen('370104', '2026-09-30', tableFor('370104', '2026-09-30', city)), 'before its day').toBe(2_400);
  expect(minimumHourlyFen('371700', '2026-11-21', tableFor('371700', '2026-11-21', city)), 'elsewhere').toBe(2_000);
  expect(tableFor('370104', '2026-11-21')).toBe(shippedMinimumWages);
});
