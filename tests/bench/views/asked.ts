/* Every question of every face, each as it is asked on a busy morning: the type demands an entry for each question that the agent answers. */
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ledgerPageLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import type { QueryName, QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Day } from './day.ts';

/** Files, and everything about one person at a window: not a picture of a screen, told apart and without a limit. */
export const apart = ['exportRecords', 'accessCopy'] as const;
/** Not measured: a file, and the door of staff, which reads no memory of the hall. */
type Measured = { readonly [N in QueryName]: N extends 'exportRecords' | 'exportPiece' | 'maintainers' | 'mayMaintain' | 'openEnrolment' | 'closeEnrolment' | 'dismissBrowser' | 'stopUpdate' ? undefined : Readonly<Record<string, QueryRequest<N>>> };

export function askedOf(day: Day, today: string): Measured {
  const { card, boss, workerId, employerId, jobId, hireId, callId, ticketId } = day;
  const years = { from: '2023-11-22', to: today };
  const deep = { ...years, after: { day: '2024-06-01', place: 300 }, limit: ledgerPageLimit };
  const page = { ...years, limit: ledgerPageLimit };
  const month = { from: `${today.slice(0, 7)}-01`, to: today };
  const year = { from: '2025-11-22', to: today };
  return {
    findWorkers: { byNumber: { by: 'number', text: card.number }, byName: { by: 'name', text: card.name }, byPhone: { by: 'phone', text: '13800000000' }, byId: { by: 'id', text: workerId } },
    paperNumber: { ticket: { number: 'A0100' }, hire: { number: 'H0100' } },
    accessCopy: { whole: { who: { by: 'worker', workerId }, reason: 'personAsked' } },
    phoneForEmployer: { ofHire: { asked: { by: 'hire', hireId }, reason: 'employerAsked' }, ofCall: { asked: { by: 'call', callId }, reason: 'employerAsked' } },
    mergeProposals: { open: {} }, merges: { ofWorker: { workerId } }, erasure: { byReceipt: { receipt: day.receipt } }, knownElsewhere: { ofWorker: { workerId } }, crews: { today: {} }, trainingDemand: { all: {} },
    helpStanding: { ofWorker: { workerId } }, helpCase: { one: { caseId: day.caseId } }, helpCases: { open: { limit: 30 } },
    shifts: { today: { day: today } }, opinions: { month: { ...month, texts: 50 } }, lastClearing: { last: {} },
    wait: { ofTicket: { ticketId }, ofService: { service: 'work' } },
    slots: { today: { service: 'policy', day: today } }, appointments: { today: { day: today } },
    queue: { first: { service: 'work', limit: 100 }, deep: { service: 'work', after: { rank: dayStart(today) + 5.5 * 3_600_000, back: 0, order: 2_500 }, limit: 100 } },
    ticket: { byId: { ticketId }, byNumber: { number: 'A0100' } }, ticketNotes: { one: { ticketId } },
    reviewQueue: { inReview: { queue: 'inReview', limit: 50 }, checkAfter: { queue: 'checkAfter', limit: 50 } },
    candidates: { ofJob: { jobId: day.openJobId, limit: 20 } },
    job: { one: { jobId } }, myJobs: { page: { card: boss, limit: 20 } }, steadyJobs: { page: { limit: 50 } },
    employer: { one: { employerId } }, principals: { ofCard: { card: boss } }, myEmployers: { ofCard: { card: boss } },
    employers: { byName: { show: 'all', text: '公司', limit: 50 }, byCode: { show: 'all', text: '91370100MA3C00001X', limit: 50 }, all: { show: 'all', limit: 50 }, toVerify: { show: 'toVerify', limit: 50 }, watched: { show: 'watched', limit: 50 }, banned: { show: 'banned', limit: 50 } },
    myDay: { ofCard: { card } }, openJobs: { all: { near: false, limit: 60 }, near: { near: true, limit: 60 }, ofTrades: { trades: ['0201', '0101'], when: 'today', near: true, limit: 60 } }, leaflets: { all: {} }, serviceWaits: { all: {} }, maintainers: undefined, mayMaintain: undefined,
    boards: { all: {} }, notices: { newest: { limit: 100 } }, fairs: { newest: { limit: 100 } },
    readiness: { all: {} }, deviceTroubles: { month: { since: dayStart(month.from), limit: 100 } }, network: { all: {} }, openEnrolment: undefined, closeEnrolment: undefined, dismissBrowser: undefined, updates: { all: {} }, stopUpdate: undefined,
    myWishes: { ofCard: { card } }, whyNot: { ofJob: { jobId, card } }, sessions: { now: {} },
    myCalls: { ofCard: { card } }, myHires: { ofCard: { card } }, myJobPeople: { ofJob: { jobId, card: boss } },
    windowRules: { today: {} }, atCall: { open: { callId: day.openCallId } }, employerJobs: { page: { employerId, limit: 20 } }, paperOf: { slip: { kind: 'jobSlip', id: jobId } },
    talks: { all: {}, ofTable: { tableId: 't1' } }, jobTalks: { ofJob: { jobId, limit: 50 } }, drawSheet: { ofJob: { jobId: day.drawJobId } },
    disputes: { open: { limit: 50 } }, dispute: { one: { disputeId: day.disputeId } }, myRecord: { ofCard: { card } }, myEmployerRecords: { ofCard: { card: boss } },
    standing: { ofEmployer: { side: 'employer', who: employerId }, ofWorker: { side: 'worker', who: workerId } }, appeals: { open: { limit: 50 } },
    seekersLedger: {
      today: { from: today, to: today, limit: ledgerPageLimit }, years: page, deep, byTrade: { ...page, trade: '0601' }, byNumber: { ...page, number: 'A0007' }, byState: { ...page, state: 'missed' },
      hired: { ...page, hired: true }, ofWorker: { ...page, workerId },
    },
    jobsLedger: { today: { from: today, to: today, limit: ledgerPageLimit }, years: page, deep, ofEmployer: { ...page, employerId }, byTrade: { ...page, trade: '0601' }, byState: { ...page, state: 'takenDown' }, byNumber: { ...page, number: 'J0001' } },
    hiresLedger: { today: { from: today, to: today, limit: ledgerPageLimit }, years: page, deep, byTrade: { ...page, trade: '0601' }, ofJob: { ...page, jobId }, ofWorker: { ...page, workerId } },
    catalogue: { today: { day: today, limit: 100 }, byTrade: { day: today, trade: '0201', limit: 100 } },
    directory: { own: {} }, cityHalls: { all: {} }, reports: { all: {} },
    figures: {
      day: { report: 'day', from: today, to: today }, dayByTrade: { report: 'dayByTrade', from: today, to: today }, monthByTrade: { report: 'monthByTrade', ...month },
      monthByHour: { report: 'monthByHour', ...month }, year: { report: 'month', ...year },
    },
    evidence: { today: { figure: 'hires', from: today, to: today, slice: 'trade', key: '0201', limit: 50 }, years: { figure: 'seekers', ...years, slice: 'all', key: '', limit: 50 } },
    trace: { ticket: { day: today, number: 'A0100' }, hire: { day: today, number: 'H0010' }, job: { day: today, number: 'J0001' } },
    exports: { newest: { limit: 50 } }, accounts: { all: {} }, exportPiece: undefined, hallRules: { today: { day: today } },
    audit: { newest: { limit: 100 }, day: { day: '2024-06-01', limit: 100 }, rare: { acts: ['restored'], limit: 100 }, who: { who: 'nobody', limit: 100 } },
    journal: { newest: { limit: 100 }, day: { day: '2024-06-01', limit: 100 }, rare: { kinds: ['dayClosed'], limit: 100 }, about: { about: jobId, limit: 100 } },
    myReferrals: { ofCard: { card } }, cityReferrals: { today: { limit: 100 }, ofJob: { jobId, limit: 100 } },
    exportRecords: undefined,
  };
}
