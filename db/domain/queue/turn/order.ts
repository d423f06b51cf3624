/* The one order of waiting tickets. Whatever calls, it compares here; the clock has no say. */

/** `rank` is the place in the hall's sequence that the ticket stands at: its virtual arrival in ms, until it is put elsewhere; 0 is in front of all. `back` orders those put at the same place: > 0 behind it, < 0 in front. */
export interface Standing { readonly rank: number; readonly back: number; readonly order: number }

/** Negative when `a` comes first. A head start changes `rank` and nothing here. */
export const callOrder = (a: Standing, b: Standing): number => a.rank - b.rank || a.back - b.back || a.order - b.order;

/** The first of some; undefined of none. */
export function firstOf<T extends Standing>(waiting: readonly T[]): T | undefined {
  let first: T | undefined;
  for (const one of waiting) if (first === undefined || callOrder(one, first) < 0) first = one;
  return first;
}

/** Directly behind another ticket; whoever was put there before with a smaller `order` stays in front. */
export const behind = (other: Standing): { rank: number; back: number } => ({ rank: other.rank, back: other.back + 1 });
/** Directly in front of another ticket. */
export const inFrontOf = (other: Standing): { rank: number; back: number } => ({ rank: other.rank, back: other.back - 1 });
