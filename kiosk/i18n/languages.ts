/* The languages of the kiosk: texts, own name and direction of each. A further language is one more line here and its folder. */
import { en } from './en/texts.ts';
import type { Texts } from './text-keys.ts';
import { zhCn } from './zh-cn/texts.ts';

export interface LanguageFile {
  /** in the language itself: who looks for it can read it */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Texts;
}

export const languageFiles = {
  'zh-CN': { ownName: '中文', direction: 'ltr', texts: zhCn },
  en: { ownName: 'English', direction: 'ltr', texts: en },
} as const satisfies Record<string, LanguageFile>;
export type LanguageCode = keyof typeof languageFiles;
