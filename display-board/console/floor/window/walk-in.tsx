/* 发号: a number given by hand, for one service or several in a row on the same paper; with an appointment at its place. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { servicesPerTicket } from '@kuaizhao/db/domain/queue/commands.ts';
import { appointmentCodeSchema } from '@kuaizhao/db/domain/queue/appointments/commands.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { PrinterSelect, printAt, usePrinter } from '../../parts/form/choices.tsx';
import { numberOf } from '../../parts/number-of.ts';
import { plainNumber } from '../../parts/form/typed.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct } from '../../session/use-act.ts';

export function WalkIn({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const act = useAct();
  const { link } = useMemory();
  const [services, setServices] = useState<string[]>([]);
  const [code, setCode] = useState('');
  const { printer } = usePrinter();
  const appointment = appointmentCodeSchema.safeParse(plainNumber(code));
  const [service, ...more] = services;
  const give = (): void => {
    if (service === undefined) return;
    void act.run(
      { type: 'takeTicket', service, ...(more.length === 0 ? {} : { more }), ...(appointment.success ? { appointment: appointment.data } : {}), ...printAt(printer) },
      (facts) => say('floor.given', { number: numberOf(facts) ?? '' }),
    ).then((done) => { if (done) { setServices([]); setCode(''); } });
  };
  return (
    <form className="walk-in" aria-label={say('floor.walkIn')} onSubmit={(event) => { event.preventDefault(); give(); }}>
      <h3>{say('floor.walkIn')}</h3>
      <Select<string[]> mode="multiple" showSearch={{ optionFilterProp: 'label' }} maxCount={servicesPerTicket} value={services} onChange={setServices} placeholder={say('floor.walkInServices')} aria-label={say('floor.walkInServices')}
        options={floor.services.filter((one) => one.code !== workService).map((one) => ({ value: one.code, label: one.label }))} />
      <div className="walk-in-row">
        <Input value={code} maxLength={10} placeholder={say('floor.appointmentCode')} aria-label={say('floor.appointmentCode')} status={code.trim() === '' || appointment.success ? '' : 'error'} onChange={(event) => { setCode(event.target.value); }} />
        <PrinterSelect />
        <Button htmlType="submit" loading={act.busy} disabled={link.at !== 'up' || service === undefined || (code.trim() !== '' && !appointment.success)}>{say('floor.give')}</Button>
      </div>
    </form>
  );
}
