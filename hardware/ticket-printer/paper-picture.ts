/* Draws a printed paper as a self-contained page of HTML: for pictures in tests and for the demo town. */
import type { PrintedPaper } from './printed-paper.ts';

/** A whole HTML document, no scripts, no outside resources, 576 dots wide for 48 columns. */
export function paperPicture(_paper: PrintedPaper): string {
  throw new Error('in work');
}
