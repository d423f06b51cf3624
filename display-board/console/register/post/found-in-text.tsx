/* What the filter found, where it stands in what was written. */
import { Marked, type Mark } from '../../parts/desk/marked.tsx';
import type { PostDraft } from './draft.ts';

export const FoundInText = ({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) => <p className="found-in-text"><Marked text={text} marks={marks} /></p>;

/** What stands in the field that a refusal names (`terms.remark`), trimmed as the hall read it. */
export function textOf(draft: Pick<PostDraft, 'title' | 'remark' | 'place' | 'conditions' | 'bay'>, field: string | undefined): string | undefined {
  const texts: Readonly<Record<string, string>> = { 'terms.title': draft.title, 'terms.remark': draft.remark, 'terms.place': draft.place, 'terms.conditions.text': draft.conditions, 'terms.bay': draft.bay };
  return field === undefined ? undefined : texts[field]?.trim();
}
