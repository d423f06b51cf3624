/* The texts of all languages, ready before the first screen is drawn: nothing is fetched later. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageFiles } from '@kuaizhao/kiosk/i18n/languages.ts';

export async function loadTexts(): Promise<i18n> {
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: 'zh-CN', fallbackLng: 'zh-CN',
    resources: Object.fromEntries(Object.entries(languageFiles).map(([code, { texts }]) => [code, { translation: texts }])),
    // React escapes what it draws; a second time would show &amp; to people.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}
