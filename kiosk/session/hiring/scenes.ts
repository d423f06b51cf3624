/* An employer at the kiosk: who am I, the own page, whom a contractor hires for, yesterday's job again, what stands in the way, and the slip at the end. */
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { ReviewCause } from '@kuaizhao/db/domain/jobs/facts.ts';
import type { RuleClass } from '@kuaizhao/db/domain/law/filter/rule.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { EmployerChoice } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { PaperFate, PaperState } from '../paper.ts';

export type OwnJob = QueryReply<'myJobs'>['jobs'][number];
export type Principal = QueryReply<'principals'>['employers'][number]['principals'][number];
export type EmployerRecord = QueryReply<'myEmployerRecords'>['employers'][number];

/** Somebody with a card, all employers that the card may post for, and the one who hires now. */
export interface Boss { readonly card: Card; readonly employers: readonly EmployerChoice[]; readonly employer: EmployerChoice }

/** Jobs that still go on, and what was posted before and can be posted again; newest first. */
export interface OwnJobs { readonly live: readonly OwnJob[]; readonly past: readonly OwnJob[] }

/** `unverified`: papers are missing; `banned`, `stopped`: nothing can be posted now; `noPrincipal`: nobody is written down for whom a contractor or agency may hire. */
export const deskReasons = ['unverified', 'banned', 'stopped', 'noPrincipal'] as const;
export type DeskReason = (typeof deskReasons)[number];

interface Posted {
  readonly at: 'posted'; readonly number: string;
  /** staff look first, then it is on the big screen; no slip yet */
  readonly inReview?: boolean;
  readonly cause?: ReviewCause;
  /** said to a household, which may post it all the same */
  readonly belowMinimum?: boolean;
  /** nobody insures yet, or the hall does: said before the departure */
  readonly insurance?: 'hall' | 'none';
}

/** Words that may not stand: where they are, which they are, and why. */
interface Blocked { readonly element: 'title' | 'place' | 'remark' | 'conditions'; readonly text: string; readonly matched: { readonly from: number; readonly to: number } | undefined; readonly why: RuleClass | 'contact' }

export type HiringScene =
  | { readonly at: 'employerCard' }
  | { readonly at: 'whoAmI' | 'promise'; readonly card: Card; readonly employers: readonly EmployerChoice[] }
  | Boss & OwnJobs & { readonly at: 'employerHome' }
  | Boss & OwnJobs & { readonly at: 'principals'; readonly principals: readonly Principal[] }
  /** `terms`: as they will be posted */
  | Boss & OwnJobs & { readonly at: 'repeat'; readonly job: OwnJob; readonly terms: JobTerms }
  | Boss & { readonly at: 'atDesk'; readonly why: DeskReason }
  | Boss & { readonly at: 'employerRecord'; readonly record: EmployerRecord | undefined }
  | Boss & { readonly at: 'blockedWords'; readonly terms: JobTerms; readonly blocked: Blocked }
  | Posted & Boss & { readonly paper: PaperState };

export type HiringScreen =
  /** the card first */
  | { readonly at: 'employerCard' }
  | { readonly at: 'whoAmI'; readonly employers: readonly EmployerChoice[] }
  | { readonly at: 'promise'; readonly promiseVersion: string }
  | OwnJobs & { readonly at: 'employerHome'; readonly employer: EmployerChoice }
  | { readonly at: 'principals'; readonly employer: EmployerChoice; readonly principals: readonly Principal[] }
  | { readonly at: 'repeat'; readonly employer: EmployerChoice; readonly terms: JobTerms }
  /** `canTicket`: the hall gives numbers for the employers' window */
  | { readonly at: 'atDesk'; readonly employer: EmployerChoice; readonly why: DeskReason; readonly canTicket: boolean }
  | { readonly at: 'employerRecord'; readonly employer: EmployerChoice; readonly record: EmployerRecord | undefined; readonly canTicket: boolean }
  | { readonly at: 'blockedWords'; readonly blocked: Blocked }
  | Posted & { readonly paper: PaperFate; readonly canTicket: boolean };

export type HiringErrand =
  | { readonly kind: 'myEmployers' | 'registerHousehold'; readonly card: Card }
  | Boss & { readonly kind: 'employerHome' | 'employerRecord' }
  | Boss & OwnJobs & { readonly kind: 'principals' }
  | Boss & { readonly kind: 'repeatJob'; readonly from: Extract<HiringScene, { readonly at: 'repeat' }> }
  /** a number for the employers' window; a refusal leads back to where it was asked for */
  | Boss & { readonly kind: 'deskNumber'; readonly serviceLabel: string; readonly from: Extract<HiringScene, Boss> };
