/* One kiosk is enrolled: what it is, then the code with its five minutes, then the signs that must stand on both screens, then yes or no. */
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { networkQueries, type EnrollingSeen, type NetworkMember } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field } from '../../parts/form/field.tsx';
import { useAct } from '../../session/use-act.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { nextName } from './next-name.ts';
import { useStep } from './use-step.ts';

interface EnrolDialogProps { readonly enrolling: EnrollingSeen | undefined; readonly known: readonly NetworkMember[]; readonly again: () => void; readonly onClose: () => void }

export function EnrolDialog({ enrolling, known, again, onClose }: EnrolDialogProps) {
  const say = useSay();
  const step = useStep();
  const act = useAct();
  const [asked, setAsked] = useState(false);
  const close = (): void => { void (enrolling === undefined || enrolling.at === 'in' ? Promise.resolve() : step.run('closeEnrolment', {})).then(onClose); };
  const yes = ({ wanted, fingerprint }: Extract<EnrollingSeen, { at: 'proved' }>): void => {
    void act.run({ type: 'enrolDevice', ...wanted, fingerprint, proof: 'certificate' }, () => say('network.enrolled', { name: wanted.name })).then(again);
  };
  const buttons = enrolling?.at === 'proved'
    ? [<Button key="no" danger onClick={close}>{say('network.signsDiffer')}</Button>, <Button key="yes" type="primary" loading={act.busy} onClick={() => { yes(enrolling); }}>{say('network.signsSame')}</Button>]
    : [<Button key="close" onClick={close}>{say(enrolling?.at === 'in' ? 'network.done' : 'console.cancel')}</Button>];
  return (
    <Modal open centered closable={false} width={560} title={enrolling === undefined ? say('network.enrol') : say('network.enrolOne', { name: enrolling.wanted.name })} onCancel={close} footer={enrolling === undefined ? null : buttons}>
      {enrolling === undefined
        ? <WantedForm known={known} over={asked} busy={step.busy} onCancel={onClose} onOpen={(wanted) => { void step.run('openEnrolment', wanted).then((done) => { if (done) { setAsked(true); again(); } }); }} />
        : <Shown enrolling={enrolling} />}
    </Modal>
  );
}

function Shown({ enrolling }: { readonly enrolling: EnrollingSeen }) {
  const say = useSay();
  const left = Math.max(0, Math.round(enrolling.leftMs / 1_000));
  const time = { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') };
  switch (enrolling.at) {
    case 'open': return (
      <div className="enrolling">
        <p>{say('network.codeHow')}</p>
        <p className="code" aria-label={say('network.code')}>{`${enrolling.code.slice(0, 4)} ${enrolling.code.slice(4)}`}</p>
        <p className="soft">{say('network.left', time)}{' '}{enrolling.triesLeft < 5 && say('network.triesLeft', { n: enrolling.triesLeft })}</p>
      </div>
    );
    case 'proved': return (
      <div className="enrolling">
        <p>{say('network.signsHow')}</p>
        <p className="code" aria-label={say('network.signs')}>{enrolling.signs}</p>
        <p className="soft">{say('network.left', time)}</p>
      </div>
    );
    case 'in': return <div className="enrolling"><p className="in" role="status">{say('network.isIn', { name: enrolling.wanted.name })}</p></div>;
  }
}

type Wanted = EnrollingSeen['wanted'];

function WantedForm({ known, over, busy, onOpen, onCancel }: { readonly known: readonly NetworkMember[]; readonly over: boolean; readonly busy: boolean; readonly onOpen: (wanted: Wanted) => void; readonly onCancel: () => void }) {
  const say = useSay();
  const printers = useMemory().floor?.printers ?? [];
  const [deviceId, setDeviceId] = useState(nextName('kiosk', known));
  const [name, setName] = useState('');
  const [printer, setPrinter] = useState(printers.find((one) => !known.some((member) => member.printer === one && member.revokedAt === undefined)) ?? printers[0]);
  const wanted = networkQueries.openEnrolment.request.safeParse({ deviceId, role: 'kiosk', name: name.trim(), printer });
  const before = known.find((one) => one.deviceId === deviceId && one.revokedAt === undefined);
  return (
    <form className="ask-why" onSubmit={(event) => { event.preventDefault(); if (wanted.success && printer !== undefined) onOpen(wanted.data); }}>
      {over && <p className="over" role="status">{say('network.codeOver')}</p>}
      <Field label={say('network.name')} needed hint={say('network.nameHint')}><Input autoFocus maxLength={30} aria-label={say('network.name')} value={name} onChange={(event) => { setName(event.target.value); }} /></Field>
      <Field label={say('network.id')} needed hint={before === undefined ? say('network.idHint') : say('network.idTaken', { name: before.name })}><Input maxLength={64} aria-label={say('network.id')} value={deviceId} onChange={(event) => { setDeviceId(event.target.value); }} /></Field>
      <Field label={say('network.printer')} needed><Select aria-label={say('network.printer')} value={printer ?? null} onChange={setPrinter} options={printers.map((one) => ({ value: one, label: one }))} /></Field>
      <p className="dialog-acts"><Button onClick={onCancel}>{say('console.cancel')}</Button><Button type="primary" htmlType="submit" loading={busy} disabled={!wanted.success || printer === undefined}>{say('network.openCode')}</Button></p>
    </form>
  );
}
