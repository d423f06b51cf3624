/* What decisions about shifts and accounts need to know. */
import type { BusinessDay } from '../scalars.ts';
import type { Place } from '../queue/commands.ts';
import type { AccountsView } from './accounts/view.ts';

export interface ShiftRow { readonly shiftId: string; readonly staffId: string; readonly businessDay: BusinessDay; readonly place: Place }

export interface StaffView extends AccountsView {
  openShiftOf(staffId: string): ShiftRow | undefined;
  openShiftAt(place: Place): ShiftRow | undefined;
}
