/* What a synthetic hall's records say, as the agent would answer: figures of a month, ledgers, catalogue, evidence. Nobody in here exists. */
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import type { FiguresReport, FiguresRequest } from '@kuaizhao/db/domain/records/figures/report.ts';
import { dayAfter } from '@kuaizhao/db/domain/records/period.ts';
import { figures } from '@kuaizhao/db/domain/records/figures/measures.ts';
import { at0531, jobs } from './morning.ts';
import type { Answers } from './console-stage.ts';

const today = '2026-11-21';
const hash = '7c1f9a3e'.repeat(8);
/** The same number for the same place in the report, without chance. */
const some = (place: number, most: number): number => (place * 7_919 + 13) % most;

function report({ report: id, from, to }: FiguresRequest): FiguresReport {
  const definition = reportDefinitions.find((one) => one.id === id) ?? reportDefinitions[0];
  if (definition === undefined) throw new Error('no reports');
  const values = (place: number, share: number): (number | null)[] => definition.figures.map((name, at) => {
    const { unit } = figures[name];
    return unit === 'ms' ? (6 + some(place + at, 19)) * 60_000 : unit === 'ratio' ? Math.round(20 + some(place + at, 60)) / 100 : Math.round((600 + some(place * 3 + at, 900)) * share);
  });
  const periods = definition.period === 'day' ? Array.from({ length: 21 }, (_, at) => dayAfter(today, at - 20)).filter((day) => day >= from && day <= to) : definition.period === 'week' ? ['2026-W45', '2026-W46', '2026-W47'] : ['2026-10', '2026-11'];
  const keys = definition.by === 'trade' ? ['0101', '0202', '0601', '0502', '0301', '0201', '0106'] : definition.by === 'hour' ? ['04', '05', '06', '07', '08', '09'] : definition.by === 'service' ? ['work', 'rights', 'training', 'policy'] : ['longWait', 'goodJobs'];
  const totals = periods.map((period, at) => ({ period, key: '', values: values(at, 1) }));
  return {
    hallId: 'hall-1', definition, from, to, totals, cut: false, countedAt: at0531, seal: { seq: 48_213, chain: hash, digest: hash },
    rows: definition.by === 'all' ? totals : periods.flatMap((period, at) => keys.map((key, index) => ({ period, key, values: values(at + index, 0.3 / (index + 1)) }))),
  };
}

const minute = 60_000;
const rows = <R>(count: number, row: (at: number) => R): R[] => Array.from({ length: count }, (_, at) => row(at));
const number = (series: string, at: number): string => `${series}${String(at).padStart(3, '0')}`;
const surnames = ['张*', '王*', '李*', '赵*', '䶮*', '欧*'];
const states = ['served', 'waiting', 'called', 'missed', 'parked', 'closed'] as const;
const employers = ['济南历城区唐冶新区建筑工程有限公司第三项目经理部劳务分包管理处', '刘*', '顺达货运站', '山东鲁班装饰工程有限公司', '燕山小区物业'] as const;
const places = ['唐冶新区万科工地', '盖家沟货运市场', '临港经济开发区电子厂', '仲宫镇苹果园', '高新区创新谷写字楼'] as const;

