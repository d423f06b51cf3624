/* One number with what happened to it and what can be done with it: further services, its class, notes; a missed, parked or waiting one comes back, is closed, or is called before its turn by those who may. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { closeTicketSchema, outOfOrderReasonSchema, priorityReasons, type PriorityReason } from '@kuaizhao/db/domain/queue/moves/commands.ts';
import { workService } from '@kuaizhao/db/domain/queue/facts.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { remarkMost } from '../../parts/form/written.tsx';
import { staffName } from '../../parts/staff-name.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct } from '../../session/use-act.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';

export type Ticket = NonNullable<QueryReply<'ticket'>['ticket']>;
interface Props { readonly ticket: Ticket; readonly floor: FloorState; readonly windowId: string | undefined; readonly again: () => void }

export function TicketDesk({ ticket, floor, windowId, again }: Props) {
  const say = useSay();
  const serviceLabel = (code: string): string => floor.services.find((one) => one.code === code)?.label ?? code;
  const placeLabel = (id: string): string => [...floor.windows, ...floor.tables].find((one) => one.id === id)?.label ?? id;
  return (
    <div className="ticket-desk">
      <p className="ticket-line">
        <b>{ticket.number}</b> {say(`floor.ticket.${ticket.state}`)} · {say('floor.since', { time: localTime(ticket.since) })} · {[ticket.queue, ...ticket.later].map(serviceLabel).join(' → ')}
        {ticket.hold !== undefined && <em> · {say('floor.held', { place: placeLabel(ticket.hold.id) })}</em>}
      </p>
      {ticket.calls.length > 0 && (
        <ul className="ticket-calls">{ticket.calls.slice(-4).map((one) => <li key={one.callId}>{localTime(one.at)} {placeLabel(one.to.id)} · {say('console.calledTimes', { n: one.times })} · {say(`floor.call.${callState(one.state)}`)}</li>)}</ul>
      )}
      <TicketActs ticket={ticket} floor={floor} windowId={windowId} again={again} />
      <Notes ticket={ticket} again={again} />
    </div>
  );
}

const callStates = ['open', 'served', 'noAgreement', 'hired', 'jobGone', 'missed', 'requeued', 'parked', 'closed'] as const;
const callState = (state: string): (typeof callStates)[number] => callStates.find((one) => one === state) ?? 'closed';

function TicketActs({ ticket, floor, windowId, again }: Props) {
  const say = useSay();
  const act = useAct();
  const { link } = useMemory();
  const { may } = useMay();
  const off = act.busy || link.at !== 'up';
  const { ticketId, number, state } = ticket;
  const forWork = ticket.service === workService;
  const told = (done: boolean): void => { if (done) again(); };
  const run = (command: Parameters<typeof act.run>[0], key: 'floor.serviceAdded' | 'floor.closedNumber' | 'floor.back' | 'floor.prioritySet' | 'console.called'): void => { void act.run(command, () => say(key, { number, numbers: number })).then(told); };
  const missed = ticket.calls.findLast((one) => one.state === 'missed' && one.to.kind === 'window');
  return (
    <div className="ticket-acts">
      {!forWork && state !== 'served' && state !== 'closed' && (
        <Select className="grow" disabled={off} value={null} placeholder={say('floor.addService')} aria-label={say('floor.addService')} onChange={(service: string | null) => { if (service !== null) run({ type: 'addService', ticketId, service }, 'floor.serviceAdded'); }}
          options={floor.services.filter((one) => one.code !== workService && one.code !== ticket.queue && !ticket.later.includes(one.code)).map((one) => ({ value: one.code, label: one.label }))} />
      )}
      {!forWork && (state === 'waiting' || state === 'called' || state === 'parked') && (
        <Select<PriorityReason[]> className="grow" mode="multiple" showSearch={{ optionFilterProp: 'label' }} maxTagCount={1} disabled={off} placeholder={say('floor.priority')} aria-label={say('floor.priority')} onChange={(reasons) => { run({ type: 'setPriority', ticketId, reasons }, 'floor.prioritySet'); }}
          options={priorityReasons.map((one) => ({ value: one, label: say(`floor.reason.${one}`) }))} />
      )}
      {state === 'parked' && <Button type="primary" disabled={off} onClick={() => { run({ type: 'unpark', ticketId, ...(windowId === undefined ? {} : { windowId }) }, 'console.called'); }}>{say('floor.unpark')}</Button>}
      {state === 'missed' && <Button disabled={off} onClick={() => { run({ type: 'reinstate', ticketId }, 'floor.back'); }}>{say('floor.reinstate')}</Button>}
      {missed !== undefined && (state === 'missed' || state === 'waiting') && <Button disabled={off} onClick={() => { run({ type: 'recall', callId: missed.callId }, 'console.called'); }}>{say('floor.recallMissed')}</Button>}
      {(state === 'waiting' || state === 'missed' || state === 'parked') && (
        <Select className="grow" disabled={off} value={null} placeholder={say('floor.closeNumber')} aria-label={say('floor.closeNumber')} onChange={(reason: 'left' | 'duplicate' | 'mistake' | null) => { if (reason !== null) run({ type: 'closeTicket', ticketId, reason }, 'floor.closedNumber'); }}
          options={closeTicketSchema.shape.reason.options.map((one) => ({ value: one, label: say(`floor.close.${one}`) }))} />
      )}
      {!forWork && windowId !== undefined && (state === 'waiting' || state === 'parked') && may('callOutOfOrder') && (
        <Select className="grow" disabled={off} value={null} placeholder={say('floor.outOfOrder')} aria-label={say('floor.outOfOrder')}
          onChange={(reason: (typeof outOfOrderReasonSchema.options)[number] | null) => { if (reason !== null) run({ type: 'callOutOfOrder', windowId, ticketId, reason }, 'console.called'); }}
          options={outOfOrderReasonSchema.options.map((one) => ({ value: one, label: say(`floor.outOfOrder.${one}`) }))} />
      )}
    </div>
  );
}

function Notes({ ticket, again }: { readonly ticket: Ticket; readonly again: () => void }) {
  const say = useSay();
  const act = useAct();
  const { desk } = useMemory();
  const [text, setText] = useState('');
  const asked = useQuestion('ticketNotes', { ticketId: ticket.ticketId }, { when: ticket.notes > 0 });
  const notes = asked.value?.notes ?? [];
  const write = (): void => {
    const note = text.trim();
    if (note === '') return;
    void act.run({ type: 'addNote', ticketId: ticket.ticketId, note }, () => say('floor.noted')).then((done) => {
      if (!done) return;
      setText('');
      again();
      asked.again();
    });
  };
  return (
    <div className="notes">
      {notes.map((one) => <p key={one.noteId}><small>{localTime(one.at)} {staffName(desk, one.by)}</small> {one.text}</p>)}
      <Input value={text} maxLength={remarkMost} placeholder={say('floor.addNote')} aria-label={say('floor.addNote')} onChange={(event) => { setText(event.target.value); }} onPressEnter={write} suffix={<kbd>Enter</kbd>} />
    </div>
  );
}
