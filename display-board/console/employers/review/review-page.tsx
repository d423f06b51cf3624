/* F12 F13 招工审核: the longest waiting first, what the filter found at its place, and one decision for each. Ctrl+Enter approves: nothing unreviewed is shown, so nobody waits for a mouse. */
import { Segmented } from 'antd';
import { useState } from 'react';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { ageText } from '../../../kit/age.ts';
import { useSay } from '../../../kit/say.tsx';
import { useNow } from '../../../kit/use-now.ts';
import { Answer } from '../../parts/answer.tsx';
import { AskedAt } from '../../parts/desk/asked-at.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { PickList } from '../../parts/desk/pick-list.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import { ReviewSheet } from './review-sheet.tsx';

const listed = 100;
/** Postings come all morning; a desk that looks at them sees new ones without asking. */
const askedEveryMs = 15_000;
const queues = ['inReview', 'checkAfter'] as const;
type Queue = (typeof queues)[number];

export function ReviewPage() {
  const say = useSay();
  const { about } = useGo();
  const [queue, setQueue] = useState<Queue>('inReview');
  const [picked, setPicked] = useState(about);
  const list = useQuestion('reviewQueue', { queue, limit: listed }, { everyMs: askedEveryMs });
  const [done, setDone] = useState<string>();
  const jobs = (list.value?.jobs ?? []).filter((one) => one.jobId !== done);
  const first = jobs[0]?.jobId;
  // Whoever reads keeps what is being read: another desk's decision must not put another posting under this one's keys.
  if (picked === undefined && first !== undefined) setPicked(first);
  const open = picked;
  const decided = (jobId: string): void => {
    const at = jobs.findIndex((one) => one.jobId === jobId);
    setPicked((jobs[at + 1] ?? jobs[at - 1])?.jobId);
    setDone(jobId);
    list.again();
  };
  return (
    <PageFrame title={say('page.review')} hint={say('review.hint')} acts={<><PrinterSelect /><AskedAt of={list} /></>}>
      <div className="split">
        <section className="side">
          <Segmented<Queue> block value={queue} onChange={(next) => { setQueue(next); setPicked(undefined); }} options={queues.map((one) => ({ value: one, label: say(`review.queue.${one}`) }))} />
          <Answer of={list}>
            {({ total, householdOrders }) => (
              <>
                <p className="hint">{say('review.total', { n: total })}</p>
                {householdOrders > 0 && <p className="hint">{say('review.householdOrders', { n: householdOrders })}</p>}
                <PickList<ReviewJobRow> label={say(`review.queue.${queue}`)} items={jobs} idOf={(one) => one.jobId} picked={open} onPick={setPicked} empty={say('review.none')} takesFocus>
                  {(job) => <ReviewLine job={job} />}
                </PickList>
              </>
            )}
          </Answer>
        </section>
        <section className="sheet">{open === undefined ? <p className="nothing">{say('review.start')}</p> : <ReviewSheet key={open} jobId={open} onDecided={() => { decided(open); }} />}</section>
      </div>
    </PageFrame>
  );
}

function ReviewLine({ job }: { readonly job: ReviewJobRow }) {
  const say = useSay();
  const { wall } = useNow();
  return (
    <>
      <b>{job.number} {tradeName(say.language, job.terms.trade)}</b><span className="at-end"><small>{ageText(say, wall - job.postedAt)}</small></span>
      <small>{job.online && <b>{say('console.online')} </b>}{job.employerName}</small><span className="at-end"><small>{job.cause === undefined ? '' : say(`causeShort.${job.cause}`)}</small></span>
    </>
  );
}
