/* 查号: any number of today, for whoever comes back with a paper in the hand. */
import { Input } from 'antd';
import { useState } from 'react';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { TicketDesk } from './ticket-desk.tsx';
import { plainNumber } from '../../parts/form/typed.ts';

interface Props { readonly floor: FloorState; readonly windowId: string | undefined; readonly number: string; readonly find: (number: string) => void }

export function FindNumber({ floor, windowId, number, find }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState(number);
  const [before, setBefore] = useState(number);
  // Another panel may look for a number too: what stands in the box follows.
  if (before !== number) {
    setBefore(number);
    setTyped(number);
  }
  const wanted = hallNumberSchema.safeParse(plainNumber(typed));
  const found = useQuestion('ticket', { number }, { when: number !== '' });
  return (
    <section className="find-number" aria-label={say('floor.find')}>
      <Input.Search allowClear value={typed} maxLength={6} placeholder={say('floor.find')} aria-label={say('floor.find')} status={typed.trim() === '' || wanted.success ? '' : 'warning'}
        onChange={(event) => { setTyped(event.target.value); if (event.target.value === '') find(''); }} onSearch={() => { if (!wanted.success) return; if (wanted.data === number) found.again(); else find(wanted.data); }} />
      {number !== '' && (
        <Answer of={found}>{({ ticket }) => (ticket === undefined ? <p className="nothing">{say('floor.noSuchNumber', { number })}</p> : <TicketDesk key={ticket.ticketId} ticket={ticket} floor={floor} windowId={windowId} again={found.again} />)}</Answer>
      )}
    </section>
  );
}
