/*
 * Trades 工种: our own code list, two digits for the group and two for the trade, and what the city adds to it. A code once shipped is never given to another trade.
 * One list for a whole process: who serves or shows learns the city's part where everything is put together (`learnTrades` at the start of the hall agent and of the hub, and as it comes
 * to kiosk, board, console and city pages) and everybody else only looks up. It is the one thing the rules know that is not handed to them: names, dangers and papers of a trade are asked for
 * in some sixty places, and a list that differed between two of them would be worse than one that is shared.
 */
import { z } from 'zod';
import { cityTradesMost, mergedTrade, type CityTrade } from './city-trade.ts';
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

const shipped: readonly Trade[] = tradeGroups.flatMap((group) => group.trades);
const shippedByCode = new Map(shipped.map((one) => [one.code, one]));
const commonCodes = ['0101', '0102', '0103', '0104', '0105', '0106', '0107', '0108', '0201', '0202', '0301', '0302', '0401', '0501', '0502', '0601'];

interface Known { readonly said: string; readonly learned: readonly CityTrade[]; readonly byCode: ReadonlyMap<TradeCode, Trade>; readonly all: readonly Trade[]; readonly offered: readonly Trade[]; readonly tiles: readonly Trade[] }

let known: Known = knownWith([], '[]');

/** What the city says of trades, whole, in place of what it said before: its word wins for names, adds dangers, and never takes one away. The same again costs nothing. */
export function learnTrades(said: readonly CityTrade[]): void {
  const list = said.slice(0, cityTradesMost);
  const text = JSON.stringify(list);
  if (text !== known.said) known = knownWith(list, text);
}

function knownWith(said: readonly CityTrade[], text: string): Known {
  const city = new Map(said.map((one) => [one.code, mergedTrade(one, shippedByCode.get(one.code))]));
  const common = commonCodes.flatMap((code) => city.get(code) ?? shippedByCode.get(code) ?? []);
  const others = shipped.filter(({ code }) => !commonCodes.includes(code)).map((one) => city.get(one.code) ?? one);
  const added = [...city.values()].filter(({ code }) => !shippedByCode.has(code)).sort((one, other) => (one.code < other.code ? -1 : 1));
  const all = [...common, ...others, ...added];
  const goesOn = ({ retired }: Trade): boolean => retired !== true;
  return { said: text, learned: said, byCode: new Map(all.map((one) => [one.code, one])), all, offered: all.filter(goesOn), tiles: [...common, ...added].filter(goesOn) };
}

/** What `learnTrades` was told last, for who has to tell it on. */
export const learnedTrades = (): readonly CityTrade[] => known.learned;
/** As the program brings it, whatever the city says. */
export const shippedTrade = (code: TradeCode): Trade | undefined => shippedByCode.get(code);

/** Also one that is retired: what was posted has its name. */
export const tradeByCode = (code: TradeCode): Trade | undefined => known.byCode.get(code);
/** Whether new work may be posted under the code. */
export const isOffered = (code: TradeCode): boolean => known.byCode.get(code)?.retired === undefined && known.byCode.has(code);

/** What most people look for, in the order in which they look for it, and the city's own behind them: tiles, a screen of them each with its drawing, then further pages. */
export const commonTrades = (): readonly Trade[] => known.tiles;

/** All of them, retired ones too: the common ones first, then group by group, the city's own last. */
export const trades = (): readonly Trade[] => known.all;
/** Those that somebody may choose now. */
export const offeredTrades = (): readonly Trade[] => known.offered;
/** The group that a code stands in; none for a group that only the city has. */
export const groupOf = (code: TradeCode): TradeGroup | undefined => tradeGroups.find((group) => group.code === code.slice(0, 2));
