/* A line of text drawn as dots, for letters that the printer does not have; and dots as a printer takes them. */
import { letterHeightDots, letterOf } from '../letters/letters.ts';
import { inOrderOfPaper } from '../letters/joined-letters.ts';
import type { Align } from '../paper-line.ts';

/** Rows of one bit a dot, the leftmost dot the highest bit of its byte. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Stands for a character of which nobody has the dots: other scripts, private-use characters, emoji. */
export const missing = '〓';
/** Between two lines, as the printer's own line spacing leaves it. */
const gapDots = 6;

export interface DrawnText { readonly text: string; readonly width: number; readonly height: number; readonly bold: boolean; readonly align: Align }

/** One line as large as the printer would print it, `dotsPerLine` wide at most: the place that alignment gives it is drawn too, because clones align text and not dots. */
export function drawLine({ text, width, height, bold, align }: DrawnText, dotsPerLine: number): Dots {
  const letters = Array.from(inOrderOfPaper(text)).map((character) => letterOf(character) ?? letterOf(missing)).filter((letter) => letter !== undefined);
  const inked = letters.reduce((sum, { dots }) => sum + dots * width, 0);
  const room = Math.max(0, dotsPerLine - inked);
  const left = align === 'left' ? 0 : align === 'center' ? room >> 1 : room;
  const rowBytes = Math.ceil(Math.min(dotsPerLine, left + inked) / 8);
  const rows = letterHeightDots * height + gapDots;
  const bytes = new Uint8Array(rowBytes * rows);
  const ink = (x: number, y: number): void => {
    const at = y * rowBytes + (x >> 3);
    if (x < rowBytes * 8) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
  };
  let x0 = left;
  for (const { dots, rows: letter } of letters) {
    const letterBytes = Math.ceil(dots / 8);
    for (let y = 0; y < letterHeightDots * height; y++) for (let x = 0; x < dots * width; x++) {
      const column = Math.floor(x / width);
      if (((letter[Math.floor(y / height) * letterBytes + (column >> 3)] ?? 0) & (0x80 >> (column & 7))) === 0) continue;
      ink(x0 + x, y);
      if (bold) ink(x0 + x + 1, y);
    }
    x0 += dots * width;
  }
  return { width: rowBytes * 8, height: rows, bytes };
}

/** DLE and what may follow it: the printer would obey it in the middle of the dots. One dot more beside the single one of 10h breaks it, and nobody sees that. */
function harmless(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[at + 1] ?? 0) ? 0x18 : byte));
}

/** GS v 0: the oldest raster command and the one that every clone knows. */
export function rasterCommand({ width, height, bytes }: Dots): Buffer {
  const rowBytes = Math.ceil(width / 8);
  return Buffer.concat([Buffer.from([0x1d, 0x76, 0x30, 0x00, rowBytes & 255, rowBytes >> 8, height & 255, height >> 8]), harmless(bytes)]);
}

/** A square of modules as dots, in the middle of the line unless told otherwise. */
export function drawModules(modules: readonly (readonly boolean[])[], moduleDots: number, align: Align, dotsPerLine: number): Dots {
  const size = modules.length * moduleDots;
  const room = Math.max(0, dotsPerLine - size);
  const left = align === 'left' ? 0 : align === 'center' ? room >> 1 : room;
  const rowBytes = Math.ceil((left + size) / 8);
  const bytes = new Uint8Array(rowBytes * size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
    if (modules[Math.floor(y / moduleDots)]?.[Math.floor(x / moduleDots)] !== true) continue;
    const at = y * rowBytes + ((left + x) >> 3);
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> ((left + x) & 7));
  }
  return { width: rowBytes * 8, height: size, bytes };
}
