/* The city's big screen: totals of today, the halls on their map, rankings and every hall beside it, and the days behind. Read from six metres: no letter is smaller than one rem. */
import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { shippedThresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import type { CityFigures, HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { ageText, spanText } from '../kit/age.ts';
import { useSay } from '../kit/say.tsx';
import { useNow } from '../kit/use-now.ts';
import type { CityMemory } from './city-memory.ts';
import { busyOf, placeName } from './map/busy.ts';
import { Legend, Schematic, type Placed } from './map/schematic.tsx';
import { ratioText } from './ratio.ts';
import { HallList } from './wall/hall-list.tsx';
import { oldNumbers } from './wall/ranks.ts';
import { UnderList } from './wall/under-list.tsx';

const totals = ['seekers', 'waiting', 'jobs', 'places', 'placesLeft', 'hires'] as const;
/** Height of a letter on the map, which is a thousand wide: one rem on the wall. */
const letter = 26;

export function App({ memory: store }: { readonly memory: StoreApi<CityMemory> }) {
  const say = useSay();
  const memory = useStore(store);
  const { figures, wall } = memory;
  useFullScreenKey();
  if (figures === undefined) return <main className="no-state" role="status">{memory.garbled ? say('city.garbled', { time: say('city.none') }) : say('city.connecting')}</main>;
  const crowdedFrom = wall?.crowdedFrom ?? shippedThresholds.waiting;
  return (
    <main className="city" data-link={memory.link.at}>
      <header>
        <h1>{say('city.title')}</h1>
        <Told memory={memory} figures={figures} />
        <a href="#desk">{say('cityDesk.open')}</a>
      </header>
      <section className="totals">
        {totals.map((name) => <Total key={name} name={name} value={figures.totals[name].toLocaleString('en-US')} />)}
        <div className="ratio" title={say('city.ratioHint')}><span>{say('city.ratio')}</span><b>{ratioText(figures.totals.ratio) ?? say('city.none')}</b></div>
      </section>
      <div className="lower">
        <MapCard memory={memory} halls={figures.halls} crowdedFrom={crowdedFrom} />
        <div className="beside">
          <HallList halls={figures.halls} crowdedFrom={crowdedFrom} behindMs={memory.behindMs} />
          <UnderList days={wall?.days ?? []} byTrade={figures.byTrade} />
        </div>
      </div>
    </main>
  );
}

/** Six letters and more are set smaller, so that a million stands whole. */
function Total({ name, value }: { readonly name: (typeof totals)[number]; readonly value: string }) {
  const say = useSay();
  return <div className={name}><span>{say(`counts.${name}`)}</span><b className={value.length > 6 ? 'longest' : value.length > 5 ? 'long' : undefined}>{value}</b></div>;
}

interface TimeProps { readonly memory: CityMemory; readonly figures: CityFigures }

/** What is wrong with the line, else how old the figures are, and whether old ones are among them. */
function Told({ memory, figures }: TimeProps): ReactNode {
  const say = useSay();
  const { steady } = useNow();
  const time = localTime(figures.at);
  if (memory.garbled) return <p className="banner" role="alert">{say('city.garbled', { time })}</p>;
  if (memory.link.at !== 'up') return <p className="banner" role="alert">{say('city.lost', { time, span: spanText(say, steady - memory.toldMs) })}</p>;
  const online = figures.halls.filter((hall) => hall.state === 'online').length;
  const old = oldNumbers(figures.halls);
  return (
    <>
      {old === undefined ? <p className="soft">{say('city.subtitle')}</p> : <p className="old">{say('city.old', { n: old.halls, time: localTime(old.since) })}</p>}
      <p className="freshness"><b>{say('city.hallsOnline', { online, all: figures.halls.length })}</b><span>{say('city.at', { time, age: ageText(say, steady - memory.toldMs) })}</span></p>
    </>
  );
}

function MapCard({ memory: { wall }, halls, crowdedFrom }: { readonly memory: CityMemory; readonly halls: readonly HallFigures[]; readonly crowdedFrom: number }) {
  const say = useSay();
  const live = new Map(halls.map((hall) => [hall.hallId, hall]));
  const placed = (wall?.halls ?? []).flatMap(({ hallId, name, spot }): Placed[] => {
    const hall = live.get(hallId);
    if (spot === undefined || hall === undefined) return [];
    const busy = busyOf(hall, crowdedFrom);
    const { waiting } = hall.counts;
    return [{ hallId, name: placeName(name), spot, busy, waiting, says: busy === 'silent' ? say(hall.state === 'never' ? 'city.never' : 'city.late') : say('city.spot', { busy: say(`cityDesk.busy.${busy}`), n: waiting }) }];
  });
  const notPlaced = wall === undefined ? 0 : halls.length - placed.length;
  return (
    <section className="card map">
      <h2>{say('city.map')}<Legend /></h2>
      <Schematic halls={placed} mapped={wall?.mapApproval !== undefined} letter={letter} says={say('city.mapSays', { n: placed.length })} />
      <p className="soft">{wall?.mapApproval === undefined ? say('city.schematic') : say('cityDesk.mapApproval', { number: wall.mapApproval })}{notPlaced > 0 && ` · ${say('city.notPlaced', { n: notPlaced })}`}</p>
    </section>
  );
}

/** F fills the panel and gives it back, as a press of F11 does where a keyboard has no such key. */
function useFullScreenKey(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'f' && event.key !== 'F') return;
      // A browser that refuses stays as it is.
      (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()).catch(() => undefined);
    };
    window.addEventListener('keydown', pressed);
    return () => { window.removeEventListener('keydown', pressed); };
  }, []);
}
