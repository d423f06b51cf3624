/* 班组 of the day by their numbers; staff may dissolve one that a member asks them to. */
import { Button, Popconfirm } from 'antd';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { useCommandForm } from '../parts/form/use-command-form.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { useQuestion } from '../session/use-question.ts';

export function CrewsPage() {
  const say = useSay();
  const form = useCommandForm();
  const question = useQuestion('crews', {});
  const dissolve = (crewId: string): void => { void form.send({ type: 'dissolveCrew', crewId }, () => say('crews.dissolved')).then((done) => { if (done) question.again(); }); };
  return (
    <PageFrame title={say('page.crews')} hint={say('crews.hint')} acts={<AskedAt of={question} />}>
      <div className="sheet alone">
        <Answer of={question}>
          {({ crews }) => (crews.length === 0 ? <p className="nothing">{say('crews.none')}</p> : (
            <ul className="story crew-numbers">
              {crews.map((crew) => (
                <li key={crew.crewId}>
                  <b>{say('crews.size', { n: crew.numbers.length })}</b><span className="numbers">{crew.numbers.map((number) => <b key={number}>{number}</b>)}</span>
                  <Popconfirm title={say('crews.ask')} okText={say('crews.dissolve')} cancelText={say('console.cancel')} onConfirm={() => { dissolve(crew.crewId); }}><Button size="small" disabled={form.busy}>{say('crews.dissolve')}</Button></Popconfirm>
                </li>
              ))}
            </ul>
          ))}
        </Answer>
      </div>
    </PageFrame>
  );
}
