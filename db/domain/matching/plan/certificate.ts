/* Whether a plan is the best there is: proved from its prices, by code that knows nothing of how the plan was found. Imports nothing, on purpose. */

/** A plan as it claims to be. Numbers 0 …; `at` is -1 for those without place. Locked pairs stand outside the proof but inside the value. */
export interface Claim {
  readonly edgeWorker: Int32Array;
  readonly edgePosting: Int32Array;
  readonly edgeWeight: Float64Array;
  /** all places of each posting, locked ones among them; 0 for a posting that is closed */
  readonly places: Int32Array;
  readonly at: Int32Array;
  readonly locked: Uint8Array;
  readonly gain: Float64Array;
  readonly price: Float64Array;
}

export const violationKinds = [
  'lengthsDiffer', 'gainNegative', 'priceNegative', 'gainNotWhole', 'priceNotWhole', 'weightNotWhole', 'edgeUncovered', 'placesExceeded', 'pairWithoutEdge', 'valueDiffers',
] as const;
export interface Violation { readonly kind: (typeof violationKinds)[number]; readonly worker?: number; readonly posting?: number }

/** `value`: Σ weights of all pairs; `bound`: what no plan can exceed, by its prices. Equal, and nothing violated: the plan is optimal. */
export interface Certificate { readonly optimal: boolean; readonly value: bigint; readonly bound: bigint; readonly violations: readonly Violation[] }

/** Enough to see what is wrong; the rest would only repeat it. */
const mostViolations = 20;

/**
 * Weak duality: if every live edge has gain + price ≥ weight, and both are ≥ 0, no plan is worth more than Σ gain + Σ places·price.
 * A plan that keeps the places and is worth exactly that is optimal. O(edges); sums in BigInt.
 */
export function certify(claim: Claim): Certificate {
  const violations: Violation[] = [];
  const found = (violation: Violation): void => { if (violations.length < mostViolations) violations.push(violation); };
  if (!sameLengths(claim)) return { optimal: false, value: 0n, bound: 0n, violations: [{ kind: 'lengthsDiffer' }] };
  const open = openPlaces(claim, found);
  const pairWeight = coverEdges(claim, open, found);
  checkNumbers(claim, found);
  const value = sumPairs(claim, pairWeight, found);
  let bound = value.locked;
  claim.gain.forEach((gain, worker) => { if (claim.locked[worker] !== 1) bound += whole(gain); });
  open.forEach((places, posting) => { if (places > 0) bound += BigInt(places) * whole(claim.price[posting] ?? 0); });
  const total = value.locked + value.planned;
  if (total !== bound) found({ kind: 'valueDiffers' });
  return { optimal: violations.length === 0, value: total, bound, violations };
}

type Found = (violation: Violation) => void;

/** Fractions are reported by name; the sum must only not break on them. */
const whole = (number: number): bigint => (Number.isSafeInteger(number) ? BigInt(number) : 0n);

function sameLengths({ edgeWorker, edgePosting, edgeWeight, places, at, locked, gain, price }: Claim): boolean {
  return edgeWorker.length === edgeWeight.length && edgePosting.length === edgeWeight.length && at.length === gain.length && locked.length === gain.length && places.length === price.length;
}

/** Places of each posting that locked pairs leave; more people than places is a violation. */
function openPlaces({ at, locked, places }: Claim, found: Found): Int32Array {
  const open = Int32Array.from(places);
  const taken = new Int32Array(places.length);
  at.forEach((posting, worker) => {
    if (posting < 0) return;
    if (posting >= places.length) { found({ kind: 'pairWithoutEdge', worker, posting }); return; }
    taken[posting] = (taken[posting] ?? 0) + 1;
    if (locked[worker] === 1) open[posting] = (open[posting] ?? 0) - 1;
  });
  taken.forEach((count, posting) => { if (count > (places[posting] ?? 0)) found({ kind: 'placesExceeded', posting }); });
  return open;
}

/** Checks every live edge; gives the weight of each worker's pair, 0 where no edge carries it. */
function coverEdges({ edgeWorker, edgePosting, edgeWeight, at, locked, gain, price }: Claim, open: Int32Array, found: Found): Float64Array {
  const pairWeight = new Float64Array(at.length);
  for (let edge = 0; edge < edgeWeight.length; edge += 1) {
    const worker = edgeWorker[edge] ?? -1;
    const posting = edgePosting[edge] ?? -1;
    const weight = edgeWeight[edge] ?? 0;
    if (!Number.isSafeInteger(weight) || weight < 0) found({ kind: 'weightNotWhole', worker, posting });
    if (at[worker] === posting) pairWeight[worker] = weight;
    if (locked[worker] === 1 || (open[posting] ?? 0) <= 0) continue;
    if (!((gain[worker] ?? 0) + (price[posting] ?? 0) >= weight)) found({ kind: 'edgeUncovered', worker, posting });
  }
  return pairWeight;
}

function checkNumbers({ gain, price }: Claim, found: Found): void {
  gain.forEach((one, worker) => {
    if (!Number.isSafeInteger(one)) found({ kind: 'gainNotWhole', worker });
    else if (one < 0) found({ kind: 'gainNegative', worker });
  });
  price.forEach((one, posting) => {
    if (!Number.isSafeInteger(one)) found({ kind: 'priceNotWhole', posting });
    else if (one < 0) found({ kind: 'priceNegative', posting });
  });
}

function sumPairs({ at, locked }: Claim, pairWeight: Float64Array, found: Found): { planned: bigint; locked: bigint } {
  const sum = { planned: 0n, locked: 0n };
  at.forEach((posting, worker) => {
    if (posting < 0) return;
    const weight = pairWeight[worker] ?? 0;
    if (weight <= 0) found({ kind: 'pairWithoutEdge', worker, posting });
    sum[locked[worker] === 1 ? 'locked' : 'planned'] += whole(weight);
  });
  return sum;
}
