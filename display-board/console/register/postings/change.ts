/* What a form made of a posting, as the change that the command wants: only what is other than before, and what was wiped out by name. */
import type { ChangedElement } from '@kuaizhao/db/domain/jobs/commands.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { draftOf, termsOf, type PostDraft } from '../../parts/jobs/draft.ts';

/** What the desk's form holds of it; people and prices under seal are named at the table. */
const elements: readonly ChangedElement[] = ['validUntil', 'headcount', 'pay', 'place', 'bay', 'plate', 'startAt', 'leaveBy', 'hoursPerDay', 'days', 'title', 'remark', 'conditions'];
const mayGo: ReadonlySet<ChangedElement> = new Set(['title', 'remark', 'conditions', 'bay', 'plate', 'leaveBy']);

/** Empty when nothing was changed. A needed element that was wiped out is `null`, so that its field is named. */
export function changeOf(terms: JobTerms, draft: PostDraft): Readonly<Record<string, unknown>> {
  const [before, after] = [termsOf(draftOf(terms)), termsOf(draft)];
  // Years in the trade have no box here: they stay as they were.
  const years = terms.conditions?.experienceYears;
  const kept = years === undefined ? {} : { experienceYears: years };
  const changed = elements.filter((element) => JSON.stringify(before[element]) !== JSON.stringify(after[element]));
  const wiped = changed.filter((element) => after[element] === undefined && mayGo.has(element) && !(element === 'conditions' && years !== undefined));
  const said = changed.filter((element) => !wiped.includes(element)).map((element) => [element, element === 'conditions' ? { ...after.conditions, ...kept } : after[element] ?? null] as const);
  return { ...Object.fromEntries(said), ...(wiped.length === 0 ? {} : { without: wiped }) };
}
