/* The list beside the map: rankings and every hall, a page at a time. The state is said by word and shape, never by colour alone; a hall that is silent keeps its last figures, and says how old they are. */
import type { HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { spanText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';
import { busyOf, shortName } from '../map/busy.ts';
import { filledOf, pagesOf, type ListPage } from './ranks.ts';
import { useTurns } from './use-turns.ts';

interface Props { readonly halls: readonly HallFigures[]; readonly crowdedFrom: number; readonly behindMs: number }

export function HallList({ halls, crowdedFrom, behindMs }: Props) {
  const say = useSay();
  const pages = pagesOf(halls);
  const { page, still } = useTurns(pages.length);
  const shown = pages[page];
  if (shown === undefined) return <section className="card hall-list"><h2>{say('city.halls')}</h2><p className="nothing">{say('city.noHalls')}</p></section>;
  return (
    <section className="card hall-list">
      <h2>{say(`city.list.${shown.kind}`)}<span className="turn">{still ? say('city.still') : `${String(page + 1)} / ${String(pages.length)}`}</span></h2>
      <table key={page} className={`page ${shown.kind}`}>
        <Head kind={shown.kind} />
        <tbody>{shown.halls.map((hall, index) => (shown.kind === 'halls' ? <StateRow key={hall.hallId} hall={hall} crowdedFrom={crowdedFrom} behindMs={behindMs} /> : <RankRow key={hall.hallId} hall={hall} rank={index + 1} crowdedFrom={crowdedFrom} />))}</tbody>
      </table>
    </section>
  );
}

function Head({ kind }: Pick<ListPage, 'kind'>) {
  const say = useSay();
  return (
    <thead><tr>
      <th>{say('city.hall')}</th>
      {kind === 'halls' ? <><th>{say('city.state')}</th><th className="number">{say('counts.waiting')}</th><th className="number">{say('counts.placesLeft')}</th></> : <><th className="number">{say('counts.hires')}</th><th className="number">{say('city.filled')}</th></>}
    </tr></thead>
  );
}

function RankRow({ hall, rank, crowdedFrom }: { readonly hall: HallFigures; readonly rank: number; readonly crowdedFrom: number }) {
  const say = useSay();
  const filled = filledOf(hall);
  return (
    <tr>
      <th scope="row"><em>{rank}</em>{shortName(hall.name)}{hall.state === 'late' && <span className={`busy ${busyOf(hall, crowdedFrom)}`}><i />{say('city.late')}</span>}</th>
      <td className="number hires">{hall.counts.hires.toLocaleString('en-US')}</td>
      <td className="number filled">{filled === undefined ? say('city.none') : `${String(filled)}%`}</td>
    </tr>
  );
}

/** A hall that works sends its rows within seconds; what is older than this is worth a word. */
const lagFrom = 60_000;

function StateRow({ hall, crowdedFrom, behindMs }: { readonly hall: HallFigures; readonly crowdedFrom: number; readonly behindMs: number }) {
  const say = useSay();
  const { wall } = useNow();
  const busy = busyOf(hall, crowdedFrom);
  const { state, lastSeenAt, behindMs: lag = 0, counts } = hall;
  const silent = state === 'never' ? say('city.never') : lastSeenAt === undefined ? say('city.late') : say('city.lateFor', { span: spanText(say, wall + behindMs - lastSeenAt) });
  return (
    <tr className={state}>
      <th scope="row">{shortName(hall.name)}</th>
      <td className="state"><span className={`busy ${busy}`}><i />{busy === 'silent' ? silent : say(`cityDesk.busy.${busy}`)}</span>{busy !== 'silent' && lag >= lagFrom && <span className="lag"> {say('city.behind', { span: spanText(say, lag) })}</span>}</td>
      <td className="number waiting">{state === 'never' ? say('city.none') : counts.waiting.toLocaleString('en-US')}</td>
      <td className="number placesLeft">{state === 'never' ? say('city.none') : counts.placesLeft.toLocaleString('en-US')}</td>
    </tr>
  );
}
