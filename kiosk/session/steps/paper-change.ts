/* Changing the paper, step by step, as the printer's own sensors tell it: whoever stands before the machine sees what to do next and whether it was right. */
import type { PrinterState } from '../devices.ts';

/**
 * `open`: the paper is out, open the cover. `fill`: the cover is open, put a new roll in and close it. `again`: closed, and the printer finds no paper: the roll lies wrong.
 * `tryOut`: it can print again, and nothing has come out since: a test paper is offered.
 */
export type PaperChange = 'open' | 'fill' | 'again' | 'tryOut';

/** What comes after `before` when the printer tells its state; undefined while nobody changes paper. */
export function paperChangeAfter(before: PaperChange | undefined, printer: PrinterState): PaperChange | undefined {
  switch (printer) {
    // Under an open cover a printer cannot see its paper, so nothing is said of it before the cover is closed.
    case 'coverOpen': return 'fill';
    case 'paperOut': return before === 'fill' || before === 'again' ? 'again' : 'open';
    case 'ready': case 'nearEnd': return before === undefined ? undefined : 'tryOut';
    // Feeding, starting anew after the power was off, a jam of the knife on the way: the change goes on where it was.
    case 'starting': case 'cutterError': case 'offline': case 'unreachable': return before;
  }
}
