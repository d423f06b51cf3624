/* Why a person and a job are no pair, and what a pair is worth: closed lists that faces put into plain words. */
import { z } from 'zod';
import { instantSchema } from '../../scalars.ts';
import { certificateSchema } from '../../trades/certificate.ts';

/** In the order in which they are looked at; the first that holds is told. */
export const noPairCodes = [
  'jobNotOpen', 'stopped', 'tooYoung', 'alreadyHired', 'alreadyHiredThen', 'parted', 'notYourTrade', 'certificateMissing', 'certificateEnds', 'payBelowWish', 'tooFar', 'endsTooLate', 'tooManyDays',
] as const;
export type NoPairCode = (typeof noPairCodes)[number];
export const noPairSchema = z.strictObject({ code: z.enum(noPairCodes), /** of the papers */ certificate: certificateSchema.optional(), /** of `stopped` */ until: instantSchema.optional() });
export type NoPair = z.infer<typeof noPairSchema>;

const part = (most: number) => z.int().min(0).max(most);
/** The parts of `f`; together at most 1000. */
export const fitPartsSchema = z.strictObject({ pay: part(400), distance: part(200), skill: part(150), start: part(50), together: part(100), reliability: part(100), named: part(100) });
export type FitParts = z.infer<typeof fitPartsSchema>;
