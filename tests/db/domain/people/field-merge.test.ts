/* Rules 12 and 13, I8 and I16: fields written in two places end the same everywhere, whatever comes first, twice or late; clocks go on however machines' clocks are put. */
import { array, assert, constantFrom, integer, nat, option, property, record, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { aheadMostMs, clamped, compareClocks, nextClock, type FieldClock } from '@kuaizhao/db/domain/people/sharing/clock.ts';
import { mergeFields, proposed } from '@kuaizhao/db/domain/people/sharing/merge.ts';
import type { SharedFields } from '@kuaizhao/db/domain/people/sharing/person.ts';

const dayMs = 24 * 3_600_000;
const start = 1_790_000_000_000;
const clock: Arbitrary<FieldClock> = record({ at: integer({ min: start, max: start + 5 }), n: integer({ min: 0, max: 2 }), by: constantFrom('hall-a', 'hall-b', 'hall-c') });
const of = <Value>(value: Arbitrary<Value>) => record({ value, clock });
const word: Arbitrary<SharedFields> = record({
  name: of(constantFrom('赵一', '钱二', '孙三')), phone: of(constantFrom('13800000001', '13800000002', null)), trades: of(constantFrom(['0101'], ['0201', '0101'], [])),
}, { requiredKeys: [] });
const all = (words: readonly SharedFields[]): SharedFields => words.reduce<SharedFields>((known, told) => mergeFields(known, told).fields, {});

test('I8 rule 12 the same words end the same in any order and however often they come', () => {
  assert(property(array(word, { maxLength: 8 }), array(nat(), { maxLength: 16 }), (words, picks) => {
    const again = [...words, ...picks.flatMap((pick) => words[pick % Math.max(1, words.length)] ?? [])];
    const shuffled = again.map((one, at) => ({ one, key: (picks[at % Math.max(1, picks.length)] ?? at) * 7919 % 101 })).sort((a, b) => a.key - b.key).map(({ one }) => one);
    expect(all(shuffled)).toEqual(all(words));
    expect(all([...words].reverse())).toEqual(all(words));
  }));
});

test('rule 12 whoever loses is told of with what it said: nothing is lost without a trace, and the newest word stands', () => {
  assert(property(word, word, (one, other) => {
    const { fields, lost } = mergeFields(one, other);
    const names = ['name', 'phone', 'trades'] as const;
    const newest = (name: (typeof names)[number]) => [one[name], other[name]].flatMap((said) => said ?? []).map((said) => said.clock).sort(compareClocks).at(-1);
    expect(names.map((name) => fields[name]?.clock)).toEqual(names.map(newest));
    const differing = names.filter((name) => one[name] !== undefined && other[name] !== undefined && JSON.stringify(one[name].value) !== JSON.stringify(other[name].value));
    expect(lost.map(({ field }) => field)).toEqual(differing);
  }));
});

test('I16 a hybrid clock never goes back and always passes what it has seen, while the machine’s clock jumps by a day either way', () => {
  assert(property(array(record({ step: integer({ min: -dayMs, max: dayMs }), heard: option(clock, { nil: undefined }) }), { maxLength: 60 }), (moments) => {
    let [now, last] = [start, { at: 0, n: 0 }];
    for (const { step, heard } of moments) {
      now = Math.max(1, now + step);
      const seen = [last, ...(heard === undefined ? [] : [heard])];
      const next = nextClock(seen, now);
      for (const one of seen) expect(compareClocks({ ...next, by: '' }, { ...one, by: '' })).toBeGreaterThan(0);
      last = next;
    }
  }));
});

test('rule 13 a clock of tomorrow counts as a minute ahead, so the next honest word but one wins', () => {
  const tomorrow = clamped({ at: start + dayMs, n: 9, by: 'hall-b' }, start);
  expect(tomorrow).toEqual({ at: start + aheadMostMs, n: 9, by: 'hall-b' });
  expect(clamped({ at: start + 1, n: 0, by: 'hall-a' }, start).at).toBe(start + 1);
  const known: SharedFields = { trades: { value: ['0101'], clock: tomorrow } };
  const told: SharedFields = { trades: { value: ['0201'], clock: { ...nextClock([tomorrow], start + 5_000), by: 'hall-a' } } };
  expect(mergeFields(known, told).fields.trades?.value).toEqual(['0201']);
});

test('rule 12 what is known newer elsewhere is proposed only where it says something else', () => {
  const at = (n: number, by: string): FieldClock => ({ at: start, n, by });
  const own: SharedFields = { trades: { value: ['0101'], clock: at(1, 'hall-a') } };
  expect(proposed('trades', own, { trades: { value: ['0201'], clock: at(2, 'hall-b') } })).toEqual(['0201']);
  expect(proposed('trades', own, { trades: { value: ['0201'], clock: at(0, 'hall-b') } })).toBeUndefined();
  expect(proposed('trades', own, { trades: { value: ['0101'], clock: at(2, 'hall-b') } })).toBeUndefined();
});
