/* What decisions about leased numbers need to know. */
import type { Card } from '../../people/card.ts';
import type { BusinessDay } from '../../scalars.ts';
import type { Span } from './span.ts';

export interface LeaseRow { readonly leaseId: string; readonly deviceId: string; readonly businessDay: BusinessDay; readonly service: string; readonly from: number; readonly to: number; readonly at: number }

export interface LeasesView {
  lease(leaseId: string): LeaseRow | undefined;
  /** The last count of a service that was leased or issued within a span on a day; 0 when none. */
  lastUsedIn(service: string, day: BusinessDay, span: Span): number;
  /** How many of a span were issued on the open day. */
  issuedIn(service: string, span: Span): number;
  /** The latest moment that a handed-in number of a lease counts from; 0 before the first. */
  lastHandedIn(leaseId: string): number;
  /** The ticket that a command brought; undefined when it brought none or is not known. */
  ticketIssuedBy(commandId: string): string | undefined;
  /** The waiting number that was taken by this card, or by typing its number, today and is nobody's yet. */
  ticketHeldBy(idNumber: string): string | undefined;
  /** The number that still counts, taken by this card or by typing its number today, and nobody's yet; `typed`: nobody laid a card down for it. */
  paperNumberOf(idNumber: string): { readonly ticketId: string; readonly typed: boolean } | undefined;
  /** Opens what a kiosk closed for this hall and this number; undefined when it was not, or is damaged. */
  unsealCard(sealed: string, leaseId: string, number: string): Card | undefined;
}

/** Whose card took a number of a block, or which number was typed for one, as a blind index beside the ticket until the next day begins; never in the journal. */
export interface LeasedHolderRecord { readonly table: 'leasedHolder'; readonly ticketId: string; readonly number: string }
