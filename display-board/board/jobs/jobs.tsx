/* Jobs by trade with places left, pay, work place, start, pick-up bay and when the van leaves. In pages, never moving under the eyes; while nobody is called the rules of the hall come in turn with them. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import { useSay } from '../../kit/say.tsx';
import { isNew } from './job-marks.ts';
import { cut } from '../../kit/paging.ts';
import { useJobPages } from './use-job-pages.ts';
import { useRoom } from '../plan/use-room.ts';
import { JobRow } from './job-row.tsx';
import { PageMarks } from '../paging/page-marks.tsx';
import { RuleLines } from '../zones/rules.tsx';
import { isQuiet, type ZoneProps } from '../zones/zone-props.ts';

const { em: rowRem, columnEm: columnRem } = zoneRows.jobs;

/** People read down a column and then the next one. */
const downThenAcross = (rows: number, columns: number) => ({ gridAutoFlow: 'column', gridTemplateRows: `repeat(${String(rows)}, 2.7rem)`, gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` });

/** What a row has room for, by its letters: the plate, then the tags of meals and ride give way; they are on the slip too. From where a job came stays. */
const widthOf = (letters: number): string => (letters < 36 ? 'narrowest' : letters < 44 ? 'narrow' : '');

export function JobsZone({ state, memory, shown, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns, letters } = useRoom(box, rowRem, columnRem);
  const wallHere = isQuiet(state.calls) && !shown.zones.some(({ zone }) => zone === 'rules');
  const wallPages = useMemo(() => (wallHere ? cut(state.wall, Math.max(1, rows - 1)) : []), [wallHere, state.wall, rows]);
  const { jobs } = state;
  const page = useJobPages(useMemo(() => ({ jobs, rows: rows * columns, rulePages: wallPages.length, heldUntil: held }), [jobs, rows, columns, wallPages.length, held]));
  const here = useMemo(() => {
    const byId = new Map(jobs.map((job) => [job.jobId, job]));
    return page.shown.map((jobId) => byId.get(jobId));
  }, [jobs, page.shown]);
  const rules = page.rules === undefined ? undefined : wallPages[page.rules];
  const jobPages = Math.max(1, Math.ceil(page.of / page.rows));
  return (
    <>
      <div className={rules === undefined ? `job-rows ${widthOf(letters)}` : 'rule-rows'} ref={box} style={rules === undefined ? downThenAcross(rows, columns) : undefined}>
        {rules !== undefined && <RuleLines lines={rules} withTitle />}
        {rules === undefined && here.map((job, at) => (job === undefined
          ? <div key={page.shown[at]} className="job gone" />
          : <JobRow key={job.jobId} job={job} behindMs={memory.behindMs} isNew={isNew(memory.marks.get(job.jobId), memory.toldMs)} isFirstOfTrade={at % rows === 0 || here[at - 1]?.trade !== job.trade} />))}
      </div>
      {jobs.length === 0 && rules === undefined && <div className="nothing"><b>{say('board.noJobs')}</b><span>{say('board.noJobsHint')}</span></div>}
      <PageMarks page={page.rules === undefined ? Math.min(jobPages - 1, Math.floor(page.from / page.rows)) : jobPages + page.rules} pages={jobPages + wallPages.length} />
    </>
  );
}
