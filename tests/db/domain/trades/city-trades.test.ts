/* What the city adds to the list of trades: one list for the whole process, the city's word for names, and never less danger than the program knows of. */
import { afterEach, expect, test } from 'vitest';
import { courseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import { certificatesOf, hazardsOf } from '@kuaizhao/db/domain/jobs/work-conditions.ts';
import { endFindingsOf, findingsOf } from '@kuaizhao/db/domain/registry/findings.ts';
import { cityTradeSchema, cityTradesMost, type CityTrade } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { commonTrades, groupOf, isOffered, learnedTrades, learnTrades, offeredTrades, shippedTrade, tradeByCode, tradeGroups, trades } from '@kuaizhao/db/domain/trades/trade.ts';
import { sampleCourse } from '../../../fixtures/city/offers.ts';
import { renamedTrade, sampleTrade } from '../../../fixtures/city/trades.ts';

afterEach(() => { learnTrades([]); });
const beside = { others: [] as readonly unknown[], now: Date.parse('2026-11-22T08:00:00+08:00'), today: '2026-11-22' };
const stops = (body: CityTrade, others: readonly unknown[] = []): string[] => findingsOf('trade', body, { ...beside, others }).map(({ code, field, weight }) => `${weight} ${code} ${field}`);

test('F4 a trade of the city stands in every lookup beside the shipped ones, with its dangers and papers, and goes with the list that named it', () => {
  const shipped = trades().map(({ code }) => code);
  expect(tradeByCode('0150')).toBeUndefined();
  learnTrades([sampleTrade]);
  expect(tradeByCode('0150')).toMatchObject({ zh: '光伏板安装', en: 'Solar-panel fitter', picture: 'plain', loadClass: 3, aliases: ['装光伏', '太阳能板'] });
  expect(trades().map(({ code }) => code)).toEqual([...shipped, '0150']);
  expect(commonTrades().map(({ code }) => code).at(-1)).toBe('0150');
  expect(groupOf('0150')?.zh).toBe('建筑装修');
  expect(hazardsOf({ trade: '0150', hazards: ['none'] })).toEqual(['height']);
  expect(certificatesOf({ trade: '0150' }).oneOf).toEqual(['workAtHeight', 'electrician']);
  const before = learnedTrades();
  learnTrades([{ ...sampleTrade }]);
  expect(learnedTrades(), 'the same again is the same list').toBe(before);
  learnTrades([]);
  expect(trades().map(({ code }) => code)).toEqual(shipped);
  expect(tradeByCode('0150')).toBeUndefined();
});

test('F4 the city’s word wins for a name; dangers, papers and load of a shipped trade are never less than they were', () => {
  learnTrades([renamedTrade, { code: '0108', zh: '架子工', en: 'Scaffolder', loadClass: 1, hazards: ['dust'], certificates: ['driver'] }, { code: '0101', zh: '小工', en: 'Labourer', loadClass: 4 }]);
  expect(tradeByCode('0102')).toMatchObject({ zh: '砌筑瓦工', en: 'Mason', picture: 'trowel', loadClass: 3, certificates: ['driver'], occupation: { code: '6-29-01-01', edition: 2015 } });
  expect(tradeByCode('0108')).toMatchObject({ loadClass: 3, hazards: ['height', 'dust'], certificates: ['siteScaffold'] });
  // The heaviest grade is barred to minors by its tag.
  expect(tradeByCode('0101')?.hazards).toEqual(['heaviestLabour']);
  expect(shippedTrade('0102')?.zh).toBe('瓦工');
  expect(courseSheet(sampleCourse).lines[0]?.zh).toContain('砌筑瓦工');
  expect(tradeGroups[0]?.trades.find(({ code }) => code === '0102')?.zh, 'the shipped list itself stays').toBe('瓦工');
});

test('F4 a retired trade keeps its name and is offered to nobody', () => {
  learnTrades([{ ...sampleTrade, retired: true }, { code: '0108', zh: '架子工', en: 'Scaffolder', loadClass: 3, retired: true }]);
  expect([tradeByCode('0150')?.zh, tradeByCode('0108')?.zh]).toEqual(['光伏板安装', '架子工']);
  expect([isOffered('0150'), isOffered('0108'), isOffered('0101'), isOffered('9999')]).toEqual([false, false, true, false]);
  expect(offeredTrades().some(({ code }) => code === '0150' || code === '0108')).toBe(false);
  expect(commonTrades().some(({ code }) => code === '0150' || code === '0108')).toBe(false);
  expect(trades().filter(({ retired }) => retired === true)).toHaveLength(2);
});

test('F4 what stops a trade of the city: a code of ours, a name that is taken, wording that is not allowed, a full list; it is not taken back but retired', () => {
  expect(stops(sampleTrade)).toEqual([]);
  expect(stops(renamedTrade)).toEqual(['look tradeMilder loadClass']);
  expect(stops({ ...sampleTrade, code: '0122' })).toEqual(['stop tradeCode code']);
  expect(stops({ ...sampleTrade, code: '3150' })).toEqual(['look tradeGroup code']);
  expect(stops({ ...sampleTrade, zh: '木工' })).toEqual(['stop tradeName zh']);
  expect(stops({ ...sampleTrade, code: '0151' }, [sampleTrade])).toEqual(['stop tradeName zh']);
  expect(stops(sampleTrade, [sampleTrade]), 'itself again').toEqual([]);
  expect(stops({ ...sampleTrade, zh: '男小工' })).toEqual(['stop wordingBlocked zh']);
  const full = Array.from({ length: cityTradesMost }, (_, at): CityTrade => ({ code: `${String(20 + Math.floor(at / 50))}${String(50 + (at % 50))}`, zh: `样例${String(at)}`, en: `Sample ${String(at)}`, loadClass: 1 }));
  expect(stops(sampleTrade, full)).toEqual(['stop listFull code']);
  expect(endFindingsOf('trade', sampleTrade, beside.today).map(({ code }) => code)).toEqual(['tradeStays']);
  expect(endFindingsOf('trade', renamedTrade, beside.today)).toEqual([]);
  learnTrades([{ ...sampleTrade, retired: true }]);
  expect(findingsOf('course', { ...sampleCourse, trade: '0150' }, beside).map(({ code }) => code)).toEqual(['tradeRetired']);
});

test('F4 a body that is no trade is refused with its place', () => {
  const wrong = (changes: object): string | undefined => cityTradeSchema.safeParse({ ...sampleTrade, ...changes }).error?.issues[0]?.path.join('.');
  expect([wrong({ code: '15' }), wrong({ zh: '' }), wrong({ zh: '一二三四五六七八九' }), wrong({ loadClass: 5 }), wrong({ hazards: ['none'] }), wrong({ certificates: ['none'] }), wrong({ occupation: { code: '6', edition: 2022 } }), wrong({ retired: false })])
    .toEqual(['code', 'zh', 'zh', 'loadClass', 'hazards.0', 'certificates.0', 'occupation.code', 'retired']);
  expect(cityTradeSchema.safeParse({ ...sampleTrade, more: 1 }).error?.issues[0]?.code).toBe('unrecognized_keys');
});
