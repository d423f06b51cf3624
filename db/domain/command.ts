/* Everything a hall can be asked to do. */
import { z } from 'zod';
import { boardCommands } from './boards/commands.ts';
import { fairCommands } from './fairs/commands.ts';
import { careCommands } from './care/commands.ts';
import { attendanceCommands } from './attendance/commands.ts';
import { deviceCommands } from './devices/commands.ts';
import { disputeCommands } from './disputes/commands.ts';
import { drawCommands } from './draws/commands.ts';
import { employerCommands } from './employers/commands.ts';
import { hiringCommands } from './hiring/commands.ts';
import { sessionCommands } from './matching/sessions/commands.ts';
import { jobCommands } from './jobs/commands.ts';
import { opinionCommands } from './opinions/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { crewCommands } from './people/crews/commands.ts';
import { dataCommands } from './people/data/commands.ts';
import { sharingCommands } from './people/sharing/commands.ts';
import { wishesCommands } from './people/wishes/commands.ts';
import { mergingCommands } from './people/merging/commands.ts';
import { printingCommands } from './printing/commands.ts';
import { queueCommands } from './queue/commands.ts';
import { quoteCommands } from './quotes/commands.ts';
import { referralCommands } from './referrals/commands.ts';
import { recordsCommands } from './records/commands.ts';
import { retentionCommands } from './records/retention-facts.ts';
import { slipCommands } from './slips/commands.ts';
import { staffCommands } from './staff/commands.ts';
import { standingCommands } from './standing/commands.ts';
import { talkCommands } from './talks/commands.ts';

