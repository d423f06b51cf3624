/* A good plan for each kind of panel, to begin with: who is called on the side where people come in from, jobs as wide as can be, and what nobody needs at dawn only later in the day. */
import type { BoardLayout, BoardPlan, BoardScene, Panel, PlacedZone } from './plan.ts';

const at = (zone: PlacedZone['zone'], x: number, y: number, w: number, h: number): PlacedZone => ({ zone, x, y, w, h });

type Scenes = { readonly [S in BoardScene]: PlacedZone[] };
const scenesOf: { readonly [L in BoardLayout]: Scenes } = {
  wide: {
    beforeOpening: [at('rules', 0, 0, 15, 7), at('calls', 15, 0, 9, 7), at('steady', 0, 7, 15, 4), at('figures', 15, 7, 9, 4), at('notices', 0, 11, 24, 1)],
    rush: [at('jobs', 0, 0, 16, 11), at('calls', 16, 0, 8, 11), at('notices', 0, 11, 24, 1)],
    quiet: [at('jobs', 0, 0, 15, 7), at('calls', 15, 0, 9, 7), at('policy', 0, 7, 8, 4), at('training', 8, 7, 7, 4), at('figures', 15, 7, 9, 4), at('notices', 0, 11, 24, 1)],
    fair: [at('jobs', 0, 0, 13, 11), at('tables', 13, 5, 11, 6), at('calls', 13, 0, 11, 5), at('notices', 0, 11, 24, 1)],
    evening: [at('policy', 0, 0, 15, 5), at('calls', 15, 0, 9, 7), at('steady', 0, 5, 15, 6), at('figures', 15, 7, 9, 4), at('notices', 0, 11, 24, 1)],
  },
  portrait: {
    beforeOpening: [at('calls', 0, 0, 12, 7), at('rules', 0, 7, 12, 9), at('steady', 0, 16, 12, 7), at('notices', 0, 23, 12, 1)],
    rush: [at('calls', 0, 0, 12, 8), at('jobs', 0, 8, 12, 15), at('notices', 0, 23, 12, 1)],
    quiet: [at('calls', 0, 0, 12, 7), at('jobs', 0, 7, 12, 9), at('policy', 0, 16, 12, 4), at('figures', 0, 20, 12, 3), at('notices', 0, 23, 12, 1)],
    fair: [at('calls', 0, 0, 12, 7), at('tables', 0, 7, 12, 6), at('jobs', 0, 13, 12, 10), at('notices', 0, 23, 12, 1)],
    evening: [at('calls', 0, 0, 12, 7), at('policy', 0, 7, 12, 8), at('steady', 0, 15, 12, 8), at('notices', 0, 23, 12, 1)],
  },
  wall: {
    beforeOpening: [at('rules', 0, 0, 20, 11), at('steady', 20, 0, 16, 11), at('calls', 36, 0, 12, 11), at('notices', 0, 11, 48, 1)],
    rush: [at('jobs', 0, 0, 26, 11), at('bays', 26, 0, 11, 11), at('calls', 37, 0, 11, 11), at('notices', 0, 11, 48, 1)],
    quiet: [at('jobs', 0, 0, 20, 11), at('policy', 20, 0, 16, 5), at('training', 20, 5, 16, 6), at('calls', 36, 0, 12, 7), at('figures', 36, 7, 12, 4), at('notices', 0, 11, 48, 1)],
    fair: [at('jobs', 0, 0, 22, 11), at('tables', 22, 0, 14, 11), at('calls', 36, 0, 12, 11), at('notices', 0, 11, 48, 1)],
    evening: [at('policy', 0, 0, 18, 11), at('steady', 18, 0, 18, 11), at('calls', 36, 0, 12, 7), at('figures', 36, 7, 12, 4), at('notices', 0, 11, 48, 1)],
  },
  strip: {
    beforeOpening: [at('notices', 0, 0, 30, 2), at('calls', 30, 0, 18, 2)],
    rush: [at('calls', 0, 0, 48, 2)],
    quiet: [at('calls', 0, 0, 24, 2), at('notices', 24, 0, 24, 2)],
    fair: [at('calls', 0, 0, 48, 2)],
    evening: [at('notices', 0, 0, 30, 2), at('calls', 30, 0, 18, 2)],
  },
};

/** Walls of LED four and six metres wide for a hall, an upright screen of 55 inches for a passage, a strip over the door. A screen of 55 inches is read from 4 m and not from 15. */
const panelOf: { readonly [L in BoardLayout]: Panel } = {
  wide: { widthPx: 1_920, heightPx: 1_080, widthMm: 4_000, metres: 12 }, portrait: { widthPx: 1_080, heightPx: 1_920, widthMm: 685, metres: 3.5 },
  wall: { widthPx: 3_840, heightPx: 1_080, widthMm: 8_000, metres: 12 }, strip: { widthPx: 1_920, heightPx: 160, widthMm: 3_840, metres: 12 },
};

/** The day as most halls have it. */
const schedule: BoardPlan['schedule'] = [{ from: '03:00', scene: 'beforeOpening' }, { from: '04:00', scene: 'rush' }, { from: '09:30', scene: 'quiet' }, { from: '16:30', scene: 'evening' }, { from: '21:00', scene: 'quiet' }];

/** A plan to begin with, silent: who has a loudspeaker says which. */
export const shippedPlan = (boardId: string, label: string, layout: BoardLayout): BoardPlan => ({ boardId, label, layout, panel: panelOf[layout], scenes: structuredClone(scenesOf[layout]), schedule: structuredClone(schedule) });
