/* Every word on the page of a slip, by language; Chinese is the first one, and a further one is one more record of this shape. */
import type { HireState } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import type { PayUnit, Settlement } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { Hazard, Insurance } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { SlipSide, SlipWord } from '@kuaizhao/db/domain/slips/words.ts';
import type { Marked } from '@kuaizhao/db/city/slips/mark.ts';

export const slipLanguages = ['zh-CN', 'en'] as const;
export type SlipLanguage = (typeof slipLanguages)[number];

export interface SlipWords {
  readonly title: { readonly [Side in SlipSide]: string };
  readonly trade: (words: { readonly zh: string; readonly en: string } | undefined, code: string) => string;
  readonly state: { readonly [State in HireState]: string };
  readonly label: { readonly job: string; readonly queue: string; readonly people: string; readonly trade: string; readonly pay: string; readonly place: string; readonly startAt: string; readonly hours: string; readonly given: string; readonly hazards: string; readonly protection: string; readonly insurance: string; readonly bay: string; readonly leaveBy: string };
  readonly pay: (yuan: string, unit: string) => string;
  readonly unit: { readonly [Unit in PayUnit]: string };
  readonly settlementOf: { readonly [When in Settlement]: string };
  readonly hazard: { readonly [One in Hazard]: string };
  readonly insurance: { readonly [Who in Insurance]: string };
  readonly moment: (month: number, day: number, time: string) => string;
  readonly hours: (hoursPerDay: number, days: number) => string;
  readonly given: { readonly meals: string; readonly transport: string; readonly tools: string };
  readonly separator: string; readonly yes: string; readonly no: string;
  readonly peopleOf: (count: number) => string; readonly nobody: string;
  readonly obligations: string; readonly promise: { readonly [Side in SlipSide]: string };
  /** what a button says, from either side */
  readonly word: { readonly [Side in SlipSide]: { readonly [Word in SlipWord]: string } };
  readonly unpaidTitle: string; readonly unpaidSays: string;
  readonly sent: (word: string) => string; readonly refused: (word: string, why: string) => string;
  readonly why: { readonly hireNotReady: string; readonly tooEarly: string; readonly other: string };
  readonly dispute: (number: string) => string; readonly disputeOver: (number: string) => string;
  readonly marked: { readonly [Outcome in Exclude<Marked, 'slipUnknown'>]: string };
  readonly dataAt: (moment: string) => string;
  readonly unknownTitle: string; readonly unknown: string; readonly tooMany: string; readonly unavailable: string;
  readonly atDesk: (number: string) => string; readonly free: string; readonly hotlines: string; readonly callHall: string; readonly other: string;
}
