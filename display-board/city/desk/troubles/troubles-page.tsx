/* Halls with which something is wrong between them and the city: what it is, since when, and what to do about it. */
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { useHalls } from '../halls-now.tsx';
import { Answer, CountedAt, Grid, type Column } from '../parts/grid.tsx';
import { todoOf, troubleWords, useTroubles, type Trouble, type TroubledHall } from './use-troubles.ts';

const when = (at: number): string => `${localDay(at)} ${localTime(at)}`;
interface Row { readonly hall: TroubledHall; readonly trouble: Trouble; readonly first: boolean }

export function TroublesPage() {
  const say = useSay();
  const { nameOf } = useHalls();
  const asked = useTroubles();
  const columns: Column<Row>[] = [
    { title: say('troubles.hall'), render: ({ hall, first }) => (first ? <>{nameOf(hall.hallId)}<small>{hall.seenAt === null ? say('troubles.never') : `${say('troubles.seen')} ${when(hall.seenAt)}`}</small></> : null) },
    { title: say('troubles.what'), render: ({ hall, trouble }) => <TroubleText hall={hall} trouble={trouble} /> },
    { title: say('troubles.todo'), render: ({ trouble }) => <span className="content"><TodoText text={say(todoOf(trouble.kind))} /></span> },
  ];
  return (
    <section className="panel troubles">
      <h2>{say('cityDesk.page.troubles')}{asked.value !== undefined && <><CountedAt at={asked.value.at} /><span className="soft">{say('troubles.hint', { n: asked.value.looked })}</span></>}</h2>
      <Answer of={asked}>{({ halls }) => <Grid rows={halls.flatMap((hall) => hall.troubles.map((trouble, index): Row => ({ hall, trouble, first: index === 0 })))} columns={columns} rowKey={({ hall, trouble }) => `${hall.hallId} ${trouble.kind}`} empty={say('troubles.none')} label={say('cityDesk.page.troubles')} />}</Answer>
    </section>
  );
}

/** What to do; a command to type stays on one line. */
function TodoText({ text }: { readonly text: string }) {
  return <span>{text.split(/(npm run city -- [a-z-]+)/).map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}</span>;
}

function TroubleText({ hall, trouble }: { readonly hall: TroubledHall; readonly trouble: Trouble }) {
  const say = useSay();
  const once = trouble.kind === 'copy' || trouble.kind === 'restored' || trouble.kind === 'gap' || trouble.kind === 'clock' || trouble.kind.startsWith('audit');
  return (
    <>
      <b>{troubleWords(say, trouble)}</b>
      {trouble.kind === 'waiting' && hall.reasons.map(({ reason, n }) => <small key={reason}>{say('troubles.why', { why: say(`reason.${reason}`), n })}</small>)}
      {trouble.since !== null && trouble.kind !== 'behind' && <small>{say(once ? 'troubles.last' : 'troubles.since', { time: when(trouble.since) })}</small>}
    </>
  );
}

/** For the list of alarms. */
export function TroubleAlarms({ halls, onOpen }: { readonly halls: readonly TroubledHall[]; readonly onOpen: () => void }) {
  const say = useSay();
  const { nameOf } = useHalls();
  return <>{halls.flatMap((hall) => hall.troubles.map((trouble) => <li key={`${hall.hallId} ${trouble.kind}`}><button type="button" className="opens" onClick={onOpen}>{nameOf(hall.hallId)}</button><span>{troubleWords(say, trouble)}</span></li>))}</>;
}
