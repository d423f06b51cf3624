/* Accounts of staff with their names, for whoever signs in and whoever sees to them. What is kept of PINs goes to the doors that compare it, and no further. */
import type { Instant } from '../../../domain/scalars.ts';
import type { AccountsView } from '../../../domain/staff/accounts/view.ts';
import type { StaffRole } from '../../../domain/staff/role.ts';
import type { Subjects } from '../../record.ts';
import type { KeptAccount } from '../../subjects/staff/accounts.ts';

/** Without `pin` nobody signs in; without `name` it was lost with a disk. `pin` and `card` are what is kept of them; `card` is empty where it was lost with a disk, and then no card is the right one. */
export interface AccountShown {
  readonly staffId: string; readonly role: StaffRole; readonly name: string | undefined; readonly pin: string | undefined; readonly card: string | undefined;
  readonly oneTime: boolean; readonly openedAt: Instant; readonly closedAt: Instant | undefined;
}
export interface AccountsFace {
  readonly view: AccountsView;
  readonly kept: (staffId: string) => AccountShown | undefined;
  /** Those that are open first. */
  readonly all: () => readonly AccountShown[];
  /** what is kept of it */
  readonly recoveryCode: () => string | undefined;
}

const shown = (kept: KeptAccount): AccountShown => ({ ...kept, name: kept.name?.reveal(), pin: kept.pin?.reveal(), card: kept.card?.reveal() });

export function openAccountsFace({ people: { accounts } }: Pick<Subjects, 'people'>): AccountsFace {
  return {
    view: accounts.view,
    kept: (staffId) => { const one = accounts.kept(staffId); return one && shown(one); },
    all: () => accounts.all().map(shown),
    recoveryCode: () => accounts.recoveryCode()?.reveal(),
  };
}
