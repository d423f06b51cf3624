/*
 * Every page of the console: its place in the rail, and whose work it is (F33). The agent refuses what a role may not do; this table only spares people doors that
 * do not open for them. A new page: its component in a folder of its subject, a line here, its words under `page.<id>`.
 */
import type { ComponentType } from 'react';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { auditors, desks, desksAndAuditor, everybody, hosts, leads, leadsAndAuditor, windows, windowsAndAuditor } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { ContractorsPage, EmployersPage } from '../employers/employers-page.tsx';
import { ReviewPage } from '../employers/review/review-page.tsx';
import { AppealsPage } from '../care/appeals-page.tsx';
import { DisputesPage } from '../care/disputes/disputes-page.tsx';
import { HelpPage } from '../care/help/help-page.tsx';
import { OpinionsPage } from '../care/opinions-page.tsx';
import { CrewsPage } from '../people/crews-page.tsx';
import { PeoplePage } from '../people/find/people-page.tsx';
import { MergesPage } from '../people/merges-page.tsx';
import { ReferralsPage } from '../people/referrals-page.tsx';
import { TrainingPage } from '../people/training-page.tsx';
import { BulkPage } from '../register/bulk/bulk-page.tsx';
import { EmployerPage } from '../register/employer/employer-page.tsx';
import { PostPage } from '../register/post/post-page.tsx';
import { PostingsPage } from '../register/postings/postings-page.tsx';
import { WorkerPage } from '../register/worker/worker-page.tsx';
import { FloorPage } from '../floor/floor-page.tsx';
import { TablePage } from '../floor/table/table-page.tsx';
import { UrgentPage } from '../floor/urgent/urgent-page.tsx';
import { WindowPage } from '../floor/window/window-page.tsx';
import { AuditPage } from '../records/audit/audit-page.tsx';
import { BoardsPage } from '../board/boards-page.tsx';
import { NoticesPage } from '../board/notices-page.tsx';
import { AccountsPage } from '../manage/accounts/accounts-page.tsx';
import { AppointmentsPage } from '../manage/appointments-page.tsx';
import { DayPage } from '../manage/day-page.tsx';
import { DevicesPage } from '../manage/devices-page.tsx';
import { FairsPage } from '../manage/fairs-page.tsx';
import { RulesPage } from '../manage/rules-page.tsx';
import { ShiftsPage } from '../manage/shifts-page.tsx';
import { TradesPage } from '../manage/trades-page.tsx';
import { LivePage } from '../live/live-page.tsx';
import { EvidencePage } from '../records/evidence/evidence-page.tsx';
import { ExportsPage } from '../records/exports/exports-page.tsx';
import { FiguresPage } from '../records/figures/figures-page.tsx';
import { LedgerPage } from '../records/ledger/ledger-page.tsx';
import { CataloguePage } from '../records/listing/catalogue-page.tsx';
import { DirectoryPage } from '../records/listing/directory-page.tsx';
import { TrailPage } from '../records/trail/trail-page.tsx';
import type { PageId } from './page-ids.ts';

export const groups = ['floor', 'register', 'employers', 'people', 'care', 'board', 'records', 'manage'] as const;
export type Group = (typeof groups)[number];

export interface PageSpec {
  readonly id: PageId;
  readonly group: Group;
  readonly roles: readonly StaffRole[];
  readonly Page: ComponentType;
  /** it has the window's keys itself; on all others the bar of the window has them */
  readonly ownKeys?: true;
}

/** Whoever answers for the hall or its boards: the whole hall at once, alarms, boards. */
export const inCharge: readonly StaffRole[] = ['boardOperator', 'supervisor', 'admin', 'auditor'];

