/* What the city's staff may ask: the registry with its versions, the audit, and the figures of days, trades and jobs. Counts and ids only: no question gives a name of a worker. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema, textSchema } from '@kuaizhao/db/domain/scalars.ts';
import { feedKeySchema } from '@kuaizhao/db/domain/feeds/feed.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { entryKindSchema } from '@kuaizhao/db/domain/registry/entries.ts';
import { reportSchema } from '@kuaizhao/db/domain/registry/reports.ts';
import { hallTroubleKinds } from '@kuaizhao/db/domain/registry/hall-troubles.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';
import { cityExports, type cityQuestionRows } from '../may/city.ts';

/** of rows in one answer; and of days between two days */
export const cityQuestionLimits = { entries: 1_000, versions: 100, audit: 100, page: 50, exportPage: 2_000, exportRows: 1_000_000, days: 92, trendDays: 30 } as const;

const count = z.int().min(0);
const entry = z.strictObject({ key: feedKeySchema, version: z.int().min(1), at: instantSchema, staffId: idSchema, /** absent: taken back */ body: z.unknown().optional() });
const span = z.strictObject({ from: businessDaySchema, to: businessDaySchema, hallId: idSchema.optional() })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < cityQuestionLimits.days * 86_400_000, { error: 'too many days', path: ['to'] });
/** Of the whole city; ids, times and counts. `askedHall` is null when somebody asked at the city, `doneAt` while the city's own tables are not through. */
const erasure = z.strictObject({ erasureId: idSchema, at: instantSchema, askedHall: idSchema.nullable(), doneAt: instantSchema.nullable(), halls: count, done: count });
/** A page on the screen, or one of those a file is made of. */
const size = z.union([z.literal(cityQuestionLimits.page), z.literal(cityQuestionLimits.exportPage)]).optional();
/** Where the page before ended, as it said itself; its parts are the order's. */
const place = z.array(z.union([z.string().max(200), z.number()])).min(1).max(4);
const rowsMost = cityQuestionLimits.exportPage;
const minutes = count.nullable();
const reportRow = z.strictObject({
  day: businessDaySchema.optional(), hallId: idSchema.optional(), trade: tradeCodeSchema.optional(),
  seekers: count.optional(), places: count.optional(), hires: count.optional(), jobs: count.optional(), filled: count.optional(), called: count.optional(), ratio: z.number().min(0).nullable().optional(),
  fillMedian: minutes.optional(), waitMedian: minutes.optional(), waitP90: minutes.optional(),
});
const filter = { trade: tradeCodeSchema.optional(), /** the first digits of its code: a city, a district */ district: z.string().regex(/^\d{2,6}$/).optional(), /** of a name, an address, a number, a place */ text: textSchema(20).optional() };
export const cityQuestions = {
  entries: { request: z.strictObject({ kind: entryKindSchema }), reply: z.array(entry).max(cityQuestionLimits.entries) },
  versions: { request: z.strictObject({ kind: entryKindSchema, key: feedKeySchema }), reply: z.array(entry).max(cityQuestionLimits.versions) },
  audit: {
    request: z.strictObject({ before: z.int().min(1).optional() }),
    reply: z.array(z.strictObject({ no: z.int(), at: instantSchema, staffId: idSchema, act: z.enum(['signedIn', 'signInFailed', 'signedOut', 'put', 'ended', 'exported', 'erasureAsked', 'erasureApproved', /** the configuration says another first PIN */ 'pinGiven', 'pinSet']), about: z.string() })).max(cityQuestionLimits.audit),
  },
  /** Erasures of the whole city, those that somebody still has to do or those that are done: which, when, asked where, how many halls are through. */
  erasures: {
    request: z.strictObject({ open: z.boolean(), after: place.optional(), size }),
    reply: z.strictObject({ at: instantSchema, erasures: z.array(erasure).max(rowsMost), next: place.optional() }),
  },
  /** One of them hall by hall, as its receipt says it; `erasure` is absent when there is none of this id. */
  erasure: {
    request: z.strictObject({ erasureId: idSchema }),
    reply: z.strictObject({
      at: instantSchema,
      erasure: erasure.extend({ of: z.array(z.strictObject({ hallId: idSchema, name: z.string(), done: z.boolean(), doneAt: instantSchema.nullable(), records: count.nullable(), seenAt: instantSchema.nullable() })).max(1_000) }).optional(),
    }),
  },
  /** Halls with which something is wrong: behind, rows that wait or are lost, another machine, another epoch, a clock that is off. Of `looked` halls those in order are left out. */
  troubles: {
    request: z.strictObject({}),
    reply: z.strictObject({
      at: instantSchema, looked: count,
      halls: z.array(z.strictObject({
        hallId: idSchema, name: z.string(), seenAt: instantSchema.nullable(),
        troubles: z.array(z.strictObject({ kind: z.enum(hallTroubleKinds), since: instantSchema.nullable(), /** rows, times, or minutes that a clock is ahead */ n: z.int().optional(), /** age of the newest row */ minutes: z.int().optional() })).min(1),
        reasons: z.array(z.strictObject({ reason: z.enum(['unknownTable', 'notJson', 'notAFact', 'wrongKind', 'notApplied', 'behind', 'newerVersion']), n: count })),
      })).max(1_000),
    }),
  },
  /** Rows of a report as its definition says, a page at a time. */
  report: {
    request: z.strictObject({ report: reportSchema.pick({ by: true, measures: true, top: true }), span, trade: tradeCodeSchema.optional(), after: place.optional(), size }),
    reply: z.strictObject({ at: instantSchema, rows: z.array(reportRow).max(rowsMost), next: place.optional() }),
  },
  /** 求人倍率 and what it is made of, day by day up to `to`. */
  trend: {
    request: z.strictObject({ to: businessDaySchema, hallId: idSchema.optional(), trade: tradeCodeSchema.optional() }),
    reply: z.strictObject({ at: instantSchema, days: z.array(z.strictObject({ day: businessDaySchema, seekers: count, places: count, hires: count })).max(cityQuestionLimits.trendDays) }),
  },
  /** Who waits for work now, the longest first: counts. */
  waits: { request: z.strictObject({}), reply: z.strictObject({ at: instantSchema, halls: z.array(z.strictObject({ hallId: idSchema, waiting: count, medianMinutes: count, longestMinutes: count })).max(1_000) }) },
  /** The tickets, jobs and slips behind a figure of one hall and day: numbers, no person. */
  behind: {
    request: z.strictObject({ what: z.enum(['seekers', 'places', 'hires', 'filled', 'called', 'waiting']), day: businessDaySchema, hallId: idSchema, trade: tradeCodeSchema.optional(), after: z.tuple([z.string().max(40), z.string().max(200)]).optional(), size }),
    reply: z.strictObject({
      at: instantSchema,
      rows: z.array(z.strictObject({ id: z.string(), number: z.string(), state: z.string().nullable(), about: z.string().nullable(), trade: z.string().nullable(), places: count.nullable(), left: count.nullable(), from: instantSchema.nullable(), at: instantSchema.nullable() })).max(rowsMost),
      next: z.tuple([z.string(), z.string()]).optional(),
    }),
  },
  catalogue: {
    request: z.strictObject({ hallId: idSchema.optional(), ...filter, after: place.optional(), size }),
    reply: z.strictObject({ at: instantSchema, jobs: z.array(z.strictObject({ hallId: idSchema, jobId: idSchema, number: z.string(), day: businessDaySchema, employerId: idSchema, placesLeft: count, terms: jobTermsSchema })).max(rowsMost), next: place.optional() }),
  },
  /** The halls as the registry says, by name, with what a day there brings: means over the open days of the last thirty. */
  directory: {
    request: z.strictObject({ ...filter, after: place.optional(), size }),
    reply: z.strictObject({ at: instantSchema, halls: z.array(z.strictObject({ hallId: idSchema, name: z.string(), /** what the registry says of it */ entry: z.unknown(), days: count, meanSeekers: count, meanHires: count })).max(rowsMost), next: place.optional() }),
  },
  wageClues: {
    request: z.strictObject({ span, after: place.optional(), size }),
    reply: z.strictObject({
      at: instantSchema, looked: count, /** earlier jobs of these days were not looked at */ more: z.boolean().optional(), found: count,
      clues: z.array(z.strictObject({ hallId: idSchema, jobId: idSchema, employerId: idSchema, day: businessDaySchema, trade: tradeCodeSchema, hourlyFen: count, why: z.enum(['belowMinimum', 'farUnderTrade']), besideFen: count })).max(rowsMost), next: place.optional(),
    }),
  },
  /** Tells, before the rows are asked for, that a file is taken out: who, when, what and of which days. */
  exported: { request: z.strictObject({ what: z.enum(cityExports), about: textSchema(80).optional() }), reply: z.strictObject({}) },
} as const satisfies Readonly<Record<keyof typeof cityQuestionRows, { readonly request: z.ZodType; readonly reply: z.ZodType }>>;
export type CityQuestion = keyof typeof cityQuestions;
export type CityAsked<N extends CityQuestion> = z.infer<(typeof cityQuestions)[N]['request']>;
export type CityTold<N extends CityQuestion> = z.infer<(typeof cityQuestions)[N]['reply']>;

export const cityQuestionNames = Object.keys(cityQuestions) as [CityQuestion, ...CityQuestion[]];
export const cityAskSchema = z.strictObject({ name: z.enum(cityQuestionNames), asked: z.unknown() });
