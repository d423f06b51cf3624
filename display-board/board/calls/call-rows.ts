/* Which calls stand where: the newest large with those called together with it, the others below. Pure. */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { cut } from '../paging/paging.ts';

export interface CallRows {
  /** the newest, with the other numbers of the same command; by number */
  readonly large: readonly BoardCall[];
  /** the rest in pages; every open call is on one of them, for a number that is never shown is a person who waits in vain */
  readonly pages: readonly (readonly BoardCall[])[];
}

/** `calls` newest first, as the agent sends them; `size`: rows that fit below the large one, at least one. */
export function callRows(calls: readonly BoardCall[], size: number): CallRows {
  const [newest] = calls;
  if (newest === undefined) return { large: [], pages: [] };
  const isWithNewest = (call: BoardCall): boolean => call.callId === newest.callId || (call.open && newest.open && call.at === newest.at && call.to.kind === newest.to.kind && call.to.id === newest.to.id);
  const large = calls.filter(isWithNewest).sort((one, other) => (one.number < other.number ? -1 : 1));
  const rest = calls.filter((call) => !isWithNewest(call));
  const open = rest.filter((call) => call.open);
  // Those who have come already only fill up the last page.
  return { large, pages: cut(open.length >= size ? open : withRecent(open, rest, size), size) };
}

/** All open ones and as many of the others as fit, in the order of `rest`. */
function withRecent(open: readonly BoardCall[], rest: readonly BoardCall[], size: number): readonly BoardCall[] {
  const ended = new Set(rest.filter((call) => !call.open).slice(0, size - open.length));
  return rest.filter((call) => call.open || ended.has(call));
}
