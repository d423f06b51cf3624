/* What a posting must say (product rule 4: real employer, headcount, work, place, conditions, pay and pay time, working time, start, hazards and protection, insurance, valid until). */
import { z } from 'zod';
import { workTags } from '../law/hazards.ts';
import { hallNumberSchema, idSchema, instantSchema, remarkTextSchema, textSchema, titleTextSchema } from '../scalars.ts';
import { certificateSchema } from '../trades/certificate.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { offeredPaySchema, settlementSchema } from './pay.ts';

export const hazardSchema = z.enum(['none', 'height', 'dust', 'toxic', 'heavyLoad', 'hotWork', 'machine']);
export type Hazard = z.infer<typeof hazardSchema>;
export const insuranceSchema = z.enum(['employer', 'hall', 'none']);
export type Insurance = z.infer<typeof insuranceSchema>;
export const hireModeSchema = z.enum(['open', 'draw', 'rotation']);
export type HireMode = z.infer<typeof hireModeSchema>;
/** 车牌, as on the van: one character, one letter, five or six more; or without one. */
export const plateSchema = z.string().regex(/^[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}$/);

/** Further tags that the law looks at: bars, net cafés, diving, hammer tools and so on. */
export const workTagSchema = z.enum(workTags).exclude(['none']);

/** What may lawfully be asked of a worker, as taps; a free sentence beside it goes through the filter. */
export const conditionsSchema = z.strictObject({
  certificates: z.array(certificateSchema).max(6).optional(),
  /** years in the trade */
  experienceYears: z.int().min(0).max(20).optional(),
  text: textSchema(100).optional(),
});
export type Conditions = z.infer<typeof conditionsSchema>;

/** The heaviest piece in kilograms, and how often an hour it is lifted. */
export const liftingSchema = z.strictObject({ kgEach: z.number().min(0.5).max(200), liftsPerHour: z.int().min(1).max(600) });

export const jobTermsSchema = z.strictObject({
  trade: tradeCodeSchema,
  headcount: z.int().min(1).max(999),
  /** without so many the work cannot begin: these places are filled before anybody else's; not above the headcount */
  minimum: z.int().min(1).max(999).optional(),
  pay: offeredPaySchema,
  settlement: settlementSchema,
  place: textSchema(30),
  /** pick-up bay, by its label */
  bay: textSchema(20).optional(),
  plate: plateSchema.optional(),
  /** when work begins */
  startAt: instantSchema,
  /** when the van leaves; not after the start */
  leaveBy: instantSchema.optional(),
  hoursPerDay: z.number().min(0.5).max(12),
  days: z.int().min(1).max(366),
  meals: z.boolean(),
  transport: z.boolean(),
  tools: z.boolean(),
  hazards: z.array(hazardSchema).min(1).max(7),
  /** the employer gives what protects against the hazards */
  protection: z.boolean(),
  insurance: insuranceSchema,
  validUntil: instantSchema,
  title: titleTextSchema.optional(),
  remark: remarkTextSchema.optional(),
  conditions: conditionsSchema.optional(),
  lifting: liftingSchema.optional(),
  tags: z.array(workTagSchema).max(10).optional(),
  /** the real employer, when a contractor or agency posts: without it their posting is refused */
  onBehalfOf: idSchema.optional(),
  /** who is called: the longest waiting (open, also when absent), drawn lots, or whoever had no work the longest */
  mode: hireModeSchema.optional(),
  /** 点名: the number of the person the employer asks for; that person is called first and may refuse */
  namedTicket: hallNumberSchema.optional(),
  /** workers name their price in sealed quotes that are opened together */
  sealedQuotes: z.literal(true).optional(),
});
export type JobTerms = z.infer<typeof jobTermsSchema>;

/** At the door everything may be absent, so that the refusal can name what is missing instead of calling the message malformed. */
export const draftTermsSchema = jobTermsSchema.partial();
export type DraftTerms = z.infer<typeof draftTermsSchema>;

/** The elements without which nothing is posted, in the order in which a person is asked. */
export const requiredTerms = [
  'trade', 'headcount', 'pay', 'settlement', 'place', 'startAt', 'hoursPerDay', 'days',
  'meals', 'transport', 'tools', 'hazards', 'protection', 'insurance', 'validUntil',
] as const satisfies readonly (keyof JobTerms)[];
