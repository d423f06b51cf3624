/* Why a posting or its change was refused: blocked wording at its place in the text; other refusals stand at their fields too. */
import { Alert } from 'antd';
import { useSay } from '../../../kit/say.tsx';
import type { CommandForm } from '../form/use-command-form.ts';
import type { PostDraft } from './draft.ts';
import { FoundInText } from './found-in-text.tsx';

export function RefusedWords({ form: { refusal }, draft }: { readonly form: Pick<CommandForm, 'refusal'>; readonly draft: PostDraft }) {
  const say = useSay();
  if (refusal === undefined) return null;
  const text = textOf(draft, refusal.field);
  return (
    <Alert
      type="error" showIcon title={say(`refusal.${refusal.code}`)}
      description={text === undefined || refusal.matched === undefined ? undefined : <FoundInText text={text} marks={[{ ...refusal.matched, ruleId: refusal.ruleId }]} />}
    />
  );
}

/** What stands in the field that a refusal names (`terms.remark`, `change.remark`), trimmed as the hall read it. */
function textOf(draft: PostDraft, field: string | undefined): string | undefined {
  const texts: Readonly<Record<string, string>> = { title: draft.title, remark: draft.remark, place: draft.place, 'conditions.text': draft.conditions, bay: draft.bay };
  return field === undefined ? undefined : texts[field.replace(/^(terms|change)\./, '')]?.trim();
}
