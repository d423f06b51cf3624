/* What decisions about work in other halls need to know. */
import type { Instant } from '../scalars.ts';

/**
 * `offered` → `confirmed` (the city gave the place) → in the worker's hall `went` when the person has heard it and goes; each may end `declined`, `expired` or, before it is confirmed, `placeTaken`.
 */
export const referralStates = ['offered', 'confirmed', 'went', 'declined', 'expired', 'placeTaken'] as const;
export type ReferralState = (typeof referralStates)[number];

export interface ReferralRow {
  readonly referralId: string;
  readonly side: 'worker' | 'job';
  /** of the worker's side */
  readonly ticketId: string | undefined;
  /** of the job's side */
  readonly jobId: string | undefined;
  readonly state: ReferralState;
  readonly expiresAt: Instant;
  /** of a confirmed one */
  readonly heldUntil: Instant | undefined;
  /** when the work itself is over for whoever is not there: the van leaves, or the posting ends */
  readonly lastMoment: Instant | undefined;
  /** of the job's side: the number of here that the person took */
  readonly metTicketId: string | undefined;
}

export interface ReferralsView {
  referral(referralId: string): ReferralRow | undefined;
  /** The offer that stands for a number of this hall, or was confirmed and not yet heard. */
  liveReferralOf(ticketId: string): ReferralRow | undefined;
  /** For whom this number of here came. */
  referralMetBy(ticketId: string): ReferralRow | undefined;
  /** Places of a job that are held at `now` for people on the way, or here and not yet agreed; whoever parted from the job holds none. */
  placesHeld(jobId: string, now: Instant): number;
  /** One of them is held for this number. */
  isHeldFor(jobId: string, ticketId: string, now: Instant): boolean;
  /** What time has ended, and offers to numbers that no longer wait. */
  overdueReferrals(now: Instant, limit: number): readonly ReferralRow[];
}
