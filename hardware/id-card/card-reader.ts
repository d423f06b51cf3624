/* The reader driver: keeps a SAM_A module in service over any line and turns its replies into the events of ports.ts. */
import type { CardReader, DeviceLog, OpenLine, Timer } from '../ports.ts';

export interface CardReaderParts {
  readonly openLine: OpenLine;
  readonly timer: Timer;
  readonly log?: DeviceLog;
}

/** Starts at once and goes on until `close`. A listener that comes late is told the present service state. */
export function createCardReader(_parts: CardReaderParts): CardReader {
  throw new Error('in work');
}
