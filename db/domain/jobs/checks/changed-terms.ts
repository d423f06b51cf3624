/* What a posting says after a change, which elements are other than before, and whether they may be. */
import type { Context } from '../../context.ts';
import { refuse } from '../../result.ts';
import { jobKindOf } from './duration.ts';
import { impossibleTerms, startHorizonMs } from './sound-terms.ts';
import { changedElementSchema, type ChangedElement, type ChangeJob } from '../commands.ts';
import type { OfferedPay } from '../pay.ts';
import type { JobTerms } from '../terms.ts';
import type { JobRow } from '../view.ts';

type Change = ChangeJob['change'];

export function termsAfter({ sealedQuotes: before, ...terms }: JobTerms, { sealedQuotes = before === true, without = [], ...change }: Change): JobTerms {
  const left = Object.fromEntries(Object.entries(terms).filter(([element]) => !without.some((one) => one === element))) as Omit<JobTerms, 'sealedQuotes'>;
  return { ...left, ...(sealedQuotes ? { sealedQuotes } : {}), ...given(change) };
}

const given = (change: Omit<Change, 'sealedQuotes' | 'without'>): Partial<JobTerms> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** What reads otherwise than before; what was sent again as it stood is no change. */
export const changedElements = (before: JobTerms, after: JobTerms): readonly ChangedElement[] =>
  changedElementSchema.options.filter((element) => JSON.stringify(before[element]) !== JSON.stringify(after[element]));

/** On the hire slip in the hands of whoever was hired. */
const promised: ReadonlySet<ChangedElement> = new Set(['place', 'startAt', 'hoursPerDay', 'days']);
/** What whoever was called would want to hear before saying yes or no. */
export const worthTelling: ReadonlySet<ChangedElement> = new Set(['pay', 'place', 'startAt', 'leaveBy', 'hoursPerDay', 'days', 'bay', 'plate', 'title', 'remark', 'conditions']);

/** `termImpossible`, `payOnlyUp`, or `alreadyPromised`: who was hired has it in writing; it is agreed anew with them, or posted as another job. */
export function worseThanBefore(job: JobRow, after: JobTerms, { changed, change }: { readonly changed: readonly ChangedElement[]; readonly change: Change }, context: Context): ReturnType<typeof refuse> | undefined {
  const { terms } = job;
  const { now } = context;
  const hired = terms.headcount - job.placesLeft;
  if (change.validUntil !== undefined && (change.validUntil < terms.validUntil || change.validUntil <= now || change.validUntil > now + startHorizonMs)) return refuse('termImpossible', 'change.validUntil');
  if (change.headcount !== undefined && change.headcount < Math.max(hired, terms.minimum ?? 0)) return refuse('termImpossible', 'change.headcount');
  if (change.pay !== undefined && !isUp(terms.pay, change.pay)) return refuse('payOnlyUp', 'change.pay');
  const kept = hired === 0 ? undefined : changed.find((element) => promised.has(element));
  if (kept !== undefined) return refuse('alreadyPromised', `change.${kept}`);
  // A van that leaves after work has begun is wrong whichever of the two was moved; what nobody touched is judged by nobody.
  const wrong = impossibleTerms(after, context).find((element) => changed.some((one) => one === element || (element === 'leaveBy' && one === 'startAt')));
  if (wrong !== undefined) return refuse('termImpossible', `change.${wrong}`);
  // Daily work and steady jobs stand on lists of their own.
  return changed.includes('days') && jobKindOf(after) !== job.jobKind ? refuse('termImpossible', 'change.days') : undefined;
}

/** 面议 may become any amount, an amount only a higher one of the same unit. */
const isUp = (before: OfferedPay, after: OfferedPay): boolean =>
  before.kind === 'negotiable' || (after.kind === 'fixed' && after.unit === before.unit && after.amountFen >= before.amountFen);
