/* Runs a rule's tree over normalised text. Sets of ends instead of backtracking: a position is visited once, so no posting can make it slow. */
import type { NormalText } from './normalise.ts';
import { firstOf, type Node } from './pattern.ts';

/** Counts the characters looked at, so that a test can hold the time to a line. */
export interface Meter { steps: number }

export interface Span { readonly start: number; readonly end: number }

export interface Matcher {
  readonly node: Node;
  readonly first: ReadonlySet<string> | undefined;
  /** True: strange letters and figures between characters are overlooked. What is excused must be written plainly. */
  readonly loose: boolean;
}

export const matcher = (node: Node, loose: boolean): Matcher => ({ node, first: firstOf(node), loose });

/** What a run over a text needs at every step. */
interface Run { readonly text: NormalText; readonly meter: Meter; readonly loose: boolean }

/** Strange letters or figures that may stand between two characters: 限a男, 女1勿. */
const mostStrange = 2;

const isStrange = (char: string | undefined): boolean => char !== undefined && /^[a-z0-9]$/.test(char);
const isHan = (char: string): boolean => char > '\u2E7F';

/** A place in the text, twice over: even when the next character must be near, odd when it may stand anywhere (the beginning, after `~`). */
type Place = number;

/** Every match, the longest for each beginning, in order. */
export function findAll(text: NormalText, one: Matcher, meter: Meter): Span[] {
  const spans: Span[] = [];
  const run: Run = { text, meter, loose: one.loose };
  for (let start = 0; start < text.chars.length; start += 1) {
    meter.steps += 1;
    if (one.first !== undefined && !one.first.has(text.chars[start] ?? '')) continue;
    if (startsInsideWord(text, start)) continue;
    let longest = -1;
    for (const place of advance(run, one.node, [start * 2 + 1])) {
      const end = Math.floor(place / 2);
      if (end > longest && end > start && !startsInsideWord(text, end)) longest = end;
    }
    if (longest > start) spans.push({ start, end: longest });
  }
  return spans;
}

/** True when `at` would cut a Latin word or a figure in two: nan in nanjing, 5 in 55. */
function startsInsideWord({ chars, gaps }: NormalText, at: number): boolean {
  const [before, after] = [chars[at - 1], chars[at]];
  if (gaps[at] !== 0 || before === undefined || after === undefined) return false;
  return (/^[a-z]$/.test(before) && /^[a-z]$/.test(after)) || (/^\d$/.test(before) && /^\d$/.test(after));
}

function advance(run: Run, node: Node, places: readonly Place[]): Place[] {
  switch (node.kind) {
    case 'char':
      return consume(run, node.set, places);
    case 'seq':
      return node.parts.reduce<Place[]>((now, part) => (now.length === 0 ? now : advance(run, part, now)), [...places]);
    case 'oneOf':
      return unique(places.flatMap((place) => branch(run, node, place)));
    case 'repeat':
      return repeat(run, node, places);
    case 'cross':
      return unique(places.map((place) => place | 1));
    case 'edge':
      return places.filter((place) => (run.text.gaps[Math.floor(place / 2)] ?? 2) > 0);
    case 'not':
      return places.filter((place) => advance(run, node.node, [place]).length === 0);
  }
}

function branch(run: Run, node: Node & { kind: 'oneOf' }, place: Place): Place[] {
  const branches = new Set(node.others);
  for (const at of reachable(run, place)) for (const one of node.byFirst.get(run.text.chars[at] ?? '') ?? []) branches.add(one);
  return [...branches].flatMap((one) => advance(run, one, [place]));
}

function repeat(run: Run, { node, least, most }: Node & { kind: 'repeat' }, places: readonly Place[]): Place[] {
  const found = new Set<Place>(least === 0 ? places : []);
  let now: Place[] = [...places];
  for (let times = 1; times <= most && now.length > 0; times += 1) {
    now = advance(run, node, now);
    if (times >= least) for (const place of now) found.add(place);
  }
  return [...found];
}

function consume(run: Run, set: ReadonlySet<string> | 'any', places: readonly Place[]): Place[] {
  const found: Place[] = [];
  for (const place of places) {
    for (const at of reachable(run, place)) {
      run.meter.steps += 1;
      const char = run.text.chars[at];
      if (char === undefined) continue;
      const skipped = at > Math.floor(place / 2);
      if (set === 'any' ? !skipped : set.has(char) && (!skipped || isHan(char))) found.push((at + 1) * 2);
    }
  }
  return unique(found);
}

/** Where the next character may be read: here, or behind at most two strange letters or figures. */
function reachable({ text: { chars, gaps }, loose }: Run, place: Place): number[] {
  const at = Math.floor(place / 2);
  const free = place % 2 === 1;
  if (at >= chars.length || (!free && gaps[at] === 2)) return [];
  const found = [at];
  if (free || !loose || !isHan(chars[at - 1] ?? '')) return found;
  for (let skipped = 1; skipped <= mostStrange && isStrange(chars[at + skipped - 1]) && gaps[at + skipped] !== 2; skipped += 1) {
    if (at + skipped < chars.length) found.push(at + skipped);
  }
  return found;
}

const unique = (places: readonly Place[]): Place[] => (places.length < 2 ? [...places] : [...new Set(places)]);
