/* What decisions about disputes need to know. */
import type { BusinessDay } from '../scalars.ts';
import type { DisputeKind } from './kinds.ts';

export const disputeStates = ['open', 'transferred', 'closed'] as const;
export type DisputeState = (typeof disputeStates)[number];
export interface DisputeRow {
  readonly disputeId: string;
  readonly number: string;
  readonly kind: DisputeKind;
  readonly state: DisputeState;
  readonly employerId: string | undefined;
  readonly hireId: string | undefined;
}

export interface DisputesView {
  dispute(disputeId: string): DisputeRow | undefined;
  /** The dispute about a hire that is not closed. */
  openDisputeOf(hireId: string): DisputeRow | undefined;
  disputesOn(day: BusinessDay): number;
}

/** What people said, beside the fact; never into the journal. */
export type DisputeRecord =
  | { readonly table: 'dispute'; readonly disputeId: string; readonly statement: string }
  | { readonly table: 'mediation'; readonly mediationId: string; readonly note: string };
