/* A person who hires: the card lies before the clerk, and the promise is read out; what the number says by itself is not asked. */
import { Checkbox, Input, Radio } from 'antd';
import { isIdNumber, toldByNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { promiseTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import type { CommandForm } from '../../parts/form/use-command-form.ts';
import { plainNumber } from '../worker/told.ts';
import type { Shown } from './shown.ts';

export function PersonFields({ form, shown, put }: { readonly form: CommandForm; readonly shown: Shown; readonly put: (changes: Partial<Shown>) => void }) {
  const say = useSay();
  const number = plainNumber(shown.number);
  // The foreigner number of 2017 says neither birthday nor sex.
  const asksMore = isIdNumber(number) && toldByNumber(number) === undefined;
  return (
    <>
      <Field needed label={say('employer.person')} wrong={form.wrong('card.name')}><Input value={shown.name} onChange={(event) => { put({ name: event.target.value }); }} /></Field>
      <Field needed label={say('worker.number')} wrong={form.wrong('card.number')} hint={say('employer.cardHint')}><Input value={shown.number} maxLength={24} onChange={(event) => { put({ number: event.target.value }); }} /></Field>
      {asksMore && (
        <>
          <FieldGroup needed label={say('worker.sex')} wrong={form.wrong('card.sex')}>
            <Radio.Group value={shown.sex ?? null} onChange={(event) => { put({ sex: event.target.value === 'male' ? 'male' : 'female' }); }}><Radio value="male">{say('sex.male')}</Radio><Radio value="female">{say('sex.female')}</Radio></Radio.Group>
          </FieldGroup>
          <Field needed label={say('worker.born')} wrong={form.wrong('card.birth')}><DayBox label={say('worker.born')} value={shown.birth} onChange={(birth) => { put({ birth }); }} /></Field>
        </>
      )}
      <FieldGroup wide needed label={say('employer.promise', { version: promiseTextVersion })} wrong={form.wrong('promiseVersion')}>
        <p className="read-out">{say('employer.promiseText')}</p>
        <Checkbox checked={shown.promised} onChange={(event) => { put({ promised: event.target.checked }); }}>{say('employer.promised')}</Checkbox>
      </FieldGroup>
    </>
  );
}
