/* What decisions about help need to know, and what they leave beside the facts. */
import type { HelpGround } from './level.ts';
import type { RecordHelpVisit } from './commands.ts';

export interface HelpCaseRow { readonly caseId: string; readonly open: boolean }

export interface CareView {
  helpCase(caseId: string): HelpCaseRow | undefined;
  /** The open case of the person, whichever of the person's records it was opened for. */
  openHelpCaseOf(workerId: string): HelpCaseRow | undefined;
}

export interface HelpCaseRecord { readonly table: 'helpCase'; readonly caseId: string; /** of a new case */ readonly workerId?: string; readonly grounds: readonly HelpGround[] }
export interface HelpVisitRecord { readonly table: 'helpVisit'; readonly helpVisitId: string; readonly kind: RecordHelpVisit['kind']; readonly on: string; readonly note: string | undefined }
