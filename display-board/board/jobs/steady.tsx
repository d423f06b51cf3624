/* 长期岗位: work for longer than six months, for those who want to stay. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { inOrder } from './job-order.ts';
import { cut } from '../paging/paging.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from '../zones/zone-props.ts';

const { em: rowRem, columnEm: columnRem } = zoneRows.steady;

export function SteadyZone({ state: { steady }, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns } = useRoom(box, rowRem, columnRem);
  const pages = useMemo(() => cut(inOrder(steady), rows * columns), [steady, rows, columns]);
  const page = usePages(pages.length, held);
  return (
    <>
      <h2 className="zone-title"><b>{say('zone.steady')}</b><span>{say('board.steadyHint')}</span></h2>
      <div className="job-rows" ref={box} style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}>
        {steady.length === 0 && <div className="nothing"><b>{say('board.noSteady')}</b></div>}
        {(pages[page] ?? []).map((job) => (
          <article key={job.jobId} className="job steady-job" data-job={job.jobId}>
            <div className="trade"><b>{tradeName(say.language, job.trade)}</b><span>{job.number}</span></div>
            <div className="terms"><div className="where"><b>{job.workPlace}</b></div><div className="when"><span>{say('board.wanted', { count: job.placesLeft })}</span>{job.meals && <span>{say('board.meals')}</span>}{job.transport && <span>{say('board.transport')}</span>}</div></div>
            <div className="pay"><b>{payText(say, job.pay)}</b><span>{say(`settlement.${job.settlement}`)}</span></div>
          </article>
        ))}
      </div>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}
