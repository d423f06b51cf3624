/* How a draw follows from published values alone, so that anybody can compute it again. */
import { sha256 } from './sha256.ts';

/** SHA-256 of the numbers joined by commas, as 64 hex digits. */
export const listHashOf = (numbers: readonly string[]): string => sha256(numbers.join(','));

/** SHA-256 of the list's hash and the values joined by `|`. */
export const seedOf = (listHash: string, values: readonly string[]): string => sha256([listHash, ...values].join('|'));

/** The lots: the same seed and list give the same order everywhere, by rising SHA-256 of `seed|number`. */
export const orderOf = (seed: string, numbers: readonly string[]): string[] =>
  numbers.map((number) => ({ number, lot: sha256(`${seed}|${number}`) })).sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ number }) => number);
