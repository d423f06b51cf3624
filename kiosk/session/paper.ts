/* The paper of a finished step, as the session follows it and as the screen tells it. */
import type { PrinterState } from './devices.ts';

/** `failed`: nothing of it came out and nobody is working on it, so 补打 may be offered. `waiting`: the host holds it until the printer can. */
export type PaperStage = 'printing' | 'waiting' | 'printed' | 'failed';

export interface PaperState {
  readonly printJobId: string | undefined;
  readonly stage: PaperStage;
  /** command id of a 补打 that is not answered yet */
  readonly asked: string | undefined;
}

/** How the paper of the last step fares; the number is on screen before the paper is out. */
export type PaperFate =
  | { readonly kind: 'printing' }
  | { readonly kind: 'printed' }
  /** `canReprint` once the printer is ready again */
  | { readonly kind: 'trouble'; readonly printer: PrinterState; readonly canReprint: boolean };

export const printerUsable = (printer: PrinterState): boolean => printer === 'ready' || printer === 'nearEnd';
