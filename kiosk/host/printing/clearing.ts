/* Whether bytes of an unfinished paper may still wait in the printer, and how they are got rid of before anything else is sent. */
import type { TicketPrinter } from '@kuaizhao/hardware/ports.ts';
import { printerUsable } from '@kuaizhao/kiosk/session/paper.ts';
import type { HostLog } from '../host-log.ts';

/** A printer that prints but has not confirmed so often does not know the command. */
export const vainTries = 3;

export function createClearing(printer: TicketPrinter, log: HostLog) {
  // An earlier process may have left something: its crash told nobody.
  let due = printer.canBeAsked;
  let blind = !printer.canBeAsked;
  let vain = 0;
  let torn = false;
  return {
    /** A job ended unknown. */
    soil(): void {
      due = !blind;
      torn = !blind;
    },
    /** The beginning of a paper may hang out of the printer. */
    torn: (): boolean => torn,
    cutOff(): void { torn = false; },
    due: (): boolean => due,
    /** Nothing can be cleared: what came of a paper only an eye can tell. */
    blind: (): boolean => blind,
    /** True when nothing stands in the way any more. */
    async clean(): Promise<boolean> {
      if (!due) return true;
      due = !(await printer.clear());
      if (!due) vain = 0;
      else if (printerUsable(printer.state())) vain += 1;
      if (vain >= vainTries) {
        log.warn({ tries: vain }, 'printerCannotClear');
        blind = true;
        due = false;
      }
      return !due;
    },
  };
}
