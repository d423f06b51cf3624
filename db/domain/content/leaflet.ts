/* 明白纸: what a hall has to read, in a few plain sentences, each sheet with where it comes from and since when it holds. A hall may add its own. */
import { z } from 'zod';
import { businessDaySchema, textSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';

const words = (most: number) => z.strictObject({ zh: textSchema(most), en: textSchema(most * 3) });

/** As it stands above the sheet. */
export const titleSchema = words(14);

export const leafletTopics = ['policy', 'training', 'rights'] as const;
export const leafletSchema = z.strictObject({
  /** no sign but letters, digits and `-`: `_` divides the name of a print */
  leafletId: z.string().regex(/^[0-9A-Za-z-]{1,30}$/), topic: z.enum(leafletTopics),
  title: titleSchema, lines: z.array(words(60)).min(1).max(6),
  /** the law or paper that says so, as it is cited, and since when it holds in this wording */
  source: textSchema(60), since: businessDaySchema,
});
export type Leaflet = z.infer<typeof leafletSchema>;

/** A sheet as a face shows it: the same, and where it comes from when it holds in the whole city. */
export const sheetSchema = leafletSchema.extend({
  /** of a course: the wish to learn is about this trade */
  trade: tradeCodeSchema.optional(),
  /** 全市 */
  city: z.literal(true).optional(),
});
export type Sheet = z.infer<typeof sheetSchema>;
/** All sheets a hall can have at once: shipped, of the city, its own, and courses. */
export const sheetsMost = 80;

/** How many sheets of the city a hall lays out beside its own. */
export const cityLeafletsMost = 20;
/** How many sheets of its own a hall may lay out. */
export const ownLeafletsMost = 20;
