/* What stands on the wall, decided without a browser: whose words are written on the map, who is ranked, how many pages there are, what is old. */
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { busyOf, placeName, shortName } from '@kuaizhao/display-board/city/map/busy.ts';
import { placeLabels, type Mark } from '@kuaizhao/display-board/city/map/place-labels.ts';
import { filledOf, oldNumbers, pagesOf, rowsOfPage } from '@kuaizhao/display-board/city/wall/ranks.ts';
import { cityFigures, manyHalls } from '../stage/morning.ts';

const { halls } = cityFigures();
const hall = (hallId: string) => { const found = halls.find((one) => one.hallId === hallId); if (found === undefined) throw new Error(hallId); return found; };

test('F24 words on the map lie within it, over no mark and over no other words, wherever the halls are', () => {
  const width = 1_000;
  const height = 560;
  const letter = 26;
  const wide = (text: string): number => Array.from(text).reduce((sum, one) => sum + (one < '⺀' ? 0.58 : 1), 0) * letter;
  assert(property(array(record({ x: integer({ min: 30, max: 970 }), y: integer({ min: 30, max: 530 }), weight: integer({ min: 0, max: 900 }), name: constantFrom('东关', '市中区舜耕家政', '历城区遥墙') }), { maxLength: 60 }), (spots) => {
    const marks = spots.map(({ x, y, weight, name }, index): Mark => ({ id: String(index), x, y, size: 20, weight, lines: [name, '拥挤 702人'] }));
    const labels = placeLabels(marks, { width, height, letter });
    const boxes = [...labels].map(([id, { x, y, anchor }]) => {
      const span = Math.max(...(marks[Number(id)]?.lines ?? []).map(wide));
      const left = anchor === 'middle' ? x - span / 2 : anchor === 'start' ? x : x - span;
      return { left, right: left + span, top: y - letter * 0.9, bottom: y - letter * 0.9 + 2 * letter * 1.12 };
    });
    const meet = (one: { left: number; right: number; top: number; bottom: number }, other: typeof one): boolean => one.left < other.right - 0.01 && other.left < one.right - 0.01 && one.top < other.bottom - 0.01 && other.top < one.bottom - 0.01;
    for (const [at, box] of boxes.entries()) {
      expect([box.left >= -0.01, box.right <= width + 0.01, box.top >= -0.01, box.bottom <= height + 0.01]).toEqual([true, true, true, true]);
      for (const other of boxes.slice(at + 1)) expect(meet(box, other)).toBe(false);
      for (const { x, y, size } of marks) expect(meet(box, { left: x - size, right: x + size, top: y - size, bottom: y + size })).toBe(false);
    }
    // One hall alone always has its words.
    expect(labels.size).toBeGreaterThanOrEqual(Math.min(1, marks.length));
  }), { numRuns: 300 });
  // Of many on one spot the heaviest has them.
  const crowd = Array.from({ length: 200 }, (_, at): Mark => ({ id: String(at), x: 500 + (at % 20) * 4, y: 280 + Math.floor(at / 20) * 4, size: 9, weight: at, lines: ['东关', '正常 1人'] }));
  expect([...placeLabels(crowd, { width, height, letter }).keys()][0]).toBe('199');
});

test('F16 F24 quiet, open, crowded, silent: by who waits and the threshold of the staff, and silent whatever was said before', () => {
  const at = (waiting: number, state: 'online' | 'late' | 'never' = 'online') => busyOf({ ...hall('h1'), state, counts: { ...hall('h1').counts, waiting } }, 60);
  expect([at(0), at(4), at(5), at(59), at(60), at(600, 'late'), at(0, 'never'), busyOf(undefined, 60)]).toEqual(['quiet', 'quiet', 'open', 'open', 'crowded', 'silent', 'silent', 'silent']);
  expect(['济南市历下区东关综合零工市场', '济南市历下区零工市场', '济南市章丘区刁镇零工超市'].map(placeName)).toEqual(['东关', '历下区', '刁镇']);
  expect(['济南市历下区东关综合零工市场', '章丘市场', '济南市零工市场'].map(shortName)).toEqual(['历下区东关', '章丘市场', '济南市零工市场']);
});

test('F26 rankings: by hires, by share filled, of today alone; then every hall once', () => {
  const pages = pagesOf([...halls, { ...hall('h1'), hallId: 'h9', businessDay: '2026-11-20' }]);
  const ids = (kind: string): string[] => pages.filter((page) => page.kind === kind).flatMap((page) => page.halls.map(({ hallId }) => hallId));
  expect(ids('hires')).toEqual(['h2', 'h1', 'h3', 'h4']);
  expect(ids('filled')).toEqual(['h1', 'h2', 'h3', 'h4']);
  expect(ids('halls')).toEqual(['h1', 'h2', 'h3', 'h4', 'h5', 'h9']);
  expect(filledOf({ ...hall('h1'), counts: { ...hall('h1').counts, places: 9, hires: 9 } })).toBeUndefined();
  const many = pagesOf(manyHalls(200).figures.halls);
  expect([many.length, Math.max(...many.map((page) => page.halls.length))]).toEqual([2 + 200 / rowsOfPage, rowsOfPage]);
  expect(new Set(many.filter(({ kind }) => kind === 'halls').flatMap((page) => page.halls.map(({ hallId }) => hallId))).size).toBe(200);
  expect(pagesOf([])).toEqual([]);
});

test('F16 old figures in the totals are named with their age; of a hall that stands at yesterday nothing is in them', () => {
  expect(oldNumbers(halls)).toEqual({ halls: 1, since: hall('h3').lastSeenAt });
  expect(oldNumbers(halls.filter(({ hallId }) => hallId !== 'h3'))).toBeUndefined();
  expect(oldNumbers(halls.map((one) => (one.hallId === 'h3' ? { ...one, businessDay: '2026-11-20' } : one)))).toBeUndefined();
});
