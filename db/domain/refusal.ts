/* Every way a hall says no. A closed set: a face translates each code (i18n key `refusal.<code>`), nothing else is ever shown. */
import { z } from 'zod';

export const refusalCodes = [
  // the door
  'malformed', 'notSignedIn', 'notYourRole', 'commandChanged', 'tooMany',
  // after a backup was put back: nobody is shown before the erasures of the city are done
  'erasuresFirst',
  // ours: nothing was changed, staff must look
  'internal', 'diskFull',
  // people
  'underSixteen', 'workerUnknown', 'consentMissing', 'cardNumberWrong', 'phoneWrong', 'alreadyRegistered', 'takenFromCard', 'alreadyHasNumber', 'mergeUnknown', 'mergeImpossible',
  'erasureWaits', 'crewUnknown', 'crewImpossible', 'alreadyInCrew', 'helpCaseUnknown', 'helpCaseExists', 'dateImpossible', 'shiftNotOpen',
  // employers
  'employerUnknown', 'creditCodeWrong', 'employerAlreadyRegistered', 'employerNotYours', 'promiseMissing',
  'employerBanned', 'documentMissing', 'documentWrong', 'reasonMissing', 'notHeld', 'limitReached',
  'representativeWrong', 'representativeKnown', 'representativeUnknown', 'notAContractor', 'crewTooSmall',
  'realEmployerMissing', 'realEmployerUnknown', 'realEmployerWrong',
  // jobs
  'termMissing', 'termImpossible', 'tradeUnknown', 'tradeRetired', 'helpGroupUnknown', 'jobUnknown', 'jobNotOpen', 'jobFull',
  'wordingBlocked', 'contactInText', 'payBelowMinimum', 'payOnlyUp', 'notInReview', 'orderTaken', 'orderHired', 'employerNotShown', 'jobChangedMeanwhile', 'alreadyPromised',
  // queue
  'serviceUnknown', 'placeUnknown', 'ticketUnknown', 'ticketNotWaiting', 'nobodyWaiting', 'callUnknown', 'callNotOpen', 'placeBusy', 'alreadyCalled',
  'dayClosed', 'dayNotClosed', 'dayNotOver', 'dayNotBegun', 'serviceClosed', 'quotaReached', 'callAgainFirst', 'tooOften', 'tooLate', 'ticketNotMissed', 'ticketNotParked', 'transferImpossible',
  'windowClosed', 'windowNotYours', 'staffAway', 'alreadyThere', 'profileUnknown', 'resultUnknown', 'slotImpossible', 'slotFull', 'alreadyBooked', 'appointmentUnknown', 'appointmentOver', 'helpNotAsked', 'stepUnknown', 'stepNotLast',
  'leaseWrong', 'numberTaken',
  // hiring
  'payNotAgreed', 'notCalledForJob', 'alreadyHired', 'visitUnknown',
  'alreadyHiredThen', 'tooYoungForJob', 'alreadyAnswered', 'callNotYours', 'crewMustSay', 'crewNotWhole', 'crewTooLarge', 'workerStopped', 'hireUnknown', 'hireNotReady', 'hireNotYours', 'tooEarly', 'nothingSaid',
  // quotes and draws
  'quotesNotWanted', 'quotesWereOpened', 'nothingSealed', 'notDrawJob', 'drawMissing', 'alreadyDrawn',
  // disputes and the record of both sides
  'disputeUnknown', 'receiptUnknown', 'disputeIsOpen', 'disputeIsClosed', 'pointsUnknown', 'alreadyAppealed', 'appealUnknown', 'appealIsDecided', 'postingStopped',
  // work in other halls of the city
  'referralUnknown', 'referralOver', 'alreadyReferred', 'placeTaken', 'placeHeld', 'cityAway',
  // printing
  'printerUnknown', 'printJobUnknown', 'printJobNotReady',
  // what there is to read
  'leafletUnknown',
  // big boards and their notices
  'boardPlanUnsound', 'boardUnknown', 'noticeUnknown', 'fairUnknown',
  // devices of the hall's network
  'deviceUnknown',
  // accounts of staff, their PINs and cards
  'accountKnown', 'accountUnknown', 'lastAdmin', 'recoveryUnknown', 'pinShort', 'pinSame', 'pinRun', 'pinIsId', 'pinOld', 'pinFirst', 'pinAgain', 'locked', 'accountCardTaken',
  // records
  'rangeImpossible', 'reportUnknown', 'exportTooLarge', 'secondPersonMissing', 'exportGone',
] as const;

export const refusalCodeSchema = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

const place = z.int().min(0).max(1_000);
export const refusalSchema = z.strictObject({
  code: refusalCodeSchema, field: z.string().max(60).optional(),
  /** of blocked wording: where in the text of `field`, in code units, and which rule; of an unsound plan the rule alone */
  matched: z.strictObject({ from: place, to: place }).optional(), ruleId: z.string().max(60).optional(),
});
/** `field` is a path inside the command; what a person wrote is never repeated, only its place. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string | undefined;
  readonly matched?: { readonly from: number; readonly to: number } | undefined;
  readonly ruleId?: string | undefined;
}
