/* Where the halls are and how it stands there: a schematic that we draw from the directory's own coordinates, the directory with the same numbers, and what crosses a threshold. */
import { useSay } from '../../kit/say.tsx';
import { Legend, Schematic, type Placed } from '../map/schematic.tsx';
import { useCityMap } from '../map/use-city-map.ts';
import { Directory } from './directory.tsx';
import { useHalls } from './halls-now.tsx';
import { TroubleAlarms } from './troubles/troubles-page.tsx';
import { useTroubles } from './troubles/use-troubles.ts';
import { CountedAt } from './parts/grid.tsx';

/** Height of a letter on the map, which is a thousand wide. */
const letter = 15;

export function MapPage({ onOpen, onTroubles }: { readonly onOpen: (hallId: string) => void; readonly onTroubles: () => void }) {
  const say = useSay();
  const { halls, alarms, nameOf, at } = useHalls();
  const approval = useCityMap();
  const troubled = useTroubles().value?.halls ?? [];
  const placed = halls.flatMap(({ hallId, name, entry, busy, live }): Placed[] => {
    const waiting = live?.counts.waiting ?? 0;
    return entry?.at === undefined ? [] : [{ hallId, name, spot: entry.at, busy, waiting, says: busy === 'silent' ? say('cityDesk.busy.silent') : `${say(`cityDesk.busy.${busy}`)} · ${say('cityDesk.queue', { n: waiting })}` }];
  });
  const notPlaced = halls.length - placed.length;
  return (
    <div className="map-page">
      <section className="panel">
        <h2>{say('cityDesk.page.map')}{at !== undefined && <CountedAt at={at} />}<Legend /></h2>
        <Schematic halls={placed} mapped={approval !== undefined} letter={letter} says={say('cityDesk.mapSays', { n: placed.length })} onOpen={onOpen} />
        <p className="soft">{approval === undefined ? say('cityDesk.schematic') : say('cityDesk.mapApproval', { number: approval })}{notPlaced > 0 && ` · ${say('cityDesk.notPlaced', { n: notPlaced })}`}</p>
      </section>
      <section className="panel alarms">
        <h2>{say('cityDesk.alarms')}</h2>
        {alarms.length + troubled.length === 0 && <p className="empty">{say('cityDesk.noAlarms')}</p>}
        <ul><TroubleAlarms halls={troubled} onOpen={onTroubles} />{alarms.map((alarm) => <li key={`${alarm.hallId} ${alarm.kind}`}><button type="button" className="opens" onClick={() => { onOpen(alarm.hallId); }}>{nameOf(alarm.hallId)}</button><span>{say(`cityDesk.alarm.${alarm.kind}`, { n: alarm.kind === 'workShort' || alarm.kind === 'handsShort' ? (alarm.value / 100).toFixed(2) : alarm.value, limit: alarm.limit })}</span></li>)}</ul>
      </section>
      <Directory onOpen={onOpen} />
    </div>
  );
}
