/* What decisions about the queue need to know. Everything here speaks of the open business day only. */
import type { BusinessDay, Instant } from '../scalars.ts';
import type { TradeCode } from '../trades/trade.ts';
import type { AppointmentsView } from './appointments/view.ts';
import type { Place } from './commands.ts';
import type { LeasesView } from './leases/view.ts';
import type { Span } from './leases/span.ts';
import type { PriorityReason } from './moves/commands.ts';
import type { Hold } from './moves/facts.ts';
import type { TurnCounts } from './turn/choose.ts';
import type { Standing } from './turn/order.ts';

export const ticketStates = ['waiting', 'called', 'parked', 'served', 'missed', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

export interface TicketRow extends Standing {
  /** the moment it counts from, in the order of the numbers */
  readonly arrival: number;
  /** virtual arrival without head starts, and with them: the place it was issued for */
  readonly base: number;
  readonly ownRank: number;
  readonly ticketId: string;
  readonly number: string;
  /** the service the number was issued for: its series letter */
  readonly service: string;
  /** the service it waits for now, and those after it */
  readonly queue: string;
  readonly later: readonly string[];
  readonly visitId: string | undefined;
  readonly workerId: string | undefined;
  readonly state: TicketState;
  readonly trades: readonly TradeCode[];
  readonly priority: boolean;
  readonly hold: Hold | undefined;
  readonly at: Instant;
  readonly noShows: number;
  readonly transfers: number;
  readonly returns: number;
  readonly missedAt: Instant | undefined;
}
export interface CallRow {
  readonly callId: string;
  readonly ticket: TicketRow;
  readonly place: Place;
  readonly jobId: string | undefined;
  readonly times: number;
  readonly open: boolean;
  /** over, because nobody came */
  readonly missed: boolean;
  /** the person stands there */
  readonly begun: boolean;
  readonly at: Instant;
}
/** A window today: who sits there, what is counted, whether it asked for help. */
export interface WindowRow { readonly windowId: string; readonly staffId: string | undefined; readonly profile: string | undefined; readonly turns: TurnCounts; readonly help: string | undefined }
/** One act at the queue that undo may take back. `last`: nothing has changed since of what it touched. */
export interface StepRow {
  readonly step: string; readonly act: string; readonly by: string; readonly windowId: string | undefined; readonly at: Instant; readonly last: boolean;
  /** as they would be again */
  readonly tickets: readonly { readonly ticketId: string; readonly state: TicketState; readonly hold: Hold | undefined }[];
  readonly callsGone: readonly string[];
}
export interface LeftOpen { readonly work: number; readonly windows: number; readonly called: number; readonly parked: number }

export interface QueueView extends AppointmentsView, LeasesView {
  /** The day that numbers belong to now; undefined before the first. */
  openDay(): BusinessDay | undefined;
  /** That day was closed, by rule or staff. */
  dayClosed(): boolean;
  /** When that day began, or when staff last opened it again after it was closed. */
  dayOpenedAt(): Instant | undefined;
  /** What closing the day would close, or did. */
  leftOpen(): LeftOpen;
  /** The last place given in the hall's sequence of the open day, 0 when none. */
  lastOrder(): number;
  /** The latest moment that a number of the open day counts from, 0 when none. */
  lastArrival(): number;
  /** The last count of a service on the open day that lies outside a span, 0 when none. */
  issuedToday(service: string, but: Span): number;
  waitingCount(service: string): number;
  ticket(ticketId: string): TicketRow | undefined;
  ticketByNumber(number: string): TicketRow | undefined;
  openCallOf(ticketId: string): CallRow | undefined;
  /** Waiting tickets of these services, first of the queue first. */
  waiting(services: readonly string[], limit: number): readonly TicketRow[];
  /** The first waiting ticket of each service and class that anybody may call, and of each hold and class. */
  heads(services: readonly string[], holds: readonly Hold[]): readonly TicketRow[];
  /** Of each service that anybody may call, and of each hold, the waiting ticket that came first of those that nobody put back. */
  oldest(services: readonly string[], holds: readonly Hold[]): readonly TicketRow[];
  /** The waiting ticket so many places behind a standing in a queue, or the last one there when there are fewer; undefined when none is behind. */
  waitingBehind(queue: string, standing: Standing, places: number): TicketRow | undefined;
  /** The last waiting tickets of each of these services. */
  lastWaiting(services: readonly string[]): readonly TicketRow[];
  heldFor(hold: Hold): readonly TicketRow[];
  parkedAt(windowId: string): number;
  /** How many of its queue wait in front of a ticket. */
  waitingAhead(ticket: Standing & { readonly queue: string }): number;
  /** Waiting work tickets that named the job's trade and did not part from this job today, first of the queue first. */
  waitingForJob(jobId: string, trade: TradeCode, limit: number): readonly TicketRow[];
  call(callId: string): CallRow | undefined;
  /** Id of the newest call of a ticket. */
  lastCallOf(ticketId: string): string | undefined;
  openCallsAt(place: Place): readonly CallRow[];
  /** Open calls to windows that were last told at or before this moment and that nobody answered, the longest silent first. */
  silentCalls(before: Instant, limit: number): readonly CallRow[];
  openCallsForJob(jobId: string): readonly CallRow[];
  window(windowId: string): WindowRow;
  windowsOf(staffId: string): readonly string[];
  step(of: string): StepRow | undefined;
}

/** Kept sealed beside its ticket, in the same transaction; never in the journal. */
export interface PriorityRecord { readonly table: 'ticketPriority'; readonly ticketId: string; readonly reasons: readonly PriorityReason[] }