export const pages: readonly PageSpec[] = [
  { id: 'window', group: 'floor', roles: windows, Page: WindowPage, ownKeys: true },
  { id: 'table', group: 'floor', roles: hosts, Page: TablePage, ownKeys: true },
  { id: 'urgent', group: 'floor', roles: desks, Page: UrgentPage },
  { id: 'floor', group: 'floor', roles: everybody, Page: FloorPage, ownKeys: true },
  { id: 'live', group: 'floor', roles: inCharge, Page: LivePage },
  { id: 'boards', group: 'board', roles: inCharge, Page: BoardsPage },
  { id: 'notices', group: 'board', roles: inCharge, Page: NoticesPage },
  { id: 'day', group: 'manage', roles: leadsAndAuditor, Page: DayPage },
  { id: 'devices', group: 'manage', roles: everybody, Page: DevicesPage },
  { id: 'shifts', group: 'manage', roles: leadsAndAuditor, Page: ShiftsPage },
  { id: 'appointments', group: 'manage', roles: everybody, Page: AppointmentsPage },
  { id: 'fairs', group: 'manage', roles: everybody, Page: FairsPage },
  { id: 'rules', group: 'manage', roles: everybody, Page: RulesPage },
  { id: 'trades', group: 'manage', roles: everybody, Page: TradesPage },
  { id: 'accounts', group: 'manage', roles: leadsAndAuditor, Page: AccountsPage },
  { id: 'figures', group: 'records', roles: everybody, Page: FiguresPage },
  { id: 'ledger', group: 'records', roles: windowsAndAuditor, Page: LedgerPage },
  { id: 'catalogue', group: 'records', roles: everybody, Page: CataloguePage },
  { id: 'directory', group: 'records', roles: everybody, Page: DirectoryPage },
  { id: 'evidence', group: 'records', roles: leadsAndAuditor, Page: EvidencePage },
  { id: 'exports', group: 'records', roles: leadsAndAuditor, Page: ExportsPage },
  { id: 'audit', group: 'records', roles: leadsAndAuditor, Page: AuditPage },
  { id: 'trail', group: 'records', roles: auditors, Page: TrailPage },
  { id: 'worker', group: 'register', roles: desks, Page: WorkerPage },
  { id: 'registerEmployer', group: 'register', roles: desks, Page: EmployerPage },
  { id: 'post', group: 'register', roles: desks, Page: PostPage },
  { id: 'postings', group: 'register', roles: desks, Page: PostingsPage },
  { id: 'bulk', group: 'register', roles: desks, Page: BulkPage },
  { id: 'review', group: 'employers', roles: windowsAndAuditor, Page: ReviewPage },
  { id: 'employers', group: 'employers', roles: desksAndAuditor, Page: EmployersPage },
  { id: 'contractors', group: 'employers', roles: desksAndAuditor, Page: ContractorsPage },
  { id: 'people', group: 'people', roles: desks, Page: PeoplePage },
  { id: 'merges', group: 'people', roles: windows, Page: MergesPage },
  { id: 'crews', group: 'people', roles: desks, Page: CrewsPage },
  { id: 'referrals', group: 'people', roles: desks, Page: ReferralsPage },
  { id: 'training', group: 'people', roles: desksAndAuditor, Page: TrainingPage },
  { id: 'disputes', group: 'care', roles: windowsAndAuditor, Page: DisputesPage },
  { id: 'appeals', group: 'care', roles: leads, Page: AppealsPage },
  { id: 'help', group: 'care', roles: windows, Page: HelpPage },
  { id: 'opinions', group: 'care', roles: leadsAndAuditor, Page: OpinionsPage },
];

/** In the order of the rail. */
export const pagesFor = (role: StaffRole): readonly PageSpec[] => pages.filter((page) => page.roles.includes(role)).toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group));

/** Where a role begins, when the address names no page of its own. */
const homes: { readonly [R in StaffRole]?: PageId } = { clerk: 'window', host: 'table', supervisor: 'floor', admin: 'floor', auditor: 'floor' };
export const homeOf = (role: StaffRole, mine: readonly PageSpec[]): PageSpec | undefined => mine.find((page) => page.id === homes[role]) ?? mine[0];
