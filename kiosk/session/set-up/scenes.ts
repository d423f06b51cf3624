/* A kiosk that its hall does not know sets itself up: what somebody at it sees, one screen after another. Nothing of a person is ever here. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';

/** Why it may not work: it never came in, its configuration has another name than its certificate, staff sent it away, its certificate's time is over, or what it kept of the hall cannot be read. */
export const setUpReasons = ['new', 'otherName', 'sentAway', 'ranOut', 'broken'] as const;
export type SetUpReason = (typeof setUpReasons)[number];

/** Why an attempt came to nothing; each has its line with what to do. */
export const setUpRefusals = ['noCode', 'wrongCode', 'codeGone', 'notLetIn', 'tooMany', 'unreachable', 'notUnderstood', 'notTheHall', 'otherHall', 'clocksDiffer', 'otherName', 'notKept'] as const;
export type SetUpRefusal = (typeof setUpRefusals)[number];

/** What the clocks of this machine and of the hall's said at the same moment. */
export interface SetUpClocks { readonly here: Instant; readonly hall: Instant }

/** Digits of the code that the hall shows. */
export const codeDigits = 8;
/** Of an address; a name of a machine in a hall is far shorter. */
export const addressMost = 60;
export const addressPages = { digits: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', ':'], letters: [...Array.from('abcdefghijklmnopqrstuvwxyz'), '-', '.'] } as const;
export type AddressPage = keyof typeof addressPages;

export type SetUpScreen =
  /** the first: workers read here where to go instead, staff hold a button down */
  | { readonly at: 'setUpShut'; readonly why: SetUpReason }
  /** name or number of the hall's machine and its port, as they stand behind https:// */
  | { readonly at: 'setUpAddress'; readonly typed: string; readonly complete: boolean; readonly page: AddressPage }
  | { readonly at: 'setUpCode'; readonly digits: string; readonly complete: boolean; readonly deviceId: string }
  | { readonly at: 'setUpAsking' }
  /** what must stand on the other screen, too */
  | { readonly at: 'setUpSigns'; readonly signs: string }
  | { readonly at: 'setUpRefused'; readonly why: SetUpRefusal; readonly deviceId: string; /** with `clocksDiffer`, where the hall told its own */ readonly clocks?: SetUpClocks }
  /** `printers`: the hall says that another printer stands beside this kiosk */
  | { readonly at: 'setUpIn'; readonly printers: { readonly here: string; readonly hall: string } | undefined };

export type SetUpScene =
  | { readonly at: 'shut' }
  | { readonly at: 'address'; readonly page: AddressPage }
  | { readonly at: 'code'; readonly digits: string }
  | { readonly at: 'asking'; readonly attempt: number }
  | { readonly at: 'signs'; readonly attempt: number; readonly signs: string }
  | { readonly at: 'refused'; readonly why: SetUpRefusal; readonly clocks: SetUpClocks | undefined }
  | { readonly at: 'in'; readonly sinceMs: number; readonly hallPrinter: string | undefined };
