/* What decisions about calls for jobs and talks need to know. */
import type { Instant } from '../scalars.ts';
import type { TicketRow, CallRow } from '../queue/view.ts';
import type { TradeCode } from '../trades/trade.ts';

export interface TalkRow { readonly callId: string; readonly state: 'accepted' | 'refused' | 'lapsed'; readonly at: Instant }

export interface TalksView {
  talk(callId: string): TalkRow | undefined;
  /** Open calls for jobs whose last call lies before `calledBefore` without an answer, or whose talk began before `acceptedBefore`; the oldest first. */
  overdueCalls(calledBefore: Instant, acceptedBefore: Instant, limit: number): readonly CallRow[];
  /** The newest work ticket of a visit. */
  ticketOfVisit(visitId: string): TicketRow | undefined;
  /** This ticket and this job did not agree today. */
  partedFrom(jobId: string, ticketId: string): boolean;
  /** Waiting work tickets of the trade: who never had work of this trade here first, then whose last hire of it is the longest ago; equals by the hall's sequence. */
  waitingByTurn(jobId: string, trade: TradeCode, limit: number): readonly TicketRow[];
}
