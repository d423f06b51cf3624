/* Minimum hourly wages as shipped: a start until the city's own table arrives, for a row may have been raised since; each says where it is from and whether that was seen. */
import type { BusinessDay } from '../scalars.ts';

export interface MinimumWageRow {
  /** GB/T 2260: a province (2 digits), a city (4) or a district (6); the longest that fits counts. */
  readonly district: string;
  readonly since: BusinessDay;
  readonly hourlyFen: number;
  readonly source: string;
  /** True when the amount AND that it is this district's were read in the source; a province's row is its lowest tier, a floor that holds everywhere in it. */
  readonly confirmed: boolean;
}

const tier = (since: BusinessDay, hourlyFen: number, source: string, confirmed: boolean, ...districts: string[]): MinimumWageRow[] =>
  districts.map((district) => ({ district, since, hourlyFen, source, confirmed }));

const shandong2025 = '鲁政字〔2025〕140号';
const shandong2023 = '鲁政字〔2023〕172号';
const henan2025 = '河南省2025年12月1日起调整（见二手汇总，原文未见）';
const henan2024 = '河南省2024年1月1日起调整（原文未见）';
const zhejiang2024 = '浙政发〔2024〕3号';

// 历下、市中、槐荫、天桥、历城、长清、章丘、济阳、莱芜、钢城: the annex of 2025 was not seen.
const jinanFirst = ['370102', '370103', '370104', '370105', '370112', '370113', '370114', '370115', '370116', '370117'] as const;
const jinanSecond = ['370124', '370126'] as const;

export const shippedMinimumWages: readonly MinimumWageRow[] = [
  ...tier('2025-10-01', 2000, shandong2025, true, '37'),
  ...tier('2025-10-01', 2400, shandong2025, false, ...jinanFirst),
  ...tier('2025-10-01', 2200, shandong2025, false, ...jinanSecond),
  ...tier('2023-10-01', 1800, shandong2023, false, '37'),
  ...tier('2023-10-01', 2200, shandong2023, false, ...jinanFirst),
  ...tier('2023-10-01', 2000, shandong2023, false, ...jinanSecond),
  ...tier('2025-12-01', 1960, henan2025, false, '41'),
  ...tier('2024-01-01', 1760, henan2024, false, '41'),
  ...tier('2024-01-01', 2000, zhejiang2024, true, '33'),
  // 婺城, 金东: second tier by 金华's own choice, which was not seen.
  ...tier('2024-01-01', 2200, zhejiang2024, false, '330702', '330703'),
];
