/* 用工登记 at the desk (F3, F10, F11): whoever hires shows papers once; a person by card and promise, a unit by its licence. */
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { employerKindSchema, isPerson, type EmployerKind } from '@kuaizhao/db/domain/employers/documents.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useGo } from '../../shell/go.ts';
import { nothingShown, registrationOf, type Shown } from './shown.ts';
import { PersonFields } from './person-fields.tsx';

const registeredId = (facts: readonly Fact[]): string | undefined => facts.find((fact) => fact.type === 'employerRegistered')?.employerId;

export function EmployerPage() {
  const say = useSay();
  const form = useCommandForm();
  const [kind, setKind] = useState<EmployerKind>('household');
  const [shown, setShown] = useState(nothingShown);
  const [registered, setRegistered] = useState<string>();
  const put = (changes: Partial<Shown>): void => { setShown((before) => ({ ...before, ...changes })); };
  const again = (next: EmployerKind): void => { setKind(next); form.clear(); setRegistered(undefined); };
  const register = (): void => {
    void form.send(registrationOf(kind, shown), (facts) => {
      setRegistered(registeredId(facts));
      setShown(nothingShown);
      return say('employer.registered');
    });
  };
  return (
    <PageFrame title={say('page.registerEmployer')} hint={say('employer.hint')}>
      <div className="sheet alone">
        <form className="desk-form" onSubmit={(event) => { event.preventDefault(); register(); }}>
          <FieldGroup wide label={say('employer.kind')}>
            <Segmented<EmployerKind> value={kind} onChange={again} options={employerKindSchema.options.map((one) => ({ value: one, label: say(`kind.${one}`) }))} />
          </FieldGroup>
          <p className="say-so">{say(`papers.${kind}`)}</p>
          {isPerson(kind) ? <PersonFields form={form} shown={shown} put={put} /> : <UnitFields kind={kind} form={form} shown={shown} put={put} />}
          <div className="form-acts">
            <Button type="primary" size="large" htmlType="submit" loading={form.busy}>{say('employer.register')}</Button>
            {registered !== undefined && <Registered employerId={registered} />}
          </div>
        </form>
      </div>
    </PageFrame>
  );
}

function Registered({ employerId }: { readonly employerId: string }) {
  const say = useSay();
  const { go, leads } = useGo();
  return (
    <>
      <Button size="large" autoFocus onClick={() => { go('post', employerId); }}>{say('employer.postNow')}</Button>
      {leads('employers') && <Button size="large" onClick={() => { go('employers', employerId); }}>{say('employer.see')}</Button>}
    </>
  );
}

interface FieldsProps { readonly form: ReturnType<typeof useCommandForm>; readonly shown: Shown; readonly put: (changes: Partial<Shown>) => void }

function UnitFields({ kind, form, shown, put }: FieldsProps & { readonly kind: EmployerKind }) {
  const say = useSay();
  const wrongNumber = Array.from(shown.representatives.split('\n').keys(), (at) => form.wrong(`representatives.${String(at)}`)).find((one) => one !== undefined);
  return (
    <>
      <Field wide needed label={say('employer.name')} wrong={form.wrong('name')}><Input value={shown.name} onChange={(event) => { put({ name: event.target.value }); }} /></Field>
      <Field needed label={say('employer.creditCode')} wrong={form.wrong('creditCode')} hint={say('employer.creditCodeHint')}><Input value={shown.creditCode} maxLength={24} onChange={(event) => { put({ creditCode: event.target.value }); }} /></Field>
      {kind === 'agency' && <Field needed label={say('employer.licence')} wrong={form.wrong('licenceNumber')}><Input value={shown.licenceNumber} maxLength={60} onChange={(event) => { put({ licenceNumber: event.target.value }); }} /></Field>}
      <Field wide label={say('employer.representatives')} wrong={wrongNumber ?? form.wrong('representatives')} hint={say('employer.representativesHint')}>
        <Input.TextArea rows={3} maxLength={400} value={shown.representatives} onChange={(event) => { put({ representatives: event.target.value }); }} />
      </Field>
    </>
  );
}
