/* A person comes in: by card at a kiosk or a window, by staff's witness, or as a paper number without a name. */
import { z } from 'zod';
import { commandIdSchema, hallNumberSchema, idSchema, nameTextSchema, phoneSchema } from '../scalars.ts';
import { printTargetSchema } from '../printing/print-job.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { cardSchema } from './card.ts';
import { isCalendarDay, isIdNumber } from './id-number.ts';

/** What consent is asked for; each purpose separately, phone to employers never as part of another. `district`: where one lives, as a district and no nearer. `sharing`: the other halls of the city may know of this person. */
export const purposeSchema = z.enum(['registration', 'phoneToEmployer', 'district', 'sharing']);
export type Purpose = z.infer<typeof purposeSchema>;

/** The wording a person agreed to, as a version that can be shown again. */
export const textVersionSchema = z.string().regex(/^[a-z0-9.-]{1,20}$/);
export const purposesSchema = z.array(purposeSchema).min(1).max(4);
export const consentSchema = z.strictObject({ textVersion: textVersionSchema, purposes: purposesSchema });
export type Consent = z.infer<typeof consentSchema>;

export const wantedTradesSchema = z.array(tradeCodeSchema).min(1).max(6);

/** `workNumber`: a paper number without a name that this person holds and that becomes theirs; staff have looked at the paper. */
const workNumber = hallNumberSchema.optional();

export const checkInSchema = z.strictObject({
  type: z.literal('checkIn'), commandId: commandIdSchema,
  card: cardSchema,
  workNumber,
  printer: printTargetSchema.optional(),
});

export const registerWorkerSchema = z.strictObject({
  type: z.literal('registerWorker'), commandId: commandIdSchema,
  card: cardSchema,
  consent: consentSchema,
  phone: phoneSchema.optional(),
  trades: wantedTradesSchema,
  workNumber,
  printer: printTargetSchema.optional(),
});

export const ageBandSchema = z.enum(['under16', '16to17', '18to39', '40to49', '50to59', '60up']);
export type AgeBand = z.infer<typeof ageBandSchema>;
/** A birthday as told, or only about how old. */
export const bornSchema = z.discriminatedUnion('known', [
  z.strictObject({ known: z.literal('day'), birth: z.string().refine(isCalendarDay, { error: 'no such day' }) }),
  z.strictObject({ known: z.literal('band'), band: ageBandSchema }),
]);
export type Born = z.infer<typeof bornSchema>;
export const idNumberSchema = z.string().refine(isIdNumber, { error: 'cardNumberWrong' });

/** No card at hand: the person tells, staff witness. */
export const registerWitnessedSchema = z.strictObject({
  type: z.literal('registerWitnessed'), commandId: commandIdSchema,
  name: nameTextSchema,
  sex: z.enum(['male', 'female']),
  born: bornSchema,
  /** told and typed; the check digit must hold */
  number: idNumberSchema.optional(),
  consent: consentSchema,
  phone: phoneSchema.optional(),
  trades: wantedTradesSchema,
  workNumber,
  printer: printTargetSchema.optional(),
});

/** Somebody whom staff know and have found comes without the card. */
export const checkInWitnessedSchema = z.strictObject({
  type: z.literal('checkInWitnessed'), commandId: commandIdSchema, workerId: idSchema, workNumber, printer: printTargetSchema.optional(),
});

/** A number in the queue for work and nothing else: no name, no card. */
export const takeWorkNumberSchema = z.strictObject({
  type: z.literal('takeWorkNumber'), commandId: commandIdSchema, trades: wantedTradesSchema, printer: printTargetSchema.optional(),
  /** typed by hand, which proves nothing: whose card it is gets this number when the card lies there, and nobody is registered before */
  idNumber: idNumberSchema.optional(),
});

export const peopleCommands = [checkInSchema, registerWorkerSchema, registerWitnessedSchema, checkInWitnessedSchema, takeWorkNumberSchema] as const;
export type CheckIn = z.infer<typeof checkInSchema>;
export type RegisterWorker = z.infer<typeof registerWorkerSchema>;
export type RegisterWitnessed = z.infer<typeof registerWitnessedSchema>;
export type CheckInWitnessed = z.infer<typeof checkInWitnessedSchema>;
export type TakeWorkNumber = z.infer<typeof takeWorkNumberSchema>;
