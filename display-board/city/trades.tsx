/* Places wanted and hired by trade beside those who seek: one scale for all, so that lengths can be compared. */
import type { CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { tradeName } from '../i18n/texts.ts';
import { useSay } from '../kit/say.tsx';

export function Trades({ byTrade }: { readonly byTrade: CityFigures['byTrade'] }) {
  const say = useSay();
  const rows = byTrade.toSorted((one, other) => other.places - one.places || other.seekers - one.seekers);
  const most = Math.max(1, ...rows.flatMap((one) => [one.places, one.seekers]));
  return (
    <section className="card trades">
      <h2>{say('city.byTrade')}<span className="legend"><i className="places" />{say('counts.places')}<i className="hires" />{say('counts.hires')}<i className="seekers" />{say('counts.seekers')}</span></h2>
      {rows.length === 0 && <p className="nothing">{say('city.noTrades')}</p>}
      <ul className="scroll">
        {rows.map(({ trade, places, hires, seekers }) => (
          <li key={trade}>
            <b>{tradeName(say.language, trade)}</b>
            <div className="bars">
              <progress className="places" max={most} value={places} aria-label={say('counts.places')} />
              <progress className="hires" max={most} value={Math.min(hires, most)} aria-label={say('counts.hires')} />
              <progress className="seekers" max={most} value={seekers} aria-label={say('counts.seekers')} />
            </div>
            <span>{hires.toLocaleString('en-US')}<small> / {places.toLocaleString('en-US')}</small></span>
            <em>{seekers.toLocaleString('en-US')}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
