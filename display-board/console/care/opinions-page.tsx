/* F32 意见箱: stars, tapped reasons and the newest words, of any range of days. From nobody in particular. */
import { useState } from 'react';
import { dayAfter } from '@kuaizhao/db/domain/records/period.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { DayRange } from '../parts/day-range.tsx';
import { AskedAt } from '../parts/desk/asked-at.tsx';
import { Written } from '../parts/form/written.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';

const monthBack = -29;
const wordsTold = 50;

export function OpinionsPage() {
  const say = useSay();
  const { day } = useToday();
  const [range, setRange] = useState({ from: dayAfter(day, monthBack), to: day });
  const question = useQuestion('opinions', { ...range, texts: wordsTold });
  return (
    <PageFrame title={say('page.opinions')} hint={say('opinions.hint')} acts={<><DayRange range={range} today={day} onChange={setRange} /><AskedAt of={question} /></>}>
      <div className="sheet alone"><Answer of={question}>{(told) => <Totals told={told} />}</Answer></div>
    </PageFrame>
  );
}

function Totals({ told }: { readonly told: QueryReply<'opinions'> }) {
  const say = useSay();
  const all = told.byStars.reduce((sum, one) => sum + one.count, 0);
  if (all === 0) return <p className="nothing">{say('opinions.none')}</p>;
  const mean = told.byStars.reduce((sum, one) => sum + one.stars * one.count, 0) / all;
  const most = Math.max(...told.byReason.map((one) => one.count), 1);
  return (
    <div className="opinions">
      <section>
        <h4>{say('opinions.stars', { n: all, mean: mean.toFixed(1) })}</h4>
        <table className="bulk-lines"><tbody>{[5, 4, 3, 2, 1].map((stars) => { const count = told.byStars.find((one) => one.stars === stars)?.count ?? 0; return <tr key={stars}><th scope="row">{say('opinions.star', { n: stars })}</th><td><meter min={0} max={all} value={count} aria-label={say('opinions.star', { n: stars })} /></td><td>{count}</td></tr>; })}</tbody></table>
        <h4>{say('opinions.reasons')}</h4>
        <table className="bulk-lines"><tbody>{told.byReason.map((one) => <tr key={one.reason}><th scope="row">{say(`opinion.${one.reason}`)}</th><td><meter min={0} max={most} value={one.count} aria-label={say(`opinion.${one.reason}`)} /></td><td>{one.count}</td></tr>)}</tbody></table>
      </section>
      <section>
        <h4>{say('opinions.words')}</h4>
        {told.texts.length === 0 && <p className="nothing">{say('opinions.noWords')}</p>}
        <ul className="story words">{told.texts.map((one) => <li key={one.opinionId}><time>{one.day}</time><Written text={one.text} /><span className="by">{say('opinions.star', { n: one.stars })}</span></li>)}</ul>
      </section>
    </div>
  );
}
