/* Which operations of a process start are known, as ranges of its counter: exact, and as short as its story is whole. */

/** Both included. */
export interface Range { readonly first: number; readonly last: number }
export interface Extended {
  /** those of `counters` that are in none of the ranges, each once, in the order in which they were given */
  readonly fresh: readonly number[];
  /** ranges as they are now where they differ: a range keeps its first number or is gone */
  readonly written: readonly Range[];
  /** first numbers of ranges that went up in another one */
  readonly gone: readonly number[];
}

/** `known`: every range that holds or touches one of `counters`, more do no harm; none touches another one. */
export function extend(known: readonly Range[], counters: readonly number[]): Extended {
  const fresh: number[] = [];
  const seen = new Set<number>();
  const before = [...known].sort((one, other) => one.first - other.first);
  for (const counter of counters) {
    if (seen.has(counter) || holds(before, counter)) continue;
    seen.add(counter);
    fresh.push(counter);
  }
  if (fresh.length === 0) return { fresh, written: [], gone: [] };
  const now = merged([...before, ...islands(fresh)].sort((one, other) => one.first - other.first));
  const was = new Map(before.map(({ first, last }) => [first, last]));
  const firsts = new Set(now.map(({ first }) => first));
  return { fresh, written: now.filter(({ first, last }) => was.get(first) !== last), gone: before.flatMap(({ first }) => (firsts.has(first) ? [] : [first])) };
}

const holds = (ranges: readonly Range[], counter: number): boolean => ranges.some(({ first, last }) => first <= counter && counter <= last);

function islands(counters: readonly number[]): Range[] {
  const found: { first: number; last: number }[] = [];
  for (const counter of [...counters].sort((one, other) => one - other)) {
    const open = found.at(-1);
    if (open !== undefined && open.last + 1 === counter) open.last = counter;
    else found.push({ first: counter, last: counter });
  }
  return found;
}

/** By their first number; those that touch become one. */
function merged(ranges: readonly Range[]): Range[] {
  const found: { first: number; last: number }[] = [];
  for (const { first, last } of ranges) {
    const open = found.at(-1);
    if (open !== undefined && first <= open.last + 1) open.last = Math.max(open.last, last);
    else found.push({ first, last });
  }
  return found;
}
