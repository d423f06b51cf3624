/* Plans of boards: the shipped ones are sound and can be read, and what is wrong with a plan is said by name. */
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { calledPxOf, emPxOf, fitOf, warningsOf } from '@kuaizhao/db/domain/boards/fit.ts';
import { boardLayouts, boardPlanSchema, boardZones, gridOf, inForce, problemsOf, type PlacedZone } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';

const wide = shippedPlan('board-1', '正门大屏', 'wide');

test.each(boardLayouts)('F16 the shipped plan %s is sound, and everything on it can be read from its distance', (layout) => {
  const plan = shippedPlan('board-1', '大屏', layout);
  expect(boardPlanSchema.parse(plan)).toEqual(plan);
  expect(problemsOf(plan)).toEqual([]);
  expect(warningsOf(plan)).toEqual([]);
});

test('§6 letters are 1/200 of the distance high and called numbers 1/100, on any panel', () => {
  // A panel of 1 mm a pixel: at 18 m a letter is 90 mm high, which is 100 mm of em.
  const panel = { widthPx: 2_000, heightPx: 1_000, widthMm: 2_000, metres: 18 };
  expect([emPxOf(panel), calledPxOf(panel)]).toEqual([100, 200]);
  expect(emPxOf({ ...panel, widthPx: 4_000 })).toBe(200);
  expect(emPxOf({ ...panel, metres: 1 })).toBe(12);
});

test('§6 farther away fewer rows fit, and the plan says where it becomes too little', () => {
  const jobs: PlacedZone = { zone: 'jobs', x: 0, y: 0, w: 16, h: 11 };
  const rows = [6, 12, 18, 30, 60].map((metres) => fitOf({ ...wide.panel, metres }, 'wide', jobs).rows);
  expect(rows).toEqual([...rows].sort((a, b) => b - a));
  expect(rows[0]).toBeGreaterThan(rows[4] ?? 0);
  expect(warningsOf({ ...wide, panel: { ...wide.panel, metres: 40 } })).toContainEqual({ scene: 'rush', zone: 'jobs', fit: expect.objectContaining({ short: true }) as object });
});

test('what is wrong is named with its place', () => {
  const rush = (...zones: PlacedZone[]) => problemsOf({ ...wide, scenes: { ...wide.scenes, rush: zones } }).map(({ code, at }) => `${code} ${at}`);
  const calls: PlacedZone = { zone: 'calls', x: 16, y: 0, w: 8, h: 11 };
  const jobs: PlacedZone = { zone: 'jobs', x: 0, y: 0, w: 16, h: 11 };
  expect(rush(jobs, calls)).toEqual([]);
  expect(rush(jobs)).toEqual(['noCalls scenes.rush']);
  expect(rush(calls)).toEqual(['noJobs scenes.rush']);
  expect(rush({ ...jobs, w: 17 }, calls)).toEqual(['overlap scenes.rush.1']);
  expect(rush(jobs, { ...calls, x: 17 })).toEqual(['outside scenes.rush.1']);
  expect(rush({ ...jobs, h: 2 }, calls)).toEqual(['tooSmall scenes.rush.0']);
  expect(rush(jobs, calls, { zone: 'calls', x: 0, y: 11, w: 6, h: 1 })).toEqual(['tooSmall scenes.rush.2', 'twice scenes.rush.2']);
  expect(problemsOf({ ...wide, schedule: [{ from: '05:00', scene: 'rush' }, { from: '04:00', scene: 'quiet' }] })).toEqual([{ code: 'order', at: 'schedule' }]);
});

test('any plan without a problem: no two zones on one cell, none outside', () => {
  assert(property(constantFrom(...boardLayouts), array(record({ zone: constantFrom(...boardZones), x: integer({ min: 0, max: 47 }), y: integer({ min: 0, max: 23 }), w: integer({ min: 1, max: 48 }), h: integer({ min: 1, max: 24 }) }), { maxLength: 6 }), (layout, zones) => {
    const plan = shippedPlan('board-1', '大屏', layout);
    const sound = problemsOf({ ...plan, scenes: { ...plan.scenes, quiet: zones } }).every(({ at }) => !at.startsWith('scenes.quiet.'));
    const { columns, rows } = gridOf[layout];
    const cells = zones.flatMap(({ x, y, w, h }) => Array.from({ length: w * h }, (_, n) => `${String(x + (n % w))} ${String(y + Math.floor(n / w))}`));
    const inside = zones.every(({ x, y, w, h }) => x + w <= columns && y + h <= rows);
    if (sound && (!inside || new Set(cells).size !== cells.length)) throw new Error('unsound');
  }), { numRuns: 500 });
});

test('the scene of the clock: the last entry that has begun, and at night yesterday’s last', () => {
  const scene = (time: string) => inForce(wide.schedule, time)?.scene;
  expect(['02:59', '03:00', '05:31', '09:30', '20:59', '23:00'].map(scene)).toEqual(['quiet', 'beforeOpening', 'rush', 'quiet', 'evening', 'quiet']);
});
