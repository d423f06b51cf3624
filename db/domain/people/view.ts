/* What decisions about people need to know. */
import type { TradeCode } from '../trades/trade.ts';
import type { Card } from './card.ts';

export interface WorkerRow { readonly workerId: string; readonly trades: readonly TradeCode[] }
/** The visit of a worker on the open day, with the number it carries. */
export interface VisitRow { readonly visitId: string; readonly workerId: string; /** the newest ticket for work of this visit */ readonly ticketId: string }

export interface PeopleView {
  workerByNumber(idNumber: string): WorkerRow | undefined;
  visitOf(workerId: string): VisitRow | undefined;
}

/** Goes to the worker table beside the facts, in the same transaction; never into the journal. */
export interface WorkerRecord { readonly table: 'worker'; readonly workerId: string; readonly card: Card; readonly phone: string | undefined }
