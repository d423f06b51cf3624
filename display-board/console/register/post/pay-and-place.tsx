/* What work, how many, for how much, where; and for whom, when somebody else posts. */
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { payUnitSchema, settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { EmployerDetail } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';
import { OneTrade, TimeBox } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import type { PartProps } from './part-props.ts';

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
      <Field needed label={say('post.headcount')} wrong={form.wrong('terms.headcount')}><InputNumber<number> min={1} max={999} precision={0} value={draft.headcount} onChange={(headcount) => { put({ headcount }); }} /></Field>
      <FieldGroup needed label={say('post.pay')} wrong={form.wrong('terms.pay', 'terms.pay.amountFen')}>
        <div className="pay-row">
          <InputNumber<number> aria-label={say('post.pay')} min={0.01} max={100_000} precision={2} controls={false} prefix="¥" disabled={draft.negotiable} value={draft.yuan} onChange={(yuan) => { put({ yuan }); }} />
          <Select aria-label={say('console.perUnit')} disabled={draft.negotiable} value={draft.unit} onChange={(unit) => { put({ unit }); }} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} />
          <Checkbox checked={draft.negotiable} onChange={(event) => { put({ negotiable: event.target.checked }); }}>{say('pay.negotiable')}</Checkbox>
        </div>
      </FieldGroup>
      <Field needed label={say('post.place')} wrong={form.wrong('terms.place')}><Input value={draft.place} onChange={(event) => { put({ place: event.target.value }); }} /></Field>
      <FieldGroup needed label={say('console.settlement')} wrong={form.wrong('terms.settlement')}>
        <Select aria-label={say('console.settlement')} value={draft.settlement} onChange={(settlement) => { put({ settlement }); }} options={settlementSchema.options.map((one) => ({ value: one, label: say(`settlement.${one}`) }))} />
      </FieldGroup>
      <FieldGroup label={say('post.van')} wrong={form.wrong('terms.bay', 'terms.plate', 'terms.leaveBy')}>
        <div className="three-boxes">
          <Input aria-label={say('post.bay')} placeholder={say('post.bay')} value={draft.bay} onChange={(event) => { put({ bay: event.target.value }); }} />
          <Input aria-label={say('post.plate')} placeholder={say('post.plate')} maxLength={10} value={draft.plate} onChange={(event) => { put({ plate: event.target.value }); }} />
          <TimeBox label={say('post.leave')} value={draft.leave} placeholder={say('post.leave')} onChange={(leave) => { put({ leave }); }} />
        </div>
      </FieldGroup>
    </>
  );
}
