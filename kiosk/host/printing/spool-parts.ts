/* What the spool works with: its limits, its means, and a paper in its line. */
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { TicketPrinter, Timer } from '@kuaizhao/hardware/ports.ts';
import type { PaperStage } from '@kuaizhao/kiosk/session/paper.ts';
import type { HostLog } from '../host-log.ts';
import type { PaperOutcome } from './paper-memory.ts';
import type { PaperAgent } from './reports.ts';

export const spoolLimits = {
  /** papers waiting for the printer; the oldest that can give way does */
  waiting: 20,
  /** a paper that waited longer is of no use to anybody: the person is gone (the agent's limit too) */
  youngMs: 10 * 60_000,
  /** copies up to this one are made without anybody asking; then a person decides */
  copies: 3,
  /** a `sending` paper of unknown birth may be the answer to an open question: so long it waits for those to be answered */
  birthMs: 30_000,
  /** between tries to clear a printer, and after a job of which nothing could be sent */
  againMs: 3_000,
  /** a person who has said nothing by then is gone: staff decide, and the line goes on */
  decideMs: 60_000,
} as const;

export interface PaperMove { readonly printJobId: string; readonly stage: PaperStage; readonly successor?: string }

export interface SpoolParts {
  readonly printer: TicketPrinter;
  readonly printerId: string;
  /** the bytes of the whole paper */
  readonly compose: (order: PrintOrder) => Uint8Array;
  /** a line that says that what stands above it is void, and the end of that strip: goes before the paper after one of unknown end */
  readonly scrap?: () => Uint8Array;
  readonly agent: PaperAgent;
  /** how a paper of the kiosk's own ended */
  readonly ownEnded: (printJobId: string, outcome: Exclude<PaperOutcome, 'notSent'>) => void;
  readonly timer: Timer;
  readonly newId: () => string;
  readonly log: HostLog;
  readonly moved: (move: PaperMove) => void;
  /** `ready()` may be another now */
  readonly readied: () => void;
}

/**
 * `sending`: durable, its bytes may go out. `queued`: the hall's, not started.
 * `own`: of a number that this kiosk gave out without the agent; no word of it goes to the hall before the number itself does.
 */
export interface Job { readonly kind: 'sending' | 'queued' | 'own'; readonly order: PrintOrder; readonly sinceMs: number }
