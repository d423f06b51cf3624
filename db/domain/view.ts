/* The hall's memory as decisions see it. db/hall answers it from SQLite inside the open transaction, so a view is never stale. */
import type { BoardsView } from './boards/view.ts';
import type { CareView, HelpCaseRecord, HelpVisitRecord } from './care/view.ts';
import type { EmployerRecord, EmployersView, RepresentativeRecord } from './employers/view.ts';
import type { Fact } from './fact.ts';
import type { FairsView } from './fairs/view.ts';
import type { DisputeRecord, DisputesView } from './disputes/view.ts';
import type { DevicesView } from './devices/view.ts';
import type { DrawsView } from './draws/view.ts';
import type { HiringView } from './hiring/view.ts';
import type { JobsView } from './jobs/view.ts';
import type { OpinionRecord } from './opinions/view.ts';
import type { CrewsView } from './people/crews/view.ts';
import type { DataView } from './people/data/view.ts';
import type { MatchingView } from './matching/view.ts';
import type { MergingView } from './people/merging/view.ts';
import type { WishesView } from './people/wishes/view.ts';
import type { PeopleView, ProfileRecord, WorkerRecord } from './people/view.ts';
import type { PrintingView } from './printing/view.ts';
import type { LeasedHolderRecord } from './queue/leases/view.ts';
import type { PriorityRecord, QueueView } from './queue/view.ts';
import type { QuoteRecord, QuotesView } from './quotes/view.ts';
import type { NoteRecord } from './records/note.ts';
import type { ReferralsView } from './referrals/view.ts';
import type { RetentionView } from './records/retention-facts.ts';
import type { SlipsView } from './slips/view.ts';
import type { AccountCardRecord, AccountRecord, RecoveryRecord } from './staff/accounts/view.ts';
import type { StaffView } from './staff/view.ts';
import type { AppealRecord, StandingView } from './standing/view.ts';
import type { TalksView } from './talks/view.ts';

export interface HallView extends PeopleView, EmployersView, JobsView, QueueView, HiringView, PrintingView,
  MergingView, DataView, CrewsView, WishesView, CareView, StaffView, RetentionView, TalksView, QuotesView, DrawsView, DisputesView, StandingView, MatchingView, ReferralsView, DevicesView, BoardsView, FairsView, SlipsView {}

/** What a decision changes: facts for the journal, and records of people that must stay out of it. */
export interface Decision {
  readonly facts: readonly Fact[];
  readonly records: readonly PersonalRecord[];
  /** Facts that stood already and answer the question, such as the ticket of a second tap: told again, not recorded again. */
  readonly standing?: readonly Fact[];
}
export type PersonalRecord =
  | WorkerRecord | EmployerRecord | RepresentativeRecord | ProfileRecord | HelpCaseRecord | HelpVisitRecord | OpinionRecord | NoteRecord | PriorityRecord
  | QuoteRecord | DisputeRecord | AppealRecord | LeasedHolderRecord | AccountRecord | AccountCardRecord | RecoveryRecord;
