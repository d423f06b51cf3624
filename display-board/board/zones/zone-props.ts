/* What every zone of the board is given. */
import type { BoardCall, BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import type { Painted } from '../calls/use-painted.ts';
import type { PlanShown } from '../plan/plan-shown.ts';
import type { BoardMemory } from '../board-memory.ts';

export interface ZoneProps {
  readonly state: BoardState;
  readonly memory: BoardMemory;
  readonly shown: PlanShown;
  /** pages stand still until then, by the steady clock */
  readonly held: number;
  /** this is on the glass now */
  readonly onPainted: (painted: Painted) => void;
}

/** Nobody is expected anywhere: then there is time to read the rules. */
export const isQuiet = (calls: readonly BoardCall[]): boolean => !calls.some((call) => call.open);
