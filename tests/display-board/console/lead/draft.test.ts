/* Arranging a plan: whatever keys and mouse do, every zone stays on the grid of its panel; what is added is added once. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardLayouts, boardScenes, boardZones, gridOf, problemsOf, type BoardPlan } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { added, drawn, laidOut, moved, removed, resized } from '@kuaizhao/display-board/console/board/draft.ts';

const where = fc.record({ scene: fc.constantFrom(...boardScenes), zone: fc.constantFrom(...boardZones) });
const cells = fc.integer({ min: -60, max: 60 });
const step = fc.oneof(
  fc.tuple(where, cells, cells).map(([at, right, down]) => (plan: BoardPlan) => moved(plan, at, right, down)),
  fc.tuple(where, cells, cells).map(([at, wider, higher]) => (plan: BoardPlan) => resized(plan, at, wider, higher)),
  where.map((at) => (plan: BoardPlan) => removed(plan, at)),
  where.map((at) => (plan: BoardPlan) => (plan.scenes[at.scene].some(({ zone }) => zone === at.zone) ? plan : added(plan, at))),
  fc.constantFrom(...boardLayouts).map((layout) => (plan: BoardPlan) => laidOut(plan, layout)),
);

test('F16 a plan that is arranged by any keys and any mouse keeps its zones on the panel, each at most once', () => {
  fc.assert(fc.property(fc.constantFrom(...boardLayouts), fc.array(step, { maxLength: 40 }), (layout, steps) => {
    let plan = shippedPlan('board-1', '大厅', layout);
    for (const one of steps) {
      plan = one(plan);
      const { columns, rows } = gridOf[plan.layout];
      for (const { x, y, w, h } of Object.values(plan.scenes).flat()) expect(x >= 0 && y >= 0 && w >= 1 && h >= 1 && x + w <= columns && y + h <= rows).toBe(true);
      expect(problemsOf(plan).filter(({ code }) => code === 'outside' || code === 'twice')).toEqual([]);
    }
  }));
});

test('F16 a zone is added where it is free, in the size that says something; taken away, the plan is as it was', () => {
  const plan = shippedPlan('board-1', '大厅', 'wide');
  const bare = removed(plan, { scene: 'rush', zone: 'jobs' });
  const again = added(bare, { scene: 'rush', zone: 'jobs' });
  expect(problemsOf(bare).map(({ code }) => code)).toEqual(['noJobs']);
  expect(problemsOf(again)).toEqual([]);
  expect(removed(again, { scene: 'rush', zone: 'jobs' })).toEqual(bare);
});

test('F16 a panel of another kind begins with its own shipped scenes, under the same name and clock', () => {
  for (const layout of boardLayouts) {
    const plan = laidOut({ ...shippedPlan('board-1', '大厅', 'wide'), label: '大门', schedule: [{ from: '00:00', scene: 'quiet' }] }, layout);
    expect([problemsOf(plan), plan.label, plan.schedule]).toEqual([[], '大门', [{ from: '00:00', scene: 'quiet' }]]);
    const { width, height } = drawn(plan, 560, 318);
    expect(width <= 560 && height <= 318 && Math.abs(width / height - plan.panel.widthPx / plan.panel.heightPx) < 0.2).toBe(true);
  }
});
