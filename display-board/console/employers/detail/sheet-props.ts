/* What each part of an employer's sheet is about, and whom it tells of a change. */
import type { EmployerDetail } from '@kuaizhao/sync-agent/contract/queries/employers.ts';

export interface SheetProps { readonly employer: EmployerDetail; readonly onChanged: () => void }
/** A form over the sheet: done when the hall has done it. */
export interface DecideProps { readonly employer: EmployerDetail; readonly onDone: () => void; readonly onClose: () => void }
