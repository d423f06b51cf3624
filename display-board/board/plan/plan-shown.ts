/* Which zones this page shows, how large a letter is, and the plan of a board that nobody has arranged yet. Pure. */
import { emPxOf } from '@kuaizhao/db/domain/boards/fit.ts';
import { gridOf, type BoardLayout, type BoardPlan, type BoardScene, type PlacedZone } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';

/** Of the page in CSS pixels. */
export interface Viewport { readonly width: number; readonly height: number }

export interface PlanShown {
  readonly layout: BoardLayout;
  readonly scene: BoardScene;
  readonly zones: readonly PlacedZone[];
  readonly columns: number;
  readonly rows: number;
  /** CSS pixels of the smallest letter's em: the page's rem */
  readonly remPx: number;
  /** so little height that the head would take the room of a call */
  readonly tight: boolean;
  /** so little width that the hotline has no room beside the hall's name */
  readonly narrow: boolean;
}

/** Below this the hall's name and the hotline give their room to the zones. */
const tightRem = 14;
const narrowRem = 50;

/** The layout whose shape is nearest to the page's. */
function layoutFor({ width, height }: Viewport): BoardLayout {
  const shape = width / Math.max(1, height);
  return shape >= 6 ? 'strip' : shape >= 2.6 ? 'wall' : shape >= 1 ? 'wide' : 'portrait';
}

/** A board that nobody has arranged: the plan shipped for a panel of its shape, as in the rush at any hour, for nobody has said when its day begins. */
export const planWithout = (viewport: Viewport): { readonly plan: BoardPlan; readonly scene: BoardScene } => ({ plan: shippedPlan('board', '', layoutFor(viewport)), scene: 'rush' });

/** `scale`: how much larger everything is than the plan says. The page may have more or fewer pixels than the panel (4K by scaling, a preview): letters keep their share of the picture. */
export function planShown({ layout, panel, scenes }: BoardPlan, scene: BoardScene, { width, height }: Viewport, scale: number): PlanShown {
  const remPx = emPxOf(panel) * Math.min(width / panel.widthPx, height / panel.heightPx) * scale;
  return { layout, scene, zones: scenes[scene], ...gridOf[layout], remPx, tight: height / remPx < tightRem, narrow: width / remPx < narrowRem };
}
