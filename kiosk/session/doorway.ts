/* The doorway as a page sees it: Electron's preload and the local page's script both put this same thing on `window.kuaizhao`, so the screens never know which of the two carries them. */
import type { KioskFace, Touch } from './face.ts';

export interface Doorway {
  /** Calls the listener with the last face (when there is one) and with each one after it. Gives what ends the listening. */
  onFace(listener: (face: KioskFace) => void): () => void;
  touch(touch: Touch): void;
}

/** Name of the doorway on `window`. */
export const doorwayName = 'kuaizhao';
