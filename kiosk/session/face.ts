/* The two messages of the doorway: `KioskFace` down to the screens, `Touch` up from them. Whatever stands between (Electron or a local page) carries just these. */
import { z } from 'zod';
import type { HallFace, EmployerChoice } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { PrinterState } from './devices.ts';
import { draftTermsSchema, type DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { tradeCodeSchema, type TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
/** 28, 36 or 48 px at 21.5 inches */
export type TextStep = 0 | 1 | 2;

/** How the paper of the last step fares; the number is on screen before the paper is out. */
export type PaperFate =
  | { readonly kind: 'printing' }
  | { readonly kind: 'printed' }
  /** `canReprint` once the printer is ready again */
  | { readonly kind: 'trouble'; readonly printer: PrinterState; readonly canReprint: boolean };

export type Screen =
  | { readonly at: 'attract' }
  /** a command is on its way; shown only when it takes long */
  | { readonly at: 'asking' }
  // a worker
  | { readonly at: 'consent'; readonly textVersion: string }
  | { readonly at: 'phone'; readonly digits: string; readonly complete: boolean }
  | { readonly at: 'trades'; readonly chosen: readonly TradeCode[] }
  | { readonly at: 'number'; readonly number: string; readonly ahead: number; readonly trades: readonly TradeCode[]; readonly serviceLabel: string | undefined; readonly paper: PaperFate }
  // a window's number
  | { readonly at: 'services' }
  // an employer; the card first, then these
  | { readonly at: 'employerCard' }
  | { readonly at: 'whoAmI'; readonly employers: readonly EmployerChoice[] }
  | { readonly at: 'promise'; readonly promiseVersion: string }
  | { readonly at: 'jobTrade' | 'jobPay' | 'jobWhen' | 'jobPlace' | 'jobConditions' | 'jobVan' | 'jobCheck'; readonly draft: DraftTerms; readonly employerName: string }
  /** `inReview`: staff look first, then it is on the big screen; no slip yet */
  | { readonly at: 'posted'; readonly number: string; readonly paper: PaperFate; readonly inReview?: boolean }
  // trouble, each with its next step
  | { readonly at: 'minor' }
  | { readonly at: 'cardTrouble'; readonly trouble: 'placeAgain' | 'unknownCard' | 'rejectedCard' | 'unreadable' }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'noAgent' }
  /** 请取回身份证: until the card leaves the field */
  | { readonly at: 'takeCard' };
export type ScreenName = Screen['at'];

export interface KioskFace {
  readonly screen: Screen;
  readonly language: Language;
  readonly textStep: TextStep;
  readonly hall: HallFace | undefined;
  readonly agentUp: boolean;
  readonly readerReady: boolean;
  readonly printer: PrinterState;
  /** set while the idle warning with its one big 继续 is shown; seconds left at the moment of the message */
  readonly idleWarningSeconds: number | undefined;
  /** touch targets are sized in millimetres: a setting of the device */
  readonly pxPerMm: number;
}

export const touchSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('language'), language: z.enum(languages) }),
  z.strictObject({ type: z.literal('textStep'), textStep: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
  /** attract: I want to hire; I need a window */
  z.strictObject({ type: z.literal('wantToHire') }),
  z.strictObject({ type: z.literal('wantService') }),
  z.strictObject({ type: z.literal('service'), code: idSchema }),
  z.strictObject({ type: z.literal('agree') }),
  z.strictObject({ type: z.literal('decline') }),
  z.strictObject({ type: z.literal('digit'), digit: z.string().regex(/^\d$/) }),
  z.strictObject({ type: z.literal('erase') }),
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('toggleTrade'), trade: tradeCodeSchema }),
  z.strictObject({ type: z.literal('employer'), employerId: idSchema }),
  z.strictObject({ type: z.literal('household') }),
  z.strictObject({ type: z.literal('setTerms'), terms: draftTermsSchema }),
  /** on with it: phone, trades, each job screen, and on jobCheck the posting itself */
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('reprint') }),
  /** 继续 on the idle warning */
  z.strictObject({ type: z.literal('continue') }),
  /** 结束: everything of the person is forgotten at once */
  z.strictObject({ type: z.literal('end') }),
]);
export type Touch = z.infer<typeof touchSchema>;
