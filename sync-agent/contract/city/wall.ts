/* Hub → big screen: what the live figures hang on. Where each hall stands on the map, what counts as crowded, and the days gone by. Counts and names of halls only. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { cityQuestionLimits } from './questions.ts';

const count = z.int().min(0);
const share = z.int().min(0).max(1_000);

export const cityWallSchema = z.strictObject({
  /** when the days were counted, by the hub's clock */
  at: instantSchema,
  /** so many who wait are a crowd: the staff's own threshold */
  crowdedFrom: z.int().min(1),
  /** Halls of the directory by their id. `spot`: from the left and from the top of the map, in thousandths; absent while the staff have not placed it. */
  halls: z.array(z.strictObject({ hallId: idSchema, name: z.string(), spot: z.strictObject({ x: share, y: share }).optional() })).max(cityQuestionLimits.entries),
  /** The last days on which any hall was open, in their order; the newest is not over yet. */
  days: z.array(z.strictObject({ day: businessDaySchema, seekers: count, places: count, hires: count })).max(cityQuestionLimits.trendDays),
  /** 审图号 of the city's own map, which is then at /map; without one the schematic stands alone */
  mapApproval: z.string().min(1).optional(),
});
export type CityWall = z.infer<typeof cityWallSchema>;
