/* 发布招工 by staff (F3): for whom, and the terms; what the filter finds is shown at its place in the text, before and after. */
import { Input } from 'antd';
import { useState } from 'react';
import type { EmployerSummary } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { EmployerLine } from '../../parts/employers/employer-line.tsx';
import { PickList } from '../../parts/desk/pick-list.tsx';
import { Answer } from '../../parts/answer.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import { PostForm } from './post-form.tsx';

const listed = 50;

export function PostPage() {
  const say = useSay();
  const { about } = useGo();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const [picked, setPicked] = useState(about);
  const question = useQuestion('employers', { show: 'all', limit: listed, ...(wanted === '' ? {} : { text: wanted }) });
  const detail = useQuestion('employer', { employerId: picked ?? 'nobody' }, { when: picked !== undefined });
  return (
    <PageFrame title={say('page.post')} hint={say('post.hint')} acts={<PrinterSelect />}>
      <div className="split narrow">
        <section className="side">
          <form className="find" role="search" onSubmit={(event) => { event.preventDefault(); setWanted(text.trim()); }}>
            <Input.Search autoFocus={about === undefined} allowClear aria-label={say('post.findEmployer')} placeholder={say('post.findEmployer')} maxLength={50} value={text} onChange={(event) => { setText(event.target.value); }} onSearch={(typed) => { setWanted(typed.trim()); }} />
          </form>
          <Answer of={question}>
            {({ employers }) => (
              <>
                <PickList<EmployerSummary> label={say('post.forWhom')} items={employers} idOf={(one) => one.employerId} picked={picked} onPick={setPicked} empty={say('post.noEmployer')}>
                  {(one) => <EmployerLine employer={one} />}
                </PickList>
                {employers.length === listed && <p className="hint">{say('desk.more', { n: listed })}</p>}
              </>
            )}
          </Answer>
        </section>
        <section className="sheet">
          {picked === undefined && <p className="nothing">{say('post.begin')}</p>}
          {picked !== undefined && <Answer of={detail}>{({ employer }) => (employer === null ? <p className="nothing">{say('refusal.employerUnknown')}</p> : <PostForm key={employer.employerId} employer={employer} />)}</Answer>}
        </section>
      </div>
    </PageFrame>
  );
}
