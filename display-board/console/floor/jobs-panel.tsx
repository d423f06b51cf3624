/* Today's jobs with places left; a bad one leaves the board at once. */
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';

/** More rows than anybody reads; the search finds the others. */
const mostRows = 100;

type Job = FloorState['jobs'][number];

export function JobsPanel({ jobs, canAct, onTakeDown }: { readonly jobs: readonly Job[]; readonly canAct: boolean; readonly onTakeDown: (job: Job) => void }) {
  const say = useSay();
  const [wanted, setWanted] = useState('');
  const found = useMemo(() => {
    const needle = wanted.trim().toLowerCase();
    return jobs.filter((job) => needle === '' || `${job.number} ${tradeName(say.language, job.trade)} ${job.workPlace}`.toLowerCase().includes(needle));
  }, [jobs, wanted, say]);
  return (
    <section className="panel jobs-panel" aria-label={say('console.jobs')}>
      <div className="panel-head">
        <h2>{say('console.jobs')} <small>{jobs.length}</small></h2>
        <Input.Search allowClear placeholder={say('console.findJob')} value={wanted} onChange={(event) => { setWanted(event.target.value); }} />
      </div>
      <ul className="job-list scroll">
        {found.slice(0, mostRows).map((job) => (
          <li key={job.jobId} className={job.placesLeft === 0 ? 'full' : ''}>
            <b className="number">{job.number}</b>
            <span className="about"><b>{tradeName(say.language, job.trade)} {payText(say, job.pay)}</b><br />{job.online && <em>{say('console.online')} </em>}{job.workPlace}</span>
            <span className="left"><b>{say('console.left', { left: job.placesLeft, all: job.headcount })}</b><br />{say('console.eligible', { n: job.eligible })}</span>
            <Button size="small" disabled={!canAct} onClick={() => { onTakeDown(job); }}>{say('console.takeDown')}</Button>
          </li>
        ))}
        {found.length === 0 && <li className="nothing">{say('console.noJobs')}</li>}
        {found.length > mostRows && <li className="nothing">{say('console.moreJobs', { n: found.length - mostRows })}</li>}
      </ul>
    </section>
  );
}
