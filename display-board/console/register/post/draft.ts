/* A posting as a form holds it, and as the command wants it: days and times typed apart, money in yuan, nothing sent that was left empty. */
import type { Hazard, HireMode, Insurance, JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { PayUnit, Settlement } from '@kuaizhao/db/domain/jobs/pay.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Certificate } from '@kuaizhao/db/domain/trades/certificate.ts';
import { momentOf } from '../../parts/desk/when.ts';

const fenPerYuan = 100;
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
  readonly given: readonly ('meals' | 'transport' | 'tools' | 'protection')[];
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

/** The plainest of several hazards goes when one is named, and comes back when none is left. */
export function hazardsAfter(hazards: readonly Hazard[], before: readonly Hazard[]): readonly Hazard[] {
  if (hazards.length === 0 || (hazards.includes('none') && !before.includes('none'))) return ['none'];
  return hazards.filter((one) => one !== 'none');
}

type Terms = { readonly [K in keyof JobTerms]?: JobTerms[K] | undefined };

export function termsOf(draft: PostDraft): Terms {
  const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
  const has = (one: PostDraft['given'][number]): boolean => draft.given.includes(one);
  const conditions = { ...(filled(draft.conditions) === undefined ? {} : { text: draft.conditions }), ...(draft.certificates.length === 0 ? {} : { certificates: [...draft.certificates] }) };
  const terms: Terms = {
    trade: draft.trade, headcount: draft.headcount ?? undefined,
    pay: draft.negotiable ? { kind: 'negotiable' } : draft.yuan === null ? undefined : { kind: 'fixed', amountFen: Math.round(draft.yuan * fenPerYuan), unit: draft.unit },
    settlement: draft.settlement, place: filled(draft.place), bay: filled(draft.bay), plate: filled(draft.plate.replaceAll(/\s/g, '').toUpperCase()), startAt: momentOf(draft.day, draft.time), 
    // Half a time is no time: it is refused at its field, and never left out in silence.
    leaveBy: draft.leave === '' ? undefined : momentOf(draft.day, draft.leave) ?? Number.NaN,
    hoursPerDay: draft.hoursPerDay ?? undefined, days: draft.days ?? undefined, meals: has('meals'), transport: has('transport'), tools: has('tools'), hazards: [...draft.hazards], protection: has('protection'),
    insurance: draft.insurance, validUntil: momentOf(draft.validDay, draft.validTime), mode: draft.mode, title: filled(draft.title), remark: filled(draft.remark), conditions: Object.keys(conditions).length === 0 ? undefined : conditions,
    onBehalfOf: draft.onBehalfOf, namedTicket: filled(draft.named.trim().toUpperCase()), sealedQuotes: draft.sealedQuotes ? true : undefined,
  };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}
