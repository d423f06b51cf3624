/* What decisions about shifts need to know. */
import type { BusinessDay } from '../scalars.ts';
import type { Place } from '../queue/commands.ts';

export interface ShiftRow { readonly shiftId: string; readonly staffId: string; readonly businessDay: BusinessDay; readonly place: Place }

export interface StaffView {
  openShiftOf(staffId: string): ShiftRow | undefined;
  openShiftAt(place: Place): ShiftRow | undefined;
}
