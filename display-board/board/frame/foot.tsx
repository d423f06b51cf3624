/* The last line: what was counted, when, and how long ago the agent last spoke; or, when the data stands still, since when. On a strip it is the tail. */
import type { BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ageText, spanText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';
import type { BoardMemory } from '../board-memory.ts';
import { countNames } from '../zones/figures.tsx';
import { usePages } from '../paging/use-pages.ts';
import { Clock, Lines } from './head.tsx';

interface FootProps { readonly state: BoardState; readonly memory: BoardMemory; readonly deviceId: string }
const pagesWhenNarrow = 3;
const countsWhenNarrow = ['seekers', 'placesLeft', 'hires'] as const;

/** The sentence of the trouble, or undefined when all is well. */
function useTrouble({ state, memory, deviceId }: FootProps): string | undefined {
  const say = useSay();
  const { steady } = useNow();
  const time = localTime(state.countedAt);
  if (memory.garbled || memory.garbledOrder) return say('board.garbled', { time });
  if (memory.link.at === 'refused') return say('board.refused', { device: deviceId });
  if (memory.link.at !== 'up') return say('board.lost', { time, span: spanText(say, steady - memory.toldMs) });
  return undefined;
}

export function Foot(props: FootProps & { /** the hotline and the sums take turns */ readonly narrow: boolean }) {
  const say = useSay();
  const trouble = useTrouble(props);
  const page = usePages(props.narrow ? pagesWhenNarrow : 1, 0);
  const { state, memory } = props;
  if (trouble !== undefined) return <footer className="foot"><p className="banner" role="alert">{trouble}</p></footer>;
  return (
    <footer className="foot">
      {props.narrow && page > 0 ? <Lines hotline={state.hotline} only={page === 1 ? 'hall' : 'all'} /> : <p className="sums">{(props.narrow ? countsWhenNarrow : countNames).map((name) => <span key={name} className={name}>{say(`counts.${name}`)} <b>{state.counts[name].toLocaleString('en-US')}</b></span>)}</p>}
      <p className="age"><span>{say('board.countedAt', { time: localTime(state.countedAt) })}</span> <Age toldMs={memory.toldMs} /></p>
    </footer>
  );
}

/** A strip has no last line: its right end says the time and the age, and the trouble in turn with them. */
export function Tail(props: FootProps) {
  const trouble = useTrouble(props);
  const { memory } = props;
  if (trouble !== undefined) return <aside className="tail"><p className="banner" role="alert">{trouble}</p></aside>;
  return <aside className="tail"><Clock behindMs={memory.behindMs} /><Age toldMs={memory.toldMs} /></aside>;
}

function Age({ toldMs }: { readonly toldMs: number }) {
  const say = useSay();
  const { steady } = useNow();
  return <span>{say('board.updated', { age: ageText(say, steady - toldMs) })}</span>;
}
