/* Who would come next, by number and with the one reason why: the free places first, then standby. No name before the call. 点名 is a request on the record. */
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { businessDaySchema, hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { DayBox } from '../../parts/form/choices.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';
import { calledNumbers } from '../called-numbers.ts';
import type { TableDesk } from './use-table.ts';
import { plainNumber } from '../../parts/form/typed.ts';

const shown = 12;
const askMs = 5_000;

export function Candidates({ desk, jobId }: { readonly desk: TableDesk; readonly jobId: string }) {
  const say = useSay();
  const asked = useQuestion('candidates', { jobId, limit: shown }, { everyMs: askMs });
  const left = desk.job?.placesLeft ?? 0;
  return (
    <section aria-label={say('table.candidates')}>
      <h3>{say('table.candidates')}</h3>
      <Answer of={asked}>{({ candidates }) => (
        <ul className="lines candidates">
          {candidates.map((one, at) => (
            <li key={one.ticketId}><b>{one.number}</b>{one.crew > 1 && <Tag>{say('table.crew', { n: one.crew })}</Tag>}<span>{say(`table.because.${one.reason}`)} · {say('floor.since', { time: localTime(one.since) })}</span><em>{at < left ? '' : say('table.standby')}</em></li>
          ))}
          {candidates.length === 0 && <li className="nothing">{say('table.noCandidates')}</li>}
        </ul>
      )}</Answer>
      <Named desk={desk} jobId={jobId} />
    </section>
  );
}

function Named({ desk, jobId }: { readonly desk: TableDesk; readonly jobId: string }) {
  const say = useSay();
  const { may } = useMay();
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const number = hallNumberSchema.safeParse(plainNumber(typed));
  const { table, act, off } = desk;
  if (!may('callNamed')) return null;
  // The slip of an earlier hire names the same person: numbers of slips begin anew each day.
  const bySlip = number.data?.startsWith('H') === true;
  const whole = number.success && (!bySlip || businessDaySchema.safeParse(day).success);
  const call = (): void => {
    if (!number.success || !whole || table === undefined) return;
    const wish = bySlip ? { kind: 'slip' as const, businessDay: day, number: number.data } : { kind: 'number' as const, number: number.data };
    void act.run({ type: 'callNamed', tableId: table.id, jobId, wish }, (facts) => say('console.called', { numbers: calledNumbers(facts) })).then((done) => { if (done) { setTyped(''); setDay(''); desk.askAgain(); } });
  };
  return (
    <form className="named-row" onSubmit={(event) => { event.preventDefault(); call(); }}>
      <Input value={typed} maxLength={6} placeholder={say('table.namedNumber')} aria-label={say('table.namedNumber')} status={typed.trim() === '' || number.success ? '' : 'warning'} onChange={(event) => { setTyped(event.target.value); }} />
      {bySlip && <DayBox label={say('table.namedDay')} value={day} onChange={setDay} />}
      <Button htmlType="submit" disabled={off || !whole}>{say('table.callNamed')}</Button>
    </form>
  );
}
