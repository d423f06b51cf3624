/* What the console knows. Pure steps; a message that does not fit its schema changes nothing but `garbled`. */
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { CityTrade } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { cityTradesSchema, deskSchema, floorStateSchema, staffListSchema, type Desk, type FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { LinkState } from '../../kit/link.ts';

export interface SignedIn { readonly staffId: string; readonly staffName: string; readonly role: StaffRole; /** signed in by a PIN that somebody else gave: another one comes first */ readonly mustSetPin: boolean; /** the page locks itself after so long without input */ readonly lockAfterMs: number }

export interface ConsoleMemory {
  readonly link: LinkState;
  readonly desk: Desk | undefined;
  /** the last good floor; kept on screen while the line is down */
  readonly floor: FloorState | undefined;
  readonly signedIn: SignedIn | undefined;
  /** nobody touched it for too long: what was on screen is covered until the PIN is typed again */
  readonly locked: boolean;
  /** who was signed in before the line broke: one PIN away */
  readonly lastStaffId: string | undefined;
  readonly garbled: boolean;
  /** of the city */
  readonly trades?: readonly CityTrade[];
}

export const emptyMemory: ConsoleMemory = { link: { at: 'connecting' }, desk: undefined, floor: undefined, signedIn: undefined, locked: false, lastStaffId: undefined, garbled: false };

/** The agent sends the desk after each connection; whoever was signed in on the old one is not on the new one. */
export function afterDesk(memory: ConsoleMemory, message: unknown): ConsoleMemory {
  const parsed = deskSchema.safeParse(message);
  return parsed.success ? { ...memory, desk: parsed.data, signedIn: undefined, locked: false, garbled: false } : { ...memory, garbled: true };
}

/** Who may sign in is otherwise; whoever is signed in stays so. */
export function afterStaff(memory: ConsoleMemory, message: unknown): ConsoleMemory {
  const parsed = staffListSchema.safeParse(message);
  if (!parsed.success || memory.desk === undefined) return { ...memory, garbled: !parsed.success };
  return { ...memory, desk: { ...memory.desk, staff: parsed.data }, garbled: false };
}

export function afterFloor(memory: ConsoleMemory, message: unknown): ConsoleMemory {
  const parsed = floorStateSchema.safeParse(message);
  return parsed.success ? { ...memory, floor: parsed.data, garbled: false } : { ...memory, garbled: true };
}

/** The whole page learns the city's trades; the list stands in the memory so that what shows names is drawn anew. */
export function afterTrades(memory: ConsoleMemory, message: unknown): ConsoleMemory {
  const parsed = cityTradesSchema.safeParse(message);
  if (!parsed.success) return { ...memory, garbled: true };
  learnTrades(parsed.data);
  return { ...memory, trades: parsed.data };
}

export const afterSignIn = (memory: ConsoleMemory, signedIn: SignedIn): ConsoleMemory => ({ ...memory, signedIn, locked: false, lastStaffId: signedIn.staffId });

/** Pages stay as they are underneath, with what was typed into them. */
export const afterLocked = (memory: ConsoleMemory): ConsoleMemory => (memory.signedIn === undefined ? memory : { ...memory, locked: true });

/** `forget`: at the end of a shift, not after a broken line. */
export const afterSignOut = (memory: ConsoleMemory, forget: boolean): ConsoleMemory => ({
  ...memory, signedIn: undefined, locked: false, floor: undefined, lastStaffId: forget ? undefined : memory.lastStaffId,
});
