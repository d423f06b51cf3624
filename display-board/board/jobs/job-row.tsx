/* One job: what, where, for how much, how many are still wanted, and how many minutes until the van leaves. */
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { tradeName, type Say } from '../../i18n/texts.ts';
import { payText } from '../../kit/pay.ts';
import { useSay } from '../../kit/say.tsx';
import { LeaveBy } from './leave-by.tsx';

interface JobRowProps { readonly job: BoardJob; /** see kit/hall-clock */ readonly behindMs: number; readonly isNew: boolean; readonly isFirstOfTrade: boolean }

export function JobRow({ job, behindMs, isNew, isFirstOfTrade }: JobRowProps) {
  const say = useSay();
  const full = job.placesLeft === 0;
  return (
    <article className={full ? 'job full' : 'job'} data-job={job.jobId}>
      <div className="trade"><b className={isFirstOfTrade ? '' : 'same'}>{tradeName(say.language, job.trade)}</b><span>{job.number}</span></div>
      <div className="terms">
        <div className="where">
          {isNew && !full && <em className="new">{say('board.new')}</em>}
          <b>{job.workPlace}</b>
          {job.online && <em className="online">{say('board.online')}</em>}
          {job.meals && <em>{say('board.meals')}</em>}
          {job.transport && <em>{say('board.transport')}</em>}
        </div>
        <div className="when">
          {job.leaveBy !== undefined && !full && <LeaveBy at={job.leaveBy} behindMs={behindMs} />}
          {job.bay !== undefined && <span className="bay">{job.bay}</span>}
          <span>{startText(say, job, behindMs)}</span>
          {job.plate !== undefined && <span className="plate">{job.plate}</span>}
        </div>
      </div>
      <div className="pay"><b>{payText(say, job.pay)}</b><span>{say(`settlement.${job.settlement}`)}</span></div>
      <div className="left">{full ? <b className="word">{say('board.full')}</b> : <><span>{say('board.left')}</span><b className={job.placesLeft > 99 ? 'long' : ''}>{job.placesLeft}</b></>}</div>
    </article>
  );
}

/** `06:30开工`, with the day when it is not today. */
function startText(say: Say, { startAt }: Pick<BoardJob, 'startAt'>, behindMs: number): string {
  const day = localDay(startAt);
  const time = localTime(startAt);
  return day === localDay(Date.now() + behindMs) ? say('board.starts', { time }) : say('board.startsOn', { day: Number(day.slice(8)), time });
}
