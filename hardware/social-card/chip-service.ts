/* What the driver needs of PC/SC: cards that come and go in slots, and bytes to and from them. The real one is the machine's, the simulated one a list in memory. */
import type { Connection } from '../serial/keep-connected.ts';

export interface ChipCard {
  /** Answer with its two status bytes. Rejects when the card was pulled. */
  transmit(apdu: Uint8Array): Promise<Uint8Array>;
  /** Lets the card go; never rejects. */
  release(): Promise<void>;
}

export type ChipEvent =
  | { readonly type: 'slotThere' | 'slotGone'; readonly slot: string }
  | { readonly type: 'cardIn'; readonly slot: string; readonly connect: () => Promise<ChipCard> }
  | { readonly type: 'cardOut'; readonly slot: string };

export interface ChipService extends Connection {
  onEvent(listener: (event: ChipEvent) => void): void;
  /** Called once, when the service ended, also by `close`. */
  onClose(listener: () => void): void;
}
