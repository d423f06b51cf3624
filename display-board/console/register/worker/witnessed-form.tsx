/* F2 no card at hand: the person tells, staff witness. What the card number says by itself is not asked again; consent is read out first, and nothing is sent without it. */
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { ageBandSchema } from '@kuaizhao/db/domain/people/commands.ts';
import { consentTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox, printAt, SomeTrades, usePrinter } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import type { AskedFor } from '../../parts/people/asked-for.ts';
import { numberOf } from '../../parts/number-of.ts';
import { registration, tradesMost, untold, withNumber, type Told } from './told.ts';

/** What was looked for and not found begins the form. */
function begun(asked: AskedFor, typed: string): Told {
  if (asked.by === 'number') return withNumber(untold, asked.text);
  if (asked.by === 'wrongNumber') return { ...untold, number: typed };
  if (asked.by === 'phone') return { ...untold, phone: asked.text };
  if (asked.by === 'paper') return { ...untold, paper: asked.text };
  return asked.by === 'name' ? { ...untold, name: asked.text } : untold;
}

interface WitnessedFormProps { readonly asked: AskedFor; readonly typed: string; readonly onDone: (number: string | undefined) => void }

export function WitnessedForm({ asked, typed, onDone }: WitnessedFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const [told, setTold] = useState(() => begun(asked, typed));
  const put = (changes: Partial<Told>): void => { setTold((before) => ({ ...before, ...changes })); };
  const register = (): void => {
    void form.send({ ...registration(told), ...printAt(printer) }, (facts) => {
      const number = numberOf(facts);
      onDone(number);
      return number === undefined ? say('worker.sameNumber') : say('worker.gave', { number });
    });
  };
  return (
    <form className="desk-form" onSubmit={(event) => { event.preventDefault(); register(); }}>
      <h3>{say('worker.register')}</h3>
      <Field needed label={say('worker.name')} wrong={form.wrong('name')}><Input autoFocus value={told.name} onChange={(event) => { put({ name: event.target.value }); }} /></Field>
      <Field label={say('worker.number')} wrong={form.wrong('number')} hint={say('worker.numberHint')}>
        <Input value={told.number} maxLength={24} onChange={(event) => { setTold((before) => withNumber(before, event.target.value)); }} />
      </Field>
      <FieldGroup needed label={say('worker.sex')} wrong={form.wrong('sex')}>
        <Radio.Group value={told.sex ?? null} onChange={(event) => { put({ sex: event.target.value === 'male' ? 'male' : 'female' }); }}>
          <Radio value="male">{say('sex.male')}</Radio><Radio value="female">{say('sex.female')}</Radio>
        </Radio.Group>
      </FieldGroup>
      <Born told={told} put={put} wrong={form.wrong('born', 'born.birth', 'born.band', 'born.known')} />
      <Field label={say('worker.phone')} wrong={form.wrong('phone')}><Input value={told.phone} maxLength={20} inputMode="tel" onChange={(event) => { put({ phone: event.target.value }); }} /></Field>
      <Field label={say('worker.paper')} wrong={form.wrong('workNumber')} hint={say('worker.paperHint')}><Input value={told.paper} maxLength={8} placeholder="A017" onChange={(event) => { put({ paper: event.target.value }); }} /></Field>
      <FieldGroup wide needed label={say('worker.trades')} wrong={form.wrong('trades')}><SomeTrades label={say('worker.trades')} value={told.trades} onChange={(trades) => { put({ trades }); }} most={tradesMost} /></FieldGroup>
      <FieldGroup wide needed label={say('worker.consent', { version: consentTextVersion })} wrong={form.wrong('consent', 'consent.purposes') === undefined ? undefined : say('refusal.consentMissing')}>
        <p className="read-out">{say('worker.consentText')}</p>
        <Checkbox checked={told.agreed} onChange={(event) => { put({ agreed: event.target.checked }); }}>{say('worker.agreed')}</Checkbox>
        <Checkbox checked={told.phoneToEmployer} disabled={!told.agreed || told.phone === ''} onChange={(event) => { put({ phoneToEmployer: event.target.checked }); }}>{say('worker.phoneToEmployer')}</Checkbox>
      </FieldGroup>
      <div className="form-acts"><Button type="primary" size="large" htmlType="submit" loading={form.busy}>{say('worker.registerAndNumber')}</Button></div>
    </form>
  );
}

/** A birthday when it is known, else about how old. */
function Born({ told, put, wrong }: { readonly told: Told; readonly put: (changes: Partial<Told>) => void; readonly wrong: string | undefined }) {
  const say = useSay();
  return (
    <FieldGroup needed label={say('worker.born')} wrong={wrong}>
      <div className="two">
        <DayBox label={say('worker.born')} value={told.birth} onChange={(birth) => { put({ birth, band: undefined }); }} />
        <Select
          allowClear aria-label={say('worker.band')} placeholder={say('worker.band')} value={told.band ?? null} disabled={told.birth !== ''} onChange={(band) => { put({ band: band ?? undefined }); }}
          options={ageBandSchema.options.map((one) => ({ value: one, label: say(`band.${one}`) }))}
        />
      </div>
    </FieldGroup>
  );
}
