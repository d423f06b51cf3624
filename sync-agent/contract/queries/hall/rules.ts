/* What staff may ask about the hall itself: by which rules it works, and which sheets it lays out. Settings are the hall's configuration: read here, changed there. */
import { z } from 'zod';
import { leafletSchema, sheetsMost } from '@kuaizhao/db/domain/content/leaflet.ts';
import { alarmRulesSchema } from '@kuaizhao/db/domain/hall/alarms.ts';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { hiringRulesSchema } from '@kuaizhao/db/domain/hiring/rules.ts';
import { wallLineSchema, wallLinesMost } from '@kuaizhao/db/domain/hall/wall.ts';
import { matchingRulesSchema } from '@kuaizhao/db/domain/matching/rules.ts';
import { queueRulesSchema } from '@kuaizhao/db/domain/queue/rules.ts';
import { cityFeeds } from '@kuaizhao/db/domain/feeds/feed.ts';
import { businessDaySchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { fairsQuery } from './fairs.ts';

/** The rules in force on a day, each as it is after its defaults; and everything the hall was configured with. */
export const hallRulesQuery = {
  request: z.strictObject({ day: businessDaySchema }),
  reply: z.strictObject({
    day: businessDaySchema, settings: hallSettingsSchema,
    queue: queueRulesSchema, matching: matchingRulesSchema, hiring: hiringRulesSchema, alarms: alarmRulesSchema,
    /** as they hang on the wall */
    wall: z.array(wallLineSchema).max(wallLinesMost),
    /** of the rules of fair employment that every posting passes */
    filterVersion: z.string().max(40),
    /** what the city keeps for all halls, as this hall has it: of each list the version, how much stands in it, and when something new last came; a list that never came is not among them */
    cityLists: z.array(z.strictObject({ feed: z.enum(cityFeeds), version: z.int().min(0), entries: z.int().min(0), cameAt: instantSchema.optional() })).max(cityFeeds.length),
    leaflets: z.array(leafletSchema.extend({ own: z.boolean(), /** of the city: held in every hall */ city: z.boolean() })).max(sheetsMost),
  }),
} as const;

export const hallQueries = { hallRules: hallRulesQuery, fairs: fairsQuery } as const;
