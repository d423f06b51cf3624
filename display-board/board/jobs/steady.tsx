/* 长期岗位: work for longer than six months, for those who want to stay. */
import { useMemo, useRef } from 'react';
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import { tradeName } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { inOrder } from './job-order.ts';
import { cut } from '../../kit/paging.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from '../zones/zone-props.ts';

const { em: rowRem, columnEm: columnRem } = zoneRows.steady;

/** What a row shows; a steady job of the city has no number here and says 全市 instead. */
type Row = Pick<BoardJob, 'trade' | 'workPlace' | 'pay' | 'settlement' | 'meals' | 'transport'> & { readonly key: string; readonly wanted: number; readonly number?: string };

export function SteadyZone({ state: { steady, citySteady }, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns } = useRoom(box, rowRem, columnRem);
  const pages = useMemo(() => cut([...inOrder(steady).map((job): Row => ({ ...job, key: job.jobId, wanted: job.placesLeft })), ...citySteady.map((job): Row => ({ ...job, key: `city-${job.id}`, wanted: job.headcount }))], rows * columns), [steady, citySteady, rows, columns]);
  const page = usePages(pages.length, held);
  return (
    <>
      <h2 className="zone-title"><b>{say('zone.steady')}</b><span>{say('board.steadyHint')}</span></h2>
      <div className="job-rows" ref={box} style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}>
        {steady.length + citySteady.length === 0 && <div className="nothing"><b>{say('board.noSteady')}</b></div>}
        {(pages[page] ?? []).map((job) => (
          <article key={job.key} className="job steady-job" data-job={job.key}>
            <div className="trade"><b>{tradeName(say.language, job.trade)}</b><span>{job.number ?? say('board.wholeCity')}</span></div>
            <div className="terms"><div className="where"><b>{job.workPlace}</b></div><div className="when"><span>{say('board.wanted', { count: job.wanted })}</span>{job.meals && <span>{say('board.meals')}</span>}{job.transport && <span>{say('board.transport')}</span>}</div></div>
            <div className="pay"><b>{payText(say, job.pay)}</b><span>{say(`settlement.${job.settlement}`)}</span></div>
          </article>
        ))}
      </div>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}
