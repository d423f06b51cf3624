/* What decisions about employers need to know. */
import type { BusinessDay, Instant } from '../scalars.ts';
import type { EmployerKind } from './documents.ts';

export type Verification =
  /** `until` is the last day */
  | { readonly is: 'verified'; readonly by: string; readonly at: Instant; readonly until: BusinessDay }
  | { readonly is: 'declined'; readonly by: string; readonly at: Instant }
  | { readonly is: 'none' };

export type Standing =
  | { readonly is: 'normal' }
  | { readonly is: 'watched' | 'banned'; /** last day; undefined until lifted */ readonly until: BusinessDay | undefined };

export interface EmployerRow {
  readonly employerId: string;
  readonly kind: EmployerKind;
  readonly promiseVersion: string | undefined;
  readonly verification: Verification;
  /** As it was set; whether it still holds on a day, `standingOn` says. */
  readonly standing: Standing;
  /** As the city's list says it. */
  readonly city?: { readonly is: 'verified' | 'watched' | 'banned'; readonly until: BusinessDay | undefined } | undefined;
  /** A supervisor's word, when there is one. */
  readonly trust: 'given' | 'withdrawn' | undefined;
  /** When a dispute about this employer last opened. */
  readonly lastDisputeAt: Instant | undefined;
}

export interface EmployersView {
  employer(employerId: string): EmployerRow | undefined;
  employerByCreditCode(creditCode: string): EmployerRow | undefined;
  /** Everyone this person may post for, household included. */
  employersOf(idNumber: string): readonly EmployerRow[];
  /** Everyone for whom the person may post under whose number this employer was registered; nobody for a unit. */
  employersOfOwner(employerId: string): readonly EmployerRow[];
  /** The id of this person as representative of that employer. */
  representative(employerId: string, idNumber: string): string | undefined;
  representativeCount(employerId: string): number;
  /** Whose crew it is. */
  contractorOfCrew(crewId: string): string | undefined;
  crewCount(employerId: string): number;
  isPrincipal(employerId: string, principalId: string): boolean;
  principalCount(employerId: string): number;
  /** Hires into this employer's jobs at or after `since` and before `until`, counted no further than `atMost`. */
  hiresBetween(employerId: string, since: Instant, until: Instant, atMost: number): number;
}

/** Goes to the employer table beside the facts. */
export interface EmployerRecord {
  readonly table: 'employer';
  readonly employerId: string;
  readonly name: string;
  readonly creditCode: string | undefined;
  readonly licenceNumber?: string | undefined;
  /** of a household or contractor: for the day when a worker was not paid */
  readonly idNumber?: string | undefined;
  readonly representatives: readonly string[];
}

/** Goes to the representative table beside `representativeAdded`: the number itself is in no fact. */
export interface RepresentativeRecord { readonly table: 'representative'; readonly representativeId: string; readonly employerId: string; readonly number: string }
