/* Says a text of the page by its key; a key that does not exist does not compile. Without a library: the page is for slow lines. */
import { publicWords } from '../i18n/zh-cn/public.ts';
import { terms } from '../i18n/zh-cn/terms.ts';

const words = { ...terms, ...publicWords };

export const say = (key: keyof typeof words, values: Readonly<Record<string, string | number>> = {}): string =>
  words[key].replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
