/* A person who hires: the card lies before the clerk, and the promise is read out; what the number says by itself is not asked. */
import { Checkbox, Input } from 'antd';
import { promiseTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import type { CommandForm } from '../../parts/form/use-command-form.ts';
import { BornAndSex } from '../../parts/people/born-and-sex.tsx';
import type { Shown } from './shown.ts';

export function PersonFields({ form, shown, put }: { readonly form: CommandForm; readonly shown: Shown; readonly put: (changes: Partial<Shown>) => void }) {
  const say = useSay();
  return (
    <>
      <Field needed label={say('employer.person')} wrong={form.wrong('card.name')}><Input value={shown.name} onChange={(event) => { put({ name: event.target.value }); }} /></Field>
      <Field needed label={say('worker.number')} wrong={form.wrong('card.number')} hint={say('employer.cardHint')}><Input value={shown.number} maxLength={24} onChange={(event) => { put({ number: event.target.value }); }} /></Field>
      <BornAndSex form={form} card={shown} put={put} />
      <FieldGroup wide needed label={say('employer.promise', { version: promiseTextVersion })} wrong={form.wrong('promiseVersion')}>
        <p className="read-out">{say('employer.promiseText')}</p>
        <Checkbox checked={shown.promised} onChange={(event) => { put({ promised: event.target.checked }); }}>{say('employer.promised')}</Checkbox>
      </FieldGroup>
    </>
  );
}
