/* The trade list: codes that never move, words, pictures, dangers and papers of every trade. */
import { expect, test } from 'vitest';
import { workTags } from '@kuaizhao/db/domain/law/hazards.ts';
import { certificates } from '@kuaizhao/db/domain/trades/certificate.ts';
import { commonTrades, tradeByCode, tradeCodeSchema, tradeGroups, trades } from '@kuaizhao/db/domain/trades/trade.ts';

test('F4 at least 60 trades, each code of its group and once', () => {
  expect(trades().length).toBeGreaterThanOrEqual(60);
  expect(new Set(trades().map((one) => one.code)).size).toBe(trades().length);
  for (const group of tradeGroups) for (const one of group.trades) {
    expect(tradeCodeSchema.safeParse(one.code).success && one.code.startsWith(group.code)).toBe(true);
    expect(tradeByCode(one.code)).toBe(one);
  }
});

test('F4 the sixteen codes of the first halls still mean what they meant', () => {
  expect(commonTrades().map(({ code, zh, picture }) => `${code} ${zh} ${picture}`)).toEqual([
    '0101 小工 shovel', '0102 瓦工 trowel', '0103 木工 saw', '0104 钢筋工 rebar', '0105 油漆工 roller', '0106 水电工 plug', '0107 电焊工 torch', '0108 架子工 scaffold',
    '0201 搬运工 boxes', '0202 装卸工 truck', '0301 保洁 broom', '0302 家政 house', '0401 餐饮帮工 bowl', '0501 绿化工 tree', '0502 农活 wheat', '0601 普工 gear',
  ]);
  expect(trades().slice(0, 16)).toEqual(commonTrades());
});

test('F4 every trade has its words, a picture of its own, known dangers and papers', () => {
  expect(new Set(trades().map((one) => one.picture)).size).toBe(trades().length);
  expect(new Set(trades().map((one) => one.zh)).size).toBe(trades().length);
  for (const one of trades()) {
    expect([one.code, one.zh.length > 0 && one.zh.length <= 8, /^[A-Z][A-Za-z -]+$|^[A-Z][\w ’-]+$/.test(one.en)]).toEqual([one.code, true, true]);
    expect(one.hazards.every((tag) => workTags.includes(tag) && tag !== 'none')).toBe(true);
    expect(one.certificates.every((certificate) => certificates[certificate].code === certificate)).toBe(true);
    expect([1, 2, 3, 4]).toContain(one.loadClass);
    expect([one.code, /^\d-\d{2}-\d{2}-\d{2}$/.test(one.occupation?.code ?? '6-29-01-01')]).toEqual([one.code, true]);
  }
});

test('§4 work of the heaviest grade says so, so that nobody under 18 is hired into it', () => {
  for (const one of trades()) expect([one.code, one.hazards.includes('heaviestLabour')]).toEqual([one.code, one.loadClass === 4]);
});

test('§4 food needs a health certificate, welding and wiring their permits', () => {
  for (const one of tradeGroups.find((group) => group.code === '04')?.trades ?? []) expect(one.certificates).toEqual(['health']);
  expect(tradeByCode('0107')?.certificates).toEqual(['welding']);
  expect(tradeByCode('0805')?.certificates).toContain('electrician');
});
