/* The languages of the kiosk: texts, own name and direction of each. The first two are part of the house; a further one is one file in `further/`. */
import type { Trade } from '@kuaizhao/db/domain/trades/trade.ts';
import { en } from './en/texts.ts';
import type { Texts } from './text-keys.ts';
import { zhCn } from './zh-cn/texts.ts';

export interface LanguageFile {
  /** in the language itself: who looks for it can read it */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  /** how dates are written: a tag that Intl knows */
  readonly dates: string;
  /** how wide its words are beside their Chinese: tiles are laid out by it */
  readonly words: 'short' | 'long' | 'longest';
  readonly texts: Texts;
  readonly tradeName: (trade: Trade) => string;
}

export const languageFiles = {
  'zh-CN': { ownName: '中文', direction: 'ltr', dates: 'zh-CN', words: 'short', texts: zhCn, tradeName: (trade) => trade.zh },
  en: { ownName: 'English', direction: 'ltr', dates: 'en-GB', words: 'long', texts: en, tradeName: (trade) => trade.en },
} as const satisfies Record<string, LanguageFile>;
export type LanguageCode = string;

const known = new Map<LanguageCode, LanguageFile>(Object.entries(languageFiles));

/** Once, before the first screen is drawn. A code that is taken already keeps its language. */
export function addLanguages(further: Readonly<Record<LanguageCode, LanguageFile>>): void {
  for (const [code, file] of Object.entries(further)) if (!known.has(code)) known.set(code, file);
}

/** In the order in which the language key goes through them. */
export const languageCodes = (): readonly LanguageCode[] => [...known.keys()];

/** The first language for a code that nobody brought a file for. */
export const languageOf = (code: LanguageCode): LanguageFile => known.get(code) ?? languageFiles['zh-CN'];
