/* One sound example of every question, about things that are in the hall: a question without one does not compile. */
import type { QueryName, QueryRequest } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { person } from '../../../fixtures/people.ts';

export function soundQuestions({ db }: HallAgent): { readonly [N in QueryName]: QueryRequest<N> } {
  const card = person(200, 1960);
  const rows = db.journal.read(1, 999);
  const idIn = (kind: string, field: string): string => {
    const row = rows.find((one) => one.kind === kind);
    const id = row === undefined ? undefined : (JSON.parse(row.body) as Record<string, unknown>)[field];
    return typeof id === 'string' ? id : 'none';
  };
  const day = idIn('dayOpened', 'businessDay');
  const range = { from: day, to: day };
  const workerId = db.view.workerByNumber(card.number)?.workerId ?? 'none';
  return {
    findWorkers: { by: 'number', text: card.number }, accessCopy: { who: { by: 'card', card }, reason: 'personAsked' }, phoneForEmployer: { asked: { by: 'hire', hireId: idIn('hireConfirmed', 'hireId') }, card },
    mergeProposals: {}, merges: { workerId }, erasure: { receipt: '20261121-001' }, knownElsewhere: { workerId }, crews: {}, trainingDemand: {}, paperNumber: { number: 'A001' },
    helpStanding: { workerId }, helpCase: { caseId: idIn('helpCaseOpened', 'caseId') }, helpCases: { limit: 10 }, shifts: { day }, opinions: { ...range, texts: 5 }, lastClearing: {},
    wait: { service: 'rights' }, queue: { service: 'work', limit: 10 }, ticket: { number: 'A001' }, slots: { service: 'policy', day: '2026-11-21' }, appointments: { day: '2026-11-21' }, ticketNotes: { ticketId: idIn('ticketIssued', 'ticketId') },
    reviewQueue: { queue: 'inReview', limit: 10 }, job: { jobId: idIn('jobPosted', 'jobId') }, myJobs: { card, limit: 10 }, steadyJobs: { limit: 10 }, candidates: { jobId: idIn('jobPosted', 'jobId'), limit: 10 },
    employer: { employerId: idIn('employerRegistered', 'employerId') }, employers: { show: 'all', limit: 10 }, principals: { card }, myEmployers: { card },
    myCalls: { card }, myHires: { card }, myJobPeople: { jobId: idIn('jobPosted', 'jobId'), card }, talks: {}, jobTalks: { jobId: idIn('jobPosted', 'jobId'), limit: 10 }, drawSheet: { jobId: idIn('jobPosted', 'jobId') },
    myWishes: { card }, whyNot: { card, jobId: idIn('jobPosted', 'jobId') }, sessions: {},
    disputes: { limit: 10 }, dispute: { disputeId: idIn('disputeOpened', 'disputeId') }, myRecord: { card }, myEmployerRecords: { card }, standing: { side: 'worker', who: workerId }, appeals: { limit: 10 },
    seekersLedger: range, jobsLedger: range, hiresLedger: range, catalogue: { day }, directory: {}, cityHalls: {}, reports: {}, figures: { report: 'day', ...range },
    evidence: { figure: 'hires', ...range, slice: 'all', key: '' }, trace: { day, number: 'J001' }, exportRecords: { what: 'jobs', format: 'csv', ...range }, exports: { limit: 5 }, exportPiece: { exportId: 'none', at: 0 }, journal: { limit: 10 }, audit: { limit: 10 }, hallRules: { day },
    myReferrals: { card }, cityReferrals: { limit: 10 },
    myDay: { card }, openJobs: { near: true, limit: 10 }, leaflets: {}, serviceWaits: {},
    atCall: { callId: db.faces.floor.openCalls().find((call) => call.kind === 'window')?.callId ?? db.faces.floor.openCalls()[0]?.callId ?? 'none' }, employerJobs: { employerId: idIn('employerRegistered', 'employerId'), limit: 10 }, paperOf: { kind: 'jobSlip', id: idIn('jobPosted', 'jobId') },
    windowRules: {},
    maintainers: {}, mayMaintain: { staffId: 'nobody', pin: '0000' },
    boards: {}, notices: { limit: 10 }, fairs: { limit: 10 }, accounts: {},
    readiness: {}, deviceTroubles: { since: 1_700_000_000_000, limit: 10 },
    network: {}, openEnrolment: { deviceId: 'board-9', role: 'board', name: '样例大屏' }, closeEnrolment: {}, dismissBrowser: { signs: '00000-00000' }, updates: {}, stopUpdate: { version: '1.2.0' },
  };
}
