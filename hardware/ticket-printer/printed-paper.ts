/* A paper as it came out of a simulated printer: what tests compare and pictures are drawn from. */
import type { Align } from './paper-line.ts';

export interface PrintedRun {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}
export type PrintedItem =
  | { readonly type: 'line'; readonly align: Align; readonly runs: readonly PrintedRun[] }
  | { readonly type: 'qr'; readonly align: Align; readonly data: string; readonly moduleDots: number; readonly correction: 'L' | 'M' | 'Q' | 'H' };

export interface PrintedPaper {
  readonly columns: number;
  readonly items: readonly PrintedItem[];
  /** the simulator's clock when the knife fell */
  readonly cutAtMs: number;
}

/** All letters of a paper, a line a line, without sizes: for searching in tests. */
export function paperText(paper: PrintedPaper): string {
  return paper.items.map((item) => (item.type === 'qr' ? `[QR ${item.data}]` : item.runs.map((run) => run.text).join(''))).join('\n');
}
