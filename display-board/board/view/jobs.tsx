/* Jobs by trade with places left, pay, work place, start, pick-up bay and when the van leaves. In pages, never moving under the eyes. */
import { useMemo, useRef } from 'react';
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { inOrder } from '../rows/job-order.ts';
import { cut } from '../rows/paging.ts';
import { usePages } from '../rows/use-pages.ts';
import { useRows } from '../rows/use-rows.ts';
import { Wall } from './wall.tsx';

/** As in jobs.css. */
const rowUnits = 112;
const gapUnits = 8;

interface JobsProps { readonly jobs: readonly BoardJob[]; /** its pages come after those of the jobs */ readonly wall: readonly WallLine[]; readonly countedAt: Instant; readonly held: number; readonly scale: number }

export function Jobs({ jobs, wall, countedAt, held, scale }: JobsProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const rows = useRows(box, rowUnits, gapUnits, scale);
  const jobPages = useMemo(() => cut(inOrder(jobs), rows), [jobs, rows]);
  const wallPages = useMemo(() => cut(wall, rows - 1), [wall, rows]);
  // Without jobs the first page says so.
  const before = Math.max(jobPages.length, 1);
  const pages = before + wallPages.length;
  const page = usePages(pages, held);
  const shown = jobPages[page] ?? [];
  const rules = wallPages[page - before];
  return (
    <section className="jobs" aria-label={say('board.jobs')}>
      <div className="job-rows" ref={box}>
        {rules !== undefined && <Wall lines={rules} />}
        {shown.map((job, at) => <JobRow key={job.jobId} job={job} countedAt={countedAt} isFirstOfTrade={shown[at - 1]?.trade !== job.trade} />)}
      </div>
      {jobs.length === 0 && rules === undefined && <div className="nothing"><b>{say('board.noJobs')}</b><span>{say('board.noJobsHint')}</span></div>}
      {pages > 1 && (
        <div className="pages" aria-label={say('board.page', { page: page + 1, pages })}>
          {pages <= 20 ? Array.from({ length: pages }, (_one, at) => <i key={at} className={at === page ? 'here' : ''} />) : <span>{page + 1}/{pages}</span>}
        </div>
      )}
    </section>
  );
}

function JobRow({ job, countedAt, isFirstOfTrade }: { readonly job: BoardJob; readonly countedAt: Instant; readonly isFirstOfTrade: boolean }) {
  const say = useSay();
  const day = localDay(job.startAt);
  const starts = day === localDay(countedAt) ? say('board.starts', { time: localTime(job.startAt) }) : say('board.startsOn', { day: Number(day.slice(8)), time: localTime(job.startAt) });
  return (
    <article className={job.placesLeft === 0 ? 'job full' : 'job'} data-job={job.jobId}>
      <div className="trade"><b className={isFirstOfTrade ? '' : 'same'}>{tradeName(say.language, job.trade)}</b><span>{job.number}</span></div>
      <div className="terms">
        <div className="where">
          <b>{job.workPlace}</b>
          {job.meals && <em>{say('board.meals')}</em>}
          {job.transport && <em>{say('board.transport')}</em>}
        </div>
        <div className="when">
          <span>{starts}</span>
          {job.bay !== undefined && <span className="bay">{job.bay}</span>}
          {job.leaveBy !== undefined && <span className="bay">{say('board.leaves', { time: localTime(job.leaveBy) })}</span>}
          {job.plate !== undefined && <span>{job.plate}</span>}
        </div>
      </div>
      <div className="pay"><b>{payText(say, job.pay)}</b><span>{say(`settlement.${job.settlement}`)}</span></div>
      <div className="left">{job.placesLeft === 0 ? <b className="word">{say('board.full')}</b> : <><span>{say('board.left')}</span><b className={job.placesLeft > 99 ? 'long' : ''}>{job.placesLeft}</b></>}</div>
    </article>
  );
}
