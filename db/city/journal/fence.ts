/* The fence: of all machines that show a hall's identity, the one whose token was used last is the hall. A copied disk is found, a lost or late answer is no alarm. */
import type { LockedHall } from './store.ts';

/** Tokens that a hall may have been given without using one; more welcomes in a row got lost nowhere. */
const handedMost = 32;

type Tokens = Pick<LockedHall, 'token' | 'handed'>;
export interface Fence { readonly token: string | null; readonly handed: readonly string[]; readonly retired: readonly string[] }

/**
 * A message came with this token. The first use of a handed one makes it the hall's only one: the one before and all others that were handed out belong to nobody, or to a copy.
 * Not before its use: of two hellos the later one may arrive first, and the answer to either may be the one that the hall has.
 * Undefined: a token that is not the hall's.
 */
export function usedToken({ token, handed }: Tokens, shown: string): Fence | undefined {
  if (shown === token) return { token, handed, retired: [] };
  if (!handed.includes(shown)) return undefined;
  return { token: shown, handed: [], retired: [...token === null ? [] : [token], ...handed.filter((other) => other !== shown)] };
}

/**
 * A hello came with this token, or with none: with `next` handed out, or undefined for a copy. `retired`: the shown one was replaced by another that was used.
 * A token that was never given out, as far as the hub remembers, says that the hub itself was restored from a backup: the hall goes on, and a copy of it is found at the next change of tokens.
 */
export function helloToken(tokens: Tokens, shown: string | undefined, retired: boolean, next: string): Fence | undefined {
  if (retired || (shown === undefined && tokens.token !== null)) return undefined;
  const used = shown === undefined ? { ...tokens, retired: [] } : usedToken(tokens, shown) ?? { token: shown, handed: [], retired: [...tokens.token === null ? [] : [tokens.token], ...tokens.handed] };
  return { ...used, handed: [...used.handed, next].slice(-handedMost) };
}
