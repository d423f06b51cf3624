/* What an agent would tell the desk pages on that morning: synthetic people by their short names, employers, postings to look at. Each answer is checked by its question's schema when it is told. */
import type { EmployerDetail, EmployerSummary } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Answers } from '../console-stage.ts';
import { at0531 } from '../morning.ts';

export type FoundWorker = QueryReply<'findWorkers'>['workers'][number];
const dayMs = 24 * 3_600_000;

export const workers: readonly FoundWorker[] = [
  { workerId: 'p1', shortName: '王*', sex: 'male', birthYear: '1972', document: 'resident', registeredAt: at0531 - 300 * dayMs, lastDay: '2026-11-20' },
  { workerId: 'p2', shortName: '王*', sex: 'female', ageBand: '50to59', document: 'witnessed', registeredAt: at0531 - 40 * dayMs, lastDay: '2026-10-12' },
  { workerId: 'p3', shortName: '王*', sex: 'male', birthYear: '1991', document: 'socialSecurity', registeredAt: at0531 - 3 * dayMs, mergedInto: 'p1' },
];

const employer = (employerId: string, kind: EmployerSummary['kind'], name: string, more: Partial<EmployerSummary> = {}): EmployerSummary => ({
  employerId, kind, name, registeredAt: at0531 - 90 * dayMs, verification: 'verified', verifiedUntil: '2027-08-20', standing: 'normal', trusted: false, ...more,
});

/** The longest name that the hall takes, with a character most fonts lack. */
export const longName = '济南市历城区唐冶新区䶮腾建筑安装工程劳务分包及装饰装修综合服务有限责任公司第三项目经理部（东区）';
export const employers: readonly EmployerSummary[] = [
  employer('e1', 'enterprise', longName, { trusted: true }),
  employer('e2', 'household', '样例甲', { verification: 'none' }),
  employer('e3', 'agency', '济南样例人力资源有限公司', { verification: 'lapsed', verifiedUntil: '2026-10-31' }),
  employer('e4', 'contractor', '样例乙', { verification: 'declined' }),
  employer('e5', 'soleTrader', '盖家沟样例搬运队', { standing: 'watched', standingUntil: '2026-12-20' }),
  employer('e6', 'enterprise', '样例丙物流有限公司', { standing: 'banned' }),
];
export const detailOf = (one: EmployerSummary): EmployerDetail => ({
  ...one, ...(one.kind === 'enterprise' || one.kind === 'agency' ? { creditCode: '91370100MA3C00001T' } : { promiseVersion: '2026-11' }), ...(one.kind === 'agency' ? { licenceNumber: '（鲁）人服证字〔2026〕第0100000123号' } : {}),
  ...(one.verification === 'verified' ? { verifiedBy: 's1', verifiedAt: at0531 - 90 * dayMs } : {}), representatives: 2, liveJobs: 3,
  crews: one.kind === 'contractor' ? [{ crewId: 'k1', trade: '0101', size: 12, members: 9 }, { crewId: 'k2', trade: '0201', size: 6, members: 6 }] : [],
  principals: one.kind === 'contractor' || one.kind === 'agency' ? [{ employerId: 'e1', kind: 'enterprise', name: longName }] : [],
  decisions: [
    { at: at0531 - 90 * dayMs, kind: 'employerVerified', what: 'businessLicence', until: '2027-08-20', by: 's1' },
    ...(one.standing === 'normal' ? [] : [{ at: at0531 - 2 * dayMs, kind: 'employerStandingSet', what: `${one.standing} unpaid`, by: 's5', note: '三名工友反映上周工钱没结，已打电话，答应本周五前付清。' }]),
  ],
});

const terms: ReviewJobRow['terms'] = {
  trade: '0201', headcount: 8, pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' }, settlement: 'done', place: '盖家沟货运市场', bay: '3号车位', plate: '鲁AQ5508', startAt: at0531 + 2_700_000, leaveBy: at0531 + 1_200_000,
  hoursPerDay: 9, days: 2, meals: true, transport: true, tools: false, hazards: ['heavyLoad'], protection: true, insurance: 'employer', validUntil: at0531 + 6 * 3_600_000,
  title: '搬家具，要有力气', remark: '五十岁以下，干活利索的来。楼上没有电梯，最高六楼，大件两个人抬。', conditions: { experienceYears: 1, text: '能吃苦' },
};
const review = (jobId: string, number: string, more: Partial<ReviewJobRow> = {}): ReviewJobRow => ({
  jobId, number, businessDay: '2026-11-21', terms, jobKind: 'daily', state: 'inReview', placesLeft: 8, postedAt: at0531 - 600_000, employerId: 'e5', employerName: '盖家沟样例搬运队', employerKind: 'soleTrader',
  changes: 0, checkAfter: false, cause: 'wording', findings: [{ element: 'remark', ruleId: 'age.upper-limit', from: 0, to: 5 }], notices: [], ...more,
});
export const reviews: readonly ReviewJobRow[] = [
  review('r1', 'J031'),
  review('r2', 'J034', { employerId: 'e2', employerName: '样例甲', employerKind: 'household', cause: 'freeText', findings: [], notices: ['payBelowMinimum'], terms: { ...terms, trade: '0301', headcount: 1, title: '打扫两居室', remark: '自带工具更好。' } }),
  review('r3', 'J035', { employerId: 'e3', employerName: '济南样例人力资源有限公司', employerKind: 'agency', realEmployer: { employerId: 'e1', name: longName, kind: 'enterprise' }, cause: 'notVerified', findings: [] }),
];

export const deskAnswers: Answers = {
  standing: { points: 0, grade: 'good', entries: [], wayBack: { cleanHires: 0, needed: 5 } },
  findWorkers: { workers: [...workers] },
  employers: (asked: { readonly show: string; readonly kind?: string; readonly text?: string }) => ({
    employers: employers.filter((one) => (asked.kind === undefined || one.kind === asked.kind) && (asked.text === undefined || one.name.includes(asked.text))
      && (asked.show === 'all' || (asked.show === 'toVerify' ? one.verification !== 'verified' : one.standing === asked.show))),
  }),
  employer: (asked: { readonly employerId: string }) => { const one = employers.find((row) => row.employerId === asked.employerId); return { employer: one === undefined ? null : detailOf(one) }; },
  reviewQueue: (asked: { readonly queue: string }) => (asked.queue === 'inReview' ? { total: reviews.length, jobs: [...reviews], householdOrders: 2 } : { total: 0, jobs: [], householdOrders: 0 }),
  job: (asked: { readonly jobId: string }) => ({ job: reviews.find((one) => one.jobId === asked.jobId) ?? null, decisions: [{ at: at0531 - 600_000, kind: 'posted', what: 'inReview', ruleIds: ['age.upper-limit'] }] }),
};
