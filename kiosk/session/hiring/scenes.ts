/* An employer at the kiosk: who am I, the promise of a household, and the slip at the end. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { PaperFate, PaperState } from '../paper.ts';

interface Posted { readonly at: 'posted'; readonly number: string; /** staff look first, then it is on the big screen; no slip yet */ readonly inReview?: boolean }

export type HiringScene =
  | { readonly at: 'employerCard' }
  | { readonly at: 'whoAmI' | 'promise'; readonly card: Card; readonly employers: readonly EmployerChoice[] }
  | Posted & { readonly paper: PaperState };

export type HiringScreen =
  /** the card first */
  | { readonly at: 'employerCard' }
  | { readonly at: 'whoAmI'; readonly employers: readonly EmployerChoice[] }
  | { readonly at: 'promise'; readonly promiseVersion: string }
  | Posted & { readonly paper: PaperFate };

export type HiringErrand = { readonly kind: 'myEmployers' | 'registerHousehold'; readonly card: Card };
