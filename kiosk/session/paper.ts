/* The paper of a finished step, as the session follows it and as the screen tells it. */
import type { PrinterState } from './devices.ts';

/**
 * `failed`: nothing of it came out and nobody is working on it, so 补打 may be offered. `waiting`: the host holds it until the printer can.
 * `unsure`: nobody but the person can tell whether it came out. `elsewhere`: another printer of the hall gives it.
 */
export type PaperStage = 'printing' | 'waiting' | 'printed' | 'failed' | 'unsure' | 'elsewhere';

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
  /** 出票了 or 没出票? */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'elsewhere' }
  /** `canReprint` once the printer is ready again */
  | { readonly kind: 'trouble'; readonly printer: PrinterState; readonly canReprint: boolean };

export const printerUsable = (printer: PrinterState): boolean => printer === 'ready' || printer === 'nearEnd';
