/* Which calls stand where: the newest large with those called together with it, the others below. Pure. */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { cut } from '../../kit/paging.ts';

interface CallRows {
  /** the newest, with the other numbers of the same command as far as there is room; by number */
  readonly large: readonly BoardCall[];
  /** the rest in pages; every open call is on one of them, for a number that is never shown is a person who waits in vain */
  readonly pages: readonly (readonly BoardCall[])[];
}

/** The newest and those called by the same command, by number. `calls` newest first, as the agent sends them. */
export function newestOf(calls: readonly BoardCall[]): readonly BoardCall[] {
  const [newest] = calls;
  if (newest === undefined) return [];
  return calls.filter((call) => call.callId === newest.callId || (call.open && newest.open && call.at === newest.at && call.to.kind === newest.to.kind && call.to.id === newest.to.id))
    .sort((one, other) => (one.number < other.number ? -1 : 1));
}

/** `size`: rows that fit below the large ones; `largeMost`: so many numbers stand large; each at least one. */
export function callRows(calls: readonly BoardCall[], size: number, largeMost = Infinity): CallRows {
  const newest = newestOf(calls);
  const large = newest.slice(0, largeMost);
  const rest = [...newest.slice(largeMost), ...calls.filter((call) => !newest.includes(call))];
  const open = rest.filter((call) => call.open);
  // Those who have come already only fill up the last page.
  return { large, pages: cut(open.length >= size ? open : withRecent(open, rest, size), size) };
}

/** All open ones and as many of the others as fit, in the order of `rest`. */
function withRecent(open: readonly BoardCall[], rest: readonly BoardCall[], size: number): readonly BoardCall[] {
  const ended = new Set(rest.filter((call) => !call.open).slice(0, size - open.length));
  return rest.filter((call) => call.open || ended.has(call));
}
