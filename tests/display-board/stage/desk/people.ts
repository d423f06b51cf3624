/* What an agent would tell the pages about people, rights and help on that morning; everybody is made up. */
import { sampleCourse } from '../../../fixtures/city/offers.ts';
import { sampleGroup } from '../../../fixtures/city/groups.ts';
import type { DisputeDetail } from '@kuaizhao/db/domain/disputes/asked.ts';
import type { OpenAppeal, StandingEntry, StandingRecord } from '@kuaizhao/db/domain/standing/asked.ts';
import type { Answers } from '../console-stage.ts';
import { longName, workers } from './employers.ts';
import { at0531 } from '../morning.ts';

const dayMs = 24 * 3_600_000;
const fit = { pay: 300, distance: 120, skill: 100, start: 40, together: 0, reliability: 80, named: 0 };
const words = (zh: string) => ({ zh, en: zh });

const entry = (pointsId: string, more: Partial<StandingEntry>): StandingEntry => ({ pointsId, cause: 'noShow', points: 1, at: at0531 - 3 * dayMs, counts: true, fadesAt: at0531 + 87 * dayMs, ...more });
export const standing: StandingRecord = {
  points: 4, grade: 'warned', stoppedUntil: at0531 + dayMs,
  entries: [
    entry('k1', { cause: 'lateToVan', points: 3, about: { kind: 'hireSlip', number: 'H031', businessDay: '2026-11-18' }, appealUntil: at0531 + 80 * dayMs }),
    entry('k2', { about: { kind: 'queueTicket', number: 'A104', businessDay: '2026-11-18' }, appeal: { appealId: 'a1', at: at0531 - dayMs } }),
    entry('k3', { counts: false, at: at0531 - 40 * dayMs, removed: { at: at0531 - 5 * dayMs, why: 'cleanHires' } }),
  ],
  wayBack: { cleanHires: 2, needed: 5, nextFadesAt: at0531 + 87 * dayMs, clearAt: at0531 + 87 * dayMs },
};

export const dispute: DisputeDetail = {
  disputeId: 'd1', number: 'W261118-02', state: 'open', openedAt: at0531 - 3 * dayMs, answerBy: '2026-11-19', mediateBy: '2026-12-03', kind: 'wageArrears', businessDay: '2026-11-18', employerName: longName, jobNumber: 'J012', slipNumber: 'H031',
  complainer: '王*', owedFen: 104_000, answered: false, late: ['answer'],
  hire: { hireId: 'h31', number: 'H031', businessDay: '2026-11-14', state: 'done', startsAt: at0531 - 7 * dayMs, endsAt: at0531 - 4 * dayMs, settleBy: at0531 - 4 * dayMs, agreedPay: { amountFen: 26_000, unit: 'day' }, settlement: 'done', marks: {} },
  job: { jobId: 'job-1', number: 'J012', trade: '0201', place: '盖家沟货运市场', startAt: at0531 - 7 * dayMs }, employer: { employerId: 'e1', name: longName, kind: 'enterprise', creditCode: '91370100MA3C00001T' },
  workerId: 'p1', sinceDay: '2026-11-17', evidence: [{ kind: 'hireSlip', businessDay: '2026-11-14', number: 'H031' }],
  statement: '干了四天，说好一天二百六，干完就结。老板说等甲方给钱，电话打不通了。', steps: [
    { mediationId: 'm1', step: 'employerNotReached', at: at0531 - 2 * dayMs, by: 's1', note: '打了三次没人接，已发短信。' }, { mediationId: 'm2', step: 'employerReached', at: at0531 - dayMs, by: 's1' },
  ],
  rules: '2026-11', onwardTo: ['labourInspection', 'hotline12333', 'arbitration'], bases: [{ law: '保障农民工工资支付条例', article: '第十条' }, { law: '劳动争议调解仲裁法', article: '第十四条' }],
};
const { hire: _hire, job: _job, employer: _employer, workerId: _workerId, sinceDay: _sinceDay, evidence: _evidence, statement: _statement, steps: _steps, rules: _rules, onwardTo: _onwardTo, bases: _bases, ...disputeRow } = dispute;

const appeal: OpenAppeal = { appealId: 'a1', at: at0531 - dayMs, by: 's1', side: 'worker', who: 'p1', name: '王*', entry: standing.entries[1]!, statement: '那天大厅太吵，没听见叫我。我一直在三号桌旁边。' };

