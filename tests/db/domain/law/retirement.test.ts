/* The published tables of the gradual retirement age, cell by cell where they turn. */
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { pastRetirement, retirementDay, statutoryRetirementAge, type FormerAgeOfWomen, type Sex } from '@kuaizhao/db/domain/law/retirement.ts';

const rows: [string, Sex, FormerAgeOfWomen, number, number, string][] = [
  // birth, sex, former age of women, years, months, month in which the age is reached (annexes 1 to 3)
  ['196412', 'male', 50, 60, 0, '2024-12'],
  ['196501', 'male', 50, 60, 1, '2025-02'],
  ['196504', 'male', 50, 60, 1, '2025-05'],
  ['196505', 'male', 50, 60, 2, '2025-07'],
  ['196612', 'male', 50, 60, 6, '2027-06'],
  ['197012', 'male', 50, 61, 6, '2032-06'],
  ['197608', 'male', 50, 62, 11, '2039-07'],
  ['197609', 'male', 50, 63, 0, '2039-09'],
  ['197612', 'male', 50, 63, 0, '2039-12'],
  ['199001', 'male', 50, 63, 0, '2053-01'],
  ['196912', 'female', 55, 55, 0, '2024-12'],
  ['197001', 'female', 55, 55, 1, '2025-02'],
  ['197104', 'female', 55, 55, 4, '2026-08'],
  ['198108', 'female', 55, 57, 11, '2039-07'],
  ['198109', 'female', 55, 58, 0, '2039-09'],
  ['197412', 'female', 50, 50, 0, '2024-12'],
  ['197501', 'female', 50, 50, 1, '2025-02'],
  ['197502', 'female', 50, 50, 1, '2025-03'],
  ['197503', 'female', 50, 50, 2, '2025-05'],
  ['198410', 'female', 50, 54, 11, '2039-09'],
  ['198411', 'female', 50, 55, 0, '2039-11'],
];

test.each(rows)('born %s, %s (%i): %i years %i months, in %s', (month, sex, former, years, months, reached) => {
  const age = statutoryRetirementAge(`${month}15`, sex, former);
  expect(age).toEqual({ years, months });
  expect(retirementDay(`${month}15`, age)).toBe(`${reached}-15`);
});

test('the notice begins on the day itself, and women count as workers unless said otherwise', () => {
  expect(pastRetirement('19650110', 'male', dayStart('2025-02-10') - 1).notice).toBe(false);
  expect(pastRetirement('19650110', 'male', dayStart('2025-02-10')).notice).toBe(true);
  expect(pastRetirement('19750131', 'female', dayStart('2025-02-28')).reachedOn).toBe('2025-02-28');
  expect(pastRetirement('19750131', 'female', dayStart('2025-02-28'), 55).notice).toBe(false);
});

test('a later birthday never retires earlier, and nobody before 50 or after 63', () => {
  const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2009-12-31'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10).replaceAll('-', ''));
  fc.assert(fc.property(day, day, fc.constantFrom<Sex>('male', 'female'), fc.constantFrom<FormerAgeOfWomen>(50, 55), (a, b, sex, former) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    const [early, late] = [first, second].map((one) => pastRetirement(one, sex, dayStart('2030-01-01'), former));
    expect(early!.reachedOn <= late!.reachedOn).toBe(true);
    expect(early!.age.years >= 50 && (late!.age.years < 63 || late!.age.months === 0)).toBe(true);
  }), { verbose: 1 });
});
