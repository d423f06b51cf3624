/* For how many, and for how much each: an amount and what it is for, or to be agreed at the table. */
import { Checkbox, InputNumber, Select } from 'antd';
import { payUnitSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field, FieldGroup } from '../form/field.tsx';
import type { PartProps } from './part-props.ts';

export function PayBoxes({ draft, put, form }: PartProps) {
  const say = useSay();
  return (
    <>
      <Field needed label={say('post.headcount')} wrong={form.wrong('terms.headcount')}><InputNumber<number> min={1} max={999} precision={0} value={draft.headcount} onChange={(headcount) => { put({ headcount }); }} /></Field>
      <FieldGroup needed label={say('post.pay')} wrong={form.wrong('terms.pay', 'terms.pay.amountFen')}>
        <div className="pay-row">
          <InputNumber<number> aria-label={say('post.pay')} min={0.01} max={100_000} precision={2} controls={false} prefix="¥" disabled={draft.negotiable} value={draft.yuan} onChange={(yuan) => { put({ yuan }); }} />
          <Select aria-label={say('console.perUnit')} disabled={draft.negotiable} value={draft.unit} onChange={(unit) => { put({ unit }); }} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} />
          <Checkbox checked={draft.negotiable} onChange={(event) => { put({ negotiable: event.target.checked }); }}>{say('pay.negotiable')}</Checkbox>
        </div>
      </FieldGroup>
    </>
  );
}
