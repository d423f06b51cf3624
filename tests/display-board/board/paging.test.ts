/* Pages: long enough to read, still while somebody is called, every row on exactly one page. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, dwellMs, nextPage } from '@kuaizhao/display-board/kit/paging.ts';

test('a page stands eight seconds, then the next, and round again', () => {
  let paging = { page: 0, since: 0 };
  paging = nextPage(paging, { now: dwellMs - 1, pages: 2, heldUntil: 0 });
  expect(paging.page).toBe(0);
  paging = nextPage(paging, { now: dwellMs, pages: 2, heldUntil: 0 });
  expect(paging.page).toBe(1);
  expect(nextPage(paging, { now: 2 * dwellMs, pages: 2, heldUntil: 0 }).page).toBe(0);
});

test('while a call is fresh nothing turns', () => {
  const paging = { page: 0, since: 0 };
  expect(nextPage(paging, { now: dwellMs + 500, pages: 3, heldUntil: dwellMs + 1_000 })).toBe(paging);
  expect(nextPage(paging, { now: dwellMs + 1_000, pages: 3, heldUntil: dwellMs + 1_000 }).page).toBe(1);
});

test('fewer pages than before: the last there is', () => {
  expect(nextPage({ page: 4, since: 0 }, { now: 1, pages: 2, heldUntil: 0 })).toEqual({ page: 1, since: 1 });
  expect(nextPage({ page: 4, since: 0 }, { now: 1, pages: 0, heldUntil: 0 })).toEqual({ page: 0, since: 1 });
});

test('never less than the dwell between two turns, never a page that does not exist', () => {
  fc.assert(fc.property(fc.array(fc.record({ wait: fc.nat(3_000), pages: fc.nat(6), held: fc.nat(20_000) }), { maxLength: 200 }), (looks) => {
    let paging = { page: 0, since: 0 };
    let now = 0;
    for (const { wait, pages, held } of looks) {
      now += wait;
      const before = paging;
      paging = nextPage(paging, { now, pages, heldUntil: held });
      expect(paging.page).toBeLessThan(Math.max(1, pages));
      const turned = paging.page !== before.page && before.page < pages;
      expect(turned && (now - before.since < dwellMs || now < held)).toBe(false);
    }
  }));
});

test('cutting loses and doubles nothing', () => {
  fc.assert(fc.property(fc.array(fc.nat()), fc.integer({ min: 0, max: 9 }), (items, size) => {
    const pages = cut(items, size);
    expect(pages.flat()).toEqual(items);
    expect(pages.every((page) => page.length > 0 && page.length <= Math.max(1, size))).toBe(true);
  }));
});
