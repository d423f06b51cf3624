/* What holds for every text: findings are slices of it, nothing throws, disguises do not help, and time grows in line with length. */
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { filterText } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { readPhrases } from '../../../../fixtures/filter/phrases.ts';

const phrases = [...readPhrases('labelled'), ...readPhrases('probes')];
const blocked = phrases.filter((phrase) => phrase.outcome === 'block').map((phrase) => phrase.text);
const seeded = { verbose: 1 } as const;

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.oneof(fc.constantFrom(...phrases.map((phrase) => phrase.text)), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 }).map((parts) => parts.join('')),
);

test('any text at all: no throw, the same answer twice, every finding a slice of the original, the worst finding the outcome', () => {
  fc.assert(fc.property(anyText, (text) => {
    const result = filterText(text);
    expect(filterText(text)).toEqual(result);
    for (const { from, to, matched } of result.findings) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(text.slice(from, to)).toBe(matched);
    }
    const worst = result.findings.some((one) => one.outcome === 'block') ? 'block' : result.findings.length > 0 ? 'staff' : 'pass';
    expect(result.outcome).toBe(worst);
  }), { ...seeded, numRuns: 1000 });
});

test('a finding never cuts a character in two', () => {
  fc.assert(fc.property(anyText.filter((text) => text.isWellFormed()), (text) => {
    for (const { matched } of filterText(text).findings) expect(matched.isWellFormed()).toBe(true);
  }), seeded);
});

const separators = [' ', '　', '·', '.', '-', '_', '/', '|', '*', '~', '#', '+', '🙂', '💪', '\u200B', '\u2060', '\uFEFF', '【', '】', '"', '（', '）', ':', '、', '嗯'];
const wide = (char: string): string => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char);

test('separators, signs, invisible characters, width and case inside a blocked phrase keep it blocked', () => {
  fc.assert(fc.property(fc.constantFrom(...blocked), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...separators)), { minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean(), (text, inserts, widened, upper) => {
    const finding = filterText(text).findings.find((one) => one.outcome === 'block');
    expect(finding).toBeDefined();
    if (finding === undefined) return;
    const inside = Array.from(text.slice(finding.from, finding.to), (char) => (widened ? wide(char) : upper ? char.toUpperCase() : char));
    for (const [place, separator] of inserts) {
      const at = 1 + (place % Math.max(1, inside.length - 1));
      // A mark between two figures makes two figures of them: that is a change of meaning, not of spelling.
      if (inside.length < 2 || (/\p{N}$/u.test(inside[at - 1] ?? '') && /^\p{N}/u.test(inside[at] ?? ''))) continue;
      inside[at] = separator + (inside[at] ?? '');
    }
    const disguised = text.slice(0, finding.from) + inside.join('') + text.slice(finding.to);
    expect({ disguised, outcome: filterText(disguised).outcome }).toEqual({ disguised, outcome: 'block' });
  }), { ...seeded, numRuns: 3000 });
});

test('a blocked phrase stays blocked beside any other clause', () => {
  // 男，女都行: a clause that opens with the other sex may take the first one back, and is left out here.
  const others = phrases.map((phrase) => phrase.text).filter((text) => !/^[男女]/.test(text));
  fc.assert(fc.property(fc.constantFrom(...blocked), fc.constantFrom(...others), fc.boolean(), (text, other, first) => {
    expect(filterText(first ? `${other}。\n${text}` : `${text}。\n${other}`).outcome).toBe('block');
  }), { ...seeded, numRuns: 1000 });
});

const stepsFor = (text: string): number => {
  const meter = { steps: 0 };
  filterText(text, { meter });
  return meter.steps;
};

test('steps grow in line with length, whatever is repeated', () => {
  const piece = fc.oneof(fc.constantFrom(...phrases.map((phrase) => phrase.text)), fc.string({ unit: fc.constantFrom(...Array.from('限男女不要的只招本地外人岁以下一二三十百千万押金a1b2 ，-')), minLength: 1, maxLength: 6 }));
  fc.assert(fc.property(piece, (unit) => {
    const [short, long] = [1000, 10_000].map((length) => stepsFor(unit.repeat(Math.ceil(length / unit.length)).slice(0, length)));
    // Ten times the length: about ten times the steps, where a quadratic matcher would take a hundred times. A short text may end early, so there is room.
    expect(long! / short!).toBeLessThan(20);
    expect(long! / 10_000).toBeLessThan(3000);
  }), { ...seeded, numRuns: 12 });
});
