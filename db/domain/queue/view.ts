/* What decisions about the queue need to know. Everything here speaks of the open business day only. */
import type { BusinessDay, Instant } from '../scalars.ts';
import type { TradeCode } from '../trades/trade.ts';
import type { Place } from './commands.ts';

export const ticketStates = ['waiting', 'called', 'served', 'missed'] as const;
export type TicketState = (typeof ticketStates)[number];

export interface TicketRow {
  readonly ticketId: string;
  readonly number: string;
  readonly order: number;
  readonly service: string;
  readonly visitId: string | undefined;
  readonly workerId: string | undefined;
  readonly state: TicketState;
  readonly trades: readonly TradeCode[];
}
export interface CallRow {
  readonly callId: string;
  readonly ticket: TicketRow;
  readonly place: Place;
  readonly jobId: string | undefined;
  readonly times: number;
  readonly open: boolean;
  readonly at: Instant;
}

export interface QueueView {
  /** The day that numbers belong to now; undefined before the first. */
  openDay(): BusinessDay | undefined;
  /** The last place given in the hall's sequence of the open day, 0 when none. */
  lastOrder(): number;
  /** How many numbers of a service the open day has had. */
  issuedToday(service: string): number;
  waitingCount(service: string): number;
  ticket(ticketId: string): TicketRow | undefined;
  /** Waiting tickets of these services, first of the sequence first. */
  waiting(services: readonly string[], limit: number): readonly TicketRow[];
  /** How many of a service wait in front of this place of the sequence. */
  waitingAhead(service: string, order: number): number;
  /** Waiting work tickets that named the job's trade and did not part from this job today, first of the sequence first. */
  waitingForJob(jobId: string, trade: TradeCode, limit: number): readonly TicketRow[];
  call(callId: string): CallRow | undefined;
  openCallsAt(place: Place): readonly CallRow[];
  openCallsForJob(jobId: string): readonly CallRow[];
}
