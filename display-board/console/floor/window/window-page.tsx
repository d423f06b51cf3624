/* The clerk's page: the number that is here and its keys on the left, its records in the middle, and what is around the window on the right. */
import { useState } from 'react';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useKeys } from '../../session/use-keys.ts';
import { Answer } from '../../parts/answer.tsx';
import { Around } from './around.tsx';
import { FindNumber } from './find-number.tsx';
import { HereCard } from './here-card.tsx';
import { PersonBeside } from './person-beside.tsx';
import { TicketDesk } from './ticket-desk.tsx';
import { TransferForm } from './transfer-form.tsx';
import { useEnding } from './use-ending.ts';
import { useWindow } from './use-window.ts';
import { WalkIn } from './walk-in.tsx';
import '../floor.css';

/** Somebody else's act on the same number is seen within so long. */
const storyMs = 5_000;

export function WindowPage() {
  const { floor } = useMemory();
  return floor === undefined ? null : <AtWindow floor={floor} />;
}

function AtWindow({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const [number, find] = useState('');
  const [sending, setSending] = useState(false);
  const ending = useEnding();
  const desk = useWindow({ floor, keysOn: !sending, ending: ending.value, ended: ending.forget });
  const { mine } = desk;
  const call = mine?.call;
  // While drawing, as React has it for state that follows from what is handed in.
  ending.about(call?.callId);
  const transfer = (): void => { if (call !== undefined) setSending(true); };
  useKeys(!sending && !desk.off, { F9: transfer, F10: desk.undo });
  return (
    <div className="floor-page window-page">
      <div className="column"><HereCard floor={floor} desk={desk} ending={ending} onTransfer={transfer} /><WalkIn floor={floor} /></div>
      <section className="panel beside-call" aria-label={say('floor.thisNumber')}>
        <div className="scroll">
          {call === undefined ? <p className="nothing">{say('floor.callFirst')}</p> : <><CalledTicket key={call.callId} number={call.number} floor={floor} windowId={mine?.id} /><PersonBeside key={`person ${call.callId}`} callId={call.callId} floor={floor} /></>}
        </div>
        <FindNumber floor={floor} windowId={mine?.id} number={number} find={find} />
      </section>
      <section className="panel" aria-label={say('floor.around')}><Around floor={floor} mine={mine} find={find} /></section>
      {sending && call !== undefined && <TransferForm number={call.number} floor={floor} onClose={() => { setSending(false); }} />}
    </div>
  );
}

function CalledTicket({ number, floor, windowId }: { readonly number: string; readonly floor: FloorState; readonly windowId: string | undefined }) {
  const say = useSay();
  const asked = useQuestion('ticket', { number }, { everyMs: storyMs });
  return (
    <section aria-label={say('floor.thisNumber')}>
      <h3>{say('floor.thisNumber')}</h3>
      <Answer of={asked}>{({ ticket }) => (ticket === undefined ? <p className="nothing">{say('floor.noSuchNumber', { number })}</p> : <TicketDesk ticket={ticket} floor={floor} windowId={windowId} again={asked.again} />)}</Answer>
    </section>
  );
}
