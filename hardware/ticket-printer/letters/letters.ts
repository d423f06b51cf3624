/* The dots of every letter a name may have, 24 high: for what a printer's own character set lacks. Drawn beforehand (`npm run letters`), so nothing here needs a font or draws. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

export const letterHeightDots = 24;
export const lettersPath = join(import.meta.dirname, 'letters-24.br');

/** `rows`: 24 rows of one bit a dot, the leftmost dot the highest bit, `dots` wide. */
export interface Letter {
  readonly dots: number;
  readonly rows: Uint8Array;
}

interface Run { readonly first: number; readonly count: number; readonly dots: number; readonly at: number }
interface Letters { readonly runs: readonly Run[]; readonly bytes: Buffer }

const glyphBytes = (dots: number): number => letterHeightDots * Math.ceil(dots / 8);
let opened: Letters | undefined;

/** Six megabytes when unpacked: opened by the first rare letter, then kept. */
function letters(): Letters {
  if (opened !== undefined) return opened;
  const bytes = brotliDecompressSync(readFileSync(lettersPath));
  const count = bytes.readUInt32LE(0);
  const runs: Run[] = [];
  let at = 4 + 12 * count;
  for (let index = 0; index < count; index++) {
    const place = 4 + 12 * index;
    const run = { first: bytes.readUInt32LE(place), count: bytes.readUInt32LE(place + 4), dots: bytes.readUInt32LE(place + 8), at };
    runs.push(run);
    at += run.count * glyphBytes(run.dots);
  }
  if (at !== bytes.length) throw new Error('letters-24.br is damaged');
  opened = { runs, bytes };
  return opened;
}

/** The run that would hold the code point: the last one that begins at or before it. */
function runOf(runs: readonly Run[], code: number): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.first ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && code < run.first + run.count ? run : undefined;
}

/** The dots of one character, or undefined when there are none (other scripts, private-use characters, emoji). */
export function letterOf(character: string): Letter | undefined {
  const code = character.codePointAt(0) ?? 0;
  const { runs, bytes } = letters();
  const run = runOf(runs, code);
  if (run === undefined) return undefined;
  const size = glyphBytes(run.dots);
  const at = run.at + (code - run.first) * size;
  return { dots: run.dots, rows: bytes.subarray(at, at + size) };
}
