/* One function that says a text by its key, in the language of the face. A key that does not exist does not compile; a language lacks none. */
import { createInstance } from 'i18next';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { board as boardEn } from './en/board.ts';
import { city as cityEn } from './en/city.ts';
import { cityDesk as cityDeskEn } from './en/city-desk.ts';
import { cityErasures as cityErasuresEn } from './en/city/erasures.ts';
import { cityOwnPin as cityOwnPinEn } from './en/city/own-pin.ts';
import { cityTroubles as cityTroublesEn } from './en/city/troubles.ts';
import { floorTable as floorTableEn } from './en/floor-table.ts';
import { floorUrgent as floorUrgentEn } from './en/floor-urgent.ts';
import { floorWindow as floorWindowEn } from './en/floor-window.ts';
import { staff as staffEn } from './en/console.ts';
import { boardsWords as boardsWordsEn } from './en/console/boards.ts';
import { manageWords as manageWordsEn } from './en/console/manage.ts';
import { updateWords as updateWordsEn } from './en/console/updates.ts';
import { recordsWords as recordsWordsEn } from './en/console/records.ts';
import { trailWords as trailWordsEn } from './en/console/trail.ts';
import { factWords as factWordsEn } from './en/console/facts.ts';
import { deskWords as deskWordsEn } from './en/console/desk.ts';
import { peopleWords as peopleWordsEn } from './en/console/people.ts';
import { careWords as careWordsEn } from './en/console/care.ts';
import { employerWords as employerWordsEn } from './en/console/employers.ts';
import { registerWords as registerWordsEn } from './en/console/register.ts';
import { readinessWords as readinessWordsEn } from './en/readiness.ts';
import { refusals as refusalsEn } from './en/refusals.ts';
import { terms as termsEn } from './en/terms.ts';
import { wall as wallEn } from './en/wall.ts';
import { network as networkEn } from './en/entry/network.ts';
import { pairing as pairingEn } from './en/entry/pairing.ts';
import { board } from './zh-cn/board.ts';
import { city } from './zh-cn/city.ts';
import { cityDesk } from './zh-cn/city-desk.ts';
import { cityErasures } from './zh-cn/city/erasures.ts';
import { cityOwnPin } from './zh-cn/city/own-pin.ts';
import { cityTroubles } from './zh-cn/city/troubles.ts';
import { floorTable } from './zh-cn/floor-table.ts';
import { floorUrgent } from './zh-cn/floor-urgent.ts';
import { floorWindow } from './zh-cn/floor-window.ts';
import { staff } from './zh-cn/console.ts';
import { boardsWords } from './zh-cn/console/boards.ts';
import { manageWords } from './zh-cn/console/manage.ts';
import { updateWords } from './zh-cn/console/updates.ts';
import { recordsWords } from './zh-cn/console/records.ts';
import { trailWords } from './zh-cn/console/trail.ts';
import { factWords } from './zh-cn/console/facts.ts';
import { deskWords } from './zh-cn/console/desk.ts';
import { peopleWords } from './zh-cn/console/people.ts';
import { careWords } from './zh-cn/console/care.ts';
import { employerWords } from './zh-cn/console/employers.ts';
import { registerWords } from './zh-cn/console/register.ts';
import { readinessWords } from './zh-cn/readiness.ts';
import { refusals } from './zh-cn/refusals.ts';
import { terms } from './zh-cn/terms.ts';
import { wall } from './zh-cn/wall.ts';
import { network } from './zh-cn/entry/network.ts';
import { pairing } from './zh-cn/entry/pairing.ts';

const zhCn = { ...terms, ...board, ...wall, ...staff, ...city, ...cityDesk, ...cityErasures, ...cityOwnPin, ...cityTroubles, ...refusals, ...readinessWords, ...recordsWords, ...factWords, ...trailWords, ...floorWindow, ...deskWords, ...registerWords, ...employerWords, ...floorTable, ...floorUrgent, ...peopleWords, ...careWords, ...boardsWords, ...manageWords, ...updateWords, ...network, ...pairing };
export type TextKey = keyof typeof zhCn;
const en: Record<TextKey, string> = { ...termsEn, ...boardEn, ...wallEn, ...staffEn, ...cityEn, ...cityDeskEn, ...cityErasuresEn, ...cityOwnPinEn, ...cityTroublesEn, ...refusalsEn, ...readinessWordsEn, ...recordsWordsEn, ...factWordsEn, ...trailWordsEn, ...floorWindowEn, ...deskWordsEn, ...registerWordsEn, ...employerWordsEn, ...floorTableEn, ...floorUrgentEn, ...peopleWordsEn, ...careWordsEn, ...boardsWordsEn, ...manageWordsEn, ...updateWordsEn, ...networkEn, ...pairingEn };

/** Every text of every language; a further language is a further entry here. */
export const languages = { 'zh-CN': zhCn, en } as const satisfies Record<string, Record<TextKey, string>>;
export type Language = keyof typeof languages;
export const isLanguage = (name: string | null | undefined): name is Language => name !== null && name !== undefined && Object.hasOwn(languages, name);

export interface Say {
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
}

/** The texts of one language. Values are put in as they are: React escapes what it shows. */
export function textsOf(language: Language): Say {
  const instance = createInstance();
  void instance.init({
    lng: language, resources: { [language]: { translation: languages[language] } },
    keySeparator: false, nsSeparator: false, initAsync: false, interpolation: { escapeValue: false },
  });
  const translate = instance.getFixedT(language);
  return Object.assign((key: TextKey, values: Readonly<Record<string, string | number>> = {}) => translate(key, values), { language });
}

/** What a board says where it has little room. */
export const shortTradeName = (language: Language, code: TradeCode): string => tradeByCode(code)?.short?.[language === 'en' ? 'en' : 'zh'] ?? tradeName(language, code);

/** The trade's name in the language; its code when this version does not know it. */
export function tradeName(language: Language, code: TradeCode): string {
  const trade = tradeByCode(code);
  if (trade === undefined) return code;
  return language === 'en' ? trade.en : trade.zh;
}
