/* Who stands there, as far as this role may see: asked when the call is made, gone when it ends. Nothing of it is in an address, a title or storage. */
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useQuestion } from '../../session/use-question.ts';

type Person = NonNullable<QueryReply<'atCall'>['person']>;

export function PersonBeside({ callId, floor }: { readonly callId: string; readonly floor: FloorState }) {
  const say = useSay();
  const asked = useQuestion('atCall', { callId });
  return (
    <section className="beside" aria-label={say('floor.person')}>
      <h3>{say('floor.person')}</h3>
      <Answer of={asked}>{({ person }) => (person === undefined ? <p className="nothing">{say('floor.noName')}</p> : <Records person={person} floor={floor} />)}</Answer>
    </section>
  );
}

function Records({ person, floor }: { readonly person: Person; readonly floor: FloorState }) {
  const say = useSay();
  const serviceLabel = (code: string): string => floor.services.find((one) => one.code === code)?.label ?? code;
  return (
    <dl className="records">
      <Row name={say('floor.who')}><b>{person.shortName}</b> {[person.sex === undefined ? '' : say(`floor.sex.${person.sex}`), person.birthYear === undefined ? '' : say('floor.bornIn', { year: person.birthYear }), say(person.document === 'witnessed' ? 'floor.byStaff' : 'floor.byCard')].filter(Boolean).join(' · ')}</Row>
      <Row name={say('floor.consents')}>{person.consents.length === 0 ? <Tag color="orange">{say('floor.noConsent')}</Tag> : person.consents.map((one) => <Tag key={one.purpose}>{say(`floor.consent.${one.purpose}`)}</Tag>)}</Row>
      <Row name={say('floor.appointments')}>{person.appointments.length === 0 ? say('floor.none') : person.appointments.map((one) => <span key={one.code} className="item">{one.day.slice(5)} {localTime(one.slotAt)} {serviceLabel(one.service)} <code>{one.code}</code></span>)}</Row>
      {person.disputes !== undefined && <Row name={say('floor.disputes')}>{person.disputes.length === 0 ? say('floor.none') : person.disputes.map((one) => <span key={one.disputeId} className="item"><b>{one.number}</b> <Tag {...(one.state === 'closed' ? {} : { color: 'orange' })}>{say(`floor.dispute.${one.state}`)}</Tag></span>)}</Row>}
      <Row name={say('floor.history')}>{person.tickets.map((one) => <span key={one.ticketId} className="item">{one.day.slice(5)} <b>{one.number}</b> {serviceLabel(one.service)} · {say(`floor.ticket.${one.state}`)}{one.notes > 0 && <em> {say('floor.notesCount', { n: one.notes })}</em>}</span>)}</Row>
    </dl>
  );
}

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => <div><dt>{name}</dt><dd>{children}</dd></div>;
