/* What rows of feeds say, by kind. Additive only: an older hall leaves out what it does not understand, and keeps it. */
import { z } from 'zod';
import { bannerSchema } from '../hall/settings.ts';
import { idSchema, instantSchema, phoneSchema, textSchema } from '../scalars.ts';

/** A notice of the city for all halls (feed `notices`); a hall shows it and cannot change it. */
export const cityNoticeSchema = z.object({
  noticeId: idSchema, text: bannerSchema, from: instantSchema,
  /** without it: until the city takes it back */
  until: instantSchema.optional(),
  urgent: z.boolean(),
});
export type CityNotice = z.infer<typeof cityNoticeSchema>;

/** A hall as others find it (feed `halls`). */
export const hallEntrySchema = z.object({ hallId: idSchema, name: textSchema(40), address: textSchema(80).optional(), hotline: phoneSchema.optional() });
export type HallEntry = z.infer<typeof hallEntrySchema>;

/** Schema version of the bodies that this program writes. */
export const feedBodyVersion = 1;
