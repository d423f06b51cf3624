/* How a paper ends: by the knife, or fed out to the tear bar where there is none. */
import type { PaperProfile } from '../profiles.ts';

/** ESC d: blank lines. */
export const feed = (lines: number): Buffer => Buffer.from([0x1b, 0x64, lines]);
/** From the head to the tear bar, by ESC J. */
export const tearDots = 180;

const ends = {
  // GS V A 0 and GS V B 0: feed to the knife, cut. A library's own cut adds blank lines or a reset.
  full: Buffer.from([0x1d, 0x56, 0x41, 0x00]),
  partial: Buffer.from([0x1d, 0x56, 0x42, 0x00]),
  none: Buffer.from([0x1b, 0x4a, tearDots]),
} as const;

export const paperEnd = ({ cutter }: PaperProfile): Buffer => ends[cutter];
