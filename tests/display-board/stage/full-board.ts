/* A hall in which every zone of the board has something to show, for each scene of a day. Numbers, plates and jobs; no people. */
import { courseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import type { BoardLayout, BoardPlan, BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { boardStateSchema, type BoardOrder, type BoardState, type BoardTable } from '@kuaizhao/sync-agent/contract/board.ts';
import { baysOf, withoutVan } from '@kuaizhao/display-board/board/preview/sample.ts';
import { sampleCourse } from '../../fixtures/city/offers.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { at0531, boardState, call, jobs } from './morning.ts';

export const minuteMs = 60_000;

const tables: readonly BoardTable[] = Array.from({ length: 24 }, (_, at): BoardTable => {
  const label = `${String(at + 1)}号桌`;
  const id = `t${String(at + 1)}`;
  if (at === 4) return { id, label, state: 'called', numbers: ['A117', 'A119'], jobNumber: 'J001' };
  if (at === 11) return { id, label, state: 'called', numbers: ['A120', 'A121', 'A124', 'A125', 'A126'], jobNumber: 'J012' };
  if (at % 3 === 0) return { id, label, state: 'talking', numbers: [`A${String(100 + at)}`], jobNumber: `J0${String(10 + at)}` };
  return { id, label, state: 'free', numbers: [] };
});

/** Each picture of the day at its hour. */
export const at: { readonly [S in BoardScene]: number } = { beforeOpening: at0531 - 100 * minuteMs, rush: at0531, quiet: at0531 + 330 * minuteMs, fair: at0531 + 210 * minuteMs, evening: at0531 + 700 * minuteMs };

const rich: Partial<BoardState> = {
  urgent: 0, cityNotices: [], moreWindows: 0, tables: [...tables],
  bays: baysOf(jobs),
  steady: jobs.filter((_, index) => [0, 2, 6, 8, 11].includes(index)).map((job, index) => ({ ...withoutVan(job), jobId: `s${String(index)}`, number: `J10${String(index)}`, pay: { kind: 'fixed' as const, unit: 'month' as const, amountFen: 480_000 + index * 40_000 }, settlement: 'month' as const, placesLeft: 3 + index * 4 })),
  figures: {
    countedAt: at0531,
    byHour: [[4, 212, 20], [5, 688, 196], [6, 240, 131], [7, 92, 60], [8, 40, 17], [9, 12, 6]].map(([hour = 0, seekers = 0, hires = 0]) => ({ hour, seekers, hires })),
    byTrade: [{ trade: '0101', places: 210, hires: 170 }, { trade: '0202', places: 80, hires: 71 }],
  },
  citySteady: [{ id: 'c1', trade: '0601', headcount: 20, workPlace: '高新区电子厂', pay: { kind: 'fixed', unit: 'month', amountFen: 550_000 }, settlement: 'month', meals: true, transport: true }],
  sheets: [courseSheet(sampleCourse), ...shippedLeaflets], wall: wallOf(hallSettings, '2026-11-21'),
};

/** What the agent would say at the hour of the scene. */
export function stateIn(scene: BoardScene, more: Partial<BoardState> = {}): BoardState {
  const shift = at[scene] - at0531;
  const calls: Partial<BoardState> = scene === 'rush' || scene === 'fair' ? {} : {
    calls: [call('e1', 'D002', 2, { at: at[scene] - 30_000 }), call('e2', 'B044', 1, { at: at[scene] - 300_000, open: false }), call('e3', 'C019', 2, { at: at[scene] - 900_000, open: false })],
  };
  const jobsThere = scene === 'beforeOpening' || scene === 'evening' ? [] : scene === 'quiet' ? jobs.slice(4, 12).map((job) => ({ ...withoutVan(job), startAt: job.startAt + 8 * 60 * minuteMs })) : jobs.map((job) => ({ ...job, startAt: job.startAt + (scene === 'fair' ? shift : 0), ...(job.leaveBy === undefined ? {} : { leaveBy: job.leaveBy + (scene === 'fair' ? shift : 0) }) }));
  return boardStateSchema.parse({ ...boardState({ ...rich, jobs: jobsThere, ...calls }), countedAt: at0531 + shift, ...more });
}

export const orderOf = (layout: BoardLayout, scene: BoardScene, more: Partial<BoardPlan> = {}): BoardOrder => ({ plan: { ...shippedPlan('board-1', '大厅', layout), ...more }, published: true, scene, why: 'clock', speaks: true });
