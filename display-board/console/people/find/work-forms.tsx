/* What somebody can do, wants to learn, and has shown a paper for. */
import { Select } from 'antd';
import { useState } from 'react';
import { certificates, certificateSchema, type Certificate } from '@kuaizhao/db/domain/trades/certificate.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox, OneTrade, SomeTrades } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { orAbsent } from '../../parts/form/written.tsx';
import { tradesMost } from '../../register/worker/told.ts';
import type { PersonFormProps } from './person-form-props.ts';

const whoOf = ({ worker }: PersonFormProps) => ({ by: 'worker', workerId: worker.workerId });

export function TradesForm(props: PersonFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const [trades, setTrades] = useState<readonly string[]>([]);
  const send = (): void => { void form.send({ type: 'changeTrades', who: whoOf(props), trades: [...trades] }, () => say('person.done.trades')).then((done) => { if (done) props.onDone(); }); };
  return (
    <FormDialog title={say('person.tradesTitle', { who: props.worker.shortName })} act={say('person.do.trades')} form={form} ready={trades.length > 0} onAct={send} onClose={props.onClose}>
      <FieldGroup needed label={say('worker.trades')} wrong={form.wrong('trades')} hint={say('person.tradesHint')}><SomeTrades label={say('worker.trades')} value={trades} onChange={setTrades} most={tradesMost} /></FieldGroup>
    </FormDialog>
  );
}

export function TrainingForm(props: PersonFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const [trade, setTrade] = useState<string>();
  const send = (): void => { void form.send({ type: 'wishTraining', who: whoOf(props), trade }, () => say('person.done.training')).then((done) => { if (done) props.onDone(); }); };
  return (
    <FormDialog title={say('person.trainingTitle', { who: props.worker.shortName })} act={say('person.do.training')} form={form} ready={trade !== undefined} onAct={send} onClose={props.onClose}>
      <FieldGroup needed label={say('person.trainingTrade')} wrong={form.wrong('trade')}><OneTrade label={say('person.trainingTrade')} value={trade} onChange={setTrade} /></FieldGroup>
    </FormDialog>
  );
}

export function CertificateForm(props: PersonFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const [certificate, setCertificate] = useState<Certificate>();
  const [until, setUntil] = useState('');
  const send = (): void => { void form.send({ type: 'showCertificate', who: whoOf(props), held: { certificate, until: orAbsent(until) } }, () => say('person.done.certificate')).then((done) => { if (done) props.onDone(); }); };
  return (
    <FormDialog title={say('person.certificateTitle', { who: props.worker.shortName })} act={say('person.do.certificate')} form={form} ready={certificate !== undefined} onAct={send} onClose={props.onClose}>
      <p className="hint">{say('person.certificateHint')}</p>
      <FieldGroup needed label={say('post.certificates')} wrong={form.wrong('held.certificate')}>
        <Select aria-label={say('post.certificates')} value={certificate ?? null} onChange={setCertificate} options={certificateSchema.options.map((one) => ({ value: one, label: say.language === 'en' ? certificates[one].en : certificates[one].zh }))} />
      </FieldGroup>
      <Field needed label={say('person.certificateUntil')} wrong={form.wrong('held.until')}><DayBox label={say('person.certificateUntil')} value={until} onChange={setUntil} /></Field>
    </FormDialog>
  );
}
