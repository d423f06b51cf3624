/* Who counts as finding work hard, and how much help is due. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { computedGroups, helpBasis, helpGroupNames, lawGroupSchema, longWaiting } from '@kuaizhao/db/domain/care/groups.ts';
import { helpLevel, type HelpGround } from '@kuaizhao/db/domain/care/level.ts';
import { pastRetirement } from '@kuaizhao/db/domain/law/retirement.ts';

const now = Date.parse('2026-11-21T05:00:00+08:00');
const ground = (group: HelpGround['group'], until = '2027-11-20'): HelpGround => ({ group, evidence: 'register', verifiedOn: '2026-01-01', until });

test('F15 the nine groups of the provincial rule, each with a name in two languages', () => {
  expect(lawGroupSchema.options).toHaveLength(9);
  expect(helpBasis).toEqual({ law: '山东省就业促进条例', article: '第四十二条' });
  for (const { zh, en } of Object.values(helpGroupNames)) expect([zh.length > 3, en.length > 3]).toEqual([true, true]);
});

test('F15 older: women from 40, men from 50, by the exact birthday, and until the retirement age of the table', () => {
  const older = (sex: 'male' | 'female', birth: string) => computedGroups({ sex, birth, ageBand: undefined, daysWithoutHire: 0 }, now).includes('olderUnemployed');
  expect([older('female', '19861121'), older('female', '19861122')]).toEqual([true, false]);
  expect([older('male', '19761121'), older('male', '19761122')]).toEqual([true, false]);
  expect([pastRetirement('19600101', 'male', now).notice, older('male', '19600101')]).toEqual([true, false]);
  expect(older('female', '19700101')).toBe(false);
});

test('F15 with an age band only what is sure counts; long waiting counts from its limit on', () => {
  const groups = (sex: 'male' | 'female', ageBand: '40to49' | '50to59', daysWithoutHire = 0) => computedGroups({ sex, birth: undefined, ageBand, daysWithoutHire }, now);
  expect([groups('female', '40to49'), groups('male', '40to49'), groups('male', '50to59'), groups('female', '50to59')]).toEqual([['olderUnemployed'], [], ['olderUnemployed'], []]);
  expect(groups('male', '40to49', longWaiting.visitsWithoutHire - 1)).toEqual([]);
  expect(groups('male', '40to49', longWaiting.visitsWithoutHire)).toEqual(['longWaiting']);
});

test('F15 levels: need first, two grounds as much, one ground less, what the hall sees least; a ground over its day counts nothing', () => {
  const level = (grounds: HelpGround[], computed: ('olderUnemployed' | 'longWaiting')[] = []) => helpLevel(grounds, computed, '2026-11-21');
  expect([level([]), level([], ['longWaiting']), level([ground('singleParent')]), level([ground('disabled')]), level([ground('singleParent'), ground('landLost')])]).toEqual([0, 1, 2, 3, 3]);
  expect(level([ground('disabled', '2026-11-20')])).toBe(0);
  expect(level([ground('disabled', '2026-11-21')])).toBe(3);
});

test('F15 more grounds never give less help', () => {
  const any = fc.array(fc.record({ group: fc.constantFrom(...lawGroupSchema.options), evidence: fc.constant('register' as const), verifiedOn: fc.constantFrom('2026-01-01', '2026-12-01'), until: fc.constantFrom('2026-11-20', '2027-01-01') }), { maxLength: 6 });
  fc.assert(fc.property(any, any, fc.subarray(['olderUnemployed', 'longWaiting'] as const), (some, more, computed) => {
    expect(helpLevel([...some, ...more], computed, '2026-11-21')).toBeGreaterThanOrEqual(helpLevel(some, computed, '2026-11-21'));
  }));
});
