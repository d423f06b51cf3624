/* Who hires. A household registers itself at the kiosk by card and promise; everyone else shows papers to staff, who verify, watch, ban, trust and write down why. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, idSchema, nameTextSchema, remarkTextSchema } from '../scalars.ts';
import { cardSchema } from '../people/card.ts';
import { isIdNumber } from '../people/id-number.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { isCreditCode } from './credit-code.ts';
import { agencyLicenceSchema, documentKindSchema, employerKindSchema } from './documents.ts';

export { employerKindSchema, type EmployerKind } from './documents.ts';

const idNumberSchema = z.string().refine(isIdNumber, { error: 'cardNumberWrong' });
const promiseVersionSchema = z.string().regex(/^[a-z0-9.-]{1,20}$/);
const toEmployer = { commandId: commandIdSchema, employerId: idSchema };
const documentsSchema = z.array(documentKindSchema).min(1).max(5);

/** People who may post for one employer with their card. */
export const representativesLimit = 10;

export const registerHouseholdSchema = z.strictObject({
  type: z.literal('registerHousehold'), commandId: commandIdSchema,
  card: cardSchema,
  /** version of the 用工承诺书 that was agreed to */
  promiseVersion: promiseVersionSchema.optional(),
});
export const registerEmployerSchema = z.strictObject({
  type: z.literal('registerEmployer'), commandId: commandIdSchema,
  kind: employerKindSchema.exclude(['household']),
  name: nameTextSchema,
  creditCode: z.string().refine(isCreditCode, { error: 'creditCodeWrong' }),
  /** of an agency: its number of human-resources service */
  licenceNumber: agencyLicenceSchema.optional(),
  /** ID numbers of the people who may post for this employer with their card */
  representatives: z.array(idNumberSchema).max(representativesLimit),
});
/** 揽头: a person with a card, a promise and crews. */
export const registerContractorSchema = z.strictObject({ type: z.literal('registerContractor'), commandId: commandIdSchema, card: cardSchema, promiseVersion: promiseVersionSchema.optional() });

/** `until` is the last day of it; a year from now when absent. */
export const verifyEmployerSchema = z.strictObject({ type: z.literal('verifyEmployer'), ...toEmployer, documents: documentsSchema, until: businessDaySchema.optional() });
export const declineVerificationSchema = z.strictObject({ type: z.literal('declineVerification'), ...toEmployer, missing: documentsSchema, note: remarkTextSchema.optional() });

export const heldStandingSchema = z.enum(['watched', 'banned']);
export const standingReasonSchema = z.enum(['unpaid', 'falseTerms', 'discrimination', 'unlicensedAgent', 'didNotCome', 'childLabour', 'fees', 'unsafe', 'cityList', 'other']);
export const liftReasonSchema = z.enum(['putRight', 'appealUpheld', 'timeServed', 'mistake', 'other']);
/** `until` is the last day of it; without one it lasts until it is lifted. `other` needs a note. */
export const setEmployerStandingSchema = z.strictObject({
  type: z.literal('setEmployerStanding'), ...toEmployer, standing: heldStandingSchema, reason: standingReasonSchema, until: businessDaySchema.optional(), note: remarkTextSchema.optional(),
});
export const liftStandingSchema = z.strictObject({ type: z.literal('liftStanding'), ...toEmployer, reason: liftReasonSchema, note: remarkTextSchema.optional() });

export const trustReasonSchema = z.enum(['knownForYears', 'publicBody', 'complaint', 'badPostings', 'other']);
/** A supervisor's word goes before the rule, in both directions. */
export const setTrustSchema = z.strictObject({ type: z.literal('setTrust'), ...toEmployer, trusted: z.boolean(), reason: trustReasonSchema, note: remarkTextSchema.optional() });

export const addRepresentativeSchema = z.strictObject({ type: z.literal('addRepresentative'), ...toEmployer, number: idNumberSchema });
export const removeRepresentativeSchema = z.strictObject({ type: z.literal('removeRepresentative'), ...toEmployer, number: idNumberSchema });

/** A crew of a contractor, new or (with `crewId`) as it is now. `members` are ID numbers of registered workers; the crew may be larger than those who are. */
export const putContractorCrewSchema = z.strictObject({
  type: z.literal('putContractorCrew'), ...toEmployer, crewId: idSchema.optional(), trade: tradeCodeSchema, size: z.int().min(2).max(60), members: z.array(idNumberSchema).max(60),
});
export const removeContractorCrewSchema = z.strictObject({ type: z.literal('removeContractorCrew'), ...toEmployer, crewId: idSchema });

/** For whom a contractor or agency may post: staff have seen the order or the contract. */
export const linkPrincipalSchema = z.strictObject({ type: z.literal('linkPrincipal'), ...toEmployer, principalId: idSchema });
export const unlinkPrincipalSchema = z.strictObject({ type: z.literal('unlinkPrincipal'), ...toEmployer, principalId: idSchema });

/** What the city's list says of an employer here; `none`: nothing any more. */
export const hearCityStandingSchema = z.strictObject({ type: z.literal('hearCityStanding'), ...toEmployer, standing: z.enum(['verified', 'watched', 'banned', 'none']), until: businessDaySchema.optional() });

export const employerCommands = [
  registerHouseholdSchema, registerEmployerSchema, registerContractorSchema, verifyEmployerSchema, declineVerificationSchema, setEmployerStandingSchema, liftStandingSchema, setTrustSchema,
  addRepresentativeSchema, removeRepresentativeSchema, putContractorCrewSchema, removeContractorCrewSchema, linkPrincipalSchema, unlinkPrincipalSchema, hearCityStandingSchema,
] as const;
export type EmployerCommand = z.infer<(typeof employerCommands)[number]>;
export type HearCityStanding = z.infer<typeof hearCityStandingSchema>;
export type RegisterHousehold = z.infer<typeof registerHouseholdSchema>;
export type RegisterEmployer = z.infer<typeof registerEmployerSchema>;
export type RegisterContractor = z.infer<typeof registerContractorSchema>;
export type VerifyEmployer = z.infer<typeof verifyEmployerSchema>;
export type DeclineVerification = z.infer<typeof declineVerificationSchema>;
export type SetEmployerStanding = z.infer<typeof setEmployerStandingSchema>;
export type LiftStanding = z.infer<typeof liftStandingSchema>;
export type SetTrust = z.infer<typeof setTrustSchema>;
export type AddRepresentative = z.infer<typeof addRepresentativeSchema>;
export type RemoveRepresentative = z.infer<typeof removeRepresentativeSchema>;
export type PutContractorCrew = z.infer<typeof putContractorCrewSchema>;
export type RemoveContractorCrew = z.infer<typeof removeContractorCrewSchema>;
export type LinkPrincipal = z.infer<typeof linkPrincipalSchema>;
export type UnlinkPrincipal = z.infer<typeof unlinkPrincipalSchema>;
