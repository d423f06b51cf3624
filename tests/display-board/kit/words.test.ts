/* Ages, pay and addresses as the faces say them, and the texts themselves. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalCodes } from '@kuaizhao/db/domain/refusal.ts';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';
import { languages, textsOf, tradeName, type TextKey } from '@kuaizhao/display-board/i18n/texts.ts';
import { ageOf, ageText, spanText } from '@kuaizhao/display-board/kit/age.ts';
import { behindAfter } from '@kuaizhao/display-board/kit/hall-clock.ts';
import { readAddress } from '@kuaizhao/display-board/kit/page-address.ts';
import { payText, yuanText } from '@kuaizhao/display-board/kit/pay.ts';

const zh = textsOf('zh-CN');
const en = textsOf('en');

test.each([
  [0, '刚刚'], [9_999, '刚刚'], [10_000, '10秒前'], [59_999, '59秒前'], [60_000, '1分钟前'], [3_599_999, '59分钟前'], [3_600_000, '1小时前'], [86_400_000, '1天前'], [-5, '刚刚'], [Number.NaN, '刚刚'],
])('%d ms is %s', (ms, text) => {
  expect(ageText(zh, ms)).toBe(text);
});

test('a span in a sentence, and in English', () => {
  expect([spanText(zh, 3_000), spanText(zh, 150_000), spanText(en, 150_000), ageText(en, 7_200_000)]).toEqual(['3秒', '2分钟', '2 min', '2 h ago']);
});

test('an age never gets younger as time passes', () => {
  const order = ['now', 'seconds', 'minutes', 'hours', 'days'];
  const weight = (ms: number): number => { const { unit, n } = ageOf(ms); return order.indexOf(unit) * 1_000_000 + n; };
  fc.assert(fc.property(fc.nat(10 ** 10), fc.nat(10 ** 10), (one, other) => { expect(weight(Math.max(one, other))).toBeGreaterThanOrEqual(weight(Math.min(one, other))); }));
});

test('pay has no more digits than it has', () => {
  expect([yuanText(26_000), yuanText(3_750), yuanText(305), yuanText(1), yuanText(10_000_000)]).toEqual(['260', '37.5', '3.05', '0.01', '100000']);
  expect(payText(zh, { kind: 'fixed', amountFen: 26_000, unit: 'day' })).toBe('260元/天');
  expect(payText(zh, { kind: 'negotiable' })).toBe('面议');
  expect(payText(en, { kind: 'fixed', amountFen: 3_750, unit: 'hour' })).toBe('¥37.5/hour');
});

test('a clock is only ever found to be behind', () => {
  fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(), (behind, stamp, own) => { expect(behindAfter(behind, stamp, own)).toBeGreaterThanOrEqual(behind); }));
});

test('odd addresses are as if they said nothing', () => {
  expect(readAddress('?device=board-7&lang=en&scale=1.25', 'board-1')).toEqual({ deviceId: 'board-7', language: 'en', scale: 1.25 });
  expect(readAddress('?device=<b>&lang=toString&scale=99', 'board-1')).toEqual({ deviceId: 'board-1', language: 'zh-CN', scale: 1 });
  fc.assert(fc.property(fc.string(), (query) => { expect(readAddress(query, 'board-1').scale).toBeGreaterThan(0); }));
});

test('both languages put in the same values, and none has an empty sentence', () => {
  const values = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
  for (const key of Object.keys(languages['zh-CN']) as TextKey[]) {
    expect([key, values(languages.en[key])]).toEqual([key, values(languages['zh-CN'][key])]);
    expect([key, languages.en[key].trim() === '' || languages['zh-CN'][key].trim() === '']).toEqual([key, false]);
  }
});

test('every refusal has its sentence and every trade its name', () => {
  for (const code of refusalCodes) expect([zh(`refusal.${code}`), en(`refusal.${code}`)].some((text) => text.includes('refusal.'))).toBe(false);
  for (const { code, zh: name } of trades()) expect(tradeName('zh-CN', code)).toBe(name);
  expect(tradeName('en', '9999')).toBe('9999');
});