export const recordsAnswers: Answers = {
  reports: { reports: [...reportDefinitions] },
  figures: report,
  seekersLedger: {
    rows: rows(30, (at) => ({
      day: today, place: 430 - at, number: number('A', 430 - at), at: at0531 - at * minute, ticketId: `t-${String(at)}`, ...(at % 7 === 3 ? {} : { visitId: `v-${String(at)}`, workerId: `w-${String(at)}`, person: { name: surnames[at % 6] ?? '', sex: at % 4 === 0 ? 'female' as const : 'male' as const } }),
      trades: at % 3 === 0 ? ['0101', '0102', '0201', '0502', '0601'] : ['0101'], state: states[at % 6] ?? 'waiting',
      hires: at % 5 === 0 ? [{ hireId: `h-${String(at)}`, number: number('H', 210 - at), jobNumber: 'J001', employerId: 'e1' }] : [],
    })), next: { day: today, place: 400 },
  },
  jobsLedger: {
    rows: jobs.map((job, at) => ({
      day: today, place: 96 - at, number: job.number, at: at0531 - at * minute, jobId: job.jobId, employerId: `e${String(at)}`, employerKind: at % 5 === 1 ? 'household' as const : 'enterprise' as const, employerName: employers[at % 5] ?? '',
      trade: job.trade, headcount: at === 0 ? 1_200 : job.headcount, placesLeft: job.placesLeft, hires: at === 0 ? 1_188 : job.headcount - job.placesLeft, pay: job.pay, settlement: job.settlement, workPlace: job.workPlace, startAt: job.startAt, days: 1, hoursPerDay: 8,
      state: (['open', 'open', 'open', 'filled', 'takenDown'] as const)[at % 5] ?? 'open',
    })),
  },
  hiresLedger: {
    rows: rows(30, (at) => ({
      day: today, place: 430 - at, number: number('H', 430 - at), at: at0531 - at * minute, hireId: `h-${String(at)}`, jobId: 'job-1', jobDay: today, jobNumber: number('J', 1 + at % 14), queueNumber: number('A', 100 + at), headcount: 20,
      workPlace: places[at % 5] ?? '', startAt: at0531 + 3_600_000, trade: jobs[at % 14]?.trade ?? '0101', employerId: 'e1', employerKind: 'enterprise' as const, employerName: employers[at % 5] ?? '', workerId: `w-${String(at)}`, person: { name: surnames[at % 6] ?? '', sex: 'male' as const },
      pay: { amountFen: 22_000 + at * 500, unit: 'day' as const }, settlement: 'done' as const,
    })), next: { day: today, place: 400 },
  },
  catalogue: {
    day: today, countedAt: at0531,
    trades: [...new Set(jobs.map((job) => job.trade))].map((trade) => ({ trade, jobs: 1, places: 20, placesLeft: 12 })),
    items: jobs.map((job, at) => ({ place: at + 1, number: job.number, jobId: job.jobId, trade: job.trade, headcount: job.headcount, placesLeft: job.placesLeft, pay: job.pay, settlement: job.settlement, workPlace: job.workPlace, startAt: job.startAt, hoursPerDay: 8, days: 1 + at % 3, meals: job.meals, transport: job.transport, open: job.placesLeft > 0 })),
  },
  exports: {
    exports: [
      { exportId: 'x3', at: at0531 - 40 * minute, what: 'seekers', format: 'xlsx', from: '2026-11-01', to: today, personal: true, rows: 24_118, digest: hash, by: 'me', approvedBy: 's6' },
      { exportId: 'x2', at: at0531 - 900 * minute, what: 'figures', format: 'csv', from: '2026-11-01', to: '2026-11-20', personal: false, rows: 20, digest: hash, by: 's6' },
      { exportId: 'x1', at: at0531 - 2_400 * minute, what: 'placements', format: 'csv', from: '2026-10-01', to: '2026-10-31', personal: true, rows: 9_870, digest: hash, by: 's6', approvedBy: 'me' },
    ],
  },
  journal: {
    rows: rows(60, (at) => ({ seq: 48_213 - at, at: at0531 - at * 23_000, fact: (['ticketIssued', 'ticketCalled', 'hireConfirmed', 'printFinished', 'jobPosted', 'noShowMarked', 'recordsExported', 'shiftStarted'] as const)[at % 8] ?? 'ticketIssued', about: `019aa4c1-${String(7_000 + at * 37)}-7c1f`, ...(at % 8 === 4 ? { by: 's1' } : at % 8 > 5 ? { by: 's6' } : {}), hash })),
    next: { seq: 48_150 }, head: { seq: 48_213, hash }, checked: { from: 48_114, to: 48_213 },
  },
  audit: {
    rows: rows(60, (at) => ({
      seq: 90_412 - at, at: at0531 - at * 19_000, day: '2026-11-21', times: at % 8 === 3 ? 14 : 1, hash,
      ...([
        { act: 'command', who: 's1', role: 'clerk', device: 'console-2', name: 'callNext', subject: '019aa4c1-7074-7c1f', outcome: 'ok', journal: 48_213 },
        { act: 'command', who: 'kiosk-1', role: 'kiosk', device: 'kiosk-1', name: 'takeTicket', subject: '019aa4c1-7081-7c1f', outcome: 'ok', journal: 48_210 },
        { act: 'personalRead', who: 's6', role: 'admin', device: 'console-1', name: 'accessCopy', outcome: 'ok' },
        { act: 'refused', who: 'kiosk-2', role: 'kiosk', device: 'kiosk-2', name: 'closeDay', outcome: 'notYourRole' },
        { act: 'signInFailed', who: 'nobody', role: 'nobody', device: 'console-4', outcome: 'pinWrong' },
        { act: 'signedIn', who: 's1', role: 'clerk', device: 'console-2', outcome: 'ok' },
        { act: 'command', who: 'agent', role: 'agent', name: 'tendCalls', subject: '019aa4c1-7099-7c1f', outcome: 'ok', journal: 48_190 },
        { act: 'backupMade', who: 'operator', role: 'operator', subject: '4fd1a3c07be2d911', outcome: 'ok' },
      ] as const)[at % 8] ?? { act: 'started', who: 'agent', role: 'agent', outcome: 'ok' } as const,
    })),
    next: { seq: 90_353 }, head: { count: 90_412, hash }, checked: { from: 90_313, to: 90_412 },
  },
  cityHalls: { halls: [{ hallId: 'hall-1', name: '济南市历城区唐冶综合零工市场' }, { hallId: 'hall-2', name: '济南市天桥区无影山综合零工市场', address: '无影山中路样例院', hotline: '0531-88123457' }, { hallId: 'hall-3', name: '济南市章丘区明水建筑行业零工市场', hotline: '0531-88123458' }].map(({ hotline, ...hall }) => ({ ...hall, ...(hotline === undefined ? {} : { hotline: hotline.replace('-', '') }) })) },
  directory: {
    hallId: 'hall-1', name: '济南市历城区唐冶综合零工市场', kind: 'market', district: '370112', hotline: '0531-88123456', services: ['劳动维权', '技能培训', '政策咨询'], openDays: 30, firstDay: '2026-10-20', lastDay: '2026-11-20',
    averageSeekers: 1_204.3, averagePlaces: 880.1, averageHires: 412.7, mainTrades: ['0101', '0202', '0601', '0502'], opensBetween: { earliest: '03:58', latest: '04:12' }, countedAt: at0531,
  },
  evidence: {
    rows: rows(40, (at) => ({ measure: 'hires' as const, day: today, seq: 48_213 - at * 17, at: at0531 - at * 41_000, amount: 1, fact: 'hireConfirmed', subjectId: `h-${String(at)}`, number: number('H', 430 - at) })),
    next: { measure: 'hires', day: today, seq: 47_000, part: 0 },
  },
  trace: {
    things: [{ kind: 'hire', id: 'h-1', number: 'H430' }, { kind: 'ticket', id: 't-1', number: 'A128' }, { kind: 'visit', id: 'v-1' }, { kind: 'call', id: 'c-1' }, { kind: 'job', id: 'job-1', number: 'J001' }, { kind: 'paper', id: 'p-1' }, { kind: 'paper', id: 'p-2' }],
    rows: (['visitOpened', 'ticketIssued', 'printQueued', 'printFinished', 'jobPosted', 'sessionOpened', 'ticketCalled', 'offerRecorded', 'callAccepted', 'hireConfirmed', 'printQueued', 'printFinished'] as const).map((fact, at) => ({ seq: 46_100 + at * 83, at: at0531 - (12 - at) * 190_000, fact, subjectId: `${['v', 't', 'p', 'p', 'job', 's', 'c', 'o', 'c', 'h', 'p', 'p'][at] ?? ''}-1` })),
  },
};
