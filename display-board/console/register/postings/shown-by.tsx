/* What the employer shows who stands at the desk: the job slip of this posting, or the number it is registered by. */
import { Input, Radio } from 'antd';
import { useSay } from '../../../kit/say.tsx';
import { FieldGroup } from '../../parts/form/field.tsx';
import { plainNumber } from '../../parts/form/typed.ts';
import type { CommandForm } from '../../parts/form/use-command-form.ts';

export interface Showing { readonly kind: 'slip' | 'number'; readonly typed: string }

/** A command's `shown` member; absent as long as nothing was typed. */
export const shownOf = ({ kind, typed }: Showing) => (plainNumber(typed) === '' ? undefined : { kind, number: plainNumber(typed) });

export function ShownBy({ showing, put, form }: { readonly showing: Showing; readonly put: (showing: Showing) => void; readonly form: CommandForm }) {
  const say = useSay();
  return (
    <FieldGroup wide needed label={say('postings.shown')} hint={say('postings.shownHint')} wrong={form.wrong('shown', 'shown.number')}>
      <div className="shown-by">
        <Radio.Group optionType="button" value={showing.kind} onChange={(event) => { put({ kind: event.target.value === 'slip' ? 'slip' : 'number', typed: '' }); }} options={(['slip', 'number'] as const).map((one) => ({ value: one, label: say(`postings.shown.${one}`) }))} />
        <Input aria-label={say(`postings.shown.${showing.kind}`)} placeholder={say(`postings.shownLike.${showing.kind}`)} maxLength={24} value={showing.typed} onChange={(event) => { put({ ...showing, typed: event.target.value }); }} />
      </div>
    </FieldGroup>
  );
}
