/* A host's table in the synthetic morning: its job with long words, two called numbers with prices, candidates, hires, sealed quotes and lots. */
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Answers } from './console-stage.ts';
import { at0531, floorState } from './morning.ts';

const minutes = 60_000;
const at = (time: string): number => Date.parse(`2026-11-21T${time}:00+08:00`);

export const jobTerms: JobTerms = {
  trade: '0101', headcount: 1_020 - 21, pay: { kind: 'fixed', amountFen: 22_000, unit: 'day' }, settlement: 'done', place: '唐冶新区万科工地', bay: '1号车位', plate: '鲁A3K812', startAt: at('06:30'), leaveBy: at('06:00'), hoursPerDay: 9, days: 2,
  meals: true, transport: true, tools: false, hazards: ['height', 'heavyLoad'], protection: true, insurance: 'employer', validUntil: at('18:00'), title: '搬运砂石水泥和瓷砖上楼，工地有电梯，砂石按方算，瓷砖按箱算，做完当天付清', remark: '自带饭盒。𬭎䶮路口上车。',
};
export const askedJob = { jobId: 'job-1', number: 'J001', businessDay: '2026-11-21', terms: jobTerms, jobKind: 'daily' as const, state: 'open' as const, placesLeft: 12, postedAt: at('04:52') };

/** Table 5 with two called numbers, chosen on this device. */
export function tableFloor(): Partial<FloorState> {
  const { tables } = floorState();
  return { tables: [...tables].sort((one, other) => other.calls.length - one.calls.length), printers: ['printer-1', 'printer-2'], unheard: [], papers: [] };
}

type Talk = QueryReply<'talks'>['talks'][number];
const talk = (callId: string, number: string, more: Partial<Talk>): Talk => ({
  callId, jobId: 'job-1', tableId: 't5', state: 'called', at: at0531 - minutes, times: 1, until: at0531 + 9 * minutes, number, named: false, offers: [], jobNumber: 'J001', trade: '0101', ...more,
});
const hire = (n: number, more: Partial<QueryReply<'myJobPeople'>['hires'][number]>): QueryReply<'myJobPeople'>['hires'][number] => ({
  hireId: `hire-${String(n)}`, number: `H${String(n).padStart(3, '0')}`, businessDay: '2026-11-21', state: 'agreed', at: at0531 - 4 * minutes, startsAt: at('06:30'), endsAt: at('15:30'), settleBy: at('20:00'), agreedPay: { amountFen: 22_000, unit: 'day' }, settlement: 'done', marks: {},
  queueNumber: `A0${String(70 + n)}`, shortName: '李*', ...more,
});

export const atTable: Answers = {
  talks: { talks: [
    talk('c6', 'A117', { shortName: '王*', state: 'talking', until: at0531 + 22 * minutes, offers: [{ side: 'worker', pay: { amountFen: 26_000, unit: 'day' }, at: at0531 - 50_000 }, { side: 'employer', pay: { amountFen: 24_000, unit: 'day' }, at: at0531 - 20_000 }] }),
    talk('c7', 'A119', { shortName: '赵*', named: true }),
  ] },
  sessions: { sessions: [{ sessionId: 'session-1', tableId: 't5', jobId: 'job-1', jobNumber: 'J001', why: 'plannedLong', scarce: false, openedAt: at0531 - 2 * minutes, called: 2 }], next: null, scarce: false },
  job: { job: { ...askedJob, employerId: 'employer-1', employerName: '样例建筑劳务有限公司', employerKind: 'enterprise', changes: 0, checkAfter: false, findings: [], notices: [] }, decisions: [] },
  candidates: { candidates: (['front', 'byPlan', 'byPlan', 'byPlan', 'byPlan', 'byPlan'] as const).map((reason, n) => ({ ticketId: `ticket-${String(n)}`, number: `A${String(129 + n)}`, reason, since: at0531 - (40 - n) * minutes, crew: n === 2 ? 3 : 1 })) },
  myJobPeople: {
    job: { jobId: 'job-1', number: 'J001', trade: '0101', mode: 'open', state: 'open', headcount: 999, placesLeft: 12 }, called: [], hires: [hire(1, {}), hire(2, { shortName: '周*', state: 'undone' }), hire(3, { shortName: '吴*', agreedPay: { amountFen: 23_000, unit: 'day' } })],
    quotes: { wanted: false, sealed: 0, opened: [] },
  },
  paperOf: { paper: { printJobId: 'print-9', printer: 'printer-1', copy: 1, state: 'printed' } },
};

const numbers = ['A129', 'A131', 'A133', 'A140', 'A141', 'A150', 'A152', 'A155'];
/** The same table with a job that draws lots and takes sealed prices. */
export const atDrawTable: Answers = {
  ...atTable,
  myJobPeople: {
    job: { jobId: 'job-1', number: 'J001', trade: '0101', mode: 'draw', state: 'open', headcount: 999, placesLeft: 12 }, called: [], hires: [],
    quotes: { wanted: true, sealed: 3, opened: [{ quoteId: 'q1', shortName: '孙*', pay: { amountFen: 21_000, unit: 'day' }, at: at0531 - 9 * minutes, openedAt: at0531 - minutes }] },
  },
  drawSheet: { draw: { drawId: 'draw-1', jobId: 'job-1', jobNumber: 'J001', openedAt: at0531 - 6 * minutes, numbers, listHash: '3f'.repeat(32), afterOrder: 900, drawn: { at: at0531 - 2 * minutes, values: ['v1'], seed: 'a9'.repeat(32), lots: numbers.toReversed() } } },
};
