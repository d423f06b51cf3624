/* Trades 工种: our own code list, two digits for the group and two for the trade. A code once shipped is never given to another trade. */
import { z } from 'zod';
import type { Trade } from './describe.ts';
import { building } from './groups/building.ts';
import { carrying } from './groups/carrying.ts';
import { factory } from './groups/factory.ts';
import { field } from './groups/field.ts';
import { food } from './groups/food.ts';
import { home } from './groups/home.ts';
import { repair } from './groups/repair.ts';
import { roadAndStore } from './groups/road-and-store.ts';
import { shopAndEvent } from './groups/shop-and-event.ts';
import { watch } from './groups/watch.ts';

export type { Trade } from './describe.ts';

export const tradeCodeSchema = z.string().regex(/^\d{4}$/);
export type TradeCode = string;

export interface TradeGroup { readonly code: string; readonly zh: string; readonly en: string; readonly trades: readonly Trade[] }

export const tradeGroups: readonly TradeGroup[] = [
  { code: '01', zh: '建筑装修', en: 'Building', trades: building },
  { code: '02', zh: '搬运装卸', en: 'Carrying', trades: carrying },
  { code: '03', zh: '保洁家政', en: 'Cleaning and homes', trades: home },
  { code: '04', zh: '餐饮', en: 'Food', trades: food },
  { code: '05', zh: '园林农活', en: 'Gardens and fields', trades: field },
  { code: '06', zh: '工厂', en: 'Factory', trades: factory },
  { code: '07', zh: '司机快递仓储', en: 'Road and store', trades: roadAndStore },
  { code: '08', zh: '安装维修', en: 'Fitting and repair', trades: repair },
  { code: '09', zh: '商超会务', en: 'Shops and events', trades: shopAndEvent },
  { code: '10', zh: '保安值守', en: 'Guarding', trades: watch },
];

const everyTrade: readonly Trade[] = tradeGroups.flatMap((group) => group.trades);
const byCode = new Map(everyTrade.map((one) => [one.code, one]));

export const tradeByCode = (code: TradeCode): Trade | undefined => byCode.get(code);

const commonCodes = ['0101', '0102', '0103', '0104', '0105', '0106', '0107', '0108', '0201', '0202', '0301', '0302', '0401', '0501', '0502', '0601'];

/** What most people look for, in the order in which they look for it: one screen of tiles, each with its drawing. */
export const commonTrades: readonly Trade[] = commonCodes.map((code) => byCode.get(code)).filter((one) => one !== undefined);

/** All of them: the common ones first, then group by group. */
export const trades: readonly Trade[] = [...commonTrades, ...everyTrade.filter((one) => !commonCodes.includes(one.code))];
