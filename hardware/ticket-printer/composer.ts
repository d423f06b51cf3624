/* Composes a paper to ESC/POS bytes by node-thermal-printer in compose-only mode; the connection stays the driver's own. */
import type { PaperLine } from './paper-line.ts';

/** The whole job: reset, double-byte mode, the lines, cut. `columns` = half-width columns of the printer. */
export function composeTicket(_columns: number, _lines: readonly PaperLine[]): Uint8Array {
  throw new Error('in work');
}
