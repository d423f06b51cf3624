/* 用工主体: the list to work through (to verify, watched, banned) and one employer with everything the desk decided about it. 揽头 are the same list of one kind. */
import { Input, Segmented } from 'antd';
import { useState } from 'react';
import type { EmployerKind } from '@kuaizhao/db/domain/employers/documents.ts';
import type { EmployerSummary } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { PickList } from '../parts/desk/pick-list.tsx';
import { EmployerLine } from '../parts/employers/employer-line.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useQuestion } from '../session/use-question.ts';
import { useGo } from '../shell/go.ts';
import { EmployerSheet } from './detail/employer-sheet.tsx';

/** What one list shows at most; the search finds the others. */
const listed = 100;
const shows = ['all', 'toVerify', 'watched', 'banned'] as const;
type Show = (typeof shows)[number];

export const EmployersPage = () => <EmployerDesk />;
/** F11 揽头管理. */
export const ContractorsPage = () => <EmployerDesk kind="contractor" />;

function EmployerDesk({ kind }: { readonly kind?: EmployerKind }) {
  const say = useSay();
  const { about } = useGo();
  const [show, setShow] = useState<Show>(about === undefined && kind === undefined ? 'toVerify' : 'all');
  const [wanted, setWanted] = useState('');
  const [picked, setPicked] = useState(about);
  const list = useQuestion('employers', { show, limit: listed, ...(kind === undefined ? {} : { kind }), ...(wanted === '' ? {} : { text: wanted }) });
  const detail = useQuestion('employer', { employerId: picked ?? 'nobody' }, { when: picked !== undefined });
  const changed = (): void => { list.again(); detail.again(); };
  return (
    <PageFrame title={say(kind === undefined ? 'page.employers' : 'page.contractors')} hint={say(kind === undefined ? 'employers.hint' : 'employers.contractorsHint')} acts={<AskedAt of={list} />}>
      <div className="split">
        <section className="side">
          <Segmented<Show> block value={show} onChange={setShow} options={shows.map((one) => ({ value: one, label: say(`show.${one}`) }))} />
          <Input.Search allowClear aria-label={say('post.findEmployer')} placeholder={say('post.findEmployer')} maxLength={50} onSearch={(typed) => { setWanted(typed.trim()); }} />
          <Answer of={list}>
            {({ employers }) => (
              <>
                <PickList<EmployerSummary> label={say('page.employers')} items={employers} idOf={(one) => one.employerId} picked={picked} onPick={setPicked} empty={say(show === 'toVerify' ? 'employers.noneToVerify' : 'employers.none')} takesFocus>
                  {(one) => <EmployerLine employer={one} />}
                </PickList>
                {employers.length === listed && <p className="hint">{say('desk.more', { n: listed })}</p>}
              </>
            )}
          </Answer>
        </section>
        <section className="sheet">
          {picked === undefined && <p className="nothing">{say('desk.choose')}</p>}
          {picked !== undefined && <Answer of={detail}>{({ employer }) => (employer === null ? <p className="nothing">{say('refusal.employerUnknown')}</p> : <EmployerSheet key={employer.employerId} employer={employer} onChanged={changed} />)}</Answer>}
        </section>
      </div>
    </PageFrame>
  );
}
