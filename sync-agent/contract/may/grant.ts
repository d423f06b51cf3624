/* What a row of the table of rights says, and whose work is whose (F33). Every command, question and event of the hall's doors has its row beside this file; nothing is allowed by being left out. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';

/** `kiosk`: at a kiosk's door, for whoever stands there; `staff`: at a console, by who is signed in. Boards send and ask nothing of this kind. */
export interface Grant { readonly kiosk?: true; readonly staff: readonly StaffRole[] }

/** Only the agent itself: its clock, and what comes over the city's line. */
export const nobody: Grant = { staff: [] };
export const everybody: readonly StaffRole[] = staffRoles;
/** Everybody who works in the hall; the auditor only reads. */
export const workers: readonly StaffRole[] = ['clerk', 'host', 'boardOperator', 'supervisor', 'admin'];
/** Whoever checks what all the others did, and is none of them. */
export const auditors: readonly StaffRole[] = ['auditor'];
/** Whoever serves people at windows and tables. */
export const desks: readonly StaffRole[] = ['clerk', 'host', 'supervisor', 'admin'];
export const desksAndAuditor: readonly StaffRole[] = [...desks, 'auditor'];
/** Whoever serves people at windows. */
export const windows: readonly StaffRole[] = ['clerk', 'supervisor', 'admin'];
export const windowsAndAuditor: readonly StaffRole[] = [...windows, 'auditor'];
/** Whoever serves people at tables. */
export const hosts: readonly StaffRole[] = ['host', 'supervisor', 'admin'];
/** Whoever answers for the hall. */
export const leads: readonly StaffRole[] = ['supervisor', 'admin'];
export const leadsAndAuditor: readonly StaffRole[] = [...leads, 'auditor'];
/** Who decides who works here. */
export const admins: readonly StaffRole[] = ['admin'];
/** Whoever answers for what hangs before everybody. */
export const boards: readonly StaffRole[] = ['boardOperator', 'supervisor', 'admin'];

/** Who may let a file out. */
export const mayExport: readonly StaffRole[] = leads;
/** Who may be the second person beside what nobody does alone. */
export const mayVouch = (role: StaffRole): boolean => leads.includes(role);
/** Who may open a kiosk: stop it, start it again, see what it is. */
export const mayMaintain = (role: StaffRole): boolean => leads.includes(role);

export const granted = ({ kiosk, staff }: Grant, actor: Actor): boolean => {
  switch (actor.role) {
    case 'agent': return true;
    case 'kiosk': return kiosk === true;
    case 'console': return staff.includes(actor.staffRole);
  }
};
