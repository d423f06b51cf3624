/* The hall's own entry in the directory 市场名录, and the catalogue of a day's jobs 岗位发布目录. What can be counted is counted, never typed. */
import { z } from 'zod';
import { hallSettingsSchema } from '../../hall/settings.ts';
import { offeredPaySchema, settlementSchema } from '../../jobs/pay.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';

/** Averages are over this many business days on which the hall was open, or as many as there have been. */
export const directoryDays = 30;
export const mainTradesLimit = 8;

export const directoryEntrySchema = z.strictObject({
  hallId: idSchema, name: z.string(), kind: hallSettingsSchema.shape.kind, district: z.string(), hotline: z.string(),
  services: z.array(z.string()),
  /** of the open days that were counted */
  openDays: z.int().min(0), firstDay: businessDaySchema.optional(), lastDay: businessDaySchema.optional(),
  averageSeekers: z.number().nullable(), averagePlaces: z.number().nullable(), averageHires: z.number().nullable(),
  /** most sought and most wanted, by places and seekers together */
  mainTrades: z.array(tradeCodeSchema).max(mainTradesLimit),
  /** the business day begins when its first command comes: earliest and latest of the counted days, local */
  opensBetween: z.strictObject({ earliest: z.string(), latest: z.string() }).optional(),
  countedAt: instantSchema,
});
export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;

export const cataloguePageLimit = 200;
export const catalogueRequestSchema = z.strictObject({
  day: businessDaySchema, trade: tradeCodeSchema.optional(),
  after: z.strictObject({ trade: tradeCodeSchema, place: z.int().min(0).max(1_000_000) }).optional(), limit: z.int().min(1).max(cataloguePageLimit).optional(),
});
export type CatalogueRequest = z.infer<typeof catalogueRequestSchema>;
/** What may be read aloud in front of everybody: no employer's name, no person. */
export const catalogueItemSchema = z.strictObject({
  place: z.int(), number: hallNumberSchema, jobId: idSchema, trade: tradeCodeSchema, headcount: z.int(), placesLeft: z.int(),
  pay: offeredPaySchema, settlement: settlementSchema, workPlace: z.string(), startAt: instantSchema, hoursPerDay: z.number(), days: z.int(), meals: z.boolean(), transport: z.boolean(),
  open: z.boolean(),
});
export type CatalogueItem = z.infer<typeof catalogueItemSchema>;
export const cataloguePageSchema = z.strictObject({
  day: businessDaySchema,
  /** over the whole day, without what was taken down */
  trades: z.array(z.strictObject({ trade: tradeCodeSchema, jobs: z.int(), places: z.int(), placesLeft: z.int() })).max(1_000),
  items: z.array(catalogueItemSchema).max(cataloguePageLimit),
  next: z.strictObject({ trade: tradeCodeSchema, place: z.int() }).optional(),
  countedAt: instantSchema,
});
export type CataloguePage = z.infer<typeof cataloguePageSchema>;
