/* What the board knows: the last good state, when it came, whether the line stands, which calls are fresh. Pure; the clock comes with each event. */
import { boardChangeSchema, boardStateSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { changed } from '@kuaizhao/sync-agent/contract/boards/change.ts';
import { behindAfter } from '../kit/hall-clock.ts';
import type { LinkState } from '../kit/link.ts';
import type { Now } from '../kit/use-now.ts';

/** A new call is fresh this long: pages stand still, the number stands out. */
export const freshMs = 10_000;

export interface BoardMemory {
  readonly state: BoardState | undefined;
  /** steady clock, when the agent last told us something */
  readonly toldMs: number;
  readonly link: LinkState;
  /** the agent says something that this version does not understand */
  readonly garbled: boolean;
  /** see kit/hall-clock */
  readonly behindMs: number;
  /** callId → steady clock of its first sight in this count of calls */
  readonly fresh: ReadonlyMap<string, number>;
}

export const emptyMemory: BoardMemory = { state: undefined, toldMs: 0, link: { at: 'connecting' }, garbled: false, behindMs: 0, fresh: new Map() };

/** After a message of the agent. What does not fit the schema changes nothing but `garbled`: a board never shows half a state. */
export function afterTold(memory: BoardMemory, message: unknown, now: Now): BoardMemory {
  const parsed = boardStateSchema.safeParse(message);
  if (!parsed.success) return { ...memory, garbled: true };
  return withState(memory, parsed.data, now);
}

/** After a change of the picture. One that belongs to another picture changes nothing: then the `whole` is to be asked for. */
export function afterChange(memory: BoardMemory, message: unknown, now: Now): { readonly memory: BoardMemory; readonly whole: boolean } {
  const parsed = boardChangeSchema.safeParse(message);
  if (!parsed.success) return { memory: { ...memory, garbled: true }, whole: true };
  const state = memory.state === undefined ? undefined : changed(memory.state, parsed.data);
  return state === undefined ? { memory, whole: true } : { memory: withState(memory, state, now), whole: false };
}

function withState(memory: BoardMemory, state: BoardState, now: Now): BoardMemory {
  return {
    ...memory, state, toldMs: now.steady, garbled: false,
    behindMs: behindAfter(memory.behindMs, state.countedAt, now.wall),
    fresh: freshAfter(memory, state, now.steady),
  };
}

function freshAfter({ state: before, fresh }: BoardMemory, state: BoardState, steadyMs: number): ReadonlyMap<string, number> {
  // The first state of a page is history.
  if (before === undefined) return fresh;
  const timesBefore = new Map(before.calls.map((call) => [call.callId, call.times]));
  const result = new Map<string, number>();
  for (const call of state.calls) {
    if (!call.open) continue;
    const since = call.times > (timesBefore.get(call.callId) ?? 0) ? steadyMs : fresh.get(call.callId);
    if (since !== undefined && steadyMs - since < freshMs) result.set(call.callId, since);
  }
  return result;
}

/** Until when pages stand still, by the steady clock; 0 when they need not. */
export const heldUntil = (fresh: ReadonlyMap<string, number>): number => Math.max(0, ...Array.from(fresh.values(), (since) => since + freshMs));
