/* What decisions about hires need to know. */
import type { EveningWord } from '../attendance/commands.ts';
import type { AgreedPay, Settlement } from '../jobs/pay.ts';
import type { BusinessDay, Instant } from '../scalars.ts';
import type { WorkTimes } from './spans.ts';
import type { HireState } from './states/hire.ts';

export interface HireRow {
  readonly hireId: string;
  readonly number: string;
  readonly businessDay: BusinessDay;
  readonly jobId: string;
  readonly employerId: string;
  readonly workerId: string;
  readonly callId: string;
  readonly ticketId: string;
  readonly crewId: string | undefined;
  readonly agreedPay: AgreedPay;
  readonly settlement: Settlement;
  readonly state: HireState;
  readonly at: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly settleBy: Instant;
  readonly keepsPlace: boolean;
  /** the worker's last word on the pay */
  readonly saidPaid: EveningWord | undefined;
}

export interface HiringView {
  hiresToday(): number;
  /** `YYYYMMDD`, for what the law says by age; of a minor who told only an age band the latest possible one; undefined when the hall does not know it. */
  birthOf(workerId: string): string | undefined;
  isHiredFor(workerId: string, jobId: string): boolean;
  hire(hireId: string): HireRow | undefined;
  /** A slip by what is printed on it. */
  hireByNumber(businessDay: BusinessDay, number: string): HireRow | undefined;
  /** The live hires of a worker that are not over at `now` and not done early, as the times they take. */
  workOf(workerId: string, now: Instant): readonly WorkTimes[];
  /** Live hires that were made as one. */
  crewHires(crewId: string): readonly HireRow[];
  /** The live hire that a served ticket ended in. */
  hireOfTicket(ticketId: string): HireRow | undefined;
}
