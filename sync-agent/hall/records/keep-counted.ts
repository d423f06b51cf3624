/* Figures follow the journal a moment later: a few rows now and then, so that no tap waits for counting. */

/** Rows in one go (about 4 ms), and how often; a backlog is worked off faster, still with room for taps between. */
const rowsAtOnce = 100;
const everyMs = 500;
const backlogMs = 50;

export interface CountingParts {
  /** counts, and gives how many rows are left */
  readonly catchUp: (maxRows: number) => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly failed: (error: unknown) => void;
}

/** Counts until stopped. A failure (disk full) is told and tried again at the next turn: the journal waits. */
export function keepCounted({ catchUp, after, failed }: CountingParts): { stop: () => void } {
  let cancel = after(everyMs, turn);
  function turn(): void {
    let left = 0;
    try {
      left = catchUp(rowsAtOnce);
    } catch (error) {
      failed(error);
    }
    cancel = after(left > 0 ? backlogMs : everyMs, turn);
  }
  return { stop: () => cancel() };
}
