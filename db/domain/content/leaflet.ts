/* 明白纸: what a hall has to read, in a few plain sentences, each sheet with where it comes from and since when it holds. A hall may add its own. */
import { z } from 'zod';
import { businessDaySchema, textSchema } from '../scalars.ts';

const words = (most: number) => z.strictObject({ zh: textSchema(most), en: textSchema(most * 3) });

export const leafletTopics = ['policy', 'training', 'rights'] as const;
export const leafletSchema = z.strictObject({
  /** no sign but letters, digits and `-`: `_` divides the name of a print */
  leafletId: z.string().regex(/^[0-9A-Za-z-]{1,30}$/), topic: z.enum(leafletTopics),
  title: words(14), lines: z.array(words(60)).min(1).max(6),
  /** the law or paper that says so, as it is cited, and since when it holds in this wording */
  source: textSchema(60), since: businessDaySchema,
});
export type Leaflet = z.infer<typeof leafletSchema>;

/** How many sheets of the city a hall lays out beside its own. */
export const cityLeafletsMost = 20;
/** How many sheets of its own a hall may lay out. */
export const ownLeafletsMost = 20;
