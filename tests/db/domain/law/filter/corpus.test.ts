/* Precision and recall of the filter, by outcome and by class, on the labelled phrases and on those that no rule was written for. */
import { expect, test } from 'vitest';
import { filterText, type FilterResult } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { ruleClasses } from '@kuaizhao/db/domain/law/filter/rule.ts';
import { shippedRuleSet } from '@kuaizhao/db/domain/law/filter/rule-set.ts';
import { outcomes, readPhrases, type Phrase, type PhraseSet } from '../../../../fixtures/filter/phrases.ts';

interface Judged { readonly phrase: Phrase; readonly result: FilterResult }
interface Score { readonly name: string; readonly phrases: number; readonly precision: number; readonly recall: number }

function score(name: string, judged: readonly Judged[], wanted: (phrase: Phrase) => boolean, given: (result: FilterResult) => boolean): Score {
  const right = judged.filter(({ phrase, result }) => wanted(phrase) && given(result)).length;
  const all = judged.filter(({ phrase }) => wanted(phrase)).length;
  const said = judged.filter(({ result }) => given(result)).length;
  return { name, phrases: all, precision: said === 0 ? 1 : right / said, recall: all === 0 ? 1 : right / all };
}

const line = ({ name, phrases, precision, recall }: Score): string =>
  `  ${name.padEnd(18)} ${String(phrases).padStart(4)} phrases  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`;

function report(set: PhraseSet): { byOutcome: Score[]; wrong: string[]; phrases: Phrase[] } {
  const phrases = readPhrases(set);
  const judged = phrases.map((phrase) => ({ phrase, result: filterText(phrase.text) }));
  const byOutcome = outcomes.map((outcome) => score(outcome, judged, (one) => one.outcome === outcome, (one) => one.outcome === outcome));
  const byClass = set === 'probes' ? [] : ruleClasses.map((name) => score(name, judged, (one) => one.classes.includes(name), (one) => one.findings.some((finding) => finding.class === name)));
  const wrong = judged.filter(({ phrase, result }) => phrase.outcome !== result.outcome)
    .map(({ phrase, result }) => `  ${phrase.where} ${phrase.text}: ${result.outcome} ${result.findings.map((one) => `${one.ruleId}(${one.matched})`).join(' ')}`);
  process.stdout.write(`\nfilter ${shippedRuleSet.version}, ${set}\n${[...byOutcome, ...byClass].map(line).join('\n')}\n${wrong.join('\n')}${wrong.length > 0 ? '\n' : ''}`);
  return { byOutcome, wrong, phrases };
}

test.each<[PhraseSet, number, number]>([
  ['labelled', 200, 0.99],
  ['probes', 200, 0.99],
  ['heldout', 60, 0.95],
  ['heldout-long', 30, 0.95],
])('%s: at least %i phrases an outcome, precision and recall at least %f', (set, least, bar) => {
  const { byOutcome, phrases } = report(set);
  expect(new Set(phrases.map((phrase) => phrase.text)).size).toBe(phrases.length);
  for (const { name, phrases: count, precision, recall } of byOutcome) {
    expect(count, `${name}: phrases`).toBeGreaterThanOrEqual(least);
    expect(precision, `${name}: precision`).toBeGreaterThanOrEqual(bar);
    expect(recall, `${name}: recall`).toBeGreaterThanOrEqual(bar);
  }
});

test('no held-out phrase is a labelled one', () => {
  const labelled = new Set(readPhrases('labelled').map((phrase) => phrase.text));
  expect([...readPhrases('heldout'), ...readPhrases('heldout-long')].filter((phrase) => labelled.has(phrase.text)).map((phrase) => phrase.where)).toEqual([]);
});

test('every rule finds something in the labelled phrases', () => {
  const found = new Set(readPhrases('labelled').flatMap((phrase) => filterText(phrase.text).findings.map((finding) => finding.ruleId)));
  expect(shippedRuleSet.rules.map((rule) => rule.id).filter((id) => !found.has(id))).toEqual([]);
});
