/* What the city's staff may ask: the registry with its versions, the audit, and the figures of days, trades and jobs. Counts and ids only: no question gives a name of a worker. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { feedKeySchema } from '@kuaizhao/db/domain/feeds/feed.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { cityRoles, entryKindSchema, type CityRole } from '@kuaizhao/db/domain/registry/entries.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

/** of rows in one answer; and of days between two days */
export const cityQuestionLimits = { entries: 1_000, versions: 100, audit: 100, jobs: 500, clues: 200, days: 92 } as const;

const count = z.int().min(0);
const entry = z.strictObject({ key: feedKeySchema, version: z.int().min(1), at: instantSchema, staffId: idSchema, /** absent: taken back */ body: z.unknown().optional() });
const span = z.strictObject({ from: businessDaySchema, to: businessDaySchema, hallId: idSchema.optional() })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < cityQuestionLimits.days * 86_400_000, { error: 'too many days', path: ['to'] });
const everybody: readonly CityRole[] = cityRoles;

export const cityQuestions = {
  entries: { request: z.strictObject({ kind: entryKindSchema }), reply: z.array(entry).max(cityQuestionLimits.entries), roles: everybody },
  versions: { request: z.strictObject({ kind: entryKindSchema, key: feedKeySchema }), reply: z.array(entry).max(cityQuestionLimits.versions), roles: everybody },
  audit: {
    request: z.strictObject({ before: z.int().min(1).optional() }),
    reply: z.array(z.strictObject({ no: z.int(), at: instantSchema, staffId: idSchema, act: z.enum(['signedIn', 'signInFailed', 'signedOut', 'put', 'ended', 'exported']), about: z.string() })).max(cityQuestionLimits.audit),
    roles: ['supervisor'] satisfies readonly CityRole[] as readonly CityRole[],
  },
  days: {
    request: span,
    reply: z.strictObject({
      at: instantSchema,
      days: z.array(z.strictObject({ day: businessDaySchema, hallId: idSchema, seekers: count, places: count, hires: count, waiting: count, jobs: count })),
      trades: z.array(z.strictObject({ trade: tradeCodeSchema, seekers: count, places: count, hires: count })),
      /** half of the filled jobs took no longer, in minutes */
      fills: z.array(z.strictObject({ hallId: idSchema, filled: count, medianMinutes: count })),
    }),
    roles: everybody,
  },
  catalogue: {
    request: z.strictObject({ hallId: idSchema.optional(), trade: tradeCodeSchema.optional() }),
    reply: z.strictObject({ at: instantSchema, jobs: z.array(z.strictObject({ hallId: idSchema, jobId: idSchema, number: z.string(), day: businessDaySchema, employerId: idSchema, placesLeft: count, terms: jobTermsSchema })).max(cityQuestionLimits.jobs) }),
    roles: everybody,
  },
  wageClues: {
    request: span,
    reply: z.strictObject({
      at: instantSchema, looked: count,
      clues: z.array(z.strictObject({ hallId: idSchema, jobId: idSchema, employerId: idSchema, day: businessDaySchema, trade: tradeCodeSchema, hourlyFen: count, why: z.enum(['belowMinimum', 'farUnderTrade']), besideFen: count })).max(cityQuestionLimits.clues),
    }),
    roles: ['editor', 'supervisor'] satisfies readonly CityRole[] as readonly CityRole[],
  },
  /** Tells that a file was taken out: the page makes it of what it shows. */
  exported: { request: z.strictObject({ what: z.enum(['days', 'trades', 'catalogue', 'directory', 'wageClues']), rows: count }), reply: z.strictObject({}), roles: everybody },
} as const;
export type CityQuestion = keyof typeof cityQuestions;
export type CityAsked<N extends CityQuestion> = z.infer<(typeof cityQuestions)[N]['request']>;
export type CityTold<N extends CityQuestion> = z.infer<(typeof cityQuestions)[N]['reply']>;

export const cityQuestionNames = Object.keys(cityQuestions) as [CityQuestion, ...CityQuestion[]];
export const cityAskSchema = z.strictObject({ name: z.enum(cityQuestionNames), asked: z.unknown() });
