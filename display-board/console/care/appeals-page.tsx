/* F21 appeals to be decided: what was given and why, what the person says, and the supervisor's word. */
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { OpenAppeal } from '@kuaizhao/db/domain/standing/asked.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { Facts } from '../parts/desk/facts.tsx';
import { PickList } from '../parts/desk/pick-list.tsx';
import { longMomentText, momentText } from '../parts/desk/when.ts';
import { useCommandForm } from '../parts/form/use-command-form.ts';
import { Written } from '../parts/form/written.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useQuestion } from '../session/use-question.ts';

const listed = 200;

export function AppealsPage() {
  const say = useSay();
  const [picked, setPicked] = useState<string>();
  const list = useQuestion('appeals', { limit: listed });
  const appeals = list.value?.appeals ?? [];
  const open = appeals.find((one) => one.appealId === picked) ?? appeals[0];
  return (
    <PageFrame title={say('page.appeals')} hint={say('appeals.hint')} acts={<AskedAt of={list} />}>
      <div className="split">
        <section className="side">
          <Answer of={list}>
            {() => (
              <PickList<OpenAppeal> label={say('page.appeals')} items={appeals} idOf={(one) => one.appealId} picked={open?.appealId} onPick={setPicked} empty={say('appeals.none')} takesFocus>
                {(one) => <><b>{one.name}</b><span className="at-end"><small>{momentText(one.at)}</small></span><small>{say(`pointsFor.${one.entry.cause}`)}</small><span className="at-end"><small>{say('standing.given', { n: one.entry.points })}</small></span></>}
              </PickList>
            )}
          </Answer>
        </section>
        <section className="sheet">{open === undefined ? <p className="nothing">{say('desk.choose')}</p> : <AppealSheet key={open.appealId} appeal={open} onDone={list.again} />}</section>
      </div>
    </PageFrame>
  );
}

function AppealSheet({ appeal, onDone }: { readonly appeal: OpenAppeal; readonly onDone: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { entry } = appeal;
  const decide = (uphold: boolean): void => { void form.send({ type: 'decideAppeal', appealId: appeal.appealId, uphold }, () => say(uphold ? 'appeals.upheld' : 'appeals.rejected')).then((done) => { if (done) onDone(); }); };
  return (
    <>
      <div className="sheet-head"><h3>{appeal.name} · {say(`pointsFor.${entry.cause}`)}</h3></div>
      <div className="sheet-acts">
        <Popconfirm title={say('appeals.askUphold')} okText={say('appeals.uphold')} cancelText={say('console.cancel')} onConfirm={() => { decide(true); }}><Button type="primary" loading={form.busy}>{say('appeals.uphold')}</Button></Popconfirm>
        <Popconfirm title={say('appeals.askReject')} okText={say('appeals.reject')} cancelText={say('console.cancel')} onConfirm={() => { decide(false); }}><Button disabled={form.busy}>{say('appeals.reject')}</Button></Popconfirm>
      </div>
      <Facts lines={[
        [say('appeals.at'), longMomentText(appeal.at)], [say('appeals.by'), appeal.by], [say('appeals.points'), say('standing.given', { n: entry.points })], [say('appeals.given'), longMomentText(entry.at)], [say('appeals.fades'), localDay(entry.fadesAt)],
        entry.about !== undefined && [say('appeals.about'), `${say(entry.about.kind === 'dispute' ? 'paper.disputeCopy' : `paper.${entry.about.kind}`)} ${entry.about.businessDay} ${entry.about.number}`],
      ]} />
      <h4>{say('standing.statement')}</h4>
      {appeal.statement === undefined ? <p className="nothing">{say('appeals.noStatement')}</p> : <Written text={appeal.statement} />}
    </>
  );
}
