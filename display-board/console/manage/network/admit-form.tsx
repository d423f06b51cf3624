/* A browser that waits is let in: the signs once more, large, and the name under which the hall knows it from now on. */
import { Input } from 'antd';
import { useState } from 'react';
import type { NetworkMember } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { nextName } from './next-name.ts';

interface AdmitFormProps { readonly waiting: QueryReply<'network'>['waiting'][number]; readonly known: readonly NetworkMember[]; readonly onDone: () => void; readonly onClose: () => void }

export function AdmitForm({ waiting: { role, signs, fingerprint }, known, onDone, onClose }: AdmitFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const [deviceId, setDeviceId] = useState(nextName(role, known));
  const [name, setName] = useState('');
  const before = known.find((one) => one.deviceId === deviceId && one.revokedAt === undefined);
  const admit = (): void => { void form.send({ type: 'enrolDevice', deviceId, role, name: name.trim(), fingerprint, proof: 'session' }, () => say('network.enrolled', { name })).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog title={say(`network.admitTitle.${role}`)} act={say('network.admit')} form={form} onAct={admit} onClose={onClose} ready={name.trim() !== ''}>
      <div className="enrolling">
        <p>{say('network.admitHow')}</p>
        <p className="code" aria-label={say('network.signs')}>{signs}</p>
      </div>
      <Field label={say('network.name')} needed hint={say('network.placeHint')} wrong={form.wrong('name')}><Input autoFocus maxLength={30} aria-label={say('network.name')} value={name} onChange={(event) => { setName(event.target.value); }} /></Field>
      <Field label={say('network.id')} needed wrong={form.wrong('deviceId')} hint={before === undefined ? undefined : say('network.idTaken', { name: before.name })}><Input maxLength={64} aria-label={say('network.id')} value={deviceId} onChange={(event) => { setDeviceId(event.target.value); }} /></Field>
    </FormDialog>
  );
}
