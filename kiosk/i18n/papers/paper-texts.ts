/* Every word that stands on a paper, by language. Papers are in the hall's language; a further one is one more record of this shape. */
import type { Evidence } from '@kuaizhao/db/domain/disputes/commands.ts';
import type { DisputeKind } from '@kuaizhao/db/domain/disputes/kinds.ts';
import type { WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { EmployerKind } from '@kuaizhao/db/domain/employers/commands.ts';
import type { PayUnit, Settlement } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { Hazard, Insurance } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import type { Right } from '@kuaizhao/db/domain/people/data/receipt-number.ts';
import type { ProfileField } from '@kuaizhao/db/domain/people/profile.ts';
import type { Certificate } from '@kuaizhao/db/domain/trades/certificate.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';

export interface PaperTexts {
  readonly trade: (code: TradeCode) => string;
  readonly unit: { readonly [Unit in PayUnit]: string };
  readonly settlement: { readonly [When in Settlement]: string };
  readonly hazard: { readonly [One in Hazard]: string };
  readonly insurance: { readonly [Who in Insurance]: string };
  readonly employerKind: { readonly [Kind in EmployerKind]: string };
  readonly certificate: (code: Certificate) => string;
  readonly experience: (years: number) => string;
  readonly lifting: (kgEach: number, liftsPerHour: number) => string;
  readonly listSeparator: string;
  readonly negotiable: string;
  readonly yes: string;
  readonly no: string;
  readonly people: (count: number) => string;
  readonly hours: (hoursPerDay: number, days: number) => string;
  /** `yuan` without a sign, `260` or `12.5` */
  readonly pay: (yuan: string, unit: string) => string;
  readonly day: (month: number, day: number) => string;
  readonly employer: (name: string, kind: string) => string;
  readonly copy: (copy: number) => string;
  /** under the beginning of a paper that was not finished */
  readonly scrap: string;
  readonly terms: {
    readonly trade: string; readonly headcount: string; readonly pay: string; readonly settlement: string; readonly place: string; readonly startAt: string; readonly hours: string;
    /** what the employer gives: meals, transport, tools */
    readonly given: string; readonly meals: string; readonly transport: string; readonly tools: string; readonly hazards: string; readonly protection: string; readonly insurance: string;
    readonly bay: string; readonly plate: string; readonly leaveBy: string; readonly validUntil: string;
    readonly realEmployer: string; readonly conditions: string; readonly lifting: string; readonly remark: string;
  };
  readonly foot: { readonly free: string; readonly hotlines: string; readonly hall: (hotline: string) => string; readonly printedAt: string };
  readonly ticket: { readonly work: string; readonly ahead: (count: number) => string; readonly first: string;
    /** of a number given out without the agent: it counts, and what to do when one was never registered */
    readonly counts: string; readonly tapLater: string; readonly trades: string; readonly takenAt: string; readonly listen: string; readonly missed: string };
  readonly readiness: { readonly title: string; readonly agent: string; readonly soon: string; readonly bad: string };
  readonly jobSlip: { readonly title: string; readonly employer: string; readonly hang: string; readonly rules: string };
  readonly hireSlip: {
    readonly title: string; readonly job: string; readonly queue: string; readonly worker: string; readonly employer: string; readonly agreedAt: string;
    readonly employerPromise: string; readonly workerPromise: string; readonly employerSigns: string; readonly workerSigns: string; readonly keep: string;
    readonly retirement: string; readonly uninsured: string; readonly void: string;
  };
  /** under the code that a phone opens; `atDesk`: what to say where there is no phone or no network */
  readonly slipPage: { readonly title: string; readonly worker: string; readonly employer: string; readonly keep: string; readonly off: string; readonly atDesk: (number: string) => string };
  readonly form: { readonly onBehalf: (real: string, poster: string) => string; readonly signs: { readonly [Who in 'employer' | 'worker' | 'witness']: string }; readonly day: string; readonly version: string };
  readonly draw: {
    readonly title: string; readonly openedAt: string; readonly drawnAt: string; readonly candidates: string; readonly notYet: string; readonly order: string;
    readonly place: (place: number) => string; readonly more: string; readonly data: string; readonly check: string; readonly byHand: string;
  };
  /** `line`: the rule as one plain sentence */
  readonly wall: {
    readonly title: string; readonly windows: string; readonly work: string; readonly modes: string; readonly day: (day: string) => string; readonly since: (days: string) => string;
    readonly line: (line: WallLine) => string; readonly ask: string;
  };
  readonly sheet: {
    /** `since`: absent for a course, whose day is the one on which it begins */ readonly source: (source: string, since?: string) => string; readonly catalogue: string; readonly none: string; readonly left: (places: number) => string; readonly more: (jobs: number) => string; readonly apply: string;
  };
  readonly erasure: {
    readonly title: string; readonly doneAt: string; readonly records: string; readonly copies: (n: number) => string; readonly gone: string; readonly goneLines: readonly string[];
    readonly kept: string; readonly keptLines: readonly string[]; readonly elsewhere: string; readonly ask: string;
  };
  /** `next`: what happens now, and where it goes */
  readonly rights: {
    readonly title: string; readonly doneAt: string; readonly done: string; readonly version: string; readonly ask: string;
    readonly right: { readonly [One in Right]: string }; readonly next: { readonly [One in Right]: string }; readonly what: { readonly [One in Purpose | ProfileField]: string };
  };
  readonly dispute: {
    readonly title: string; readonly kind: { readonly [Kind in DisputeKind]: string }; readonly who: string; readonly unnamed: string; readonly against: string; readonly unknown: string;
    readonly where: string; readonly work: string; readonly agreed: string; readonly since: string; readonly owed: string; readonly yuan: (yuan: string) => string;
    readonly evidence: string; readonly noEvidence: string; readonly paper: { readonly [Kind in Evidence['kind']]: string }; readonly statement: string;
    readonly answerBy: string; readonly mediateBy: string; readonly onward: string; readonly complainerSigns: string; readonly takerSigns: string; readonly keep: string; readonly takenAt: string;
  };
}