export const peopleAnswers: Answers = {
  findWorkers: { workers: [...workers] },
  standing,
  merges: { merges: [{ mergeId: 'g1', from: 'p3', into: 'p1', by: 's5', at: at0531 - 20 * dayMs }] },
  erasure: {},
  knownElsewhere: { cityKnown: true, known: { halls: 2, hires: 14, came: 31, missed: 1, trades: ['0202', '0101'] } },
  accessCopy: { copy: { at: at0531, atWindow: false, entries: [
    { section: 'identity', what: words('姓名'), value: words('王样例') }, { section: 'identity', what: words('出生日期'), value: words('1972-03-18') }, { section: 'contact', what: words('手机号'), value: words('13800001111'), from: at0531 - 200 * dayMs },
    { section: 'consent', what: words('同意'), value: words('登记找活'), from: at0531 - 300 * dayMs }, { section: 'visits', what: words('到场'), value: words('2026-11-20 A031') }, { section: 'wishes', what: words('想干的工种'), value: words('小工、搬运工') },
    { section: 'notes', what: words('记录'), value: words('<b>左手受过伤</b>，不能登高') },
  ] } },
  mergeProposals: { proposals: [{ proposalId: 'q1', from: workers[1]!, into: workers[0]!, at: at0531 - 600_000 }, { proposalId: 'q2', from: { ...workers[1]!, shortName: '欧*' }, into: { ...workers[0]!, shortName: '欧*' }, at: at0531 - 6_000_000 }] },
  cityReferrals: {
    expected: [
      { referralId: 'r1', jobId: 'job-3', jobNumber: 'J003', hall: { hallId: 'jn-02', name: '济南市天桥区药山零工市场', km: 6.4 }, theirNumber: 'A087', hired: false, fit, state: 'confirmed', offeredAt: at0531 - 900_000, expiresAt: at0531 - 300_000, heldUntil: at0531 + 2_400_000 },
      { referralId: 'r2', jobId: 'job-5', jobNumber: 'J005', hall: { hallId: 'jn-03', name: '济南市历下区东关综合零工市场', km: 11 }, theirNumber: 'A212', metNumber: 'A131', hired: false, fit, state: 'confirmed', offeredAt: at0531 - 2_400_000, expiresAt: at0531 - 1_800_000, heldUntil: at0531 + 1_200_000 },
      { referralId: 'r3', jobId: 'job-5', jobNumber: 'J005', hall: { hallId: 'jn-02', name: '济南市天桥区药山零工市场', km: 6.4 }, theirNumber: 'A019', metNumber: 'A098', hired: true, fit, state: 'confirmed', offeredAt: at0531 - 3_000_000, expiresAt: at0531 - 2_400_000 },
    ],
    going: [{
      referralId: 'r4', number: 'A054', hall: { hallId: 'jn-02', name: '济南市天桥区药山零工市场', km: 6.4 }, fit, state: 'offered', offeredAt: at0531 - 120_000, expiresAt: at0531 + 480_000,
      job: { number: 'J044', trade: '0102', pay: { kind: 'fixed', amountFen: 38_000, unit: 'day' }, settlement: 'done', place: '药山街道二期', startAt: at0531 + 3_600_000, hoursPerDay: 9, days: 2, meals: true, transport: false, validUntil: at0531 + 7_200_000 },
    }],
  },
  crews: { crews: [{ crewId: 'c1', numbers: ['A017', 'A018', 'A019'] }, { crewId: 'c2', numbers: ['A1204', 'A1205'] }] },
  trainingDemand: { demand: [{ trade: '0107', count: 1_204 }, { trade: '0106', count: 356 }, { trade: '0301', count: 41 }, { trade: '0703', count: 7 }], courses: [{ ...sampleCourse, courseId: 'brick-0', title: { zh: '瓦工入门班', en: 'Bricklaying, first step' }, from: '2026-11-10', until: '2026-11-30' }, sampleCourse] },
  disputes: { open: 12, late: 1, disputes: [disputeRow, { ...disputeRow, disputeId: 'd2', number: 'W261120-01', kind: 'falseJob', late: [], state: 'transferred', transferredTo: 'labourInspection' }] },
  dispute,
  appeals: { appeals: [appeal, { ...appeal, appealId: 'a2', side: 'employer', name: longName, entry: entry('k9', { cause: 'employerAbsent', points: 2 }), statement: '路上堵车，晚到十分钟，已经打过电话。' }] },
  helpCases: { cases: [{ caseId: 'hc1', workerId: 'p1', openedAt: at0531 - 30 * dayMs, changedAt: at0531 - dayMs, grounds: [{ group: 'singleParent', evidence: 'certificate', verifiedOn: '2026-10-22', until: '2027-10-22' }], visits: [] }] },
  helpStanding: { standing: { level: 2, rule: 'help-1', verified: [{ group: 'singleParent', evidence: 'certificate', verifiedOn: '2026-10-22', until: '2027-10-22' }], computed: ['olderUnemployed', 'longWaiting'], caseId: 'hc1' }, groups: [sampleGroup] },
  helpCase: { helpCase: {
    caseId: 'hc1', workerId: 'p1', openedAt: at0531 - 30 * dayMs, changedAt: at0531 - dayMs, grounds: [],
    visits: [{ helpVisitId: 'v1', kind: 'talk', on: '2026-11-10', by: 's1', at: at0531 - 11 * dayMs, note: '孩子上小学，只能干白天的活，下午四点前要走。' }, { helpVisitId: 'v2', kind: 'jobOffered', on: '2026-11-18', by: 's1', at: at0531 - 3 * dayMs }],
  } },
  opinions: {
    from: '2026-10-23', to: '2026-11-21', byStars: [{ stars: 1, count: 4 }, { stars: 3, count: 12 }, { stars: 4, count: 88 }, { stars: 5, count: 231 }], byReason: [{ reason: 'fairCalling', count: 140 }, { reason: 'longWait', count: 66 }, { reason: 'kindStaff', count: 41 }],
    texts: [{ opinionId: 'o1', day: '2026-11-20', stars: 5, text: '叫号清楚，不用挤了。' }, { opinionId: 'o2', day: '2026-11-19', stars: 1, text: '早上四点半门口没有灯，看不见路。希望早点开门，冬天太冷。' }],
  },
};
