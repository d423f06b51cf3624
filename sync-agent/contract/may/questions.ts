/* Who may ask which question: one row each, and no row is no answer. A kiosk asks only for the card that lies on it. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { auditors, desks, desksAndAuditor, everybody, granted, leads, leadsAndAuditor, nobody, windows, windowsAndAuditor, type Grant } from './grant.ts';

export const questionRows = {
  // People, by those who stand before them. The auditor checks what staff did and opens nobody’s record.
  findWorkers: { staff: desks },
  accessCopy: { kiosk: true, staff: windows },
  phoneForEmployer: { kiosk: true, staff: desks },
  mergeProposals: { staff: windows },
  merges: { staff: windows },
  erasure: { kiosk: true, staff: windows },
  knownElsewhere: { staff: desks },
  crews: { staff: desks },
  trainingDemand: { staff: desksAndAuditor },
  paperNumber: { staff: desks },
  helpStanding: { staff: windows },
  helpCase: { staff: windows },
  helpCases: { staff: windows },
  shifts: { staff: leadsAndAuditor },
  opinions: { staff: leadsAndAuditor },
  lastClearing: { staff: leadsAndAuditor },
  // The queue; whoever watches the boards sees it move, and no notes of anybody.
  wait: { kiosk: true, staff: everybody },
  queue: { staff: everybody },
  ticket: { staff: desksAndAuditor },
  ticketNotes: { staff: desksAndAuditor },
  slots: { kiosk: true, staff: everybody },
  appointments: { staff: everybody },
  // Jobs and employers.
  reviewQueue: { staff: desksAndAuditor },
  job: { staff: desksAndAuditor },
  myJobs: { kiosk: true, staff: desksAndAuditor },
  steadyJobs: { kiosk: true, staff: everybody },
  candidates: { staff: desksAndAuditor },
  employer: { staff: desksAndAuditor },
  employers: { staff: desksAndAuditor },
  principals: { kiosk: true, staff: desksAndAuditor },
  myEmployers: { kiosk: true, staff: desksAndAuditor },
  myCalls: { kiosk: true, staff: desksAndAuditor },
  myHires: { kiosk: true, staff: desksAndAuditor },
  myJobPeople: { kiosk: true, staff: desksAndAuditor },
  talks: { staff: desksAndAuditor },
  jobTalks: { staff: desksAndAuditor },
  drawSheet: { kiosk: true, staff: everybody },
  myWishes: { kiosk: true, staff: desksAndAuditor },
  whyNot: { kiosk: true, staff: desksAndAuditor },
  sessions: { staff: desksAndAuditor },
  // What people say against each other, and the record of both sides.
  disputes: { staff: windowsAndAuditor },
  dispute: { staff: windows },
  myRecord: { kiosk: true, staff: windowsAndAuditor },
  myEmployerRecords: { kiosk: true, staff: windowsAndAuditor },
  standing: { staff: windowsAndAuditor },
  appeals: { staff: leads },
  // Records. Who answers for the hall, and who checks it.
  seekersLedger: { staff: leadsAndAuditor },
  jobsLedger: { staff: windowsAndAuditor },
  hiresLedger: { staff: leadsAndAuditor },
  catalogue: { kiosk: true, staff: everybody },
  directory: { kiosk: true, staff: everybody },
  cityHalls: { kiosk: true, staff: everybody },
  reports: { staff: everybody },
  figures: { staff: everybody },
  evidence: { staff: leadsAndAuditor },
  trace: { staff: leadsAndAuditor },
  // Who may let people out in a file, and be the second person beside it.
  exportRecords: { staff: leads },
  exports: { staff: leadsAndAuditor },
  exportPiece: { staff: leads },
  journal: { staff: leadsAndAuditor },
  audit: { staff: auditors },
  myReferrals: { kiosk: true, staff: desksAndAuditor },
  cityReferrals: { staff: desksAndAuditor },
  serviceWaits: { kiosk: true, staff: everybody },
  myDay: { kiosk: true, staff: desks },
  openJobs: { kiosk: true, staff: everybody },
  leaflets: { kiosk: true, staff: everybody },
  atCall: { staff: desks },
  employerJobs: { staff: desks },
  paperOf: { staff: desks },
  windowRules: { staff: everybody },
  // A kiosk that is opened by staff who stand before it.
  maintainers: { kiosk: true, staff: nobody.staff },
  mayMaintain: { kiosk: true, staff: nobody.staff },
  readiness: { kiosk: true, staff: everybody },
  deviceTroubles: { staff: everybody },
  // Which machines belong to the hall.
  network: { staff: leads },
  openEnrolment: { staff: leads },
  closeEnrolment: { staff: leads },
  dismissBrowser: { staff: leads },
  // Which version each kiosk runs, and that no further one gets the newest.
  updates: { staff: leads },
  stopUpdate: { staff: leads },
  boards: { staff: everybody },
  notices: { staff: everybody },
  hallRules: { staff: everybody },
  fairs: { staff: everybody },
  accounts: { staff: leadsAndAuditor },
} as const satisfies Readonly<Record<string, Grant>>;
type QuestionName = keyof typeof questionRows;

/** The agent itself may ask everything; a name without a row nobody else. */
export const mayQuestion = (reader: Actor, name: string): boolean => granted(Object.hasOwn(questionRows, name) ? questionRows[name as QuestionName] : nobody, reader);
/** Whether a member of staff at a console may. */
export const staffMayAsk = (role: StaffRole, name: QuestionName): boolean => questionRows[name].staff.includes(role);
