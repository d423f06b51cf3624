/* Hub → city page: live figures of every hall. Whole, after every change; counts only, so nothing here can be about a person. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { cityTradeSchema, cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';
import type { CityWall } from './city/wall.ts';

export const cityNamespace = '/city';

/** Silence after which the hub calls a hall late. */
export const lateAfterMs = 60_000;

const count = z.int().min(0);
/** Job seekers, those of them still waiting, jobs, places wanted, places still free, hires: of the open business day. */
export const hallCountsSchema = z.strictObject({ seekers: count, waiting: count, jobs: count, places: count, placesLeft: count, hires: count });
export type HallCounts = z.infer<typeof hallCountsSchema>;

/** 求人倍率: places wanted ÷ job seekers; null while nobody seeks. */
export const ratioSchema = z.number().min(0).nullable();

export const hallFiguresSchema = z.strictObject({
  hallId: idSchema, name: z.string(),
  /** `never`: enrolled, but its journal has not arrived yet */
  state: z.enum(['online', 'late', 'never']),
  lastSeenAt: instantSchema.optional(),
  /** age of the newest fact that the hub has, when the hall says there are more */
  behindMs: z.int().min(0).optional(),
  /** last row of the hall's journal at the hub */
  seq: z.int().min(0),
  businessDay: businessDaySchema.optional(),
  counts: hallCountsSchema, ratio: ratioSchema,
});
export type HallFigures = z.infer<typeof hallFiguresSchema>;

export const cityFiguresSchema = z.strictObject({
  version: z.int(),
  /** when the figures were taken, by the hub's clock */
  at: instantSchema,
  halls: z.array(hallFiguresSchema).max(1_000),
  totals: hallCountsSchema.extend({ ratio: ratioSchema }),
  byTrade: z.array(z.strictObject({ trade: tradeCodeSchema, places: count, hires: count, seekers: count })).max(1_000),
  /** names of trades that the city keeps itself; absent: none */
  trades: z.array(cityTradeSchema).max(cityTradesMost).optional(),
});
export type CityFigures = z.infer<typeof cityFiguresSchema>;

export interface CityDown {
  /** at once after the connection, then after every change */
  figures(figures: CityFigures): void;
  /** at once after the connection, then every half minute */
  wall(wall: CityWall): void;
}
