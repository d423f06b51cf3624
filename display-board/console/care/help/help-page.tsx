/* F15 F30 困难帮扶: open cases, the oldest first, without a name until one is opened; or one person whom another page has brought. Staff-only: on no paper and no screen that a stranger sees. */
import { useState } from 'react';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { AskedAt } from '../../parts/desk/asked-at.tsx';
import { PickList } from '../../parts/desk/pick-list.tsx';
import { momentText } from '../../parts/desk/when.ts';
import { PageFrame } from '../../parts/page-frame.tsx';
import { FindBox } from '../../parts/people/find-box.tsx';
import { useFound } from '../../parts/people/use-found.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import { HelpSheet } from './help-sheet.tsx';

const listed = 30;
type HelpCase = QueryReply<'helpCases'>['cases'][number];

export function HelpPage() {
  const say = useSay();
  const { about } = useGo();
  const found = useFound();
  const [workerId, setWorkerId] = useState(about);
  const list = useQuestion('helpCases', { limit: listed });
  const picked = list.value?.cases.find((one) => one.workerId === workerId)?.caseId;
  return (
    <PageFrame title={say('page.help')} hint={say('help.hint')} acts={<AskedAt of={list} />}>
      <div className="split">
        <section className="side">
          <FindBox found={found} picked={undefined} onPick={(worker) => { setWorkerId(worker.workerId); }} nobody={say('find.nobodyHere')} />
          <h4>{say('help.cases')}</h4>
          <Answer of={list}>
            {({ cases }) => (
              <>
                <PickList<HelpCase> label={say('help.cases')} items={cases} idOf={(one) => one.caseId} picked={picked} onPick={(caseId) => { setWorkerId(cases.find((one) => one.caseId === caseId)?.workerId); }} empty={say('help.none')}>
                  {(one) => <><b>{say('help.caseOf', { day: momentText(one.openedAt) })}</b><span className="at-end"><small>{say('help.grounds', { n: one.grounds.length })}</small></span><small>{lastText(one)}</small></>}
                </PickList>
                {cases.length === listed && <p className="hint">{say('desk.more', { n: listed })}</p>}
              </>
            )}
          </Answer>
        </section>
        <section className="sheet">{workerId === undefined ? <p className="nothing">{say('help.start')}</p> : <HelpSheet key={workerId} workerId={workerId} onChanged={list.again} />}</section>
      </div>
    </PageFrame>
  );

  function lastText(one: HelpCase): string {
    const last = one.visits.at(-1);
    return last === undefined ? say('help.noVisits') : say('help.lastVisit', { day: last.on, kind: say(`visit.${last.kind}`) });
  }
}
