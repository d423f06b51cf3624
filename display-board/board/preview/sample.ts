/* A made-up morning for the preview of a plan: as much of everything as a full hall has, so that what does not fit is seen before it hangs on the wall. */
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { BoardBay, BoardCall, BoardJob, BoardState, BoardTable } from '@kuaizhao/sync-agent/contract/board.ts';

const minuteMs = 60_000;
const jobCount = 60;
const tableCount = 24;
const digits3 = (n: number): string => String(n).padStart(3, '0');

/** Places of all lengths, the longest that a posting takes among them. */
const places = ['样例工地一期', '样例小区', '样例物流园三号库', '样例市高新区创新谷写字楼保洁项目部东区二期地下停车场出入口装卸平台', '样例酒店后厨', '样例苹果园'] as const;

/** The picture at `now`; nothing of it is of a real hall. */
export function sampleState(now: Instant): BoardState {
  const jobs = Array.from({ length: jobCount }, (_, at) => sampleJob(at, now));
  return {
    version: 1, countedAt: now, hallName: '样例市样例区综合零工市场', hotline: '0000-00000000',
    notices: ['求职、用工、打印全部免费，谁收钱请打热线。', '乘车前请看清车牌，先谈好工钱再上车。'], urgent: 0, cityNotices: [],
    jobs, calls: sampleCalls(now), tables: Array.from({ length: tableCount }, (_, at) => sampleTable(at)),
    bays: baysOf(jobs),
    steady: jobs.slice(0, 12).map((job) => ({ ...withoutVan(job), pay: { kind: 'fixed', unit: 'month', amountFen: 480_000 } })),
    citySteady: [], figures: { countedAt: now, byHour: [[4, 212, 20], [5, 688, 196], [6, 240, 131], [7, 92, 60]].map(([hour = 0, seekers = 0, hires = 0]) => ({ hour, seekers, hires })), byTrade: [] },
    trades: [], sheets: [...shippedLeaflets], wall: [{ code: 'free', numbers: [] }, { code: 'firstCome', numbers: [] }, { code: 'workFirstCome', numbers: [] }, { code: 'modeOpen', numbers: [] }, { code: 'modeDraw', numbers: [] }],
    fairs: [], moreWindows: 0, counts: { seekers: 1_284, waiting: 356, jobs: 96, places: 512, placesLeft: 82, hires: 430 },
  };
}

/** The vans of these jobs, as the agent tells them. */
export const baysOf = (jobs: readonly BoardJob[]): BoardBay[] =>
  jobs.flatMap(({ bay, plate, leaveBy, startAt, number, trade }) => (bay === undefined ? [] : [{ bay, startAt, jobNumber: number, trade, ...(plate === undefined ? {} : { plate }), ...(leaveBy === undefined ? {} : { leaveBy }) }]));

/** The same work, to which people go by themselves. */
export function withoutVan({ bay: _bay, plate: _plate, leaveBy: _leaveBy, ...job }: BoardJob): BoardJob {
  return job;
}

function sampleJob(at: number, now: Instant): BoardJob {
  const bay = at % 3 === 0 ? undefined : `${String((at % 8) + 1)}号车位`;
  return {
    jobId: `sample-${String(at)}`, number: `J${digits3(at + 1)}`, trade: trades()[at % trades().length]?.code ?? '0101', headcount: 10 + at, placesLeft: at % 11 === 10 ? 0 : at % 17 === 16 ? 1_200 : at + 1,
    pay: at % 9 === 8 ? { kind: 'negotiable' } : { kind: 'fixed', amountFen: 20_000 + at * 100, unit: 'day' }, settlement: at % 2 === 0 ? 'atOnce' : 'done',
    workPlace: places[at % places.length] ?? '', startAt: now + (60 + at) * minuteMs, meals: at % 2 === 0, transport: bay !== undefined,
    ...(bay === undefined ? {} : { bay, plate: `样A${String(10_000 + at)}`, leaveBy: now + (5 + at * 3) * minuteMs }),
  };
}

const sampleCalls = (now: Instant): BoardCall[] => Array.from({ length: 9 }, (_, at) => {
  const toTable = at % 2 === 1;
  const place = String(at + 1);
  return {
    callId: `sample-${place}`, number: `A${digits3(128 - at)}`, to: { kind: toTable ? 'table' : 'window', id: `sample-${place}` }, toLabel: toTable ? `${place}号洽谈桌` : `${place}号窗口`,
    ...(toTable ? { jobNumber: `J${digits3(at)}` } : {}), times: 1, at: now - at * minuteMs, open: at < 5,
  };
});

function sampleTable(at: number): BoardTable {
  const of = { id: `sample-${String(at)}`, label: `${String(at + 1)}号桌` };
  if (at % 5 === 0) return { ...of, state: 'called', numbers: [`A${digits3(100 + at)}`, `A${digits3(101 + at)}`], jobNumber: `J${digits3(at + 1)}` };
  return at % 3 === 0 ? { ...of, state: 'talking', numbers: [`A${digits3(60 + at)}`], jobNumber: `J${digits3(at + 1)}` } : { ...of, state: 'free', numbers: [] };
}
