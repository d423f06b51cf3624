/* How far a journal has come, and the rows of it as the hub takes them. The same shapes as on the wire, which this storey may not know. */

export interface Cursor { readonly seq: number; readonly hash: string }

export interface JournalRow {
  readonly seq: number;
  /** 16 hex digits of the process start, and the row's number in it */
  readonly boot: string; readonly counter: number;
  readonly end: boolean;
  readonly table: string; readonly key: string; readonly kind: string;
  readonly clock: number; readonly v: number;
  readonly body: string;
}

/** Which operation stands at a position of all that a hall ever told: the same position with another one is of another history. */
export const ownStamp = ({ boot, counter }: { readonly boot: string; readonly counter: number }): string => `${boot}-${counter}`;
