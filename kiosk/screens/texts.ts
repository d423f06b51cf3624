/* The texts of all languages, ready before the first screen is drawn: nothing is fetched later. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { addLanguages, languageCodes, languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { furtherLanguages } from './further-languages.ts';

export async function loadTexts(): Promise<i18n> {
  addLanguages(furtherLanguages);
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: 'zh-CN', fallbackLng: 'zh-CN',
    resources: Object.fromEntries(languageCodes().map((code) => [code, { translation: languageOf(code).texts }])),
    // React escapes what it draws; a second time would show &amp; to people.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}
