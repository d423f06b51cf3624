/* A whole paper as ESC/POS bytes. Two composers can write it, each by a library of its own, and the same paper comes out of the printer; which one is the configuration's choice. */
import type { PaperLine } from '../paper-line.ts';
import type { PaperProfile } from '../profiles.ts';
import { holdsRealTimeCommand } from '../driver/real-time.ts';
import { marksOf, type Mark } from './marks.ts';
import { receiptComposer } from './receipt-composer.ts';
import { thermalComposer } from './thermal-composer.ts';

/** Reset, double-byte mode, the marks, the end of the paper. */
export type Composer = (profile: PaperProfile, marks: readonly Mark[]) => Uint8Array;

export const composers = { thermal: thermalComposer, receiptline: receiptComposer } as const satisfies Readonly<Record<string, Composer>>;
export type ComposerName = keyof typeof composers;

/**
 * The whole job. Any text is cleaned of control bytes; letters that the profile's character set lacks come as dots.
 * Throws RangeError on a paper no caller should compose: too many lines, a QR that is not plain ASCII.
 */
export function composeTicket(profile: PaperProfile, lines: readonly PaperLine[], composer: ComposerName = 'thermal'): Uint8Array {
  const bytes = composers[composer](profile, marksOf(profile, lines));
  if (holdsRealTimeCommand(bytes)) throw new RangeError('paper would command the printer');
  return bytes;
}
