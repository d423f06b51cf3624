/* Whose work the records are (the agent refuses the others by itself: sync-agent/contract/queries/records.ts). */
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';

/** People's ledgers, the journal, what is behind a figure. */
export const seesRecords: readonly StaffRole[] = ['supervisor', 'admin', 'auditor'];
