/* What is said for a call. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipNames, isClipName, voiceLanguages } from '@kuaizhao/display-board/voice/clips.ts';
import { sentenceOf, sentencesOf } from '@kuaizhao/display-board/voice/sentence.ts';

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

test('a call to a table says the job, as people look for its number there', () => {
  expect(sentenceOf({ number: 'A012', toLabel: '5号洽谈桌', times: 1, jobNumber: 'J012' }).join(' ')).toBe('please A 0 1 2 number pause goTo 5 table pause job J 0 1 2');
});

test('so often in Chinese as the plan says, then once in English', () => {
  const sentences = sentencesOf({ number: 'A012', toLabel: '12号窗口', times: 1 }, { repeat: 2, second: 'en' });
  expect(sentences.map(({ language }) => language)).toEqual(['zh-CN', 'zh-CN', 'en']);
  expect(sentences[2]?.words.join(' ')).toBe('number A 0 1 2 pause goTo window twelve');
});

test.each([['3号窗口', 'window 3'], ['10号桌', 'table ten'], ['40号桌', 'table forty'], ['37号桌', 'table thirty 7'], ['B2号窗口', 'window B 2'], ['105号窗口', 'window 1 0 5'], ['08号窗口', 'window 0 8']])('%s in English', (label, words) => {
  expect(sentencesOf({ number: 'A001', toLabel: label, times: 1 }, { repeat: 1, second: 'en' })[1]?.words.join(' ')).toBe(`number A 0 0 1 pause goTo ${words}`);
});

test('no word is recorded in vain, and none is said that its language lacks', () => {
  const labels = ['3号窗口', '别处', ...Array.from({ length: 90 }, (_, at) => `${String(at + 10)}号桌`)];
  const said = ['A012', 'B345', 'C678', 'D999'].flatMap((number) => labels.flatMap((toLabel) => sentencesOf({ number, toLabel, times: 2, jobNumber: 'J001' }, { repeat: 1, second: 'en' })));
  for (const language of voiceLanguages) {
    const used = new Set(said.filter((one) => one.language === language).flatMap(({ words }) => words));
    expect(clipNames[language].filter((name) => !/^[A-Z]$/.test(name) && !used.has(name))).toEqual([]);
    expect([...used].filter((word) => word !== 'pause' && !clipNames[language].includes(word))).toEqual([]);
  }
});
