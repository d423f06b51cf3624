/* Which table this is and what it does next: the job the hall would seat there, or one that the host chooses, and how many are called. */
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { useKeys } from '../../session/use-keys.ts';
import { mostAtOnce, type TableDesk } from './use-table.ts';

export function TableHead({ floor, desk, keysOn }: { readonly floor: FloorState; readonly desk: TableDesk; readonly keysOn: boolean }) {
  const say = useSay();
  const { table, job, off, act } = desk;
  const [wanted, setWanted] = useState<number>();
  const callable = floor.jobs.filter((one) => one.placesLeft > 0);
  const count = wanted ?? Math.min(Math.max(job?.placesLeft ?? 1, 1), mostAtOnce);
  const busy = (table?.calls.length ?? 0) > 0;
  const call = (): void => { desk.call(count); setWanted(undefined); };
  useKeys(keysOn && !off, { F9: call, ...(busy ? {} : { F10: desk.seat }) });
  return (
    <div className="table-head">
      <Select value={table?.id ?? null} onChange={(id: string | null) => { if (id !== null) desk.choose(id); }} aria-label={say('console.myTable')} options={floor.tables.map((one) => ({ value: one.id, label: one.calls.length === 0 ? one.label : `${one.label} · ${String(one.calls.length)}` }))} />
      <Button type={busy ? 'default' : 'primary'} loading={act.busy} disabled={off || busy || table === undefined} onClick={desk.seat}>{say('console.nextJob')} <kbd>F10</kbd></Button>
      <Select
        className="job-choice" showSearch={{ optionFilterProp: 'label' }} disabled={busy} value={desk.jobId ?? null} placeholder={say(callable.length === 0 ? 'console.noJobToCall' : 'console.chooseJob')} aria-label={say('console.chooseJob')}
        onChange={(id: string | null) => { desk.chooseJob(id ?? undefined); setWanted(undefined); }}
        options={(job === undefined || callable.includes(job) ? callable : [job, ...callable]).map((one) => ({ value: one.jobId, label: `${one.number} ${tradeName(say.language, one.trade)} ${payText(say, one.pay)} ${one.workPlace}` }))}
      />
      <label>{say('console.howMany')} <InputNumber min={1} max={mostAtOnce} precision={0} value={count} onChange={(value) => { setWanted(value ?? undefined); }} /></label>
      <PrinterSelect />
      <Button type={busy ? 'primary' : 'default'} loading={act.busy} disabled={off || job === undefined || job.placesLeft === 0} onClick={call}>{say('console.call')} <kbd>F9</kbd></Button>
    </div>
  );
}
