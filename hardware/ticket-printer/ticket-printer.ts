/* The printer driver: its own connection, status before and completion after each job, and the printer's state told as it changes. */
import type { DeviceLog, OpenLine, TicketPrinter, Timer } from '../ports.ts';

export interface PrinterProfile {
  /** half-width columns of font A: 48 on 80 mm paper, 32 on 58 mm */
  readonly columns: number;
}

export interface TicketPrinterParts {
  readonly openLine: OpenLine;
  readonly timer: Timer;
  readonly profile: PrinterProfile;
  readonly log?: DeviceLog;
}

/** Connects by itself and stays connected until `close`. */
export function createTicketPrinter(_parts: TicketPrinterParts): TicketPrinter {
  throw new Error('in work');
}
