/* The bays in the order in which they lie, each with the vans that are due there, the next first. Pure. */
import type { BoardBay } from '@kuaizhao/sync-agent/contract/board.ts';

interface BayPlace { readonly bay: string; readonly vans: readonly BoardBay[] }

const numeral = new Intl.Collator('zh-CN', { numeric: true });

/** `2号车位` before `10号车位`. */
export function lanes(bays: readonly BoardBay[]): readonly BayPlace[] {
  const byBay = Map.groupBy(bays, ({ bay }) => bay);
  return [...byBay].map(([bay, vans]): BayPlace => ({ bay, vans })).sort((one, other) => numeral.compare(one.bay, other.bay));
}
