/* Many spellings, one text, and the way back to where each character stood. */
import { expect, test } from 'vitest';
import { normalise } from '@kuaizhao/db/domain/law/filter/normalise.ts';
import { simplified } from '@kuaizhao/db/domain/law/filter/characters.ts';

const plain = (text: string): string => normalise(text).chars.join('');

test.each([
  ['ＮＡＮ', 'nan'], ['nǚ', 'nv'], ['nü', 'nv'], ['NÁN', 'nan'], ['限·男', '限男'], ['限\u200B男', '限男'], ['３５歲', '35岁'],
  ['女士優先勿擾', '女士优先勿扰'], ['♂', '男'], ['🚺', '女'], ['👷‍♂️小工', '小工'], ['👨‍🔧师傅', '师傅'], ['👨🏻工', '男工'], ['🚫女', '禁女'], ['2×3米', '23米'], ['女×', '女禁'],
  ['女嗯勿扰', '女勿扰'], ['㊚', '男'], ['⼥', '女'], ['①', '1'], ['㎏', 'kg'], ['', ''], ['，。！', ''], ['\uD800', ''],
])('%j reads %j', (text, read) => {
  expect(plain(text)).toBe(read);
});

test('gaps: none, a soft separator, the end of a clause', () => {
  expect(normalise('男女·工，保 洁').gaps).toEqual([2, 0, 1, 2, 1, 2]);
});

test('a dash between figures makes two figures, between words it is a separator', () => {
  expect(normalise('18-50').gaps).toEqual([2, 0, 2, 0, 2]);
  expect(normalise('限-男').gaps).toEqual([2, 1, 2]);
});

test('offsets are code units of the original', () => {
  const { chars, from, to } = normalise('💪限🙂男㎏');
  expect(chars).toEqual(['限', '男', 'k', 'g']);
  expect(from).toEqual([2, 5, 6, 6]);
  expect(to).toEqual([3, 6, 7, 7]);
});

test('a traditional form leads to one simplified form that is not itself traditional', () => {
  for (const [from, to] of simplified) {
    expect(Array.from(from + to)).toHaveLength(2);
    expect(simplified.get(to), `${from} → ${to}`).toBeUndefined();
  }
});
