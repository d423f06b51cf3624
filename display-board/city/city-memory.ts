/* What the city's page knows. Pure but for the trades, which the whole page learns; a message that does not fit the schema changes nothing but `garbled`. */
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { cityFiguresSchema, type CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { cityWallSchema, type CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { behindAfter } from '../kit/hall-clock.ts';
import type { LinkState } from '../kit/link.ts';
import type { Now } from '../kit/use-now.ts';

export interface CityMemory {
  readonly figures: CityFigures | undefined;
  /** the big screen's own; the desk asks for these things itself */
  readonly wall: CityWall | undefined;
  /** steady clock, when the hub last told us something */
  readonly toldMs: number;
  readonly link: LinkState;
  readonly garbled: boolean;
  /** see kit/hall-clock */
  readonly behindMs: number;
}

export const emptyMemory: CityMemory = { figures: undefined, wall: undefined, toldMs: 0, link: { at: 'connecting' }, garbled: false, behindMs: 0 };

export function afterTold(memory: CityMemory, message: unknown, now: Now): CityMemory {
  const parsed = cityFiguresSchema.safeParse(message);
  if (!parsed.success) return { ...memory, garbled: true };
  learnTrades(parsed.data.trades ?? []);
  return { ...memory, figures: parsed.data, toldMs: now.steady, garbled: false, behindMs: behindAfter(memory.behindMs, parsed.data.at, now.wall) };
}

export function afterWall(memory: CityMemory, message: unknown): CityMemory {
  const parsed = cityWallSchema.safeParse(message);
  return parsed.success ? { ...memory, wall: parsed.data } : { ...memory, garbled: true };
}
