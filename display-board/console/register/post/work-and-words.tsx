/* What is given, what is dangerous, what may lawfully be asked, how people are chosen, and the employer's own words. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { hazardSchema, hireModeSchema, insuranceSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { certificates, certificateSchema } from '@kuaizhao/db/domain/trades/certificate.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { NoteBox } from '../../parts/form/written.tsx';
import { givenKinds, hazardsAfter, type PostDraft } from '../../parts/jobs/draft.ts';
import type { PartProps } from '../../parts/jobs/part-props.ts';

export function WorkAndWords({ draft, put, form }: PartProps) {
  const say = useSay();
  return (
    <>
      <FieldGroup label={say('post.given')} wrong={form.wrong('terms.protection')}>
        <Checkbox.Group<PostDraft['given'][number]> value={[...draft.given]} onChange={(next) => { put({ given: next }); }} options={givenKinds.map((one) => ({ value: one, label: say(`given.${one}`) }))} />
      </FieldGroup>
      <FieldGroup label={say('post.insurance')} wrong={form.wrong('terms.insurance')}>
        <Radio.Group value={draft.insurance} onChange={(event) => { put({ insurance: insuranceSchema.parse(event.target.value) }); }} options={insuranceSchema.options.map((one) => ({ value: one, label: say(`insurance.${one}`) }))} />
      </FieldGroup>
      <FieldGroup label={say('post.mode')} wrong={form.wrong('terms.mode')}>
        <Radio.Group value={draft.mode} onChange={(event) => { put({ mode: hireModeSchema.parse(event.target.value) }); }} options={hireModeSchema.options.map((one) => ({ value: one, label: say(`mode.${one}`) }))} />
      </FieldGroup>
      <FieldGroup wide needed label={say('post.hazards')} wrong={form.wrong('terms.hazards')}>
        <Checkbox.Group value={[...draft.hazards]} onChange={(next) => { put({ hazards: hazardsAfter(next, draft.hazards) }); }} options={hazardSchema.options.map((one) => ({ value: one, label: say(`hazard.${one}`) }))} />
      </FieldGroup>
      <Field label={say('post.title')} wrong={form.wrong('terms.title')}><Input value={draft.title} onChange={(event) => { put({ title: event.target.value }); }} /></Field>
      <Field label={say('post.conditions')} wrong={form.wrong('terms.conditions.text', 'terms.conditions')}><Input value={draft.conditions} onChange={(event) => { put({ conditions: event.target.value }); }} /></Field>
      <FieldGroup label={say('post.certificates')} wrong={form.wrong('terms.conditions.certificates')}>
        <Select
          mode="multiple" showSearch={{ optionFilterProp: 'label' }} maxCount={6} maxTagCount="responsive" aria-label={say('post.certificates')} value={[...draft.certificates]} onChange={(next) => { put({ certificates: next }); }}
          options={certificateSchema.options.map((one) => ({ value: one, label: say.language === 'en' ? certificates[one].en : certificates[one].zh }))}
        />
      </FieldGroup>
      <Field wide label={say('post.remark')} wrong={form.wrong('terms.remark')}><NoteBox label={say('post.remark')} value={draft.remark} onChange={(remark) => { put({ remark }); }} /></Field>
      <Field label={say('post.named')} wrong={form.wrong('terms.namedTicket')} hint={say('post.namedHint')}><Input value={draft.named} maxLength={6} placeholder="A017" onChange={(event) => { put({ named: event.target.value }); }} /></Field>
      <FieldGroup label={say('post.quotes')}><Checkbox checked={draft.sealedQuotes} onChange={(event) => { put({ sealedQuotes: event.target.checked }); }}>{say('post.sealed')}</Checkbox></FieldGroup>
    </>
  );
}
