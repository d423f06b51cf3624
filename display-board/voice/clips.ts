/* The words a voice must have. A voice is a folder of recordings of exactly the words of its language; which file says which word is in its manifest. */
import { z } from 'zod';

export const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export const letters = [
  'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
] as const;
export const words = ['please', 'number', 'goTo', 'window', 'table', 'job', 'seeBoard', 'again'] as const;
/** Chinese makes all numbers up to 99 of the digits and 十; English has words of its own. */
export const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const;
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const every = [...digits, ...letters, ...words, ...teens, ...tens] as const;
export type ClipName = (typeof every)[number];

export const voiceLanguages = ['zh-CN', 'en'] as const;
export type VoiceLanguage = (typeof voiceLanguages)[number];
/** Folder of the voice of each language, beside this file and beside the built page. */
export const voiceFolders = { 'zh-CN': 'zh-CN-espeak', en: 'en-espeak' } as const satisfies Record<VoiceLanguage, string>;
export const clipNames: { readonly [L in VoiceLanguage]: readonly ClipName[] } = { 'zh-CN': [...digits, ...letters, ...words, 'ten'], en: every.filter((name) => name !== 'please') };

const names = new Set<string>(every);
export const isClipName = (name: string): name is ClipName => names.has(name);

export const voiceLimits = { clipMs: 3_000, folderBytes: 2 * 1024 * 1024 } as const;

const clipSchema = z.strictObject({
  /** file beside the manifest */
  file: z.string().regex(/^[A-Za-z0-9-]{1,40}\.wav$/),
  /** what it says, for the person who records it anew */
  text: z.string().max(20),
  ms: z.int().min(1).max(voiceLimits.clipMs),
});

/** One voice: every word of its language and the silences between them. */
export const manifestSchema = z.strictObject({
  voice: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  language: z.enum(voiceLanguages),
  madeBy: z.string().max(80),
  /** silence between two words of one sentence */
  gapMs: z.int().min(0).max(500),
  /** silence where a speaker takes breath */
  pauseMs: z.int().min(0).max(1_000),
  clips: z.partialRecord(z.enum(every), clipSchema),
}).refine(({ language, clips }) => clipNames[language].every((name) => clips[name] !== undefined), 'a word has no clip');
export type Manifest = z.infer<typeof manifestSchema>;
