/* After the posting: who is called to the table and hired with one key each; the slip comes out by itself. */
import { Alert, Button, InputNumber, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { JobPosted } from '@kuaizhao/db/domain/jobs/facts.ts';
import { amountFenSchema, payUnitSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { fenOf, payText, yuanOf } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct } from '../../session/use-act.ts';
import { useKeys } from '../../session/use-keys.ts';
import { calledNumbers } from '../called-numbers.ts';


interface Props { readonly job: JobPosted; readonly floor: FloorState; readonly tableId: string | undefined; readonly onNext: () => void }

export function CrewHere({ job, floor, tableId, onNext }: Props) {
  const say = useSay();
  const act = useAct();
  const { link } = useMemory();
  const { jobId, terms } = job;
  const [yuan, setYuan] = useState<number | null>(terms.pay.kind === 'fixed' ? yuanOf(terms.pay.amountFen) : null);
  const [unit, setUnit] = useState(terms.pay.kind === 'fixed' ? terms.pay.unit : 'day');
  const [hired, setHired] = useState<readonly { readonly callId: string; readonly number: string; readonly slip: string }[]>([]);
  // The answer comes before the floor's next picture: the next key must not meet the one who was just hired.
  const calls = floor.tables.flatMap((table) => table.calls).filter((call) => call.jobId === jobId && !hired.some((one) => one.callId === call.callId)).toSorted((one, other) => (one.number < other.number ? -1 : 1));
  const left = floor.jobs.find((one) => one.jobId === jobId)?.placesLeft ?? Math.max(0, terms.headcount - hired.length);
  const off = link.at !== 'up' || act.busy;
  const shown = job.state !== 'inReview';
  const call = (): void => {
    if (tableId === undefined || !shown) return;
    void act.run({ type: 'callForJob', tableId, jobId }, (facts) => say('console.called', { numbers: calledNumbers(facts) }));
  };
  const amount = amountFenSchema.safeParse(yuan === null ? null : fenOf(yuan));
  const hire = (callId: string, number: string): void => {
    void act.run({ type: 'confirmHire', callId, ...(amount.success ? { agreedPay: { amountFen: amount.data, unit } } : {}), settlement: terms.settlement }, (facts) => {
      const slips = facts.flatMap((fact) => (fact.type === 'hireConfirmed' ? [fact.number] : []));
      setHired((before) => [...before, { callId, number, slip: slips.join(' ') }]);
      return say('console.hired', { number });
    });
  };
  useKeys(!off, { F9: call, F10: onNext });
  // The posting calls by itself, once: whoever stands at the door does not ask for it.
  const called = useRef(false);
  useEffect(() => {
    if (called.current) return;
    called.current = true;
    call();
  });
  const list = useRef<HTMLUListElement>(null);
  const firstId = calls[0]?.callId;
  useEffect(() => { if (!off && firstId !== undefined) list.current?.querySelector('button')?.focus(); }, [firstId, off]);
  // A button that is pressed goes away with its focus: whoever has typed nowhere else since is at the next one.
  useEffect(() => { if (!off && document.activeElement === document.body) list.current?.querySelector('button')?.focus(); });
  return (
    <section className="crew-here" aria-label={say('urgent.crew')}>
      <h3>{job.number} · {say('urgent.leftOf', { left, all: terms.headcount })}</h3>
      {!shown && <Alert type="warning" showIcon title={say('post.inReview', { number: job.number, why: say(`cause.${job.cause ?? 'hallRule'}`) })} />}
      <div className="agreed">
        <span>{say('console.agreedPay')}</span>
        <InputNumber<number> aria-label={say('console.agreedPay')} min={0.01} max={100_000} precision={2} controls={false} prefix="¥" value={yuan} onChange={setYuan} />
        <Select aria-label={say('console.perUnit')} value={unit} onChange={setUnit} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} />
      </div>
      <ul ref={list} className="crew-calls">
        {calls.map((one, at) => (
          <li key={one.callId}>
            <b className="number">{one.number}</b>
            <span>{one.times > 1 ? say('console.calledTimes', { n: one.times }) : ''}</span>
            <Button type={at === 0 ? 'primary' : 'default'} disabled={off} onClick={() => { hire(one.callId, one.number); }}>{say('console.hire')}{at === 0 && <> <kbd>Enter</kbd></>}</Button>
            <Button disabled={off} onClick={() => { void act.run({ type: 'markNoShow', callId: one.callId }, () => say('console.noShowDone', { number: one.number })); }}>{say('console.noShow')}</Button>
          </li>
        ))}
        {calls.length === 0 && shown && <li className="nothing">{say(left === 0 ? 'urgent.full' : 'urgent.nobodyYet')}</li>}
      </ul>
      {hired.length > 0 && <p className="hired-now">{hired.map((one) => <span key={one.slip}><b>{one.number}</b> → {one.slip}</span>)}<em>{say('urgent.printing')} · {payText(say, amount.success ? { kind: 'fixed', amountFen: amount.data, unit } : terms.pay)}</em></p>}
      <div className="job-acts">
        <Button disabled={off || tableId === undefined || !shown || left === 0} onClick={call}>{say('urgent.callMore')} <kbd>F9</kbd></Button>
        <Button onClick={onNext}>{say('urgent.next')} <kbd>F10</kbd></Button>
      </div>
    </section>
  );
}
