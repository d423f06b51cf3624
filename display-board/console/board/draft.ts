/* A plan while it is arranged: pure steps of mouse and keys on the grid of its layout. What overlaps is allowed here and refused at publishing. */
import { gridOf, smallestOf, type BoardLayout, type BoardPlan, type BoardScene, type BoardZone, type PlacedZone } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';

export interface Where { readonly scene: BoardScene; readonly zone: BoardZone }

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

const zonesChanged = (plan: BoardPlan, scene: BoardScene, zones: PlacedZone[]): BoardPlan => ({ ...plan, scenes: { ...plan.scenes, [scene]: zones } });
const changed = (plan: BoardPlan, { scene, zone }: Where, change: (placed: PlacedZone) => PlacedZone): BoardPlan =>
  zonesChanged(plan, scene, plan.scenes[scene].map((placed) => (placed.zone === zone ? change(placed) : placed)));

/** By so many cells, never over the edge. */
export const moved = (plan: BoardPlan, where: Where, right: number, down: number): BoardPlan => changed(plan, where, (placed) => {
  const { columns, rows } = gridOf[plan.layout];
  return { ...placed, x: clamp(placed.x + right, 0, columns - placed.w), y: clamp(placed.y + down, 0, rows - placed.h) };
});

/** Wider and higher by so many cells, at least one cell, never over the edge. */
export const resized = (plan: BoardPlan, where: Where, wider: number, higher: number): BoardPlan => changed(plan, where, (placed) => {
  const { columns, rows } = gridOf[plan.layout];
  return { ...placed, w: clamp(placed.w + wider, 1, columns - placed.x), h: clamp(placed.h + higher, 1, rows - placed.y) };
});

export const removed = (plan: BoardPlan, { scene, zone }: Where): BoardPlan => zonesChanged(plan, scene, plan.scenes[scene].filter((placed) => placed.zone !== zone));

/** In the smallest size that says something, at the first place that is free; over the others in the corner when none is. */
export function added(plan: BoardPlan, { scene, zone }: Where): BoardPlan {
  const { columns, rows } = gridOf[plan.layout];
  const [w, h] = [Math.min(smallestOf[zone].w, columns), Math.min(smallestOf[zone].h, rows)];
  const taken = plan.scenes[scene];
  const free = (x: number, y: number): boolean => taken.every((one) => x + w <= one.x || one.x + one.w <= x || y + h <= one.y || one.y + one.h <= y);
  for (let y = 0; y + h <= rows; y++) for (let x = 0; x + w <= columns; x++) if (free(x, y)) return zonesChanged(plan, scene, [...taken, { zone, x, y, w, h }]);
  return zonesChanged(plan, scene, [...taken, { zone, x: 0, y: 0, w, h }]);
}

/** Another kind of panel: its shipped scenes and sizes, under the same name, by the same clock and loudspeaker. */
export function laidOut(plan: BoardPlan, layout: BoardLayout): BoardPlan {
  const { panel, scenes } = shippedPlan(plan.boardId, plan.label, layout);
  return { ...plan, layout, panel, scenes };
}

/** The size of the drawing of a panel in a room of so many pixels. */
export function drawn({ panel }: BoardPlan, roomWidth: number, roomHeight: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(roomWidth / panel.widthPx, roomHeight / panel.heightPx);
  return { width: Math.round(panel.widthPx * scale), height: Math.round(panel.heightPx * scale) };
}
