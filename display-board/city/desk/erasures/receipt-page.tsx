/* The receipt of an erasure, on the screen and on paper: what goes and what stays, when, and which halls have done it. Nothing on it tells whose it is; whoever asked takes it home. */
import { Button } from 'antd';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { useSay } from '../../../kit/say.tsx';
import { useHalls } from '../halls-now.tsx';
import { Answer } from '../parts/grid.tsx';
import { useAgainEvery, useQuestion } from '../session.tsx';

type Erasure = NonNullable<CityTold<'erasure'>['erasure']>;

const lookEveryMs = 5_000;
const when = (at: number): string => `${localDay(at)} ${localTime(at)}`;

export function ReceiptPage({ erasureId, onBack }: { readonly erasureId: string; readonly onBack: () => void }) {
  const say = useSay();
  const asked = useQuestion('erasure', { erasureId });
  useAgainEvery(asked.again, lookEveryMs);
  return (
    <>
      <p className="receipt-acts"><Button onClick={onBack}>{say('erasures.back')}</Button><Button type="primary" disabled={asked.value?.erasure === undefined} onClick={() => { window.print(); }}>{say('erasures.print')}</Button></p>
      <Answer of={asked}>{({ at, erasure }) => (erasure === undefined ? <p className="empty">{say('erasures.gone')}</p> : <Receipt at={at} erasure={erasure} />)}</Answer>
    </>
  );
}

function Receipt({ at, erasure }: { readonly at: number; readonly erasure: Erasure }) {
  const say = useSay();
  const { nameOf } = useHalls();
  const whole = erasure.doneAt !== null && erasure.done === erasure.halls;
  return (
    <article className="receipt" aria-label={say('erasures.receipt')}>
      <h2>{say('erasures.receipt')}</h2>
      <dl>
        <div><dt>{say('erasures.id')}</dt><dd className="erasure-id">{erasure.erasureId}</dd></div>
        <div><dt>{say('erasures.askedAt')}</dt><dd>{when(erasure.at)} · {erasure.askedHall === null ? say('erasures.atCity') : nameOf(erasure.askedHall)}</dd></div>
        <div><dt>{say('erasures.cityAt')}</dt><dd>{erasure.doneAt === null ? say('erasures.notYet', { time: when(erasure.at) }) : say('erasures.doneAt', { time: when(erasure.doneAt) })}</dd></div>
      </dl>
      <p className="sum">{say(whole ? 'erasures.summaryDone' : 'erasures.summaryOpen', { n: erasure.done, all: erasure.halls })}</p>
      <table className="grid">
        <thead><tr><th scope="col">{say('erasures.hall')}</th><th scope="col">{say('erasures.state')}</th><th scope="col" className="number">{say('erasures.records')}</th></tr></thead>
        <tbody>{erasure.of.map((hall) => <tr key={hall.hallId}><td>{nameOf(hall.hallId)}</td><td><HallState hall={hall} since={erasure.at} /></td><td className="number">{hall.records ?? ''}</td></tr>)}</tbody>
      </table>
      <h3>{say('erasures.what')}</h3>
      <ul><li>{say('erasures.what1')}</li><li>{say('erasures.what2')}</li><li>{say('erasures.what3')}</li></ul>
      <h3>{say('erasures.kept')}</h3>
      <ul><li>{say('erasures.kept1')}</li><li>{say('erasures.kept2')}</li></ul>
      <p>{say('erasures.later')}{say.language === 'en' ? ' ' : ''}{say('erasures.ask')}</p>
      <p className="soft">{say('erasures.asOf', { time: when(at) })}</p>
    </article>
  );
}

function HallState({ hall, since }: { readonly hall: Erasure['of'][number]; readonly since: number }) {
  const say = useSay();
  if (hall.done) return <>{hall.doneAt === null ? say('erasures.doneOnce') : say('erasures.doneAt', { time: when(hall.doneAt) })}</>;
  return <>{say('erasures.waits', { time: when(since) })}<small>{hall.seenAt === null ? say('erasures.never') : say('erasures.lastSeen', { time: when(hall.seenAt) })}</small></>;
}
