/*
 * The small language of the rules, made into a tree once.
 *   男工  characters in order, soft separators and up to two strange letters or figures between them allowed
 *   (a|b)  one of   [ab0-9]  one character of   .  any one   \d  a figure, Arabic or Chinese
 *   x? x{2} x{0,4}  repeated, always bounded   <name>  a word of the lexicon
 *   ~  here the end of a clause may be crossed   ^ $  here something ends or begins   (?!x)  not followed by x
 */
import type { Lexicon } from './rule.ts';

export type Node =
  | { readonly kind: 'char'; readonly set: ReadonlySet<string> | 'any' }
  | { readonly kind: 'seq'; readonly parts: readonly Node[] }
  | { readonly kind: 'oneOf'; readonly byFirst: ReadonlyMap<string, readonly Node[]>; readonly others: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'cross' }
  | { readonly kind: 'edge' }
  | { readonly kind: 'not'; readonly node: Node };

const figures: ReadonlySet<string> = new Set('0123456789〇零一二两三四五六七八九十百千万半几');
const mostRepeats = 16;
const mostDepth = 12;

/** Throws with the pattern in the message when it is malformed: a rule set is checked when it is made, not when a posting comes. */
export function parsePattern(pattern: string, lexicon: Lexicon): Node {
  return new PatternParser(pattern, lexicon, 0).whole();
}

/** A word is parsed once for its lexicon and shared by all patterns: there are hundreds of places. */
const parsedWords = new WeakMap<Lexicon, Map<string, Node>>();

class PatternParser {
  readonly #points: readonly string[];
  readonly #lexicon: Lexicon;
  readonly #depth: number;
  #at = 0;

  constructor(pattern: string, lexicon: Lexicon, depth: number) {
    this.#points = Array.from(pattern);
    this.#lexicon = lexicon;
    this.#depth = depth;
    if (depth > mostDepth) throw new Error(`words name each other in a circle: ${pattern}`);
  }

  whole(): Node {
    const node = this.#choice();
    if (this.#at < this.#points.length) this.#fail('something is left over');
    return node;
  }

  #choice(): Node {
    const branches = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at += 1;
      branches.push(this.#sequence());
    }
    return branches.length === 1 && branches[0] !== undefined ? branches[0] : oneOf(branches);
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek()) parts.push(this.#repeated(this.#one()));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'seq', parts };
  }

  #repeated(node: Node): Node {
    const next = this.#peek();
    if (next === '?') {
      this.#at += 1;
      return { kind: 'repeat', node, least: 0, most: 1 };
    }
    if (next !== '{') return node;
    const [least = '', most = least] = this.#until('}').split(',');
    const bounds = { least: Number(least), most: Number(most) };
    if (!(bounds.least >= 0 && bounds.most >= bounds.least && bounds.most <= mostRepeats)) this.#fail('repeats out of bounds');
    return { kind: 'repeat', node, ...bounds };
  }

  #one(): Node {
    const point = this.#points[this.#at] ?? this.#fail('ends too early');
    this.#at += 1;
    if (point === '.') return { kind: 'char', set: 'any' };
    if (point === '~') return { kind: 'cross' };
    if (point === '^' || point === '$') return { kind: 'edge' };
    if (point === '\\') return this.#escape();
    this.#at -= 1;
    if (point === '[') return { kind: 'char', set: this.#set(this.#until(']')) };
    if (point === '<') return this.#word(this.#until('>'));
    if (point === '(') return this.#group();
    if ('?{}])>'.includes(point)) this.#fail(`${point} out of place`);
    this.#at += 1;
    return { kind: 'char', set: new Set([point]) };
  }

  #set(inside: string): ReadonlySet<string> {
    const points = Array.from(inside);
    const set = new Set<string>();
    for (let at = 0; at < points.length; at += 1) {
      const [first = '', dash, last] = points.slice(at, at + 3);
      if (dash !== '-' || last === undefined) {
        set.add(first);
        continue;
      }
      for (let code = first.codePointAt(0) ?? 0; code <= (last.codePointAt(0) ?? 0); code += 1) set.add(String.fromCodePoint(code));
      at += 2;
    }
    return set;
  }

  #escape(): Node {
    if (this.#peek() !== 'd') this.#fail('only \\d is known');
    this.#at += 1;
    return { kind: 'char', set: figures };
  }

  #word(name: string): Node {
    const words = this.#lexicon[name];
    if (words === undefined || words.length === 0) return this.#fail(`<${name}> is not in the lexicon`);
    const parsed = parsedWords.get(this.#lexicon) ?? new Map<string, Node>();
    parsedWords.set(this.#lexicon, parsed);
    const node = parsed.get(name) ?? oneOf(words.map((word) => new PatternParser(word, this.#lexicon, this.#depth + 1).whole()));
    parsed.set(name, node);
    return node;
  }

  #group(): Node {
    this.#at += 1;
    const negative = this.#peek() === '?';
    if (negative) {
      this.#at += 1;
      if (this.#peek() !== '!') this.#fail('only (?!…) is known');
      this.#at += 1;
    }
    const node = this.#choice();
    if (this.#peek() !== ')') this.#fail('( is not closed');
    this.#at += 1;
    return negative ? { kind: 'not', node } : node;
  }

  /** What stands between the opening mark under the cursor and `close`. */
  #until(close: string): string {
    const end = this.#points.indexOf(close, this.#at);
    if (end < 0) this.#fail(`${close} is missing`);
    const inside = this.#points.slice(this.#at + 1, end).join('');
    this.#at = end + 1;
    return inside;
  }

  #peek(): string | undefined {
    return this.#points[this.#at];
  }

  #fail(why: string): never {
    throw new Error(`pattern ${this.#points.join('')}: ${why}`);
  }
}

function oneOf(branches: readonly Node[]): Node {
  const byFirst = new Map<string, Node[]>();
  const others: Node[] = [];
  for (const branch of branches) {
    const first = firstOf(branch);
    if (first === undefined) others.push(branch);
    else for (const char of first) byFirst.set(char, [...(byFirst.get(char) ?? []), branch]);
  }
  return { kind: 'oneOf', byFirst, others };
}

/** The characters with which a match must begin, or undefined when that cannot be told (optional beginning, any character, an edge). */
export function firstOf(node: Node): ReadonlySet<string> | undefined {
  switch (node.kind) {
    case 'char':
      return node.set === 'any' ? undefined : node.set;
    case 'seq':
      return firstOfParts(node.parts);
    case 'oneOf':
      return node.others.length > 0 ? undefined : new Set(node.byFirst.keys());
    case 'repeat':
      return node.least === 0 ? undefined : firstOf(node.node);
    case 'cross':
    case 'edge':
    case 'not':
      return undefined;
  }
}

function firstOfParts(parts: readonly Node[]): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const part of parts) {
    if (part.kind === 'edge' || part.kind === 'not') continue;
    const optional = part.kind === 'repeat' && part.least === 0;
    const first = firstOf(optional ? part.node : part);
    if (first === undefined) return undefined;
    for (const char of first) found.add(char);
    if (!optional) return found;
  }
  return undefined;
}
