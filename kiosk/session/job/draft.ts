/* The draft of a posting: what can honestly be assumed, and how taps change it. */
import type { DraftTerms, JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { dayStart, localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** 23:59 of the local day on which work begins. */
export const endOfStartDay = (startAt: Instant): Instant => dayStart(localDay(startAt)) + dayMs - minuteMs;

/**
 * What a boss at dawn most often means: one person, one day of eight hours, beginning at the next half hour that is an hour away.
 * Trade, pay, place, hazards and insurance are never assumed: those are said or not posted.
 */
export function firstDraft(now: Instant): DraftTerms {
  const halfHour = 30 * minuteMs;
  const startAt = Math.ceil((now + 2 * halfHour) / halfHour) * halfHour;
  return {
    headcount: 1, startAt, hoursPerDay: 8, days: 1, validUntil: endOfStartDay(startAt),
    meals: false, transport: false, tools: false, protection: false,
  };
}

/**
 * Merges taps into the draft; a value of undefined takes an element out again. `validUntil` follows a changed start to the end of that day
 * unless the same tap sets it; a leaving time after the start is dropped; 无 and a named hazard never stand together: the later tap wins.
 */
export function merge(draft: DraftTerms, taps: DraftTerms): DraftTerms {
  if (taps.trade !== undefined && tradeByCode(taps.trade) === undefined) return draft;
  const merged: { -readonly [Element in keyof JobTerms]?: JobTerms[Element] | undefined } = { ...draft, ...taps };
  if (taps.startAt !== undefined && taps.validUntil === undefined) merged.validUntil = endOfStartDay(taps.startAt);
  if (merged.startAt !== undefined && merged.leaveBy !== undefined && merged.leaveBy > merged.startAt) merged.leaveBy = undefined;
  if (taps.hazards !== undefined) merged.hazards = withoutContradiction(draft.hazards ?? [], taps.hazards);
  return stripped(merged);
}

/** What an employer said of the same trade before, times left out; of another trade only what does not hang on the work. */
const sameForAll = ['settlement', 'place', 'bay', 'plate'] as const satisfies readonly (keyof JobTerms)[];
const sameForTrade = [...sameForAll, 'headcount', 'pay', 'hoursPerDay', 'days', 'meals', 'transport', 'tools', 'hazards', 'protection', 'insurance', 'mode'] as const satisfies readonly (keyof JobTerms)[];

/** Fills in what is known once the trade is said. Danger, insurance and pay are those of that trade or of none. The van leaves as long before the start as it did. */
export function withKnown(draft: DraftTerms, past: readonly JobTerms[], now: Instant): DraftTerms {
  const same = past.find((terms) => terms.trade === draft.trade);
  const known = same ?? past[0];
  if (known === undefined) return draft;
  const kept = Object.fromEntries((same === undefined ? sameForAll : sameForTrade).map((element) => [element, known[element]]));
  const leaveBy = known.leaveBy === undefined || draft.startAt === undefined ? undefined : draft.startAt - (known.startAt - known.leaveBy);
  return stripped({ ...withoutWork(draft), ...stripped(kept), ...(leaveBy === undefined || leaveBy <= now ? {} : { leaveBy }) });
}

/** Another trade is another work: what was filled in for the one before goes. */
function withoutWork({ pay: _pay, hazards: _hazards, insurance: _insurance, mode: _mode, leaveBy: _leaveBy, ...rest }: DraftTerms): DraftTerms {
  return { ...rest, meals: false, transport: false, tools: false, protection: false };
}

/** The van is optional as a whole. */
export const withoutVan = (draft: DraftTerms): DraftTerms => merge(draft, { bay: undefined, plate: undefined, leaveBy: undefined });

function withoutContradiction(before: readonly string[], chosen: JobTerms['hazards']): JobTerms['hazards'] {
  const once = [...new Set(chosen)];
  if (!once.includes('none') || once.length === 1) return once;
  return before.includes('none') ? once.filter((hazard) => hazard !== 'none') : ['none'];
}

function stripped(terms: DraftTerms): DraftTerms {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}
