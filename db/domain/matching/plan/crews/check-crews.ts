/* Whether crews are whole and no place is given out twice: told from the claim alone, by code that knows nothing of how they were placed. Imports nothing, on purpose. */

export interface CrewClaim {
  /** `weights`: pairs of posting and what the whole crew is worth there; `at` is -1 for those without place */
  readonly crews: readonly { readonly id: number; readonly size: number; readonly at: number; readonly locked: boolean; readonly weights: readonly (readonly [posting: number, weight: number])[] }[];
  /** all places of each posting, those of crews and locked ones among them */
  readonly places: Int32Array;
  /** people at each posting who go alone, planned or locked */
  readonly singlesAt: Int32Array;
}

export const crewViolations = ['sizeWrong', 'pairWithoutEdge', 'weightNotWhole', 'lockedNowhere', 'placesExceeded'] as const;
export interface CrewViolation { readonly kind: (typeof crewViolations)[number]; readonly crew?: number; readonly posting?: number }

/** Σ of what the crews are worth where they are, and everything that is wrong. */
export function checkCrews({ crews, places, singlesAt }: CrewClaim): { readonly value: bigint; readonly violations: readonly CrewViolation[] } {
  const violations: CrewViolation[] = [];
  const taken = [...singlesAt];
  let value = 0n;
  for (const { id, size, at, locked, weights } of crews) {
    if (!Number.isInteger(size) || size < 2 || size > 6) violations.push({ kind: 'sizeWrong', crew: id });
    if (at < 0) {
      if (locked) violations.push({ kind: 'lockedNowhere', crew: id });
      continue;
    }
    taken[at] = (taken[at] ?? 0) + size;
    const weight = weights.find(([posting]) => posting === at)?.[1];
    if (weight === undefined) violations.push({ kind: 'pairWithoutEdge', crew: id, posting: at });
    else if (!Number.isSafeInteger(weight) || weight < 1) violations.push({ kind: 'weightNotWhole', crew: id, posting: at });
    else value += BigInt(weight);
  }
  taken.forEach((heads, posting) => { if (heads > (places[posting] ?? 0)) violations.push({ kind: 'placesExceeded', posting }); });
  return { value, violations };
}
