/* What each command is to the hall's business day: one row each, and a command without one does not compile. */
import type { CommandType } from './command.ts';

/**
 * `begins`: it belongs to the day on which it is asked, and begins it when nobody has: somebody is at the hall, or takes one of the day's numbers.
 * `none`: it belongs to no day, or to the day of what it is about; a hall that sleeps stays asleep. What the agent does by its own clock, what the city tells, machines, papers, boards and accounts are all of it.
 * `named`: it says its own day, and begins no other.
 */
export type CommandDay = 'begins' | 'none' | 'named';

export const commandDays: { readonly [T in CommandType]: CommandDay } = {
  // People, employers and jobs at a kiosk or a desk.
  checkIn: 'begins', registerWorker: 'begins', registerHousehold: 'begins', registerEmployer: 'begins', registerContractor: 'begins', registerWitnessed: 'begins', checkInWitnessed: 'begins', takeWorkNumber: 'begins',
  verifyEmployer: 'begins', declineVerification: 'begins', setEmployerStanding: 'begins', liftStanding: 'begins', setTrust: 'begins', addRepresentative: 'begins', removeRepresentative: 'begins',
  putContractorCrew: 'begins', removeContractorCrew: 'begins', linkPrincipal: 'begins', unlinkPrincipal: 'begins',
  postJob: 'begins', changeJob: 'begins', closeJob: 'begins', repeatJob: 'begins', takeDownJob: 'begins', reviewJob: 'begins',
  mergeWorker: 'begins', dismissMerge: 'begins', undoMerge: 'begins', giveConsent: 'begins', withdrawConsent: 'begins', changeContact: 'begins', correctWorker: 'begins', changeTrades: 'begins', wishTraining: 'begins', eraseWorker: 'begins',
  formCrew: 'begins', leaveCrew: 'begins', dissolveCrew: 'begins', setWishes: 'begins', showCertificate: 'begins', applyForJob: 'begins',
  openHelpCase: 'begins', updateHelpCase: 'begins', recordHelpVisit: 'begins', closeHelpCase: 'begins', giveOpinion: 'begins', startShift: 'begins', endShift: 'begins',
  // The queue, the tables, and what follows from an agreement.
  takeTicket: 'begins', callNext: 'begins', callForJob: 'begins', callNamed: 'begins', callOutOfOrder: 'begins', seatTable: 'begins', endSession: 'begins', recall: 'begins', markNoShow: 'begins', endCall: 'begins', beginService: 'begins',
  bookAppointment: 'begins', cancelAppointment: 'begins', transfer: 'begins', park: 'begins', unpark: 'begins', reinstate: 'begins', confirmAgain: 'begins', addService: 'begins', closeTicket: 'begins', setPriority: 'begins', addNote: 'begins',
  undo: 'begins', setProfile: 'begins', askHelp: 'begins', answerHelp: 'begins', reopenDay: 'begins',
  confirmHire: 'begins', undoHire: 'begins', releaseLate: 'begins', printForm: 'begins', answerCall: 'begins', markEmployerAbsent: 'begins', recordOffer: 'begins', sealQuote: 'begins', openQuotes: 'begins', openDraw: 'begins', drawLots: 'begins',
  markArrived: 'begins', markDone: 'begins', markPaid: 'begins', confirmEvening: 'begins', openDispute: 'begins', recordMediation: 'begins', transferDispute: 'begins', closeDispute: 'begins', appeal: 'begins', decideAppeal: 'begins',
  answerReferral: 'begins', meetReferral: 'begins',
  // A block of numbers for a later hour, and what comes back of it.
  leaseNumbers: 'none', handInLeased: 'named',
  // What is closed is the day that somebody began: who closes after three in the morning means yesterday's, and not one that nobody has begun.
  closeDay: 'none',
  // By the agent's own clock: the ends of what began earlier, and the daily clearing.
  tendCalls: 'none', expireCalls: 'none', expireJobs: 'none', expireReferrals: 'none', runRetention: 'none',
  // What the city tells, and what the hall tells it.
  hearCityStanding: 'none', hearErasure: 'none', shareWorker: 'none', takeCityKey: 'none', takeSlipMark: 'none', settleReferral: 'none',
  // From outside at any hour. An order stands in the books of the last day that somebody began, as one of the evening does; an offer of another hall is for nobody who waited on a day that is over.
  takeOnlineOrder: 'none', takeReferral: 'none',
  // Rows that the journal has of what was looked at or taken out.
  noteExport: 'none', noteShown: 'none',
  // Papers, machines, boards, fairs and accounts.
  startPrint: 'none', finishPrint: 'none', reprint: 'none', divertPrint: 'none',
  noteDevice: 'none', reportReadiness: 'none', printReadiness: 'none', enrolDevice: 'none', renewDevice: 'none', revokeDevice: 'none',
  publishBoard: 'none', removeBoard: 'none', setBoardScene: 'none', putNotice: 'none', endNotice: 'none', putFair: 'none', endFair: 'none',
  openAccount: 'none', setAccountRole: 'none', setAccountPin: 'none', setAccountCard: 'none', closeAccount: 'none', unlockAccount: 'none', setOwnPin: 'none', seedAccount: 'none', keepRecoveryCode: 'none', recoverAccount: 'none',
};
