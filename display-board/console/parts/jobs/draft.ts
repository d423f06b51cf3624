/* A posting as a form holds it, and as the command wants it: days and times typed apart, money in yuan, nothing sent that was left empty. */
import type { Hazard, HireMode, Insurance, JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { PayUnit, Settlement } from '@kuaizhao/db/domain/jobs/pay.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Certificate } from '@kuaizhao/db/domain/trades/certificate.ts';
import { fenOf, yuanOf } from '../../../kit/pay.ts';
import { momentOf } from '../desk/when.ts';
import { plainNumber } from '../form/typed.ts';
import { orAbsent } from '../form/written.tsx';

/** What the employer gives, as a posting names it. */
export const givenKinds = ['meals', 'transport', 'tools', 'protection'] as const;

const stepMs = 30 * 60_000;

export interface PostDraft {
  readonly trade: string | undefined;
  readonly headcount: number | null;
  readonly negotiable: boolean;
  readonly yuan: number | null;
  readonly unit: PayUnit;
  readonly settlement: Settlement;
  readonly place: string;
  readonly bay: string;
  readonly plate: string;
  readonly day: string;
  readonly time: string;
  readonly leave: string;
  readonly hoursPerDay: number | null;
  readonly days: number | null;
  readonly validDay: string;
  readonly validTime: string;
  readonly given: readonly (typeof givenKinds)[number][];
  readonly hazards: readonly Hazard[];
  readonly insurance: Insurance;
  readonly mode: HireMode;
  readonly sealedQuotes: boolean;
  readonly title: string;
  readonly remark: string;
  readonly conditions: string;
  readonly certificates: readonly Certificate[];
  readonly onBehalfOf: string | undefined;
  readonly named: string;
}

/** Begins with the next half hour, and is shown until it begins. */
export function newDraft(now: Instant): PostDraft {
  const start = Math.ceil((now + stepMs) / stepMs) * stepMs;
  return {
    trade: undefined, headcount: 1, negotiable: false, yuan: null, unit: 'day', settlement: 'done', place: '', bay: '', plate: '', day: localDay(start), time: localTime(start), leave: '', hoursPerDay: 8, days: 1,
    validDay: localDay(start), validTime: localTime(start), given: [], hazards: ['none'], insurance: 'none', mode: 'open', sealedQuotes: false, title: '', remark: '', conditions: '', certificates: [], onBehalfOf: undefined, named: '',
  };
}

/** A posting as it stands, for a form that begins with it. */
export function draftOf(terms: JobTerms): PostDraft {
  const { pay } = terms;
  return {
    trade: terms.trade, headcount: terms.headcount, negotiable: pay.kind === 'negotiable', yuan: pay.kind === 'fixed' ? yuanOf(pay.amountFen) : null, unit: pay.kind === 'fixed' ? pay.unit : 'day', settlement: terms.settlement,
    place: terms.place, bay: terms.bay ?? '', plate: terms.plate ?? '', day: localDay(terms.startAt), time: localTime(terms.startAt), leave: terms.leaveBy === undefined ? '' : localTime(terms.leaveBy), hoursPerDay: terms.hoursPerDay, days: terms.days,
    validDay: localDay(terms.validUntil), validTime: localTime(terms.validUntil), given: givenKinds.filter((one) => terms[one]), hazards: terms.hazards, insurance: terms.insurance, mode: terms.mode ?? 'open', sealedQuotes: terms.sealedQuotes === true,
    title: terms.title ?? '', remark: terms.remark ?? '', conditions: terms.conditions?.text ?? '', certificates: terms.conditions?.certificates ?? [], onBehalfOf: terms.onBehalfOf, named: terms.namedTicket ?? '',
  };
}

/** The plainest of several hazards goes when one is named, and comes back when none is left. */
export function hazardsAfter(hazards: readonly Hazard[], before: readonly Hazard[]): readonly Hazard[] {
  if (hazards.length === 0 || (hazards.includes('none') && !before.includes('none'))) return ['none'];
  return hazards.filter((one) => one !== 'none');
}

type Terms = { readonly [K in keyof JobTerms]?: JobTerms[K] | undefined };

export function termsOf(draft: PostDraft): Terms {
  const has = (one: PostDraft['given'][number]): boolean => draft.given.includes(one);
  const conditions = { ...(orAbsent(draft.conditions) === undefined ? {} : { text: draft.conditions }), ...(draft.certificates.length === 0 ? {} : { certificates: [...draft.certificates] }) };
  const terms: Terms = {
    trade: draft.trade, headcount: draft.headcount ?? undefined,
    pay: draft.negotiable ? { kind: 'negotiable' } : draft.yuan === null ? undefined : { kind: 'fixed', amountFen: fenOf(draft.yuan), unit: draft.unit },
    settlement: draft.settlement, place: orAbsent(draft.place), bay: orAbsent(draft.bay), plate: orAbsent(plainNumber(draft.plate)), startAt: momentOf(draft.day, draft.time),
    // Half a time is no time: it is refused at its field, and never left out in silence.
    leaveBy: draft.leave === '' ? undefined : momentOf(draft.day, draft.leave) ?? Number.NaN,
    hoursPerDay: draft.hoursPerDay ?? undefined, days: draft.days ?? undefined, meals: has('meals'), transport: has('transport'), tools: has('tools'), hazards: [...draft.hazards], protection: has('protection'),
    insurance: draft.insurance, validUntil: momentOf(draft.validDay, draft.validTime), mode: draft.mode, title: orAbsent(draft.title), remark: orAbsent(draft.remark), conditions: Object.keys(conditions).length === 0 ? undefined : conditions,
    onBehalfOf: draft.onBehalfOf, namedTicket: orAbsent(plainNumber(draft.named)), sealedQuotes: draft.sealedQuotes ? true : undefined,
  };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}
