/* Sentences put together of clips: numbers as people say them, letters one by one, and nothing left over that no clip could say. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterPieces, numberPieces, numberVocabulary, speechOf } from '@kuaizhao/kiosk/voice/pieces.ts';

const zh = (n: number): string => numberPieces('zh-CN', n).join('');
const en = (n: number): string => numberPieces('en', n).join(' ');

test('§6 numbers as people say them', () => {
  expect([0, 7, 10, 12, 20, 21, 100, 105, 110, 320, 1_000, 1_005, 1_050, 1_206, 9_999].map(zh)).toEqual(['0', '7', '十', '十2', '2十', '2十1', '1百', '1百05', '1百1十', '3百2十', '1千', '1千05', '1千05十', '1千2百06', '9千9百9十9']);
  expect([0, 7, 10, 13, 20, 21, 100, 105, 1_206, 9_999].map(en)).toEqual(['0', '7', 'ten', 'thirteen', 'twenty', 'twenty 1', '1 hundred', '1 hundred 5', '1 thousand 2 hundred 6', '9 thousand 9 hundred ninety 9']);
});

test('§6 any number is made of clips that there are', () => {
  for (const language of ['zh-CN', 'en']) {
    const words = new Set(numberVocabulary(language));
    fc.assert(fc.property(fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.double()), (value) => { expect(numberPieces(language, value).filter((piece) => !words.has(piece))).toEqual([]); }));
  }
});

test('§6 a hall number is read one by one, and what cannot be said is left out', () => {
  expect(characterPieces('A012')).toEqual(['A', '0', '1', '2']);
  expect(characterPieces('鲁a·5K<!')).toEqual(['A', '5', 'K']);
});

test('§6 a text is spoken sentence by sentence, with its gaps filled', () => {
  expect(speechOf('zh-CN', '您的号码是：{{number}}。前面还有{{ahead}}人。', { number: ['A', '1'], ahead: ['十'] })).toEqual([['您的号码是', 'A', '1'], ['前面还有', '十', '人']]);
  expect(speechOf('en', 'Is it right? No. Dial 12333, e.g. now.')).toEqual([['Is it right'], ['No'], ['Dial', '1', '2', '3', '3', '3', 'e.g'], ['now']]);
  expect(speechOf('zh-CN', '未满 16 周岁。')).toEqual([['未满', '十', '6', '周岁']]);
  expect(speechOf('zh-CN', '{{number}}。')).toEqual([]);
});
