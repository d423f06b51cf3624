/* What decisions about papers need to know. */
import type { PrintState, Subject } from './print-job.ts';

export interface PrintJobRow { readonly printJobId: string; readonly printer: string; readonly subject: Subject; readonly copy: number; readonly state: PrintState }

export interface PrintingView {
  printJob(printJobId: string): PrintJobRow | undefined;
  /** The highest copy number a subject has had. */
  lastCopy(subject: Subject): number;
  /** The newest print job of a subject, for a second tap that asks for the same paper. */
  printJobOf(subject: Subject): PrintJobRow | undefined;
}
