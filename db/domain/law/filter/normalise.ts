/* Brings the many spellings of a posting to one, and remembers for every character where it came from. */
import { dashes, dropped, forbidSigns, personSigns, simplified, stops } from './characters.ts';

/** How far apart two neighbours stood: side by side, with a soft separator between (space, dot, dash, sign), or across the end of a clause. */
export type Gap = 0 | 1 | 2;

export interface NormalText {
  readonly chars: readonly string[];
  /** Before each character; the first has 2, and one more at the end has 2. */
  readonly gaps: readonly Gap[];
  /** Code-unit offsets in the original, `[from, to)` of each character. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const zeroWidthJoiner = '\u200D';
const invisible = /^[\p{Cf}\p{M}\u00AD\u3164\u115F\u1160]$/u;
const wordCharacter = /^[\p{L}\p{N}]$/u;

export function normalise(text: string): NormalText {
  const chars: string[] = [];
  const gaps: Gap[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let gap: Gap = 2;
  const put = (char: string, start: number, end: number): void => {
    chars.push(char);
    gaps.push(gap);
    from.push(start);
    to.push(end);
    gap = 0;
  };
  const widen = (wanted: Gap): void => {
    if (wanted > gap) gap = wanted;
  };
  let previous = '';
  let at = 0;
  for (const point of text) {
    const start = at;
    at += point.length;
    const before = previous;
    previous = point;
    if (point === '\u0308' && chars.at(-1) === 'u') chars[chars.length - 1] = 'v';
    if (invisible.test(point)) continue;
    const sign = personSigns.get(point);
    if (sign !== undefined) {
      // With a joiner it is a picture of a trade (👷‍♂️, 👨‍🔧), not a word about sex.
      if (before === zeroWidthJoiner || text.startsWith(zeroWidthJoiner, at)) widen(1);
      else put(sign, start, at);
      continue;
    }
    if (forbidSigns.has(point)) {
      if (point === '×' && /\d/.test(text.charAt(start - 1))) widen(1);
      else put('禁', start, at);
      continue;
    }
    // A range is two figures, not one: 300-500 must not be read as 3005.
    const range = dashes.has(point) && isFigure(chars.at(-1)) && isFigure(text.charAt(at));
    if (stops.has(point) || range) {
      widen(2);
      continue;
    }
    for (const char of fold(point)) {
      if (stops.has(char)) widen(2);
      else if (dropped.has(char)) widen(1);
      else if (wordCharacter.test(char)) put(char, start, at);
      else if (!invisible.test(char)) widen(1);
    }
  }
  gaps.push(2);
  return { chars, gaps, from, to };
}

const isFigure = (char: string | undefined): boolean => char !== undefined && /^[0-9]$/.test(char);

/** Width, case, tone marks and the traditional form of one code point; ü becomes v, as people type it. */
function fold(point: string): string[] {
  const code = point.codePointAt(0) ?? 0;
  if (code >= 0x4e00 && code <= 0x9fff) return [simplified.get(point) ?? point];
  const flat = point.normalize('NFKD').toLowerCase().replace(/u[\u0300-\u036f]*\u0308[\u0300-\u036f]*/u, 'v').replaceAll(/\p{M}/gu, '');
  return Array.from(flat, (char) => simplified.get(char) ?? char);
}
