/* Without the agent: a number from the kiosk's own block, and nothing else. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { JobScene } from '../job/scenes.ts';
import type { PaperFate, PaperState } from '../paper.ts';

/** What the kiosk can give out by itself. `broken`: its file cannot be believed, so nothing. */
export interface LeftNumbers { readonly state: 'ready' | 'broken'; readonly services: readonly string[] }

/** `none`: never got a block. `usedUp`: all are given out, or the service is not open now. */
export type WhyNoNumber = 'none' | 'usedUp' | 'broken';
/** `order` is absent when the number was told before, or nothing is known to print. */
export type NumberTaken =
  | { readonly ok: true; readonly number: string; readonly printJobId: string; readonly order: PrintOrder | undefined }
  | { readonly ok: false; readonly why: WhyNoNumber };

interface Leased { readonly number: string; readonly serviceLabel: string | undefined }

export type NumbersOnlyScene =
  /** between the tap and the durable number; too short to be seen */
  | { readonly at: 'takingNumber'; readonly card?: Card | undefined; readonly serviceLabel: string | undefined; readonly awaits: string }
  | Leased & { readonly at: 'leasedNumber'; readonly card?: Card | undefined; readonly paper: PaperState }
  /** `resume`: what the person was doing, for when the agent is back */
  | { readonly at: 'cannotNow'; readonly why: WhyNoNumber | 'onlyNumbers'; readonly resume: JobScene | undefined };

export type NumbersOnlyScreen =
  | Leased & { readonly at: 'leasedNumber'; readonly paper: PaperFate }
  /** `canGoBack`: what was filled in is still there */
  | { readonly at: 'cannotNow'; readonly why: WhyNoNumber | 'onlyNumbers'; readonly canGoBack: boolean };
