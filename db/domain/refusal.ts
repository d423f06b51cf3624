/* Every way a hall says no. A closed set: a face translates each code (i18n key `refusal.<code>`), nothing else is ever shown. */
import { z } from 'zod';

export const refusalCodes = [
  // the door
  'malformed', 'notSignedIn', 'notYourRole', 'commandChanged', 'tooMany',
  // ours: nothing was changed, staff must look
  'internal',
  // people
  'underSixteen', 'workerUnknown', 'consentMissing', 'cardNumberWrong', 'phoneWrong', 'alreadyRegistered', 'takenFromCard', 'alreadyHasNumber', 'mergeUnknown', 'mergeImpossible',
  'erasureWaits', 'crewUnknown', 'crewImpossible', 'alreadyInCrew', 'helpCaseUnknown', 'helpCaseExists', 'dateImpossible', 'shiftNotOpen',
  // employers
  'employerUnknown', 'creditCodeWrong', 'employerAlreadyRegistered', 'employerNotYours', 'promiseMissing',
  // jobs
  'termMissing', 'termImpossible', 'tradeUnknown', 'jobUnknown', 'jobNotOpen', 'jobFull',
  // queue
  'serviceUnknown', 'placeUnknown', 'ticketUnknown', 'ticketNotWaiting', 'nobodyWaiting', 'callUnknown', 'callNotOpen', 'placeBusy', 'alreadyCalled',
  // hiring
  'payNotAgreed', 'notCalledForJob', 'alreadyHired', 'visitUnknown',
  // printing
  'printerUnknown', 'printJobUnknown', 'printJobNotReady',
] as const;

export const refusalCodeSchema = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

export const refusalSchema = z.strictObject({ code: refusalCodeSchema, field: z.string().max(60).optional() });
/** `field` is a path inside the command, never what a person wrote. */
export type Refusal = { readonly code: RefusalCode; readonly field?: string | undefined };
