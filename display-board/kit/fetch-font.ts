/* The font comes in a hundred slices, each fetched when its first character is shown. The words for trouble are first shown when nothing can be fetched: so they are fetched at the start. */
import { languages, type Language, type TextKey } from '../i18n/texts.ts';

const font = "16px 'Noto Sans SC Variable'";

/** Fetches what the texts of these faces need; `prefixes` as in `board.`. A slice that cannot be had is drawn in the system's font. */
export function fetchFont(language: Language, prefixes: readonly string[]): void {
  const texts = languages[language];
  const keys = (Object.keys(texts) as TextKey[]).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  document.fonts.load(font, keys.map((key) => texts[key]).join('')).catch(() => undefined);
}
