/* Grids that page instead of scrolling: everything has a place, and nothing is smaller than a thumb wants. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planGrid } from '@kuaizhao/kiosk/kit/grid-plan.ts';

const size = fc.integer({ min: 300, max: 2000 });
const needs = fc.record({
  count: fc.integer({ min: 0, max: 200 }), width: size, height: size, gap: fc.integer({ min: 12, max: 16 }), minTileWidth: fc.integer({ min: 80, max: 290 }), minTileHeight: fc.integer({ min: 80, max: 180 }),
  maxColumns: fc.integer({ min: 1, max: 8 }), goodTileHeight: fc.integer({ min: 180, max: 220 }), pagerHeight: fc.constant(95), order: fc.constantFrom('list' as const, 'field' as const),
});

test('every thing has its place on some page, and no tile is under its least size', () => {
  fc.assert(fc.property(needs, (need) => {
    const { columns, rows, pages } = planGrid(need);
    expect(columns * rows * pages).toBeGreaterThanOrEqual(need.count);
    expect((need.width - (columns - 1) * need.gap) / columns).toBeGreaterThanOrEqual(need.minTileWidth);
    const height = pages > 1 ? need.height - need.pagerHeight : need.height;
    expect((height - (rows - 1) * need.gap) / rows).toBeGreaterThanOrEqual(need.minTileHeight);
    expect(columns * rows * (pages - 1)).toBeLessThan(Math.max(1, need.count));
    expect(columns).toBeLessThanOrEqual(need.maxColumns);
  }));
});

const field = { count: 16, width: 1016, height: 1400, gap: 14, minTileWidth: 200, minTileHeight: 200, maxColumns: 6, goodTileHeight: 230, pagerHeight: 95, order: 'field' } as const;

test('sixteen trades stand four by four', () => expect(planGrid(field)).toEqual({ columns: 4, rows: 4, pages: 1 }));
test('five choices read down one column', () => expect(planGrid({ ...field, count: 5, order: 'list', maxColumns: 2 })).toEqual({ columns: 1, rows: 5, pages: 1 }));
test('a list too long for one column takes two', () => expect(planGrid({ ...field, count: 9, order: 'list', maxColumns: 2 })).toEqual({ columns: 2, rows: 5, pages: 1 }));
test('a list too long for the screen turns pages', () => expect(planGrid({ ...field, count: 40, order: 'list', maxColumns: 2 })).toEqual({ columns: 2, rows: 6, pages: 4 }));
