/* Languages that nobody speaks, made by rule of the real ones: 40 % longer, and from right to left. A screen that bears them bears the next real one. Stands in for screens/further-languages.ts. */
import { languageFiles, type LanguageFile } from '@kuaizhao/kiosk/i18n/languages.ts';
import type { Texts } from '@kuaizhao/kiosk/i18n/text-keys.ts';

type Branch = { readonly [key: string]: string | Branch };

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ë', i: 'ï', o: 'ø', u: 'ü', n: 'ñ', c: 'ç', A: 'Å', E: 'É', I: 'Î', O: 'Ø', U: 'Û' };
const share = 0.4;

/** Longer by two fifths of what is said; gaps stay gaps. */
function longer(text: string): string {
  const said = text.replaceAll(/\{\{\w+\}\}/g, '');
  const more = Math.ceil(said.length * share);
  if (said.trim() === '' || /^[\s\p{P}\p{S}]*$/u.test(said)) return text;
  if (/\p{Script=Han}/u.test(said)) return `${text}${'长一点的话再多说几句才够'.repeat(4).slice(0, more)}`;
  const accented = text.split(/(\{\{\w+\}\})/).map((part) => (part.startsWith('{{') ? part : Array.from(part, (letter) => accents[letter] ?? letter).join(''))).join('');
  return more < 3 ? `${accented}${'xy'.slice(0, more)}` : `${accented} ${'ipsum dolor sit amet erat '.repeat(12).slice(0, more - 1).trim()}`;
}

const changed = (branch: Branch, change: (text: string) => string): Branch =>
  Object.fromEntries(Object.entries(branch).map(([key, value]) => [key, typeof value === 'string' ? change(value) : changed(value, change)]));
const textsBy = (file: LanguageFile, change: (text: string) => string): Texts => changed(file.texts, change) as unknown as Texts;

const { 'zh-CN': chinese, en } = languageFiles;

export const furtherLanguages: Readonly<Record<string, LanguageFile>> = {
  'en-XA': { ...en, ownName: 'Longer', words: 'longest', texts: textsBy(en, longer), tradeName: (trade) => longer(trade.en) },
  'zh-XA': { ...chinese, ownName: '更长', words: 'long', texts: textsBy(chinese, longer), tradeName: (trade) => longer(trade.zh) },
  'ar-XB': { ...en, ownName: 'RTL', direction: 'rtl' },
};
