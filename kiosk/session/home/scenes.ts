/* A worker's own page, and the sentence that says what has been done. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { MyDay } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';

/** What was done, each with its sentence and what happens next. */
export const toldKinds = [
  'applied', 'wishesSet', 'callAccepted', 'callRefused', 'offerAccepted', 'offerDeclined', 'eveningKept', 'phoneChanged', 'phoneRemoved', 'tradesChanged', 'consentGiven', 'consentTaken', 'trainingWished',
  'opinionGiven', 'crewFormed', 'crewLeft', 'booked', 'bookingCancelled', 'waitsAgain', 'erased',
] as const;
export type ToldKind = (typeof toldKinds)[number];
/** `number`: what to note down: a receipt, a code, numbers that go together. */
interface Told { readonly at: 'told'; readonly what: ToldKind; readonly number: string | undefined }

export type HomeScene =
  | { readonly at: 'home'; readonly card: Card; readonly day: MyDay }
  /** `card`: whoever may go on to the own page; somebody who is erased, or never said a name, may not */
  | Told & { readonly card?: Card | undefined };

export type HomeScreen =
  | { readonly at: 'home'; readonly day: Omit<MyDay, 'consents'> }
  | Told & { readonly more: boolean };

/** `evening`: first what is to be confirmed, and a number only when there is nothing. */
export type HomeErrand = { readonly kind: 'myDay'; readonly card: Card; readonly to: 'home' | 'evening' };
