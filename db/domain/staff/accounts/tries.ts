/* Wrong PINs, in halls and at the city's desk: five tries, then waits that double. */

/** So many wrong ones cost nothing but themselves. */
export const freeTries = 5;
const firstWaitMs = 15_000;
/** No wait is longer: a clock that was set back must not lock anybody out for good. */
export const longestWaitMs = 3_600_000;

/** How long nobody may try that name after so many wrong tries, milliseconds: none up to the fourth, 15 s after the fifth, twice as long after each further one, an hour at most. */
export const waitAfter = (wrong: number): number => (wrong < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (wrong - freeTries), longestWaitMs));
/** What is left of a wait that ends at `until`, milliseconds. */
export const waitLeft = (until: number, now: number): number => Math.max(0, Math.min(until - now, longestWaitMs));
