/* A paper as it came out of a simulated printer: what tests compare and pictures are drawn from. */
import type { Align } from './paper-line.ts';

export interface PrintedRun {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}
/** Dots as they stand on the paper: rows of one bit a dot, the leftmost the highest bit. */
export interface PrintedDots { readonly width: number; readonly height: number; readonly bytes: Uint8Array }
export type PrintedItem =
  | { readonly type: 'line'; readonly align: Align; readonly runs: readonly PrintedRun[] }
  | { readonly type: 'qr'; readonly align: Align; readonly data: string; readonly moduleDots: number; readonly correction: 'L' | 'M' | 'Q' | 'H' }
  | ({ readonly type: 'dots'; readonly align: Align } & PrintedDots);

export interface PrintedPaper {
  readonly columns: number;
  readonly items: readonly PrintedItem[];
  /** the simulator's clock when the paper came off */
  readonly cutAtMs: number;
}

/** Columns that a printer's own letters take: in double-byte mode everything outside ASCII is full width, accents and middle dots too. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return cells;
}

const itemText = (item: PrintedItem): string => {
  if (item.type === 'qr') return `[QR ${item.data}]`;
  return item.type === 'dots' ? `[dots ${item.width}×${item.height}]` : item.runs.map((run) => run.text).join('');
};

/** All letters of a paper, a line a line, without sizes: for searching in tests. What was drawn as dots is only measured. */
export const paperText = (paper: PrintedPaper): string => paper.items.map(itemText).join('\n');