export const commandSchema = z.discriminatedUnion('type', [
  ...peopleCommands, ...employerCommands, ...jobCommands, ...queueCommands, ...hiringCommands, ...printingCommands,
  ...mergingCommands, ...dataCommands, ...sharingCommands, ...crewCommands, ...wishesCommands, ...careCommands, ...opinionCommands, ...staffCommands, ...retentionCommands, ...recordsCommands,
  ...sessionCommands, ...talkCommands, ...quoteCommands, ...drawCommands, ...attendanceCommands, ...disputeCommands, ...standingCommands, ...slipCommands, ...referralCommands, ...deviceCommands, ...boardCommands, ...fairCommands,
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Who may send what. A test walks every command and role. */
export const rolesOf: { readonly [T in CommandType]: readonly ('kiosk' | 'console')[] } = {
  checkIn: ['kiosk', 'console'],
  registerWorker: ['kiosk', 'console'],
  registerHousehold: ['kiosk', 'console'],
  registerEmployer: ['console'],
  registerContractor: ['console'],
  verifyEmployer: ['console'],
  declineVerification: ['console'],
  setEmployerStanding: ['console'],
  liftStanding: ['console'],
  setTrust: ['console'],
  // The city's line, through the agent itself.
  hearCityStanding: [],
  addRepresentative: ['console'],
  removeRepresentative: ['console'],
  putContractorCrew: ['console'],
  removeContractorCrew: ['console'],
  linkPrincipal: ['console'],
  unlinkPrincipal: ['console'],
  postJob: ['kiosk', 'console'],
  changeJob: ['kiosk', 'console'],
  closeJob: ['kiosk', 'console'],
  repeatJob: ['kiosk', 'console'],
  takeDownJob: ['console'],
  reviewJob: ['console'],
  expireJobs: [],
  // The city's line, through the agent itself.
  takeOnlineOrder: [],
  takeSlipMark: [],
  shareWorker: [],
  hearErasure: [],
  takeTicket: ['kiosk', 'console'],
  callNext: ['console'],
  callForJob: ['console'],
  seatTable: ['console'],
  endSession: ['console'],
  recall: ['console'],
  markNoShow: ['console'],
  endCall: ['console'],
  beginService: ['console'],
  // Only the agent's own clock.
  tendCalls: [],
  bookAppointment: ['kiosk', 'console'],
  cancelAppointment: ['kiosk', 'console'],
  callOutOfOrder: ['console'],
  transfer: ['console'],
  park: ['console'],
  unpark: ['console'],
  reinstate: ['console'],
  confirmAgain: ['kiosk', 'console'],
  addService: ['console'],
  closeTicket: ['console'],
  setPriority: ['console'],
  addNote: ['console'],
  undo: ['console'],
  setProfile: ['console'],
  askHelp: ['console'],
  answerHelp: ['console'],
  closeDay: ['console'],
  reopenDay: ['console'],
  leaseNumbers: ['kiosk'],
  handInLeased: ['kiosk'],
  confirmHire: ['console'],
  undoHire: ['console'],
  releaseLate: ['kiosk', 'console'],
  printForm: ['kiosk', 'console'],
  callNamed: ['console'],
  answerCall: ['kiosk', 'console'],
  // Only the agent's own clock.
  expireCalls: [],
  markEmployerAbsent: ['console'],
  recordOffer: ['console'],
  sealQuote: ['kiosk', 'console'],
  openQuotes: ['kiosk', 'console'],
  openDraw: ['console'],
  drawLots: ['console'],
  markArrived: ['kiosk', 'console'],
  markDone: ['kiosk', 'console'],
  markPaid: ['kiosk', 'console'],
  confirmEvening: ['kiosk', 'console'],
  openDispute: ['console'],
  recordMediation: ['console'],
  transferDispute: ['console'],
  closeDispute: ['console'],
  appeal: ['console'],
  decideAppeal: ['console'],
  startPrint: ['kiosk'],
  finishPrint: ['kiosk', 'console'],
  reprint: ['kiosk', 'console'],
  divertPrint: ['console'],
  registerWitnessed: ['console'],
  checkInWitnessed: ['console'],
  takeWorkNumber: ['kiosk', 'console'],
  mergeWorker: ['console'],
  dismissMerge: ['console'],
  undoMerge: ['console'],
  giveConsent: ['kiosk', 'console'],
  withdrawConsent: ['kiosk', 'console'],
  changeContact: ['kiosk', 'console'],
  correctWorker: ['console'],
  changeTrades: ['kiosk', 'console'],
  wishTraining: ['kiosk', 'console'],
  eraseWorker: ['kiosk', 'console'],
  formCrew: ['kiosk', 'console'],
  leaveCrew: ['kiosk', 'console'],
  dissolveCrew: ['kiosk', 'console'],
  setWishes: ['kiosk', 'console'],
  showCertificate: ['console'],
  applyForJob: ['kiosk', 'console'],
  // The city's line, through the agent itself.
  takeReferral: [],
  settleReferral: [],
  answerReferral: ['kiosk', 'console'],
  meetReferral: ['console'],
  expireReferrals: [],
  openHelpCase: ['console'],
  updateHelpCase: ['console'],
  recordHelpVisit: ['console'],
  closeHelpCase: ['console'],
  giveOpinion: ['kiosk', 'console'],
  startShift: ['console'],
  endShift: ['console'],
  openAccount: ['console'],
  setAccountRole: ['console'],
  setAccountPin: ['console'],
  closeAccount: ['console'],
  unlockAccount: ['console'],
  setOwnPin: ['console'],
  // By the agent: from its configuration, and for whoever runs its machine.
  seedAccount: [],
  keepRecoveryCode: [],
  recoverAccount: [],
  // What the agent sees of its devices.
  noteDevice: [],
  reportReadiness: ['kiosk'],
  printReadiness: ['kiosk', 'console'],
  enrolDevice: ['console'],
  // By the agent, for whoever shows itself with its key.
  renewDevice: [],
  revokeDevice: ['console'],
  publishBoard: ['console'],
  removeBoard: ['console'],
  setBoardScene: ['console'],
  putNotice: ['console'],
  endNotice: ['console'],
  putFair: ['console'],
  endFair: ['console'],
  // The agent's own daily job; nobody at a door may ask for it.
  runRetention: [],
  noteExport: [],
  // By the agent, before a console is shown somebody's whole number or phone.
  noteShown: [],
};
