/* What a printer says back: single status bytes, pushed four-byte statuses, completion and clearing answers, taken apart in one stream that may cut anywhere. */
import type { PrinterState } from '../../ports.ts';

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
export function statusOfAnswers([printer = 0, offlineCause = 0, errorCause = 0, paper = 0]: readonly number[]): PrinterStatus {
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
  /** GS r */
  | { readonly type: 'paper'; readonly byte: number }
  /** GS I */
  | { readonly type: 'name'; readonly text: string }
  | { readonly type: 'cleared' };

export interface SayingParser {
  feed(bytes: Uint8Array): PrinterSaying[];
  reset(): void;
  /** bytes held, at most `heldLimit` */
  held(): number;
}

/** Longest answer that is waited for: a name of GS I. */
export const heldLimit = 82;
/** What GS r can say: both sensors, or one, or none of them without paper. */
const paperBytes: ReadonlySet<number> = new Set([0x00, 0x03, 0x0c, 0x0f]);

type First = { readonly saying: PrinterSaying; readonly length: number } | 'wait' | undefined;

/** `37 22 mark 00` and `37 25 00`. */
function doneSaying(held: readonly number[]): First {
  const second = held[1];
  if (second === undefined) return 'wait';
  if (second !== 0x22 && second !== 0x25) return undefined;
  const length = second === 0x22 ? 7 : 3;
  if (held.length < length) return 'wait';
  if (held[length - 1] !== 0) return undefined;
  return { saying: second === 0x22 ? { type: 'printed', mark: Buffer.from(held.slice(2, 6)).toString('latin1') } : { type: 'cleared' }, length };
}

/** `5F text 00`; text of plain letters only. */
function nameSaying(held: readonly number[]): First {
  const end = held.indexOf(0);
  const text = held.slice(1, end < 0 ? undefined : end);
  if (text.some((byte) => byte < 0x20 || byte > 0x7e)) return undefined;
  if (end < 0) return held.length < heldLimit ? 'wait' : undefined;
  return { saying: { type: 'name', text: Buffer.from(text).toString('latin1') }, length: end + 1 };
}

/** A pushed status. */
function pushSaying([b0 = 0, b1, b2, b3]: readonly number[]): First {
  if ([b1, b2, b3].some((byte) => byte !== undefined && (byte & 0x90) !== 0)) return undefined;
  if (b1 === undefined || b2 === undefined || b3 === undefined) return 'wait';
  return { saying: { type: 'push', status: statusOfPush(b0, b1, b2) }, length: 4 };
}

/** What the bytes held begin with: a saying and its length, `wait` for more, or nothing known (one byte is then dropped). XON and XOFF fall out here. */
function firstSaying(held: readonly number[], paper: boolean): First {
  const b0 = held[0] ?? 0xff;
  if ((b0 & 0x93) === 0x12) return { saying: { type: 'answer', byte: b0 }, length: 1 };
  if ((b0 & 0x93) === 0x10) return pushSaying(held);
  if (b0 === 0x37) return doneSaying(held);
  if (b0 === 0x5f) return nameSaying(held);
  return paper && paperBytes.has(b0) ? { saying: { type: 'paper', byte: b0 }, length: 1 } : undefined;
}

/**
 * `paper`: answers of GS r are listened for. They look like the tail of a pushed status whose first byte was lost: never with GS a together.
 */
export function createSayingParser(paper = false): SayingParser {
  let held: number[] = [];
  return {
    feed(bytes) {
      const sayings: PrinterSaying[] = [];
      for (const byte of bytes) {
        held.push(byte);
        for (let first = firstSaying(held, paper); held.length > 0 && first !== 'wait'; first = firstSaying(held, paper)) {
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
