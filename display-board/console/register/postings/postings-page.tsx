/* 改单收单 (F3): the employer stands here and wants a posting other than it is, or gone. Found by the number of its slip, by the employer, or in the list of what is open now. */
import { Input } from 'antd';
import { useState } from 'react';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { EmployerSummary } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { AskedAt } from '../../parts/desk/asked-at.tsx';
import { PickList } from '../../parts/desk/pick-list.tsx';
import { EmployerLine } from '../../parts/employers/employer-line.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { plainNumber } from '../../parts/form/typed.ts';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import { JobsOfEmployer, ofEmployerMost, OpenJobs } from './job-lists.tsx';
import { PostingSheet } from './posting-sheet.tsx';

/** What one list of employers shows at most; a longer name finds the others. */
const listed = 20;

export function PostingsPage() {
  const say = useSay();
  const { about } = useGo();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [employerId, setEmployerId] = useState<string>();
  const [picked, setPicked] = useState(about);
  const slip = hallNumberSchema.safeParse(plainNumber(wanted)).data;
  const bySlip = slip?.startsWith('J') === true;
  const paper = useQuestion('paperNumber', { number: slip ?? 'J001' }, { when: bySlip });
  const employers = useQuestion('employers', { show: 'all', limit: listed, text: wanted.slice(0, 50) }, { when: wanted !== '' && !bySlip });
  const onPaper = bySlip && paper.value?.about.kind === 'job' ? paper.value.about : undefined;
  // One who fits is the one who is meant.
  const found = employers.value?.employers ?? [];
  const of = onPaper?.employerId ?? employerId ?? (found.length === 1 ? found[0]?.employerId : undefined);
  const jobs = useQuestion('employerJobs', { employerId: of ?? 'nobody', limit: ofEmployerMost }, { when: of !== undefined });
  const open = picked ?? onPaper?.jobId;
  const look = (text: string): void => { setWanted(text.trim()); setEmployerId(undefined); setPicked(undefined); };
  return (
    <PageFrame title={say('page.postings')} hint={say('postings.hint')} acts={<><PrinterSelect />{of !== undefined && <AskedAt of={jobs} />}</>}>
      <div className="split narrow">
        <section className="side">
          <form className="find" role="search" onSubmit={(event) => { event.preventDefault(); look(typed); }}>
            <Input.Search autoFocus={about === undefined} allowClear aria-label={say('postings.find')} placeholder={say('postings.find')} maxLength={50} value={typed} onChange={(event) => { setTyped(event.target.value); }} onSearch={look} />
          </form>
          {wanted === '' && <OpenJobs picked={open} onPick={setPicked} />}
          {bySlip && <Answer of={paper}>{({ about: what }) => (what.kind === 'job' ? null : <p className="nothing">{say('postings.noSlip', { number: slip ?? '' })}</p>)}</Answer>}
          {wanted !== '' && !bySlip && of === undefined && (
            <Answer of={employers}>
              {() => (
                <>
                  <PickList<EmployerSummary> label={say('page.employers')} items={found} idOf={(one) => one.employerId} picked={of} onPick={setEmployerId} empty={say('postings.nobody')} takesFocus>{(one) => <EmployerLine employer={one} />}</PickList>
                  {found.length === listed && <p className="hint">{say('desk.more', { n: listed })}</p>}
                </>
              )}
            </Answer>
          )}
          {of !== undefined && <Answer of={jobs}>{({ jobs: all }) => <JobsOfEmployer name={onPaper?.employerName ?? found.find((one) => one.employerId === of)?.name ?? ''} takesFocus={onPaper === undefined} jobs={all} picked={open} onPick={setPicked} />}</Answer>}
        </section>
        <section className="sheet">
          {open === undefined ? <p className="nothing">{say('postings.begin')}</p> : <PostingSheet key={open} jobId={open} slip={open === onPaper?.jobId ? slip ?? '' : ''} onChanged={jobs.again} />}
        </section>
      </div>
    </PageFrame>
  );
}
