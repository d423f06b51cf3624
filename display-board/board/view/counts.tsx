/* True counts, with the time they were counted and how long ago the agent last spoke. */
import type { BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ageText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';

const shown = ['seekers', 'waiting', 'places', 'placesLeft', 'hires'] as const;

export function Counts({ state, toldMs }: { readonly state: BoardState; readonly toldMs: number }) {
  const say = useSay();
  return (
    <section className="counts">
      {shown.map((name) => (
        <div key={name} className={name}><span>{say(`counts.${name}`)}</span><b>{state.counts[name].toLocaleString('en-US')}</b></div>
      ))}
      <p className="counted"><span>{say('board.countedAt', { time: localTime(state.countedAt) })}</span><Age toldMs={toldMs} /></p>
    </section>
  );
}

function Age({ toldMs }: { readonly toldMs: number }) {
  const say = useSay();
  const { steady } = useNow();
  return <span>{say('board.updated', { age: ageText(say, steady - toldMs) })}</span>;
}
