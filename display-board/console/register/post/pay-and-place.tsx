/* What work, how many, for how much, where; and for whom, when somebody else posts. */
import { Input, Select } from 'antd';
import { settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { EmployerDetail } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';
import { OneTrade } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import type { PartProps } from '../../parts/jobs/part-props.ts';
import { PayBoxes } from '../../parts/jobs/pay-boxes.tsx';
import { VanBoxes } from '../../parts/jobs/van-boxes.tsx';

export function PayAndPlace({ draft, put, form, principals }: PartProps & { readonly principals: EmployerDetail['principals'] }) {
  const say = useSay();
  return (
    <>
      {(principals.length > 0 || form.wrong('terms.onBehalfOf') !== undefined) && (
        <FieldGroup wide needed label={say('post.onBehalfOf')} wrong={form.wrong('terms.onBehalfOf')}>
          <Select aria-label={say('post.onBehalfOf')} value={draft.onBehalfOf ?? null} onChange={(onBehalfOf) => { put({ onBehalfOf }); }} options={principals.map((one) => ({ value: one.employerId, label: one.name }))} />
        </FieldGroup>
      )}
      <FieldGroup needed label={say('post.trade')} wrong={form.wrong('terms.trade')}><OneTrade label={say('post.trade')} value={draft.trade} onChange={(trade) => { put({ trade }); }} /></FieldGroup>
      <PayBoxes draft={draft} put={put} form={form} />
      <Field needed label={say('post.place')} wrong={form.wrong('terms.place')}><Input value={draft.place} onChange={(event) => { put({ place: event.target.value }); }} /></Field>
      <FieldGroup needed label={say('console.settlement')} wrong={form.wrong('terms.settlement')}>
        <Select aria-label={say('console.settlement')} value={draft.settlement} onChange={(settlement) => { put({ settlement }); }} options={settlementSchema.options.map((one) => ({ value: one, label: say(`settlement.${one}`) }))} />
      </FieldGroup>
      <VanBoxes draft={draft} put={put} form={form} />
    </>
  );
}
