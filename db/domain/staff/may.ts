/* Which member of staff may send what (F33): a short table of commands that are not for everybody at a console. */
import type { CommandType } from '../command.ts';
import type { StaffRole } from './role.ts';

/** What is not named here is for everybody who works in the hall. */
const windows = ['clerk', 'supervisor', 'admin'] as const satisfies readonly StaffRole[];
/** Whoever serves people at windows and tables. */
const desks = ['clerk', 'host', 'supervisor', 'admin'] as const satisfies readonly StaffRole[];
/** What hangs before everybody. */
const boards = ['boardOperator', 'supervisor', 'admin'] as const satisfies readonly StaffRole[];
const narrowed: { readonly [T in CommandType]?: readonly StaffRole[] } = {
  registerWitnessed: desks, checkInWitnessed: desks,
  // Whoever it is about stands there and is heard.
  changeJob: desks, closeJob: desks, sealQuote: desks,
  mergeWorker: windows, dismissMerge: windows, undoMerge: windows, correctWorker: windows, eraseWorker: windows,
  openHelpCase: windows, updateHelpCase: windows, recordHelpVisit: windows, closeHelpCase: windows,
  // Who may shut an employer out, let it back in, or vouch for it, answers for it.
  setEmployerStanding: ['supervisor', 'admin'], liftStanding: ['supervisor', 'admin'], setTrust: ['supervisor', 'admin'],
  // Who calls past the queue answers for it to everybody who waits.
  callOutOfOrder: ['host', 'supervisor', 'admin'], callNamed: ['host', 'supervisor', 'admin'],
  closeDay: ['supervisor', 'admin'],
  reopenDay: ['supervisor', 'admin'],
  publishBoard: boards, removeBoard: boards, setBoardScene: boards, putNotice: boards, endNotice: boards,
  putFair: ['supervisor', 'admin'], endFair: ['supervisor', 'admin'],
  decideAppeal: ['supervisor', 'admin'],
  // Who works here, and as what.
  openAccount: ['admin'], setAccountRole: ['admin'], setAccountPin: ['admin'], closeAccount: ['admin'], unlockAccount: ['admin'],
  // Which machines belong to the hall.
  enrolDevice: ['supervisor', 'admin'], revokeDevice: ['supervisor', 'admin'],
};

/** Who may open a kiosk: stop it, start it again, see what it is. */
export const mayMaintain = (role: StaffRole): boolean => role === 'supervisor' || role === 'admin';

/** The auditor only reads, whatever the command; the own PIN is everybody's. */
export const staffMay = (role: StaffRole, type: CommandType): boolean => type === 'setOwnPin' || (role !== 'auditor' && (narrowed[type]?.includes(role) ?? true));
