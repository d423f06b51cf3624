/* What a printer says back: single status bytes, pushed four-byte statuses, completion and clearing answers, taken apart in one stream that may cut anywhere. */
import type { PrinterState } from '../ports.ts';

/** Facts about the printer, whichever way they were told. */
export interface PrinterStatus {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly nearEnd: boolean;
  readonly cutterError: boolean;
  /** an error that only power or service mends, or that passes by itself (head too hot) */
  readonly otherError: boolean;
}
export const healthy: PrinterStatus = { offline: false, coverOpen: false, paperOut: false, nearEnd: false, cutterError: false, otherError: false };

/** The one word for people: the worst trouble that tells them what to do. An open cover also reads as paper out and offline, so it comes before both. */
export function stateOf(status: PrinterStatus): PrinterState {
  if (status.cutterError) return 'cutterError';
  if (status.coverOpen) return 'coverOpen';
  if (status.paperOut) return 'paperOut';
  if (status.offline || status.otherError) return 'offline';
  return status.nearEnd ? 'nearEnd' : 'ready';
}

/** True when the printer in this state takes a job. */
export function canPrint(state: PrinterState): boolean {
  return state === 'ready' || state === 'nearEnd';
}

/** The four answers to DLE EOT 1 to 4, as one status. */
export function statusOfAnswers([printer, offlineCause, errorCause, paper]: readonly [number, number, number, number]): PrinterStatus {
  return {
    offline: (printer & 0x08) !== 0,
    coverOpen: (offlineCause & 0x04) !== 0,
    paperOut: (offlineCause & 0x20) !== 0 || (paper & 0x60) !== 0,
    nearEnd: (paper & 0x0c) !== 0,
    cutterError: (errorCause & 0x08) !== 0,
    otherError: (errorCause & 0x60) !== 0,
  };
}

/** A pushed status (ASB): printer, errors, paper, reserved. */
function statusOfPush(printer: number, errors: number, paper: number): PrinterStatus {
  return {
    offline: (printer & 0x08) !== 0,
    coverOpen: (printer & 0x20) !== 0,
    paperOut: (paper & 0x0c) !== 0,
    nearEnd: (paper & 0x03) !== 0,
    cutterError: (errors & 0x08) !== 0,
    otherError: (errors & 0x60) !== 0,
  };
}

export type PrinterSaying =
  | { readonly type: 'answer'; readonly byte: number }
  | { readonly type: 'push'; readonly status: PrinterStatus }
  | { readonly type: 'printed'; readonly mark: string }
  | { readonly type: 'cleared' };

export interface SayingParser {
  feed(bytes: Uint8Array): PrinterSaying[];
  reset(): void;
  /** bytes held, at most 7 */
  held(): number;
}

/** What the bytes held begin with: a saying and its length, `wait` for more, or nothing known (one byte is then dropped). XON and XOFF fall out here. */
function firstSaying(held: readonly number[]): { readonly saying: PrinterSaying; readonly length: number } | 'wait' | undefined {
  const [b0 = 0, b1, b2, b3] = held;
  if ((b0 & 0x93) === 0x12) return { saying: { type: 'answer', byte: b0 }, length: 1 };
  if ((b0 & 0x93) === 0x10) {
    if (held.slice(1, 4).some((byte) => (byte & 0x90) !== 0)) return undefined;
    if (b1 === undefined || b2 === undefined || b3 === undefined) return 'wait';
    return { saying: { type: 'push', status: statusOfPush(b0, b1, b2) }, length: 4 };
  }
  if (b0 !== 0x37) return undefined;
  if (b1 === undefined) return 'wait';
  const length = b1 === 0x22 ? 7 : 3;
  if (b1 !== 0x22 && b1 !== 0x25) return undefined;
  if (held.length < length) return 'wait';
  if (held[length - 1] !== 0) return undefined;
  return { saying: b1 === 0x22 ? { type: 'printed', mark: Buffer.from(held.slice(2, 6)).toString('latin1') } : { type: 'cleared' }, length };
}

export function createSayingParser(): SayingParser {
  let held: number[] = [];
  return {
    feed(bytes) {
      const sayings: PrinterSaying[] = [];
      for (const byte of bytes) {
        held.push(byte);
        for (let first = firstSaying(held); held.length > 0 && first !== 'wait'; first = firstSaying(held)) {
          if (first !== undefined) sayings.push(first.saying);
          held = held.slice(first?.length ?? 1);
        }
      }
      return sayings;
    },
    reset() {
      held = [];
    },
    held: () => held.length,
  };
}
