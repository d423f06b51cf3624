/* The languages beyond the first two: each is one file in i18n/further, named by its tag (`ug.ts`), that exports `language`. Nothing else has to know of it. */
/// <reference types="vite/client" />
import type { LanguageFile } from '@kuaizhao/kiosk/i18n/languages.ts';

const files = import.meta.glob<LanguageFile>('../i18n/further/*.ts', { eager: true, import: 'language' });

/** By tag. */
export const furtherLanguages: Readonly<Record<string, LanguageFile>> = Object.fromEntries(Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ''), file]));
