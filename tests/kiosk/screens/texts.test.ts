/* Texts: every language says everything with the same gaps, and no screen says anything of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalCodes } from '@kuaizhao/db/domain/refusal.ts';
import { plateSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { commonTrades, trades } from '@kuaizhao/db/domain/trades/trade.ts';
import { money, phoneGroups, tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageCodes, languageFiles } from '@kuaizhao/kiosk/i18n/languages.ts';
import { provinceCharacters } from '@kuaizhao/kiosk/i18n/plates.ts';
import { firstSettings } from '@kuaizhao/kiosk/session/settings.ts';
import { tradePictures } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';

type Branch = { readonly [key: string]: string | Branch };
const leaves = (branch: Branch, path = ''): [string, string][] =>
  Object.entries(branch).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)));
const gapsOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((gap) => gap[1] ?? '').sort();

const chinese = new Map(leaves(languageFiles['zh-CN'].texts));

test('the session begins in a language that there are texts for', () => {
  expect(Object.keys(languageFiles)).toContain(firstSettings.language);
});

describe.each(Object.entries(languageFiles))('%s', (_, { texts }) => {
  const mine = new Map(leaves(texts));
  test('says what the first language says, no more and no less', () => expect([...mine.keys()].sort()).toEqual([...chinese.keys()].sort()));
  test('leaves the same gaps', () => {
    for (const [key, text] of mine) expect(`${key}: ${gapsOf(text).join(' ')}`).toBe(`${key}: ${gapsOf(chinese.get(key) ?? '').join(' ')}`);
  });
  test('leaves nothing empty', () => expect([...mine].filter(([, text]) => text.trim() === '')).toEqual([]));
  test('has a sentence for every refusal', () => {
    for (const code of refusalCodes) expect(mine.get(`refusal.${code}`)).toMatch(/[。.]$/);
  });
});

test('English is written in Latin letters', () => {
  expect([...leaves(languageFiles.en.texts)].filter(([, text]) => /\p{Script=Han}|[，。：“”’]/u.test(text))).toEqual([]);
});

const house = join(import.meta.dirname, '../../../kiosk');
const sources = ['screens', 'kit'].flatMap((folder) => readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => join(house, folder, name)));
const withoutComments = (path: string): string => readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

test('no screen and no part of the kit has words of its own', () => {
  expect(sources.length).toBeGreaterThan(30);
  const han = sources.filter((path) => /\p{Script=Han}/u.test(withoutComments(path)));
  const literal = sources.filter((path) => /[>}]\s*[A-Za-z][A-Za-z ,.!'-]*\s*<\//.test(withoutComments(path)) && path.endsWith('.tsx'));
  const attribute = sources.filter((path) => /\b(?:aria-label|label|title|hint|alt|placeholder|text)="[^"]*[A-Za-z]/.test(withoutComments(path)));
  expect({ han, literal, attribute }).toEqual({ han: [], literal: [], attribute: [] });
});

test('every trade of the tile screen has its picture, and every trade its word in every language', () => {
  for (const trade of commonTrades()) expect(Object.keys(tradePictures)).toContain(trade.picture);
  for (const trade of trades()) {
    for (const language of languageCodes()) expect(tradeName(trade.code, language)).not.toBe(trade.code);
  }
  expect(tradeName('9999', 'en')).toBe('9999');
});

test('every province begins a plate', () => {
  expect(new Set(provinceCharacters).size).toBe(31);
  for (const province of provinceCharacters) expect(plateSchema.safeParse(`${province}A12345`).success).toBe(true);
});

test('money is never rounded, and phone numbers come in groups', () => {
  expect([1, 5, 100, 20_000, 20_050, 10_000_000].map(money)).toEqual(['¥0.01', '¥0.05', '¥1', '¥200', '¥200.50', '¥100,000']);
  expect(['', '1', '138', '1380', '13800001234', '053188886666'].map(phoneGroups)).toEqual(['', '1', '138', '138 0', '138 0000 1234', '0531 8888 6666']);
});
