/* What travels between a driver and the process that holds a foreign library: calls by name, answers by number, and events that nobody asked for. */

export type CallValue = string | number | boolean | Uint8Array;
export type CallData = Readonly<Record<string, CallValue>>;

/** Down to the process. */
export type ToLibrary = { readonly type: 'call'; readonly id: number; readonly name: string; readonly data: CallData } | { readonly type: 'end' };
/** Up from it. `failed` carries a code, never a library's own words: they may hold a person's data. */
export type FromLibrary =
  | { readonly type: 'ready' }
  | { readonly type: 'event'; readonly data: CallData }
  | { readonly type: 'answer'; readonly id: number; readonly value: CallData }
  | { readonly type: 'failed'; readonly id: number; readonly code: string };

/** A failure that the far side of a call may hear of. */
export class LibraryFault extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
