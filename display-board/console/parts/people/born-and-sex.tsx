/* Birthday and sex, asked only of whoever's number says neither. */
import { Radio } from 'antd';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from '../form/choices.tsx';
import { Field, FieldGroup } from '../form/field.tsx';
import type { CommandForm } from '../form/use-command-form.ts';
import { asksMore, type TypedCard } from './typed-card.ts';

export function BornAndSex({ form, card, put }: { readonly form: CommandForm; readonly card: TypedCard; readonly put: (changes: Partial<Pick<TypedCard, 'sex' | 'birth'>>) => void }) {
  const say = useSay();
  if (!asksMore(card.number)) return null;
  return (
    <>
      <FieldGroup needed label={say('worker.sex')} wrong={form.wrong('card.sex')}>
        <Radio.Group value={card.sex ?? null} onChange={(event) => { put({ sex: event.target.value === 'male' ? 'male' : 'female' }); }}><Radio value="male">{say('sex.male')}</Radio><Radio value="female">{say('sex.female')}</Radio></Radio.Group>
      </FieldGroup>
      <Field needed label={say('worker.born')} wrong={form.wrong('card.birth')}><DayBox label={say('worker.born')} value={card.birth} onChange={(birth) => { put({ birth }); }} /></Field>
    </>
  );
}
