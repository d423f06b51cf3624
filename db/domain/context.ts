/* What a decision may know besides the hall's own memory. Clock and chance are handed in, so the same input decides the same. */
import type { CityGroup } from './care/city-groups.ts';
import type { Sheet } from './content/leaflet.ts';
import type { BusinessDay, Instant } from './scalars.ts';
import type { MinimumWageRow } from './law/minimum-wage-table.ts';
import type { HallSettings } from './hall/settings.ts';
import type { StaffRole } from './staff/role.ts';

export interface Context {
  readonly now: Instant;
  readonly newId: () => string;
  readonly settings: HallSettings;
  readonly actor: Actor;
  /** as the city says them; where it says nothing, and without it, the shipped table holds */
  readonly minimumWages?: readonly Omit<MinimumWageRow, 'confirmed'>[];
  /** sheets and courses that the city gives every hall to read */
  readonly citySheets?: readonly Sheet[];
  /** groups of help that the city adds to the law's */
  readonly cityGroups?: readonly CityGroup[];
  /** whether the city bans the person with this number as a contractor, also one whom this hall does not know */
  readonly cityBansContractor?: (idNumber: string, day: BusinessDay) => boolean;
}

/** Who asks; set by the server from the connection, never taken from a message. */
export type Actor =
  | { readonly role: 'kiosk'; readonly deviceId: string; /** the printer beside it */ readonly printer: string }
  | { readonly role: 'console'; readonly staffId: string; readonly staffRole: StaffRole; /** the machine at which they sit */ readonly deviceId?: string | undefined; /** a second one who has just proved to stand beside */ readonly second?: string | undefined }
  | { readonly role: 'agent'; /** for whoever runs the machine, who told it so */ readonly operator?: true };
