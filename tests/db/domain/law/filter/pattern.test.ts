/* The language of the rules, form by form, and what a malformed rule set says. */
import { expect, test } from 'vitest';
import { compileRules, filterText } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { findAll, matcher } from '@kuaizhao/db/domain/law/filter/match.ts';
import { normalise } from '@kuaizhao/db/domain/law/filter/normalise.ts';
import { parsePattern } from '@kuaizhao/db/domain/law/filter/pattern.ts';
import { ruleClasses, type Rule } from '@kuaizhao/db/domain/law/filter/rule.ts';
import { shippedRuleSet } from '@kuaizhao/db/domain/law/filter/rule-set.ts';

const lexicon = { who: ['男', '女(工)?'], nan: ['nan'] };

function found(pattern: string, text: string, loose = true): string[] {
  const normal = normalise(text);
  return findAll(normal, matcher(parsePattern(pattern, lexicon), loose), { steps: 0 }).map(({ start, end }) => normal.chars.slice(start, end).join(''));
}

test.each<[string, string, string[]]>([
  ['限男', '只限男工', ['限男']],
  ['限男', '限，男', []],
  ['限~男', '限，男', ['限男']],
  ['限男', '限a1男', ['限a1男']],
  ['限男', '限abc男', []],
  ['限(男|女)', '限女限男', ['限女', '限男']],
  ['限[男女]', '限女', ['限女']],
  ['[2-4][0-9]岁', '35岁 15岁', ['35岁']],
  ['\\d岁', '三岁', ['三岁']],
  ['限.男', '限制男', ['限制男']],
  ['限.{0,2}男', '限定性男', ['限定性男']],
  ['限.{0,2}男', '限定性别男', []],
  ['限<who>', '限女工', ['限女工']],
  ['^男$', '小工 男 两名', ['男']],
  ['^男$', '男女', []],
  ['男(?!装)', '男装 男工', ['男']],
  ['<nan>', 'nanjing', []],
  ['<nan>', 'n a n', ['nan']],
  ['女{2}', '女女女', ['女女', '女女']],
])('%s in %s', (pattern, text, expected) => {
  expect(found(pattern, text)).toEqual(expected);
});

test('strange letters are overlooked only where that is asked for', () => {
  expect(found('男女', '男5女', false)).toEqual([]);
  expect(found('男女', '男5女', true)).toEqual(['男5女']);
});

test.each(['(男', '男)', '[男', '<who', '<nobody>', '男{0,99}', '男{3,1}', '(?=男)', '\\w', '男??x|)', '{2}'])('%s is refused with its own text in the message', (pattern) => {
  expect(() => parsePattern(pattern, lexicon)).toThrow(`pattern ${pattern}`);
});

test('words that name each other in a circle are refused', () => {
  expect(() => parsePattern('<a>', { a: ['<b>'], b: ['<a>'] })).toThrow('in a circle');
});

const rule: Rule = { id: 'other.test', class: 'other', outcome: 'staff', patterns: ['试试'], exceptions: ['不试试'], version: 1, since: '2026-01-01', legalBasis: { law: '试验', article: '' } };

test("another rule set, as the city sends it, replaces the shipped one and its version stands in the answer", () => {
  const rules = compileRules({ version: 'city-7', lexicon: {}, rules: [rule] });
  expect(filterText('限男，试试', { rules })).toEqual({
    outcome: 'staff', version: 'city-7', findings: [{ ruleId: 'other.test', class: 'other', outcome: 'staff', from: 3, to: 5, matched: '试试' }],
  });
  expect(filterText('不试试', { rules }).outcome).toBe('pass');
});

test('a rule id stands once', () => {
  expect(() => compileRules({ version: '1', lexicon: {}, rules: [rule, rule] })).toThrow('twice');
});

test('shipped rules are whole: id by class, a law, a day, a version, every class used', () => {
  for (const one of shippedRuleSet.rules) {
    expect(one.id).toMatch(new RegExp(`^${one.class}\\.[a-z-]+$`));
    expect(one.legalBasis.law).not.toBe('');
    expect(one.legalBasis.article).toMatch(/^第[一二三四五六七八九十]+条$/);
    expect(one.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(one.version).toBeGreaterThanOrEqual(1);
    expect(one.patterns.length).toBeGreaterThan(0);
  }
  expect(ruleClasses.filter((name) => !shippedRuleSet.rules.some((one) => one.class === name))).toEqual([]);
});
