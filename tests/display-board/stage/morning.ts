/* One morning in a synthetic hall, as the agent would tell it to its faces. No people: numbers, jobs and counts. */
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import type { BoardBay, BoardCall, BoardFigures, BoardJob, BoardState, BoardTable } from '@kuaizhao/sync-agent/contract/board.ts';
import type { CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import type { CityFigures, HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { Desk, FloorCall, FloorState } from '@kuaizhao/sync-agent/contract/console.ts';

/** 2026-11-21 05:31:20 in China. */
export const at0531 = Date.parse('2026-11-20T21:31:20Z');
const clock = (time: string): number => Date.parse(`2026-11-21T${time}:00+08:00`);

type JobLine = readonly [trade: string, headcount: number, left: number, pay: number | undefined, unit: 'day' | 'hour' | 'piece' | 'squareMetre' | 'halfDay', place: string, start: string, bay?: string, leave?: string, plate?: string];
const lines: readonly JobLine[] = [
  ['0101', 20, 12, 22_000, 'day', '唐冶新区万科工地', '06:30', '1号车位', '06:00', '鲁A3K812'],
  ['0101', 6, 2, 24_000, 'day', '董家镇物流园', '07:00', '2号车位', '06:20', '鲁AD92017'],
  ['0102', 4, 3, 38_000, 'day', '雪山片区安置房', '06:30', '4号车位', '06:05', '鲁A71B36'],
  ['0103', 3, 0, 36_000, 'day', '雪山片区安置房', '06:30', '4号车位', '06:05', '鲁A71B36'],
  ['0201', 8, 6, 3_750, 'hour', '零点社区搬家', '07:30'],
  ['0202', 10, 7, 26_000, 'day', '盖家沟货运市场', '06:15', '3号车位', '05:50', '鲁AQ5508'],
  ['0301', 5, 4, 16_000, 'day', '高新区创新谷写字楼保洁项目部', '08:00'],
  ['0302', 1, 1, undefined, 'day', '燕山小区', '09:00'],
  ['0401', 6, 6, 18_000, 'day', '大明湖酒店后厨', '09:30', '6号车位', '08:40', '鲁AF3391'],
  ['0501', 9, 9, 15_000, 'day', '旅游路绿化带', '07:00', '5号车位', '06:25', '鲁A8M220'],
  ['0502', 20, 14, 350, 'piece', '仲宫镇苹果园', '07:00', '7号车位', '06:10', '鲁A05D77'],
  ['0601', 30, 22, 2_100, 'hour', '临港经济开发区电子厂', '08:00', '8号车位', '07:10', '鲁AB6119'],
  ['0106', 2, 2, 9_500, 'halfDay', '花园路旧房改造', '08:30'],
  ['0105', 3, 1, 1_200, 'squareMetre', '奥体西路商铺', '07:30', '2号车位', '06:50', '鲁AK3305'],
];

export const jobs: readonly BoardJob[] = lines.map(([trade, headcount, placesLeft, amountFen, unit, workPlace, start, bay, leave, plate], at) => ({
  jobId: `job-${String(at + 1)}`, number: `J${String(at + 1).padStart(3, '0')}`, trade, headcount, placesLeft,
  pay: amountFen === undefined ? { kind: 'negotiable' } : { kind: 'fixed', amountFen, unit }, settlement: at % 3 === 0 ? 'atOnce' : 'done',
  workPlace, startAt: clock(start), meals: at % 2 === 0, transport: bay !== undefined,
  ...(bay === undefined ? {} : { bay }), ...(leave === undefined ? {} : { leaveBy: clock(leave) }), ...(plate === undefined ? {} : { plate }),
}));

/** Of these some came as an online order: a short place, the longest, and the one with the widest pay. */
const cameOnline: ReadonlySet<string> = new Set(['J001', 'J007', 'J014']);
export const onlineJobs: readonly BoardJob[] = jobs.map((job) => (cameOnline.has(job.number) ? { ...job, online: true as const } : job));

export const call = (callId: string, number: string, where: number, more: Partial<BoardCall> = {}): BoardCall => ({
  callId, number, to: { kind: 'window', id: `w${String(where)}` }, toLabel: `${String(where)}号窗口`, times: 1, at: at0531 - 20_000, open: true, ...more,
});
const toTable = (table: number, jobNumber: string): Partial<BoardCall> => ({ to: { kind: 'table', id: `t${String(table)}` }, toLabel: `${String(table)}号洽谈桌`, jobNumber });

/** Newest first. */
export const rushCalls: readonly BoardCall[] = [
  call('c9', 'A128', 3, { at: at0531 - 8_000 }),
  call('c8', 'B017', 1, { at: at0531 - 25_000 }),
  call('c7', 'A119', 5, { ...toTable(5, 'J001'), at: at0531 - 60_000 }),
  call('c6', 'A117', 5, { ...toTable(5, 'J001'), at: at0531 - 60_000 }),
  call('c5', 'C004', 2, { at: at0531 - 90_000, open: false }),
  call('c4', 'A104', 2, { ...toTable(2, 'J006'), at: at0531 - 130_000, open: false }),
  call('c3', 'B016', 1, { at: at0531 - 190_000, open: false }),
];

export const tables: readonly BoardTable[] = ['1', '2', '3', '4', '5', '6'].map((n) => ({
  id: `t${n}`, label: `${n}号洽谈桌`, ...(n === '5' ? { state: 'called' as const, numbers: ['A117', 'A119'], jobNumber: 'J001' } : n === '2' ? { state: 'talking' as const, numbers: ['A104'], jobNumber: 'J006' } : { state: 'free' as const, numbers: [] }),
}));
const leaves = (job: BoardJob): number => job.leaveBy ?? job.startAt;
/** The vans of these jobs, the next to leave first. */
export const bays: readonly BoardBay[] = jobs.filter(({ bay }) => bay !== undefined).toSorted((one, other) => leaves(one) - leaves(other))
  .map(({ bay = '', plate, leaveBy, startAt, number, trade }) => ({ bay, startAt, jobNumber: number, trade, ...(plate === undefined ? {} : { plate }), ...(leaveBy === undefined ? {} : { leaveBy }) }));
export const steady: readonly BoardJob[] = (['0601', '0301', '0401'] as const).map((trade, at) => ({
  jobId: `steady-${String(at + 1)}`, number: `J${String(at + 81).padStart(3, '0')}`, trade, headcount: 20 - at * 6, placesLeft: 12 - at * 4, pay: { kind: 'fixed', amountFen: 620_000 - at * 80_000, unit: 'month' }, settlement: 'month',
  workPlace: ['临港经济开发区电子厂', '高新区创新谷写字楼', '大明湖酒店后厨'][at] ?? '', startAt: clock('08:00') + 86_400_000, meals: true, transport: at === 0,
}));
export const figures: BoardFigures = {
  countedAt: at0531 - 4_000,
  byHour: [{ hour: 3, seekers: 12, hires: 0 }, { hour: 4, seekers: 610, hires: 122 }, { hour: 5, seekers: 662, hires: 308 }],
  byTrade: [{ trade: '0101', places: 118, hires: 96 }, { trade: '0601', places: 90, hires: 61 }, { trade: '0502', places: 74, hires: 60 }, { trade: '0202', places: 52, hires: 47 }, { trade: '0501', places: 41, hires: 30 }],
};

export const boardState = (more: Partial<BoardState> = {}): BoardState => ({
  version: 41, countedAt: at0531, hallName: '济南市历城区唐冶综合零工市场', hotline: '0531-88123456',
  notices: ['求职、用工、打印全部免费，谁收钱请打热线。', '乘车前请看清车牌，先谈好工钱再上车。'],
  urgent: 0, cityNotices: [], jobs: [...jobs], calls: [...rushCalls], tables: [...tables], bays: [...bays], steady: [...steady], citySteady: [], figures, sheets: [...shippedLeaflets], fairs: [], trades: [], wall: [], moreWindows: 0,
  counts: { seekers: 1_284, waiting: 356, jobs: 96, places: 512, placesLeft: 82, hires: 430 }, ...more,
});

export const emptyBoard: BoardState = boardState({ jobs: [], calls: [], counts: { seekers: 3, waiting: 3, jobs: 0, places: 0, placesLeft: 0, hires: 0 } });

const floorCall = (one: BoardCall, trades: string[], jobId?: string): FloorCall => ({ ...one, shown: [{ boardId: 'board-1', at: one.at + 80 }], spoken: [], trades, ...(jobId === undefined ? {} : { jobId }) });
const device = (deviceId: string, role: 'kiosk' | 'board' | 'console', more: Partial<FloorState['devices'][number]> = {}): FloorState['devices'][number] => ({ deviceId, role, connected: true, since: at0531 - 5_400_000, ...more });

export const floorState = (more: Partial<FloorState> = {}): FloorState => ({
  version: 41, countedAt: at0531, day: '2026-11-21', counts: boardState().counts,
  services: [
    { code: 'work', label: '找活', waiting: 342, next: 'A129' }, { code: 'rights', label: '劳动维权', waiting: 4, next: 'B018' },
    { code: 'training', label: '技能培训', waiting: 8, next: 'C005' }, { code: 'policy', label: '政策咨询', waiting: 2, next: 'D002' },
  ],
  windows: [
    { id: 'w1', label: '1号窗口', services: ['rights'], call: floorCall(rushCalls[1]!, []) },
    { id: 'w2', label: '2号窗口', services: ['training', 'policy'] },
    { id: 'w3', label: '3号窗口', services: ['work'], call: floorCall(rushCalls[0]!, ['0101', '0201']) },
    { id: 'w4', label: '4号窗口', services: ['work'] },
  ],
  tables: [
    { id: 't2', label: '2号洽谈桌', calls: [] },
    { id: 't5', label: '5号洽谈桌', calls: [floorCall(rushCalls[3]!, ['0101'], 'job-1'), floorCall(rushCalls[2]!, ['0101', '0502'], 'job-1')] },
    { id: 't6', label: '6号洽谈桌', calls: [] },
  ],
  jobs: jobs.map((job, at) => ({ ...job, eligible: [64, 64, 18, 9, 40, 31, 22, 5, 12, 8, 27, 51, 7, 6][at] ?? 0 })),
  devices: [
    device('kiosk-1', 'kiosk', { reader: 'ready', printer: 'ready' }), device('kiosk-2', 'kiosk', { reader: 'ready', printer: 'nearEnd' }),
    device('kiosk-3', 'kiosk', { connected: false, since: at0531 - 240_000, reader: 'outOfService', printer: 'unreachable' }), device('board-1', 'board'), device('console-1', 'console'),
  ],
  papers: [{ printJobId: 'p1', printer: 'kiosk-3', kind: 'queueTicket', number: 'A093', state: 'unknown' }],
  unheard: ['A117', 'A119'], ...more,
});

export const desk: Desk = {
  hallName: boardState().hallName,
  staff: [
    { staffId: 's1', staffName: '窗口一', role: 'clerk' }, { staffId: 's2', staffName: '窗口二', role: 'clerk' }, { staffId: 's3', staffName: '洽谈一', role: 'host' },
    { staffId: 's4', staffName: '洽谈二', role: 'host' }, { staffId: 's5', staffName: '值班主管', role: 'supervisor' }, { staffId: 's6', staffName: '管理员', role: 'admin' },
  ],
};

const hall = (hallId: string, name: string, state: HallFigures['state'], numbers: readonly [seekers: number, waiting: number, jobs: number, places: number, left: number, hires: number], more: Partial<HallFigures> = {}): HallFigures => {
  const [seekers, waiting, jobCount, places, placesLeft, hires] = numbers;
  return {
    hallId, name, state, seq: seekers * 7 + hires, counts: { seekers, waiting, jobs: jobCount, places, placesLeft, hires }, ratio: seekers === 0 ? null : places / seekers,
    ...(state === 'never' ? {} : { lastSeenAt: at0531 - 2_000, businessDay: '2026-11-21' }), ...more,
  };
};

const halls: HallFigures[] = [
  hall('h1', '济南市历城区唐冶综合零工市场', 'online', [1_284, 356, 96, 512, 82, 430]),
  hall('h2', '济南市天桥区北园建筑零工市场', 'online', [2_130, 702, 141, 1_860, 655, 1_205], { behindMs: 180_000 }),
  hall('h3', '济南市槐荫区西客站零工驿站', 'late', [318, 77, 40, 402, 190, 212], { lastSeenAt: at0531 - 780_000 }),
  hall('h4', '济南市章丘区明水零工集市', 'online', [96, 30, 12, 88, 51, 37]),
  hall('h5', '济南市长清区大学城零工超市', 'never', [0, 0, 0, 0, 0, 0]),
];
const sum = (pick: (one: HallFigures) => number): number => halls.reduce((total, one) => total + pick(one), 0);

export const cityFigures = (more: Partial<CityFigures> = {}): CityFigures => ({
  version: 7, at: at0531, halls,
  totals: {
    seekers: sum((one) => one.counts.seekers), waiting: sum((one) => one.counts.waiting), jobs: sum((one) => one.counts.jobs), places: sum((one) => one.counts.places),
    placesLeft: sum((one) => one.counts.placesLeft), hires: sum((one) => one.counts.hires), ratio: sum((one) => one.counts.places) / sum((one) => one.counts.seekers),
  },
  byTrade: [
    { trade: '0101', places: 890, hires: 640, seekers: 1_310 }, { trade: '0102', places: 322, hires: 208, seekers: 280 }, { trade: '0201', places: 260, hires: 190, seekers: 402 },
    { trade: '0601', places: 540, hires: 310, seekers: 470 }, { trade: '0502', places: 205, hires: 160, seekers: 240 }, { trade: '0301', places: 170, hires: 122, seekers: 350 },
    { trade: '0401', places: 120, hires: 71, seekers: 160 }, { trade: '0106', places: 66, hires: 40, seekers: 58 }, { trade: '0107', places: 90, hires: 32, seekers: 41 },
  ], ...more,
});

const day = (back: number): string => new Date(at0531 + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10);
/** What the live figures hang on: four of the five halls have their place, and thirty days went by, two of them without any hall open. */
export const cityWall = (more: Partial<CityWall> = {}): CityWall => ({
  at: at0531, crowdedFrom: 500,
  halls: halls.map(({ hallId, name }, index) => ({ hallId, name, ...(index === 4 ? {} : { spot: { x: [760, 480, 240, 900][index] ?? 0, y: [420, 300, 520, 600][index] ?? 0 } }) })),
  days: Array.from({ length: 30 }, (_, at) => 29 - at).filter((back) => back !== 11 && back !== 12).map((back) => {
    const seekers = back === 0 ? 3_828 : 4_100 + ((back * 731) % 900);
    return { day: day(back), seekers, places: back === 0 ? 2_862 : 3_000 + ((back * 557) % 1_300), hires: back === 0 ? 1_884 : 2_300 + ((back * 389) % 500) };
  }), ...more,
});

/** As many halls of one city, all within it: for a wall that has to show them all. */
export function manyHalls(many: number): { readonly figures: CityFigures; readonly wall: CityWall } {
  const kinds = ['市场', '驿站', '集市', '超市'];
  const areas = ['历城区', '天桥区', '槐荫区', '章丘区', '长清区', '市中区', '历下区'];
  const some = Array.from({ length: many }, (_, at) => {
    const places = 20 + ((at * 37) % 300);
    const counts = [30 + ((at * 53) % 400), (at * 29) % 120, 5 + (at % 40), places, places % 17, Math.min(places, (at * 41) % 210)] as const;
    return hall(`m${String(at + 1).padStart(3, '0')}`, `济南市${areas[at % 7] ?? ''}第${String(at + 1)}街道综合零工${kinds[at % 4] ?? ''}`, at % 31 === 30 ? 'late' : 'online', counts, at % 31 === 30 ? { lastSeenAt: at0531 - (at + 2) * 60_000 } : {});
  });
  const spots = some.map(({ hallId, name }, at) => ({ hallId, name, spot: { x: (at * 389 + 70) % 1_000, y: (at * 617 + 130) % 1_000 } }));
  const total = (pick: (one: HallFigures) => number): number => some.reduce((whole, one) => whole + pick(one), 0);
  const totals = { seekers: total(({ counts }) => counts.seekers), waiting: total(({ counts }) => counts.waiting), jobs: total(({ counts }) => counts.jobs), places: total(({ counts }) => counts.places), placesLeft: total(({ counts }) => counts.placesLeft), hires: total(({ counts }) => counts.hires) };
  return { figures: cityFigures({ halls: some, totals: { ...totals, ratio: totals.places / totals.seekers } }), wall: cityWall({ halls: spots, crowdedFrom: 100 }) };
}
