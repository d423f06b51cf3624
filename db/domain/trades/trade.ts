/* Trades 工种: our own code list, two digits for the group and two for the trade. A code once shipped is never given to another trade. */
import { z } from 'zod';

export const tradeCodeSchema = z.string().regex(/^\d{4}$/);
export type TradeCode = string;

export interface Trade {
  readonly code: TradeCode;
  readonly zh: string;
  readonly en: string;
  /** Name of the picture that stands for the trade on every tile. */
  readonly picture: string;
}

const trade = (code: TradeCode, zh: string, en: string, picture: string): Trade => ({ code, zh, en, picture });

/** In the order in which people look for them. */
export const trades: readonly Trade[] = [
  trade('0101', '小工', 'Labourer', 'shovel'),
  trade('0102', '瓦工', 'Bricklayer', 'trowel'),
  trade('0103', '木工', 'Carpenter', 'saw'),
  trade('0104', '钢筋工', 'Steel fixer', 'rebar'),
  trade('0105', '油漆工', 'Painter', 'roller'),
  trade('0106', '水电工', 'Plumber-electrician', 'plug'),
  trade('0107', '电焊工', 'Welder', 'torch'),
  trade('0108', '架子工', 'Scaffolder', 'scaffold'),
  trade('0201', '搬运工', 'Mover', 'boxes'),
  trade('0202', '装卸工', 'Loader', 'truck'),
  trade('0301', '保洁', 'Cleaner', 'broom'),
  trade('0302', '家政', 'Housekeeper', 'house'),
  trade('0401', '餐饮帮工', 'Kitchen help', 'bowl'),
  trade('0501', '绿化工', 'Gardener', 'tree'),
  trade('0502', '农活', 'Farm hand', 'wheat'),
  trade('0601', '普工', 'Factory hand', 'gear'),
];

const byCode = new Map(trades.map((one) => [one.code, one]));

export const tradeByCode = (code: TradeCode): Trade | undefined => byCode.get(code);
