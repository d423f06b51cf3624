/* Long texts in pieces, sheets in pages, bays in their order. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import { lettersIn, piecesOf } from '@kuaizhao/display-board/board/paging/lines-of.ts';
import { lanes } from '@kuaizhao/display-board/board/zones/bay-lanes.ts';
import { sheetPages } from '@kuaizhao/display-board/board/zones/sheet-pages.ts';
import { shortLabels } from '@kuaizhao/display-board/board/zones/short-labels.ts';

test('a long notice is cut where a reader takes breath', () => {
  expect(piecesOf('求职、用工、打印全部免费，谁收钱请打热线。', 14)).toEqual(['求职、用工、打印全部免费，', '谁收钱请打热线。']);
  expect(piecesOf('短', 14)).toEqual(['短']);
  expect(piecesOf('  ', 14)).toEqual([]);
});

test('a number, a time, a plate or an amount is never parted', () => {
  expect(piecesOf('每人3,000元，工期12.5天', 4)).toEqual(['每人', '3,000元', '，工期', '12.5天']);
  expect(piecesOf('明早06:30在北门上车', 4)).toEqual(['明早', '06:30在', '北门上车']);
  expect(piecesOf('热线0531-88123456免费', 8)).toEqual(['热线', '0531-88123456', '免费']);
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('工地', '，', '在', '。', ' 到 '), fc.constantFrom('3,000', '06:30', '12.5', '鲁A12345', '400')), { maxLength: 40 }), fc.integer({ min: 10, max: 30 }), (words, letters) => {
    const pieces = piecesOf(words.join('，'), letters);
    for (const word of words.filter((one) => /\d/.test(one))) expect(pieces.some((piece) => piece.includes(word))).toBe(true);
    expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(words.join('，').replaceAll(/\s/gu, ''));
  }));
});

test('no letter is lost, none stands outside, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, letters) => {
    const pieces = piecesOf(text, letters);
    expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
    for (const piece of pieces) expect(lettersIn(piece)).toBeLessThanOrEqual(Math.max(letters, 1));
  }));
});

test('every sentence of every sheet is on a page, and no title stands alone', () => {
  for (const language of ['zh-CN', 'en']) {
    for (const rows of [3, 6, 12]) {
      const pages = sheetPages(shippedLeaflets, language, rows, 20);
      const text = pages.flat().map((line) => line.text).join('').replaceAll(' ', '');
      for (const { lines } of shippedLeaflets) for (const line of lines) expect(text).toContain((language === 'en' ? line.en : line.zh).replaceAll(' ', '').slice(0, 8));
      for (const page of pages) {
        expect(page[0]?.kind).toBe('title');
        expect(page.at(-1)?.kind).not.toBe('title');
      }
    }
  }
});

test('bays lie in the order of their numbers, vans of one bay one after the other', () => {
  const van = (bay: string, jobNumber: string) => ({ bay, jobNumber, trade: '0101', startAt: 1_800_000_000_000 });
  expect(lanes([van('10号车位', 'J001'), van('2号车位', 'J002'), van('10号车位', 'J003')]).map(({ bay, vans }) => [bay, ...vans.map((one) => one.jobNumber)])).toEqual([['2号车位', 'J002'], ['10号车位', 'J001', 'J003']]);
});

test('free tables are named shortly when their names allow it', () => {
  expect(shortLabels(['2号桌', '3号桌', 'B4号桌'])).toBe('2 3 B4号桌');
  expect(shortLabels(['2号桌', '贵宾桌'])).toBe('2号桌 贵宾桌');
  expect(shortLabels([])).toBe('');
});
