/* Reads a paper as an eye does: the printer's own letters as they are, and lines of dots letter by letter, by what the dots look like. */
import jsQrModule from 'jsqr';
import { letterHeightDots, letterOf } from '@kuaizhao/hardware/ticket-printer/letters/letters.ts';
import type { PrintedDots, PrintedItem, PrintedPaper } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';

/** Its types and its module disagree on what `default` is. */
const jsQr = jsQrModule ;
/** Every letter by its dots; of those that look the same (A of three alphabets) the first, radicals last. */
let byLook: Map<string, string> | undefined;
const lookOf = (rows: Uint8Array): string => Buffer.from(rows).toString('latin1');
function looks(): Map<string, string> {
  if (byLook !== undefined) return byLook;
  byLook = new Map();
  const codes = [[0x20, 0x2e_7f], [0x2f_e0, 0x2_ff_ff], [0x2e_80, 0x2f_df]].flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  for (const code of codes) {
    const character = String.fromCodePoint(code);
    const letter = letterOf(character);
    const look = letter === undefined ? undefined : `${letter.dots} ${lookOf(letter.rows)}`;
    if (look !== undefined && !byLook.has(look)) byLook.set(look, character);
  }
  return byLook;
}

/** The letters that look the same, one for all; 〓 for what nobody has. */
export function canonical(text: string): string {
  return Array.from(text).map((character) => {
    const letter = letterOf(character);
    return letter === undefined ? character : (looks().get(`${letter.dots} ${lookOf(letter.rows)}`) ?? character);
  }).join('');
}

const darkAt = ({ width, bytes }: PrintedDots, x: number, y: number): boolean => x < width && ((bytes[y * Math.ceil(width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

function cell(dots: PrintedDots, x0: number, width: 12 | 24, times: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8);
  const rows = new Uint8Array(rowBytes * letterHeightDots);
  for (let y = 0; y < letterHeightDots; y++) for (let x = 0; x < width; x++) {
    const at = y * rowBytes + (x >> 3);
    if (darkAt(dots, x0 + x * times, y * times)) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
  }
  return rows;
}

/** The letter of a cell; one dot too many may be there, where the dots would have been a command. */
function letterIn(dots: PrintedDots, x: number, width: 12 | 24, times: number): string | undefined {
  const rows = cell(dots, x, width, times);
  const exact = looks().get(`${width} ${lookOf(rows)}`);
  if (exact !== undefined) return exact;
  for (let bit = 0; bit < rows.length * 8; bit++) {
    const [at, mask] = [bit >> 3, 0x80 >> (bit & 7)];
    if (((rows[at] ?? 0) & mask) === 0) continue;
    rows[at] = (rows[at] ?? 0) & ~mask;
    const near = looks().get(`${width} ${lookOf(rows)}`);
    rows[at] = (rows[at] ?? 0) | mask;
    if (near !== undefined) return near;
  }
  return undefined;
}

/** Undefined when the dots are no line of letters at this place. */
function readFrom(dots: PrintedDots, left: number, times: number): string | undefined {
  let text = '';
  for (let x = left; x + 8 < dots.width;) {
    const wide = letterIn(dots, x, 24, times);
    const letter = wide === undefined || wide.trim() === '' ? (letterIn(dots, x, 12, times) ?? wide) : wide;
    if (letter === undefined) return undefined;
    text += letter;
    x += (letterOf(letter)?.dots ?? 12) * times;
  }
  return text.trimEnd();
}

/** A line of letters drawn as dots, in plain weight; undefined when it is none (a picture, a QR). */
export function readDots(dots: PrintedDots): string | undefined {
  const times = Math.round((dots.height - 6) / letterHeightDots);
  return Array.from({ length: 12 * times }, (_, left) => left).map((left) => readFrom(dots, left, times)).find((text) => text !== undefined);
}

/** The code in the dots, by a reader that is not ours. */
export function readQr(dots: PrintedDots): string | undefined {
  const margin = 32;
  const [width, height] = [dots.width + 2 * margin, dots.height + 2 * margin];
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = 0; y < dots.height; y++) for (let x = 0; x < dots.width; x++) if (darkAt(dots, x, y)) pixels.fill(0, 4 * ((y + margin) * width + x + margin), 4 * ((y + margin) * width + x + margin) + 3);
  return jsQr(pixels, width, height)?.data;
}

const readItem = (item: PrintedItem): string => {
  if (item.type === 'qr') return `[QR ${item.data}]`;
  if (item.type === 'line') return item.runs.map((run) => run.text).join('');
  const text = item.height > 230 ? undefined : readDots(item);
  if (text !== undefined) return text;
  const code = readQr(item);
  return code === undefined ? '[dots]' : `[QR ${code}]`;
};

/** All that stands on a paper, a line a line. */
export const readPaper = (paper: PrintedPaper): string => paper.items.map(readItem).join('\n');
