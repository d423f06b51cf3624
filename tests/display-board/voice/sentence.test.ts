/* What is said for a call. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipNames, isClipName } from '@kuaizhao/display-board/voice/clips.ts';
import { sentenceOf } from '@kuaizhao/display-board/voice/sentence.ts';

const said = (number: string, toLabel: string, times = 1): string => sentenceOf({ number, toLabel, times }).join(' ');

test('a window: 请 A 零 一 二 号 · 到 三 号窗口', () => {
  expect(said('A012', '3号窗口')).toBe('please A 0 1 2 number pause goTo 3 window');
});

test('a table, and a number of five digits', () => {
  expect(said('B10457', '5号洽谈桌')).toBe('please B 1 0 4 5 7 number pause goTo 5 table');
  expect(said('A001', '5号桌')).toBe('please A 0 0 1 number pause goTo 5 table');
});

test('a recall begins with 再次呼叫', () => {
  expect(said('A012', '3号窗口', 2)).toBe('again pause please A 0 1 2 number pause goTo 3 window');
});

test.each([
  ['10号窗口', 'goTo ten window'], ['12号窗口', 'goTo ten 2 window'], ['20号窗口', 'goTo 2 ten window'], ['37号桌', 'goTo 3 ten 7 table'], ['105号窗口', 'goTo 1 0 5 window'],
  ['08号窗口', 'goTo 0 8 window'], ['B2号窗口', 'goTo B 2 window'], ['3 号窗口', 'goTo 3 window'],
])('%s as people say it', (label, words) => {
  expect(said('A001', label)).toBe(`please A 0 0 1 number pause ${words}`);
});

test.each(['综合窗口', '三号窗口', '3号贵宾厅', '', '3号窗口旁边', '1234号窗口'])('“%s” is not guessed: 请看大屏', (label) => {
  expect(said('A001', label)).toBe('please A 0 0 1 number pause seeBoard');
});

test('whatever the label, every word has a clip and every digit of the number is said', () => {
  fc.assert(fc.property(fc.stringMatching(/^[A-Z]\d{3,5}$/), fc.string(), fc.integer({ min: 1, max: 9 }), (number, toLabel, times) => {
    const words = sentenceOf({ number, toLabel, times });
    expect(words.every((word) => word === 'pause' || isClipName(word))).toBe(true);
    expect(words.join(' ')).toContain(`please ${Array.from(number).join(' ')} number`);
  }));
});

test('no word is recorded in vain', () => {
  const used = new Set(['A012', 'B345', 'C678', 'D999'].flatMap((number) => ['3号窗口', '12号桌', '别处'].flatMap((label) => sentenceOf({ number, toLabel: label, times: 2 }))));
  expect(clipNames.filter((name) => !/^[A-Z]$/.test(name) && !used.has(name))).toEqual([]);
});
