/* The host's table: take the job that is to come next, or choose one and call so many, and for each who came: hired with the agreed pay, no agreement, or not there. */
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { FloorCall, FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { useAct, type Act } from '../session/use-act.ts';
import { useKeys } from '../session/use-keys.ts';
import { useRemembered } from '../session/use-remembered.ts';
import { calledNumbers } from './called-numbers.ts';

/** As callForJobSchema has it. */
const mostAtOnce = 8;

type Job = FloorState['jobs'][number];

interface TablePanelProps { readonly floor: FloorState; readonly canAct: boolean; readonly keysOn: boolean; readonly onHire: (call: FloorCall) => void }

export function TablePanel({ floor, canAct, keysOn, onHire }: TablePanelProps) {
  const say = useSay();
  const act = useAct();
  const [tableId, choose] = useRemembered('table', floor.tables.map((one) => one.id));
  const mine = floor.tables.find((one) => one.id === tableId);
  return (
    <section className="panel table-panel" aria-label={say('console.table')}>
      <div className="panel-head">
        <h2>{say('console.myTable')}</h2>
        {tableId !== undefined && (
          <Select
            value={tableId} onChange={choose} aria-label={say('console.myTable')}
            options={floor.tables.map((one) => ({ value: one.id, label: one.calls.length === 0 ? one.label : `${one.label} · ${String(one.calls.length)}` }))}
          />
        )}
      </div>
      {mine === undefined ? <p className="nothing">{say('console.noTables')}</p> : (
        <>
          <NextJob tableId={mine.id} act={act} off={!canAct || mine.calls.length > 0} keysOn={keysOn} />
          <CallToTable jobs={floor.jobs} tableId={mine.id} act={act} canAct={canAct} keysOn={keysOn} />
          <h3>{say('console.atTable')}</h3>
          <ul className="at-table scroll">
            {mine.calls.toSorted((one, other) => (one.number < other.number ? -1 : 1)).map((call) => <AtTable key={call.callId} call={call} act={act} canAct={canAct} onHire={onHire} />)}
            {mine.calls.length === 0 && <li className="nothing">{say('console.nobodyAtTable')}</li>}
          </ul>
          {floor.tables.length > 1 && <h3>{say('console.otherTables')}</h3>}
          <ul className="lines other-tables">
            {floor.tables.filter((one) => one.id !== tableId).map((one) => <li key={one.id}><b>{one.label}</b><em>{one.calls.length === 0 ? say('console.idle') : one.calls.map((call) => call.number).join(' ')}</em></li>)}
          </ul>
        </>
      )}
    </section>
  );
}

interface NextJobProps { readonly tableId: string; readonly act: Act; readonly off: boolean; readonly keysOn: boolean }

/** The hall chooses the job and who comes: one key. Only for a table that is free. */
function NextJob({ tableId, act, off, keysOn }: NextJobProps) {
  const say = useSay();
  const seat = (): void => { void act.run({ type: 'seatTable', tableId }, (facts) => say('console.called', { numbers: calledNumbers(facts) })); };
  useKeys(keysOn && !off, { F10: seat });
  return <Button block type="primary" loading={act.busy} disabled={off} onClick={seat}>{say('console.nextJob')} <kbd>F10</kbd></Button>;
}

interface CallToTableProps { readonly jobs: readonly Job[]; readonly tableId: string; readonly act: Act; readonly canAct: boolean; readonly keysOn: boolean }

function CallToTable({ jobs, tableId, act, canAct, keysOn }: CallToTableProps) {
  const say = useSay();
  const callable = jobs.filter((job) => job.placesLeft > 0);
  const [jobId, setJobId] = useState<string>();
  const [wanted, setWanted] = useState<number>();
  const job = callable.find((one) => one.jobId === jobId);
  const count = wanted ?? Math.min(job?.placesLeft ?? 1, mostAtOnce);
  const call = (): void => {
    if (job === undefined) return;
    void act.run({ type: 'callForJob', tableId, jobId: job.jobId, count }, (facts) => say('console.called', { numbers: calledNumbers(facts) })).then((done) => { if (done) setWanted(undefined); });
  };
  useKeys(keysOn && canAct, { F9: call });
  return (
    <div className="call-to-table">
      <Select
        showSearch={{ optionFilterProp: 'label' }} value={job?.jobId ?? null} placeholder={callable.length === 0 ? say('console.noJobToCall') : say('console.chooseJob')} aria-label={say('console.chooseJob')}
        onChange={(id: string | null) => { setJobId(id ?? undefined); setWanted(undefined); }}
        options={callable.map((one) => ({ value: one.jobId, label: `${one.number} ${tradeName(say.language, one.trade)} ${payText(say, one.pay)} ${one.workPlace}` }))}
      />
      <p className="hint">{job === undefined ? '' : `${say('console.left', { left: job.placesLeft, all: job.headcount })} · ${say('console.eligible', { n: job.eligible })}`}</p>
      <label>{say('console.howMany')} <InputNumber min={1} max={mostAtOnce} precision={0} value={count} onChange={(value) => { setWanted(value ?? undefined); }} /></label>
      <Button type="primary" loading={act.busy} disabled={!canAct || job === undefined} onClick={call}>{say('console.call')} <kbd>F9</kbd></Button>
    </div>
  );
}

interface AtTableProps { readonly call: FloorCall; readonly act: Act; readonly canAct: boolean; readonly onHire: (call: FloorCall) => void }

function AtTable({ call, act, canAct, onHire }: AtTableProps) {
  const say = useSay();
  const { number, callId } = call;
  const off = !canAct || act.busy;
  return (
    <li>
      <b className="number">{number}</b>
      <span className="about">{call.trades.map((code) => tradeName(say.language, code)).join(' · ')}<br />{[call.jobNumber, say('console.calledTimes', { n: call.times })].filter(Boolean).join(' · ')}</span>
      <Button type="primary" disabled={off} onClick={() => { onHire(call); }}>{say('console.hire')}</Button>
      <Button disabled={off} onClick={() => { void act.run({ type: 'endCall', callId, outcome: 'noAgreement' }, () => say('console.noAgreementDone', { number })); }}>{say('console.noAgreement')}</Button>
      <Button disabled={off} onClick={() => { void act.run({ type: 'markNoShow', callId }, () => say('console.noShowDone', { number })); }}>{say('console.noShow')}</Button>
      <Button disabled={off} onClick={() => { void act.run({ type: 'recall', callId }, () => say('console.recalled', { number })); }}>{say('console.recall')}</Button>
    </li>
  );
}
