/* The live page of the city: totals, every hall with the age of its data, and the trades. */
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { ageText, spanText } from '../kit/age.ts';
import { useSay } from '../kit/say.tsx';
import { useNow } from '../kit/use-now.ts';
import type { CityMemory } from './city-memory.ts';
import { Halls } from './halls.tsx';
import { ratioText } from './ratio.ts';
import { Trades } from './trades.tsx';

const totals = ['seekers', 'waiting', 'jobs', 'places', 'placesLeft', 'hires'] as const;

export function App({ memory: store }: { readonly memory: StoreApi<CityMemory> }) {
  const say = useSay();
  const memory = useStore(store);
  const { figures } = memory;
  if (figures === undefined) return <main className="no-state" role="status">{memory.garbled ? say('city.garbled', { time: '—' }) : say('city.connecting')}</main>;
  return (
    <main className="city" data-link={memory.link.at}>
      <header>
        <h1>{say('city.title')}</h1>
        <p>{say('city.subtitle')}</p>
        <Freshness memory={memory} figures={figures} />
        <a href="#desk">{say('cityDesk.open')}</a>
      </header>
      <Trouble memory={memory} figures={figures} />
      <section className="totals">
        {totals.map((name) => <div key={name} className={name}><span>{say(`counts.${name}`)}</span><b>{figures.totals[name].toLocaleString('en-US')}</b></div>)}
        <div className="ratio" title={say('city.ratioHint')}><span>{say('counts.ratio')}</span><b>{ratioText(figures.totals.ratio) ?? say('city.none')}</b></div>
      </section>
      <div className="lower">
        <Halls halls={figures.halls} behindMs={memory.behindMs} />
        <Trades byTrade={figures.byTrade} />
      </div>
    </main>
  );
}

interface TimeProps { readonly memory: CityMemory; readonly figures: CityFigures }

function Freshness({ memory, figures }: TimeProps) {
  const say = useSay();
  const { steady } = useNow();
  const online = figures.halls.filter((hall) => hall.state === 'online').length;
  return (
    <p className="freshness">
      <b>{say('city.hallsOnline', { online, all: figures.halls.length })}</b>
      <span>{say('city.at', { time: localTime(figures.at), age: ageText(say, steady - memory.toldMs) })}</span>
    </p>
  );
}

function Trouble({ memory, figures }: TimeProps) {
  const say = useSay();
  const { steady } = useNow();
  const time = localTime(figures.at);
  if (memory.garbled) return <p className="banner" role="alert">{say('city.garbled', { time })}</p>;
  if (memory.link.at !== 'up') return <p className="banner" role="alert">{say('city.lost', { time, span: spanText(say, steady - memory.toldMs) })}</p>;
  return null;
}
