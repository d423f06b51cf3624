/* Figures out of samples. */

/** The `p`th percentile (0 to 1) by nearest rank, rounded to microseconds when samples are milliseconds. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
  return Math.round(value * 1_000) / 1_000;
}
