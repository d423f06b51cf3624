/* 时段和预约 (F29, §5): when each service gives numbers, what can be booked on a day, and what is. Codes, never names. */
import { Button, Popconfirm, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { DayField } from '../parts/day-field.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { serviceName } from '../parts/service-name.ts';
import { useMemory } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';
import { useMay } from '../session/use-may.ts';
import '../parts/listing.css';
import './manage.css';

type Booked = QueryReply<'appointments'>['appointments'][number];
type Hours = QueryReply<'hallRules'>['queue']['services'][number];

export function AppointmentsPage() {
  const say = useSay();
  const { day: today } = useToday();
  const { floor } = useMemory();
  const act = useAct();
  const [day, setDay] = useState(today);
  const [chosen, setChosen] = useState<string>();
  const services = (floor?.services ?? []).filter(({ code }) => code !== workService);
  const service = chosen ?? services[0]?.code ?? workService;
  const rules = useQuestion('hallRules', { day });
  const slots = useQuestion('slots', { service, day });
  const booked = useQuestion('appointments', { day });
  const may = useMay().may('bookAppointment');
  const again = (): void => { slots.again(); booked.again(); };
  const book = (time: string): void => { void act.run({ type: 'bookAppointment', service, day, time }, (facts) => say('manage.bookedCode', { code: facts.map((fact) => (fact.type === 'appointmentBooked' ? fact.code : '')).join('') })).then(again); };
  const name = (code: string): string => serviceName(say, code, floor?.services ?? []);
  return (
    <PageFrame title={say('page.appointments')} acts={<DayField label={say('records.day')} day={day} onChange={setDay} />}>
      <div className="two-columns">
        <section>
          <h3 className="part">{say('manage.slots')} <Select size="small" className="service" aria-label={say('manage.chooseService')} value={service} onChange={setChosen} options={services.map(({ code, label }) => ({ value: code, label }))} /></h3>
          <Answer of={slots}>{(value) => (value.slots.length === 0 ? <p className="nothing">{say('manage.noSlots')}</p> : (
            <ul className="slots">{value.slots.map((slot) => <li key={slot.time} className={slot.left === 0 ? 'full' : ''}><b>{slot.time}</b><span>{say('manage.freePlaces')} {slot.left}</span>{may && <Button size="small" disabled={slot.left === 0 || act.busy} onClick={() => { book(slot.time); }}>{say('manage.book')}</Button>}</li>)}</ul>
          ))}
          </Answer>
          <h3 className="part">{say('manage.hours')}</h3>
          <Answer of={rules}>{({ queue }) => <Table<{ readonly code: string; readonly rule: Hours | undefined }> size="small" pagination={false} rowKey="code" dataSource={(floor?.services ?? []).map(({ code }) => ({ code, rule: queue.services.find((one) => one.service === code) }))} columns={[{ title: say('manage.service'), key: 'service', width: 150, render: (_, row) => name(row.code) }, { title: say('manage.when'), key: 'hours', render: (_, row) => <HoursOf rule={row.rule} /> }]} />}</Answer>
        </section>
        <section>
          <h3 className="part">{say('manage.booked')}</h3>
          <Answer of={booked}>{(value) => (
            <Table<Booked>
              size="small" pagination={false} sticky rowKey="code" dataSource={value.appointments} locale={{ emptyText: say('manage.noBooked') }}
              columns={[
                { title: say('manage.time'), key: 'time', width: 70, render: (_, row) => localTime(row.slotAt) },
                { title: say('manage.appointmentCode'), key: 'code', width: 110, render: (_, row) => <b>{row.code}</b> },
                { title: say('manage.service'), key: 'service', render: (_, row) => name(row.service) },
                { title: '', key: 'card', width: 110, render: (_, row) => <span className="soft">{say(row.byCard ? 'manage.byCard' : 'manage.byCode')}</span> },
                { title: say('records.state'), key: 'state', width: 84, render: (_, row) => <Tag color={row.state === 'booked' ? 'blue' : 'default'}>{say(`manage.appointment.${row.state}`)}</Tag> },
                { title: '', key: 'act', width: 70, render: (_, row) => (may && row.state === 'booked' ? <Popconfirm placement="bottomRight" title={say('manage.cancelSure', { code: row.code })} onConfirm={() => { void act.run({ type: 'cancelAppointment', day, code: row.code }, () => say('manage.cancelled', { code: row.code })).then(again); }}><Button size="small">{say('manage.cancelIt')}</Button></Popconfirm> : null) },
              ]}
            />
          )}
          </Answer>
        </section>
      </div>
    </PageFrame>
  );
}

function HoursOf({ rule }: { readonly rule: Hours | undefined }) {
  const say = useSay();
  const hours = rule?.hours ?? [];
  return (
    <>
      {hours.length === 0 ? say('manage.always') : hours.map((one) => <span key={`${one.weekdays.join('')} ${one.from}`} className="hours">{say('manage.weekdays', { days: one.weekdays.join('') })} {one.from}–{one.to} </span>)}
      {rule?.perDay !== undefined && <Tag>{say('manage.perDay', { n: rule.perDay })}</Tag>}
    </>
  );
}
