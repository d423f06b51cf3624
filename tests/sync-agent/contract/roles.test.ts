/* Every command × every role at the engine's door: who may not is refused before anything is looked at. */
import { expect, test } from 'vitest';
import { commandSchema, rolesOf, type CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import { kioskActor, morning, openEngine, refusalOf, staffActor } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';

const card = person(1);
const samples: { readonly [T in CommandType]: Omit<Extract<Command, { type: T }>, 'type' | 'commandId'> } = {
  checkIn: { card }, registerWorker: { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] },
  registerHousehold: { card, promiseVersion: '2026-11' }, registerEmployer: { kind: 'enterprise', name: '样例公司', creditCode: creditCode(1), representatives: [] },
  postJob: { employerId: 'nobody', card, terms: soundTerms(morning) }, takeDownJob: { jobId: 'none', reason: 'mistake' },
  registerContractor: { card, promiseVersion: '2026-11' }, verifyEmployer: { employerId: 'nobody', documents: ['businessLicence'] }, declineVerification: { employerId: 'nobody', missing: ['idCard'] },
  setEmployerStanding: { employerId: 'nobody', standing: 'watched', reason: 'unpaid' }, liftStanding: { employerId: 'nobody', reason: 'putRight' }, setTrust: { employerId: 'nobody', trusted: true, reason: 'publicBody' },
  addRepresentative: { employerId: 'nobody', number: card.number }, removeRepresentative: { employerId: 'nobody', number: card.number },
  putContractorCrew: { employerId: 'nobody', trade: '0101', size: 4, members: [] }, removeContractorCrew: { employerId: 'nobody', crewId: 'none' },
  linkPrincipal: { employerId: 'nobody', principalId: 'none' }, unlinkPrincipal: { employerId: 'nobody', principalId: 'none' },
  changeJob: { jobId: 'none', card, change: { headcount: 2 } }, closeJob: { jobId: 'none', card, reason: 'enough' }, repeatJob: { jobId: 'none', card },
  reviewJob: { jobId: 'none', outcome: 'approve', reason: 'fine' }, expireJobs: { limit: 10 }, takeOnlineOrder: { orderId: 'order-1', employer: { employerId: 'nobody' }, terms: soundTerms(morning) }, takeTicket: { service: 'policy' },
  callNext: { windowId: 'w1' }, callForJob: { tableId: 't1', jobId: 'none', count: 1 }, recall: { callId: 'none' }, markNoShow: { callId: 'none' },
  callOutOfOrder: { windowId: 'w1', ticketId: 'none', reason: 'emergency' }, transfer: { ticketId: 'none', to: { kind: 'service', service: 'policy' }, at: 'kept' },
  park: { callId: 'none' }, unpark: { ticketId: 'none' }, reinstate: { ticketId: 'none' }, addService: { ticketId: 'none', service: 'policy' }, closeTicket: { ticketId: 'none', reason: 'left' },
  setPriority: { ticketId: 'none', reasons: ['elder'] }, addNote: { ticketId: 'none', note: '样例' }, undo: { of: 'command-none' }, setProfile: { windowId: 'w1', profile: 'none' },
  askHelp: { windowId: 'w1', kind: 'question' }, answerHelp: { windowId: 'w1' }, closeDay: {}, reopenDay: {},
  undoHire: { hireId: 'none', reason: 'mistake' }, releaseLate: { hireId: 'none', card }, printForm: { form: 'agreement', id: 'none', printer: { printer: 'printer-1', ready: false } },
  callNamed: { tableId: 't1', jobId: 'none', wish: { kind: 'number', number: 'A001' } }, answerCall: { callId: 'none', answer: { kind: 'accept' } }, expireCalls: {},
  markEmployerAbsent: { jobId: 'none' }, recordOffer: { callId: 'none', side: 'worker', pay: { amountFen: 100, unit: 'day' } },
  sealQuote: { jobId: 'none', card, pay: { amountFen: 100, unit: 'day' } }, openQuotes: { jobId: 'none' }, openDraw: { jobId: 'none' }, drawLots: { jobId: 'none' },
  markArrived: { hireId: 'none' }, markDone: { hireId: 'none' }, markPaid: { hireId: 'none' }, confirmEvening: { card, hireId: 'none', paid: 'yes' },
  openDispute: { kind: 'other', evidence: [] }, recordMediation: { disputeId: 'none', step: 'bothHeard' }, transferDispute: { disputeId: 'none', to: 'hotline12333' },
  closeDispute: { disputeId: 'none', outcome: 'settled' }, appeal: { pointsId: 'none' }, decideAppeal: { appealId: 'none', uphold: true },
  endCall: { callId: 'none', outcome: 'served' }, confirmHire: { callId: 'none', settlement: 'atOnce' },
  noteExport: { what: 'jobs', format: 'csv', from: '2026-11-21', to: '2026-11-21', personal: false, rows: 0, digest: '0'.repeat(64), by: 'staff-1' },
  startPrint: { printJobId: 'none' }, finishPrint: { printJobId: 'none', outcome: 'printed' }, reprint: { printJobId: 'none', printer: { printer: 'printer-1', ready: true } },
  registerWitnessed: { name: '样例', sex: 'female', born: { known: 'band', band: '40to49' }, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] },
  checkInWitnessed: { workerId: 'none' }, takeWorkNumber: { trades: ['0101'] },
  mergeWorker: { from: 'none', into: 'other' }, dismissMerge: { proposalId: 'none' }, undoMerge: { mergeId: 'none' },
  giveConsent: { who: { by: 'card', card }, consent: { textVersion: '2026-11', purposes: ['district'] } }, withdrawConsent: { who: { by: 'card', card }, purposes: ['district'] },
  changeContact: { who: { by: 'card', card }, phone: null }, correctWorker: { workerId: 'none', reason: 'personAsked', name: '样例' },
  changeTrades: { who: { by: 'card', card }, trades: ['0101'] }, wishTraining: { who: { by: 'card', card }, trade: '0107' }, eraseWorker: { who: { by: 'card', card }, reason: 'personAsked' },
  formCrew: { members: [{ card, tappedAt: morning }, { card: person(2), tappedAt: morning }] }, leaveCrew: { who: { by: 'card', card } }, dissolveCrew: { crewId: 'none', who: { by: 'card', card } },
  openHelpCase: { workerId: 'none', grounds: [] }, updateHelpCase: { caseId: 'none', grounds: [] }, recordHelpVisit: { caseId: 'none', kind: 'talk', on: '2026-11-21' }, closeHelpCase: { caseId: 'none', outcome: 'ended' },
  giveOpinion: { stars: 5, reasons: ['kindStaff'] }, startShift: { place: { kind: 'window', id: 'w1' } }, endShift: {}, runRetention: {},
};

for (const type of Object.keys(samples) as CommandType[]) {
  test(`${type}: ${rolesOf[type].join(' and ') || 'the agent itself'} only`, async () => {
    const hall = openEngine();
    for (const actor of [kioskActor, staffActor]) {
      const command = { type, commandId: `command-${type}-${actor.role}`, ...samples[type] };
      expect(commandSchema.safeParse(command).success).toBe(true);
      const refusal = refusalOf(await hall.engine.handle(command, actor));
      const allowed = rolesOf[type].some((role) => role === actor.role);
      expect([actor.role, refusal === 'notYourRole']).toEqual([actor.role, !allowed]);
    }
    expect(hall.failures).toEqual([]);
  });
}
