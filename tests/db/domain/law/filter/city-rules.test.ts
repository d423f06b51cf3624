/* The city's rules of fair employment beside the shipped ones: plain words, whatever spelling a posting has, and a version that says which list decided. */
import { afterEach, expect, test } from 'vitest';
import { cityRuleId, cityRuleSchema, cityRulesMost, type CityRule } from '@kuaizhao/db/domain/law/filter/city-rule.ts';
import { filterText, learnRules, rulesVersion } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { shippedRuleSet } from '@kuaizhao/db/domain/law/filter/rule-set.ts';
import { judgeText } from '@kuaizhao/db/domain/jobs/checks/wording.ts';
import { findingsOf } from '@kuaizhao/db/domain/registry/findings.ts';
import { sampleRule } from '../../../../fixtures/city/groups.ts';

afterEach(() => { learnRules([]); });
const outcome = (text: string): string => filterText(text).outcome;
const findings = (body: CityRule, others: readonly unknown[] = []): string[] => findingsOf('filterRule', body, { others, now: 0, today: '2026-11-22' }).map(({ code, field, weight }) => `${weight} ${code} ${field}`);

test('F12 a rule of the city blocks from the next text on, in every spelling that is overlooked, beside the shipped rules, and stops when it is taken back', () => {
  expect([outcome('搬货两天，左撇子勿扰'), outcome('男小工优先')]).toEqual(['pass', 'block']);
  learnRules([sampleRule]);
  for (const text of ['搬货两天，左撇子勿扰', '左 撇 子 勿 扰', '左-撇-子勿擾', '不要左撇子']) expect([text, outcome(text)]).toEqual([text, 'block']);
  expect(judgeText('要细心，不要左撇子', 'terms.remark')).toMatchObject({ ok: false, error: { code: 'wordingBlocked', field: 'terms.remark', ruleId: 'other.city-left-handed', matched: { from: 4, to: 9 } } });
  expect([outcome('我们不歧视不要左撇子'), outcome('左撇子也欢迎'), outcome('男小工优先')], 'the exception, the word alone, a shipped rule').toEqual(['pass', 'pass', 'block']);
  learnRules([{ ...sampleRule, outcome: 'staff' }]);
  expect(outcome('左撇子勿扰')).toBe('staff');
  learnRules([]);
  expect(outcome('左撇子勿扰')).toBe('pass');
});

test('F12 the version names both lists: the shipped one alone without a city, another mark for other words, the same for the same', () => {
  expect(rulesVersion()).toBe(shippedRuleSet.version);
  learnRules([sampleRule]);
  const first = rulesVersion();
  expect(first).toMatch(/^2026\.11\.21-1\+city\.[0-9a-f]{8}$/);
  expect(filterText('').version).toBe(first);
  learnRules([{ ...sampleRule, words: ['左撇子勿扰'] }]);
  expect(rulesVersion()).not.toBe(first);
  learnRules([{ ...sampleRule }]);
  expect(rulesVersion()).toBe(first);
});

test('F12 what stops a rule of the city: words that would block a trade, nothing left to look for, a full list; what is shipped anyway is said', () => {
  expect(findings(sampleRule)).toEqual([]);
  expect(findings({ ...sampleRule, words: ['搬运'] })).toEqual(['stop ruleTooBroad words']);
  expect(findings({ ...sampleRule, words: ['啊呀'] })).toContain('stop ruleEmpty words');
  expect(findings({ ...sampleRule, words: ['限男'] })).toEqual(['look ruleKnown words']);
  const full = Array.from({ length: cityRulesMost }, (_, at): CityRule => ({ ...sampleRule, ruleId: `rule-${String(at)}` }));
  expect(findings(sampleRule, full)).toEqual(['stop listFull ruleId']);
  expect(findings({ ...sampleRule, ruleId: 'rule-3' }, full)).toEqual([]);
});

test('F12 a body that is no rule is refused: signs of the pattern language are no words', () => {
  const wrong = (changes: object): string | undefined => cityRuleSchema.safeParse({ ...sampleRule, ...changes }).error?.issues[0]?.path.join('.');
  expect([wrong({ words: ['.{0,9}'] }), wrong({ words: ['男'] }), wrong({ words: [] }), wrong({ class: 'none' }), wrong({ outcome: 'pass' }), wrong({ ruleId: 'A b' }), wrong({ exceptions: ['(a)'] })]).toEqual(['words.0', 'words.0', 'words', 'class', 'outcome', 'ruleId', 'exceptions.0']);
  expect(cityRuleId(sampleRule)).toBe('other.city-left-handed');
  expect(shippedRuleSet.rules.some(({ id }) => id.includes('.city-'))).toBe(false);
});
