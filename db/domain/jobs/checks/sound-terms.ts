/* Everything the law wants said is said, and what is said can be true. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { isOffered, tradeByCode } from '../../trades/trade.ts';
import { jobTermsSchema, requiredTerms, type DraftTerms, type JobTerms } from '../terms.ts';

/** A start may lie this far back: the boss is at the kiosk and work begins "now". */
export const startGraceMs = 3_600_000;
/** A posting is for the near future; what begins later is posted later. */
export const startHorizonMs = 60 * 24 * 3_600_000;

/** Refuses `termMissing` and `termImpossible` (both with the element's path), `tradeUnknown`, `tradeRetired`. */
export function completeTerms(draft: DraftTerms, context: Context): Result<JobTerms> {
  const missing = requiredTerms.find((element) => draft[element] === undefined);
  if (missing !== undefined) return refuse('termMissing', `terms.${missing}`);
  const terms = jobTermsSchema.parse(draft);
  if (tradeByCode(terms.trade) === undefined) return refuse('tradeUnknown', 'terms.trade');
  if (!isOffered(terms.trade)) return refuse('tradeRetired', 'terms.trade');
  const impossible = impossibleTerms(terms, context)[0];
  return impossible === undefined ? ok(terms) : refuse('termImpossible', `terms.${impossible}`);
}

/** The elements that cannot be true, in the order in which a person is asked. */
export function impossibleTerms(terms: JobTerms, { now, settings }: Context): readonly (keyof JobTerms)[] {
  const wrong: Readonly<Partial<Record<keyof JobTerms, boolean>>> = {
    minimum: terms.minimum !== undefined && terms.minimum > terms.headcount,
    startAt: terms.startAt < now - startGraceMs || terms.startAt > now + startHorizonMs,
    validUntil: terms.validUntil <= now || terms.validUntil > now + startHorizonMs,
    leaveBy: terms.leaveBy !== undefined && terms.leaveBy > terms.startAt && terms.startAt > now,
    bay: terms.bay !== undefined && !settings.bays.includes(terms.bay),
    hazards: terms.hazards.includes('none') && terms.hazards.length > 1,
    // Who sends people to dangerous work gives them protection (劳动法 art. 54).
    protection: !terms.hazards.includes('none') && !terms.protection,
  };
  return (Object.keys(wrong) as (keyof JobTerms)[]).filter((element) => wrong[element] === true);
}
