/* What a big board shows where, and when: a grid of zones for each scene of the day, the panel it hangs on, and the loudspeaker beside it. Data, arranged at the console. */
import { z } from 'zod';
import { idSchema, textSchema } from '../scalars.ts';

export const boardLayouts = ['wide', 'portrait', 'wall', 'strip'] as const;
export type BoardLayout = (typeof boardLayouts)[number];
/** Cells of each layout: 16:9, upright, two panels side by side (32:9), and a strip of LED of two lines. */
export const gridOf: { readonly [L in BoardLayout]: { readonly columns: number; readonly rows: number } } = {
  wide: { columns: 24, rows: 12 }, portrait: { columns: 12, rows: 24 }, wall: { columns: 48, rows: 12 }, strip: { columns: 48, rows: 2 },
};

export const boardZones = ['jobs', 'calls', 'tables', 'notices', 'figures', 'steady', 'training', 'policy', 'bays', 'rules'] as const;
export type BoardZone = (typeof boardZones)[number];

/** Before opening, the crowd at dawn, the quiet day, a fair, and the evening when wages are paid. */
export const boardScenes = ['beforeOpening', 'rush', 'quiet', 'fair', 'evening'] as const;
export type BoardScene = (typeof boardScenes)[number];

const cell = z.int().min(0).max(48);
export const placedZoneSchema = z.strictObject({ zone: z.enum(boardZones), x: cell, y: cell, w: cell.min(1), h: cell.min(1) });
export type PlacedZone = z.infer<typeof placedZoneSchema>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const panelSchema = z.strictObject({
  widthPx: z.int().min(320).max(16_384), heightPx: z.int().min(48).max(16_384),
  /** of the picture itself, without the frame */
  widthMm: z.int().min(200).max(40_000),
  /** from the panel to the last person who has to read it */
  metres: z.number().min(1).max(60),
});
export type Panel = z.infer<typeof panelSchema>;

export const boardVoiceSchema = z.strictObject({
  /** boards with the same loudspeaker take turns: one of them speaks */
  speaker: idSchema,
  /** calls to these windows and tables and to no others; to all when absent */
  places: z.array(idSchema).min(1).max(260).optional(),
  /** times each call is said, one after the other */
  repeat: z.int().min(1).max(3),
  /** said after the first language, in places where it is needed */
  second: z.enum(['en']).optional(),
  /** percent from a time of the day on; the last entry holds through the night */
  volume: z.array(z.strictObject({ from: clockTime, percent: z.int().min(0).max(100) })).min(1).max(12),
});

const sceneZones = z.array(placedZoneSchema).max(boardZones.length);
export const boardPlanSchema = z.strictObject({
  boardId: idSchema, label: textSchema(20),
  layout: z.enum(boardLayouts), panel: panelSchema,
  scenes: z.strictObject({ beforeOpening: sceneZones, rush: sceneZones, quiet: sceneZones, fair: sceneZones, evening: sceneZones }),
  /** by local time; before the first entry of a day the last one holds */
  schedule: z.array(z.strictObject({ from: clockTime, scene: z.enum(boardScenes) })).min(1).max(24),
  /** a board without a loudspeaker is silent */
  voice: boardVoiceSchema.optional(),
});
export type BoardPlan = z.infer<typeof boardPlanSchema>;

/** Below this, in cells, a zone says nothing to anybody. On a strip one line is enough. */
export const smallestOf: { readonly [Z in BoardZone]: { readonly w: number; readonly h: number } } = {
  jobs: { w: 10, h: 4 }, calls: { w: 6, h: 4 }, tables: { w: 6, h: 3 }, notices: { w: 8, h: 1 }, figures: { w: 6, h: 2 },
  steady: { w: 8, h: 3 }, training: { w: 6, h: 3 }, policy: { w: 6, h: 3 }, bays: { w: 8, h: 4 }, rules: { w: 8, h: 3 },
};

export const planProblems = ['outside', 'overlap', 'tooSmall', 'twice', 'noCalls', 'noJobs', 'order'] as const;
/** `at`: a path inside the plan. */
export interface PlanProblem { readonly code: (typeof planProblems)[number]; readonly at: string }

/** What is wrong with a plan that fits its schema; nothing for a sound one. Whoever is called must be seen in every scene, and jobs in the rush; a strip has room for calls alone. */
export function problemsOf({ layout, scenes, schedule, voice }: BoardPlan): PlanProblem[] {
  return [
    ...boardScenes.flatMap((scene) => zoneProblems(layout, scenes[scene], `scenes.${scene}`)),
    ...boardScenes.flatMap((scene): PlanProblem[] => (scenes[scene].some(({ zone }) => zone === 'calls') ? [] : [{ code: 'noCalls', at: `scenes.${scene}` }])),
    ...(layout === 'strip' || scenes.rush.some(({ zone }) => zone === 'jobs') ? [] : [{ code: 'noJobs', at: 'scenes.rush' } as const]),
    ...unordered(schedule.map(({ from }) => from), 'schedule'),
    ...unordered(voice?.volume.map(({ from }) => from) ?? [], 'voice.volume'),
  ];
}

function zoneProblems(layout: BoardLayout, zones: readonly PlacedZone[], at: string): PlanProblem[] {
  const { columns, rows } = gridOf[layout];
  return zones.flatMap((one, index): PlanProblem[] => {
    const here = `${at}.${String(index)}`;
    const smallest = smallestOf[one.zone];
    const earlier = zones.slice(0, index);
    return [
      ...(one.x + one.w > columns || one.y + one.h > rows ? [{ code: 'outside', at: here } as const] : []),
      ...(one.w < Math.min(smallest.w, columns) || one.h < Math.min(smallest.h, layout === 'strip' ? 1 : rows) ? [{ code: 'tooSmall', at: here } as const] : []),
      ...(earlier.some(({ zone }) => zone === one.zone) ? [{ code: 'twice', at: here } as const] : []),
      ...(earlier.some((other) => overlap(one, other)) ? [{ code: 'overlap', at: here } as const] : []),
    ];
  });
}

const overlap = (one: PlacedZone, other: PlacedZone): boolean => one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;

const unordered = (times: readonly string[], at: string): PlanProblem[] => (times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time) ? [] : [{ code: 'order', at }]);

/** The entry that holds at a local time, `05:31`: the last that has begun, and before the first of the day the last one of yesterday. */
export function inForce<T extends { readonly from: string }>(entries: readonly T[], time: string): T | undefined {
  return entries.findLast(({ from }) => from <= time) ?? entries.at(-1);
}
