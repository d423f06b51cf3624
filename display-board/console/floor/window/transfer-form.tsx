/* 转给：to another service, a window, or a colleague; first, last, or at the place the number has. It keeps its number. */
import { Radio, Select } from 'antd';
import { useRef, useState, type ComponentRef } from 'react';
import type { CommandOf } from '@kuaizhao/db/domain/command.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { staffName } from '../../parts/staff-name.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct } from '../../session/use-act.ts';
import { useQuestion } from '../../session/use-question.ts';

type Target = CommandOf<'transfer'>['to'];
type At = CommandOf<'transfer'>['at'];
const kinds = ['service', 'window', 'person'] as const satisfies readonly Target['kind'][];
const places = ['kept', 'first', 'last'] as const satisfies readonly At[];

export function TransferForm({ number, floor, onClose }: { readonly number: string; readonly floor: FloorState; readonly onClose: () => void }) {
  const say = useSay();
  const act = useAct();
  const { desk } = useMemory();
  const { ticket } = useQuestion('ticket', { number }).value ?? {};
  // A window of antd takes the focus when it opens: the first field gets it afterwards.
  const first = useRef<ComponentRef<typeof Select>>(null);
  const [kind, setKind] = useState<Target['kind']>('service');
  const [id, setId] = useState<string>();
  const [at, setAt] = useState<At>('kept');
  const seated = floor.windows.filter((one) => one.staffId !== undefined);
  const choices = {
    service: floor.services.filter((one) => one.code !== workService && one.code !== ticket?.queue).map((one) => ({ value: one.code, label: `${one.label} · ${say('console.waiting', { n: one.waiting })}` })),
    window: seated.map((one) => ({ value: one.id, label: one.label })),
    person: seated.flatMap((one) => (one.staffId === undefined ? [] : [{ value: one.staffId, label: `${staffName(desk, one.staffId)} · ${one.label}` }])),
  }[kind];
  const send = (): void => {
    if (id === undefined || ticket === undefined) return;
    const to: Target = kind === 'service' ? { kind, service: id } : kind === 'window' ? { kind, windowId: id } : { kind, staffId: id };
    void act.run({ type: 'transfer', ticketId: ticket.ticketId, to, at }, () => say('floor.transferred', { number })).then((done) => { if (done) onClose(); });
  };
  return (
    <FormDialog rows="floor-form" width={480} title={say('floor.transferTitle', { number })} act={say('floor.transfer')} form={act} ready={id !== undefined && ticket !== undefined} onShown={() => { first.current?.focus(); }} onAct={send} onClose={onClose}>
      <Radio.Group optionType="button" value={kind} onChange={(event) => { setKind(event.target.value as Target['kind']); setId(undefined); }} options={kinds.map((one) => ({ value: one, label: say(`floor.to.${one}`) }))} />
      <Select ref={first} showSearch={{ optionFilterProp: 'label' }} value={id ?? null} onChange={(value: string | null) => { setId(value ?? undefined); }} options={choices} aria-label={say(`floor.to.${kind}`)} placeholder={say(choices.length === 0 ? 'floor.nobodySits' : `floor.to.${kind}`)} />
      <Radio.Group value={at} onChange={(event) => { setAt(event.target.value as At); }} options={places.map((one) => ({ value: one, label: say(`floor.place.${one}`) }))} />
    </FormDialog>
  );
}
