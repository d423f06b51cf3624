/* What the board knows: the plan it was given, the last good picture of the hall, when it came, whether the line stands, which calls and jobs are fresh. Pure; the clock comes with each event. */
import { changed } from '@kuaizhao/sync-agent/contract/boards/change.ts';
import { boardChangeSchema, boardOrderSchema, boardStateSchema, type BoardOrder, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { behindAfter } from '../kit/hall-clock.ts';
import type { LinkState } from '../kit/link.ts';
import type { Now } from '../kit/use-now.ts';
import { marksAfter, type JobMarks } from './jobs/job-marks.ts';

/** A new call is fresh this long: pages stand still, the number stands out. */
export const freshMs = 10_000;

export interface BoardMemory {
  readonly state: BoardState | undefined;
  /** undefined until the agent has told it */
  readonly order: BoardOrder | undefined;
  /** steady clock, when the agent last told us something */
  readonly toldMs: number;
  readonly link: LinkState;
  /** the agent says something that this version does not understand */
  readonly garbled: boolean;
  /** what this board is to show where was not understood: the old plan stands until one is */
  readonly garbledOrder: boolean;
  /** see kit/hall-clock */
  readonly behindMs: number;
  /** see jobs/job-marks */
  readonly marks: JobMarks;
  /** callId → steady clock of its first sight in this count of calls */
  readonly fresh: ReadonlyMap<string, number>;
}

export const emptyMemory: BoardMemory = { state: undefined, order: undefined, toldMs: 0, link: { at: 'connecting' }, garbled: false, garbledOrder: false, behindMs: 0, marks: new Map(), fresh: new Map() };

/** After the whole picture. What does not fit the schema changes nothing but `garbled`: a board never shows half a state. */
export function afterWhole(memory: BoardMemory, message: unknown, now: Now): BoardMemory {
  const parsed = boardStateSchema.safeParse(message);
  return parsed.success ? afterState(memory, parsed.data, now) : { ...memory, garbled: true };
}

/** After a change of the picture; undefined when it belongs to another picture than ours, so that the whole is needed. */
export function afterChange(memory: BoardMemory, message: unknown, now: Now): BoardMemory | undefined {
  const parsed = boardChangeSchema.safeParse(message);
  if (!parsed.success) return { ...memory, garbled: true };
  const state = memory.state === undefined ? undefined : changed(memory.state, parsed.data);
  return state === undefined ? undefined : afterState(memory, state, now);
}

/** After the agent has said what this board shows where. */
export function afterOrder(memory: BoardMemory, message: unknown): BoardMemory {
  const parsed = boardOrderSchema.safeParse(message);
  return parsed.success ? { ...memory, order: parsed.data, garbledOrder: false } : { ...memory, garbledOrder: true };
}

const afterState = (memory: BoardMemory, state: BoardState, now: Now): BoardMemory => ({
  ...memory, state, toldMs: now.steady, garbled: false,
  behindMs: behindAfter(memory.behindMs, state.countedAt, now.wall),
  marks: marksAfter(memory.marks, memory.state?.jobs, state.jobs, now.steady),
  fresh: freshAfter(memory, state, now.steady),
});

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
