/* What decisions about accounts need to know, and what is kept beside the journal. */
import type { StaffRole } from '../role.ts';

export interface AccountRow {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly closed: boolean;
  /** its PIN is good for one sign-in, at which another one is set */
  readonly oneTime: boolean;
  /** it has a card of its own */
  readonly card: boolean;
}
export interface AccountsView {
  account(staffId: string): AccountRow | undefined;
  /** Accounts that are not closed; of one role, or of all. */
  openAccounts(role?: StaffRole): number;
  /** A code that was made and not used. */
  recoveryKept(): boolean;
}

/** Comes with `accountOpened`, `accountPinSet` and `accountRecovered`; what is absent stays as it was. `pin`, `card`: as kept, never as typed. */
export interface AccountRecord { readonly table: 'account'; readonly staffId: string; readonly name?: string | undefined; readonly pin: string; readonly card?: string | undefined }
/** Comes with an `accountCardSet` that says there is one. `card`: as kept, never the number. */
export interface AccountCardRecord { readonly table: 'accountCard'; readonly staffId: string; readonly card: string }
/** Comes with `recoveryCodeKept`. */
export interface RecoveryRecord { readonly table: 'recoveryCode'; readonly code: string }
