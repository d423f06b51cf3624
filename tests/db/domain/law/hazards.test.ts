/* Ages and work: 16 to the day, the list of 1994 and the load limits at their edges. */
import { expect, test } from 'vitest';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { hazardSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { isOverProtectedLoad, mayWork, workTags, type WorkTag } from '@kuaizhao/db/domain/law/hazards.ts';

const now = dayStart('2026-11-21') + 6 * 3_600_000;

test('under 16 nothing, to the day', () => {
  expect(mayWork('20101122', [], now)).toMatchObject({ kind: 'tooYoung', age: 15, basis: { law: '禁止使用童工规定' } });
  expect(mayWork('20101121', [], now)).toEqual({ kind: 'may' });
});

test('from 18 on every tag is open, to the day', () => {
  expect(mayWork('20081121', workTags, now, { kgEach: 50, liftsPerHour: 60 })).toEqual({ kind: 'may' });
  expect(mayWork('20081122', ['height'], now).kind).toBe('notForMinors');
});

test.each(workTags.filter((tag) => tag !== 'none' && tag !== 'machine'))('16 and 17: not %s', (tag) => {
  expect(mayWork('20090601', ['none', 'machine', tag], now)).toMatchObject({ kind: 'notForMinors', age: 17, tags: [tag] });
});

test('bars and net cafés are forbidden by another law than the hazards', () => {
  const answer = mayWork('20090601', ['bar', 'height'], now);
  expect(answer.kind === 'notForMinors' && answer.basis.map((one) => one.law)).toEqual(['未成年人保护法', '未成年工特殊保护规定']);
});

test.each([
  [20, 60, false], [20.5, 6, true], [20.5, 5, false], [25, 5, false], [25.1, 1, true], [25, 6, true],
])('%f kg at %i lifts an hour', (kgEach, liftsPerHour, over) => {
  expect(isOverProtectedLoad({ kgEach, liftsPerHour })).toBe(over);
  expect(mayWork('20090601', [], now, { kgEach, liftsPerHour }).kind).toBe(over ? 'notForMinors' : 'may');
});

test('every hazard of a posting is a tag here', () => {
  const known: readonly WorkTag[] = hazardSchema.options;
  expect(known.every((tag) => workTags.includes(tag))).toBe(true);
});
