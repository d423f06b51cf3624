/* How a window that lost its page comes back: at once the first times, then ever more slowly. */
export const watchLimits = {
  /** a page is asked for a sign of life this often, and is given up after so many questions without an answer: two seconds */
  beatMs: 500, missedBeats: 4,
  /** a page that does not come up in this time never will */
  loadMs: 10_000,
  /** so many losses in a row are mended at once; with the two seconds above a person waits three */
  quickTries: 3, quickMs: 200,
  /** then the recovery page is shown, first for so long, doubling to the longest */
  firstWaitMs: 5_000, longestWaitMs: 60_000,
  /** what lived this long was well: the row begins anew */
  calmMs: 60_000,
  /** a graphics process that died so often within `calmMs` is done without */
  graphicsDeaths: 3,
} as const;

/** Milliseconds to wait after the given loss in a row, counted from one. */
export function waitAfter(losses: number): number {
  const { quickTries, quickMs, firstWaitMs, longestWaitMs } = watchLimits;
  if (losses <= quickTries) return quickMs;
  return Math.min(firstWaitMs * 2 ** (losses - quickTries - 1), longestWaitMs);
}

/** The number of a loss in its row, after so many before it and so long a life between. */
export const rowOf = (before: number, livedMs: number): number => (livedMs >= watchLimits.calmMs ? 1 : before + 1);

/** A wait that people notice, so they are told. */
export const isLong = (waitMs: number): boolean => waitMs > watchLimits.quickMs;
