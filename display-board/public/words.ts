/* Says a text of the page by its key; a key that does not exist does not compile. Without a library: the page is for slow lines. */
import { publicWords as publicEn } from '../i18n/en/public.ts';
import { terms as termsEn } from '../i18n/en/terms.ts';
import { publicWords } from '../i18n/zh-cn/public.ts';
import { terms } from '../i18n/zh-cn/terms.ts';

export type PageLanguage = 'zh-CN' | 'en';
/** `?lang=en`; whatever else is asked for is Chinese. Nothing is stored, so the address says it. */
export const language: PageLanguage = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
export const otherLanguage: PageLanguage = language === 'en' ? 'zh-CN' : 'en';

const words = language === 'en' ? { ...termsEn, ...publicEn } : { ...terms, ...publicWords };

export const say = (key: keyof typeof terms | keyof typeof publicWords, values: Readonly<Record<string, string | number>> = {}): string =>
  words[key].replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
