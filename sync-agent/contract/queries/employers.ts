/* What a face may ask about employers: one with everything the desk decided, the lists to work through, and for whom a card may post. */
import { z } from 'zod';
import { documentKindSchema, employerKindSchema } from '@kuaizhao/db/domain/employers/documents.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { businessDaySchema, idSchema, instantSchema, nameTextSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

const limit = z.int().min(1).max(200);

export const employerSummarySchema = z.strictObject({
  employerId: idSchema, kind: employerKindSchema, name: z.string(), registeredAt: instantSchema,
  /** what holds today */
  verification: z.enum(['none', 'verified', 'lapsed', 'declined']), verifiedUntil: businessDaySchema.optional(),
  standing: z.enum(['normal', 'watched', 'banned']), standingUntil: businessDaySchema.optional(),
  trusted: z.boolean(),
});
export type EmployerSummary = z.infer<typeof employerSummarySchema>;

export const employerDecisionSchema = z.strictObject({
  at: instantSchema, kind: z.string(), what: z.string(), until: businessDaySchema.optional(), by: idSchema, note: z.string().optional(),
});
const principalSchema = z.strictObject({ employerId: idSchema, kind: employerKindSchema, name: z.string() });

export const employerDetailSchema = employerSummarySchema.extend({
  creditCode: z.string().optional(), licenceNumber: z.string().optional(), promiseVersion: z.string().optional(),
  verifiedBy: idSchema.optional(), verifiedAt: instantSchema.optional(),
  representatives: z.int().min(0), liveJobs: z.int().min(0),
  crews: z.array(z.strictObject({ crewId: idSchema, trade: tradeCodeSchema, size: z.int(), members: z.int() })),
  principals: z.array(principalSchema),
  /** oldest first */
  /** what the city's list says, with its reason: only the city lifts it */
  city: z.strictObject({ standing: z.enum(['verified', 'watched', 'banned']), until: businessDaySchema.optional(), reason: z.string().max(80).optional() }).optional(),
  decisions: z.array(employerDecisionSchema),
});
export type EmployerDetail = z.infer<typeof employerDetailSchema>;

/** `employer` is null when there is none. */
export const employerQuery = {
  request: z.strictObject({ employerId: idSchema }),
  reply: z.strictObject({ employer: employerDetailSchema.nullable() }),
} as const;

/** `toVerify`: never verified, declined or lapsed. Newest registration first. `kind: contractor` is the register of 揽头. */
export const employerListQuery = {
  request: z.strictObject({ show: z.enum(['all', 'toVerify', 'watched', 'banned']), kind: employerKindSchema.optional(), /** a part of the name, or the whole credit code */ text: nameTextSchema.optional(), limit }),
  reply: z.strictObject({ employers: z.array(employerSummarySchema) }),
} as const;

/** The real employers that the contractors and agencies of this card may name. */
export const principalsQuery = {
  request: z.strictObject({ card: cardSchema }),
  reply: z.strictObject({ employers: z.array(z.strictObject({ employerId: idSchema, principals: z.array(principalSchema) })) }),
} as const;

export const employerChoiceSchema = z.strictObject({
  employerId: idSchema, kind: employerKindSchema, name: z.string(),
  /** not vouched for: postings go to staff first, and these papers are what the desk wants to see */
  missing: z.array(documentKindSchema).optional(),
  /** set by staff, and holds today */
  standing: z.enum(['watched', 'banned']).optional(),
  /** by points: no postings until then */
  stoppedUntil: instantSchema.optional(),
});
export type EmployerChoice = z.infer<typeof employerChoiceSchema>;
/** For whom may this card post? None for a card nobody here knows. The names go to the person they belong to. */
export const myEmployersQuery = {
  request: z.strictObject({ card: cardSchema }), reply: z.strictObject({ employers: z.array(employerChoiceSchema) }),
} as const;
