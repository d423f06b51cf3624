/* Where the halls are and how it stands there: a schematic that we draw from the directory's own coordinates, the directory with the same numbers, and what crosses a threshold. */
import { useSay } from '../../kit/say.tsx';
import { Directory } from './directory.tsx';
import { useHalls, type HallNow } from './halls-now.tsx';
import { TroubleAlarms } from './troubles/troubles-page.tsx';
import { useTroubles } from './troubles/use-troubles.ts';
import { useCityMap } from './parts/use-city-map.ts';
import { CountedAt } from './parts/grid.tsx';

/** Letters of a label on the map; the whole name is in the directory. */
const labelLetters = 9;

export function MapPage({ onOpen, onTroubles }: { readonly onOpen: (hallId: string) => void; readonly onTroubles: () => void }) {
  const say = useSay();
  const { halls, alarms, nameOf, at } = useHalls();
  const approval = useCityMap();
  const troubled = useTroubles().value?.halls ?? [];
  const notPlaced = halls.filter(({ entry }) => entry?.at === undefined).length;
  return (
    <div className="map-page">
      <section className="panel">
        <h2>{say('cityDesk.page.map')}{at !== undefined && <CountedAt at={at} />}<Legend /></h2>
        <Schematic halls={halls} mapped={approval !== undefined} onOpen={onOpen} />
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

function Legend() {
  const say = useSay();
  return <span className="legend">{(['quiet', 'open', 'crowded', 'silent'] as const).map((busy) => <span key={busy} className={`busy ${busy}`}><i />{say(`cityDesk.busy.${busy}`)}</span>)}</span>;
}

/** Told apart by shape and word as well as by colour: a ring, a disc, a square, a broken ring. */
function Schematic({ halls, mapped, onOpen }: { readonly halls: readonly HallNow[]; readonly mapped: boolean; readonly onOpen: (hallId: string) => void }) {
  const say = useSay();
  const placed = halls.flatMap((hall) => (hall.entry?.at === undefined ? [] : [{ ...hall, at: hall.entry.at }]));
  return (
    <svg className="schematic" viewBox="0 0 1000 560" role="group" aria-label={say('cityDesk.mapSays', { n: placed.length })}>
      {mapped && <image href="/map" x="0" y="0" width="1000" height="560" preserveAspectRatio="none" />}
      {!mapped && [100, 200, 300, 400, 500, 600, 700, 800, 900].map((x) => <line key={x} x1={x} x2={x} y1="0" y2="560" className="rule" />)}
      {!mapped && [70, 140, 210, 280, 350, 420, 490].map((y) => <line key={y} x1="0" x2="1000" y1={y} y2={y} className="rule" />)}
      {placed.map(({ hallId, name, at, busy, live }) => {
        const [x, y] = [30 + at.x * 0.94, 30 + at.y * 0.5];
        const letters = Array.from(shortName(name));
        return (
          <g key={hallId} className={`hall ${busy}`} tabIndex={0} role="button" onClick={() => { onOpen(hallId); }} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onOpen(hallId); } }}>
            {busy === 'crowded' ? <rect x={x - 12} y={y - 12} width="24" height="24" /> : <circle cx={x} cy={y} r={busy === 'quiet' ? 9 : 11} />}
            <text x={x} y={y + 28} className="name">{letters.length > labelLetters ? `${letters.slice(0, labelLetters).join('')}…` : letters.join('')}</text>
            <text x={x} y={y + 44} className="queue">{live === undefined || busy === 'silent' ? say('cityDesk.busy.silent') : `${say(`cityDesk.busy.${busy}`)} · ${say('cityDesk.queue', { n: live.counts.waiting })}`}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** 东关, of 济南市历下区东关综合零工市场: on a map of one city the rest is the same everywhere. */
const shortName = (name: string): string => name.replace(/^.*?市(?=.)/u, '').replace(/(综合|行业)?零工(市场|驿站|集市|超市)$/u, '') || name;
