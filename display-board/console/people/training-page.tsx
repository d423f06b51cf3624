/* F28 想学: how many people want to learn each trade, for whoever plans the courses (counts, never people), and beside it the courses that the city offers. */
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { PrinterSelect } from '../parts/form/choices.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useMay } from '../session/use-may.ts';
import { useQuestion } from '../session/use-question.ts';
import { Courses } from './courses.tsx';

export function TrainingPage() {
  const say = useSay();
  const { may } = useMay();
  const question = useQuestion('trainingDemand', {});
  return (
    <PageFrame title={say('page.training')} hint={say('training.hint')} acts={<>{may('printForm') && <PrinterSelect />}<AskedAt of={question} /></>}>
      <div className="sheet alone">
        <Answer of={question}>
          {({ demand, courses }) => (
            <div className="training">
              <section aria-labelledby="training-wished"><h3 id="training-wished">{say('training.wished')}</h3><Wished demand={demand} /></section>
              <section aria-labelledby="training-courses"><h3 id="training-courses">{say('training.courses')}</h3><Courses courses={courses} /></section>
            </div>
          )}
        </Answer>
      </div>
    </PageFrame>
  );
}

function Wished({ demand }: Pick<QueryReply<'trainingDemand'>, 'demand'>) {
  const say = useSay();
  const most = Math.max(1, ...demand.map((one) => one.count));
  return demand.length === 0 ? <p className="nothing">{say('training.none')}</p> : (
    <table className="bulk-lines demand">
      <thead><tr><th scope="col">#</th><th scope="col">{say('post.trade')}</th><th scope="col">{say('training.people')}</th><th scope="col" aria-hidden="true" /></tr></thead>
      <tbody>{demand.map((one, at) => <tr key={one.trade}><td>{at + 1}</td><td>{tradeName(say.language, one.trade)}</td><td>{one.count}</td><td aria-hidden="true"><meter min={0} max={most} value={one.count} /></td></tr>)}</tbody>
    </table>
  );
}
