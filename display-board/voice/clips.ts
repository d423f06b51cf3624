/* The words a voice must have. A voice is a folder of recordings of exactly these; which file says which word is in its manifest. */
import { z } from 'zod';

export const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export const letters = [
  'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
] as const;
export const words = ['ten', 'please', 'number', 'goTo', 'window', 'table', 'seeBoard', 'again'] as const;

export const clipNames = [...digits, ...letters, ...words] as const;
export type ClipName = (typeof clipNames)[number];

const names = new Set<string>(clipNames);
export const isClipName = (name: string): name is ClipName => names.has(name);

export const voiceLimits = { clipMs: 3_000, folderBytes: 2 * 1024 * 1024 } as const;

const clipSchema = z.strictObject({
  /** file beside the manifest */
  file: z.string().regex(/^[A-Za-z0-9-]{1,40}\.wav$/),
  /** what it says, for the person who records it anew */
  text: z.string().max(20),
  ms: z.int().min(1).max(voiceLimits.clipMs),
});

/** One voice: every word and the silences between them. */
export const manifestSchema = z.strictObject({
  voice: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  madeBy: z.string().max(80),
  /** silence between two words of one sentence */
  gapMs: z.int().min(0).max(500),
  /** silence where a speaker takes breath */
  pauseMs: z.int().min(0).max(1_000),
  clips: z.record(z.enum(clipNames), clipSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
