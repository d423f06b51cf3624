/* True counts of the day, and how the morning went: who came and who was hired, hour by hour. */
import type { BoardFigures, BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../../kit/say.tsx';
import type { ZoneProps } from './zone-props.ts';

export const countNames = ['seekers', 'waiting', 'places', 'placesLeft', 'hires'] as const satisfies readonly (keyof BoardState['counts'])[];

export function FiguresZone({ state }: ZoneProps) {
  const say = useSay();
  return (
    <div className="figures-body">
      <div className="counts">
        {countNames.map((name) => <div key={name} className={name}><span>{say(`counts.${name}`)}</span><b>{state.counts[name].toLocaleString('en-US')}</b></div>)}
      </div>
      {state.figures.byHour.length > 0 && <Hours byHour={state.figures.byHour} />}
    </div>
  );
}

/** Two bars an hour from one ground: blue for those who came, white for those who were hired. */
function Hours({ byHour }: Pick<BoardFigures, 'byHour'>) {
  const say = useSay();
  const most = Math.max(1, ...byHour.map(({ seekers, hires }) => Math.max(seekers, hires)));
  const share = (count: number): { readonly height: string } => ({ height: `${String((count / most) * 100)}%` });
  return (
    <figure className="hours">
      <figcaption><span className="came">{say('board.came')}</span><span className="hired">{say('board.hired')}</span></figcaption>
      <div className="bars">{byHour.map(({ hour, seekers, hires }) => <div key={hour} className="hour"><i className="came" style={share(seekers)} /><i className="hired" style={share(hires)} /></div>)}</div>
      <div className="ticks">{byHour.map(({ hour }, at) => <span key={hour}>{at % Math.ceil(byHour.length / 4) === 0 ? say('board.hour', { hour }) : ''}</span>)}</div>
    </figure>
  );
}
