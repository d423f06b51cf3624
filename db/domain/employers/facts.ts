/* What became true about employers, each with who decided it and why. No name, number or licence of a person stands in here. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { heldStandingSchema, liftReasonSchema, standingReasonSchema, trustReasonSchema } from './commands.ts';
import { documentKindSchema, employerKindSchema } from './documents.ts';

const decided = { employerId: idSchema, by: idSchema };
/** the sealed note beside it */
const noteId = idSchema.optional();

export const employerRegisteredSchema = z.strictObject({
  type: z.literal('employerRegistered'), employerId: idSchema, kind: employerKindSchema,
  /** the staff member who saw the papers; none for a household, whose ground is the promise */
  verifiedBy: idSchema.optional(),
  /** last day of that verification */
  verifiedUntil: businessDaySchema.optional(),
  promiseVersion: z.string().optional(),
});
export const employerVerifiedSchema = z.strictObject({ type: z.literal('employerVerified'), ...decided, documents: z.array(documentKindSchema), until: businessDaySchema });
export const verificationDeclinedSchema = z.strictObject({ type: z.literal('verificationDeclined'), ...decided, missing: z.array(documentKindSchema), noteId });
export const employerStandingSetSchema = z.strictObject({
  type: z.literal('employerStandingSet'), ...decided, standing: heldStandingSchema, reason: standingReasonSchema, until: businessDaySchema.optional(), noteId,
});
export const employerStandingLiftedSchema = z.strictObject({ type: z.literal('employerStandingLifted'), ...decided, reason: liftReasonSchema, noteId });
/** `by` is the city. Beside the hall's own word: neither lifts the other's. */
export const cityStandingHeardSchema = z.strictObject({ type: z.literal('cityStandingHeard'), ...decided, standing: z.enum(['verified', 'watched', 'banned', 'none']), until: businessDaySchema.optional() });
export const employerTrustSetSchema = z.strictObject({ type: z.literal('employerTrustSet'), ...decided, trusted: z.boolean(), reason: trustReasonSchema, noteId });
export const representativeAddedSchema = z.strictObject({ type: z.literal('representativeAdded'), ...decided, representativeId: idSchema });
export const representativeRemovedSchema = z.strictObject({ type: z.literal('representativeRemoved'), ...decided, representativeId: idSchema });
export const contractorCrewPutSchema = z.strictObject({
  type: z.literal('contractorCrewPut'), ...decided, crewId: idSchema, trade: tradeCodeSchema, size: z.int().min(2), /** registered workers */ members: z.array(idSchema),
});
export const contractorCrewRemovedSchema = z.strictObject({ type: z.literal('contractorCrewRemoved'), ...decided, crewId: idSchema });
export const principalLinkedSchema = z.strictObject({ type: z.literal('principalLinked'), ...decided, principalId: idSchema });
export const principalUnlinkedSchema = z.strictObject({ type: z.literal('principalUnlinked'), ...decided, principalId: idSchema });

export const employerFacts = [
  employerRegisteredSchema, employerVerifiedSchema, verificationDeclinedSchema, employerStandingSetSchema, employerStandingLiftedSchema, employerTrustSetSchema, cityStandingHeardSchema,
  representativeAddedSchema, representativeRemovedSchema, contractorCrewPutSchema, contractorCrewRemovedSchema, principalLinkedSchema, principalUnlinkedSchema,
] as const;
export type EmployerFact = z.infer<(typeof employerFacts)[number]>;
export type EmployerRegistered = z.infer<typeof employerRegisteredSchema>;
