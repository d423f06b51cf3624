/* Places wanted and hired by trade beside those who seek, the most wanted: one scale for all, so that lengths can be compared. */
import type { CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';

/** As many as stand on the wall at once. */
const tradesShown = 4;

export function Trades({ byTrade }: { readonly byTrade: CityFigures['byTrade'] }) {
  const say = useSay();
  const rows = byTrade.toSorted((one, other) => other.places - one.places || other.seekers - one.seekers).slice(0, tradesShown);
  const most = Math.max(1, ...rows.flatMap((one) => [one.places, one.seekers]));
  return (
    <section className="card trades">
      <h2>{say('city.byTrade')}<span className="shapes"><i className="places" />{say('counts.places')}<i className="hires" />{say('counts.hires')}<i className="seekers" />{say('counts.seekers')}</span></h2>
      {rows.length === 0 && <p className="nothing">{say('city.noTrades')}</p>}
      <ul>
        {rows.map(({ trade, places, hires, seekers }) => (
          <li key={trade}>
            <b>{tradeName(say.language, trade)}</b>
            <div className="bars">
              <progress className="places" max={most} value={places} aria-label={say('counts.places')} />
              <progress className="hires" max={most} value={Math.min(hires, most)} aria-label={say('counts.hires')} />
              <progress className="seekers" max={most} value={seekers} aria-label={say('counts.seekers')} />
            </div>
            <span>{hires.toLocaleString('en-US')} / {places.toLocaleString('en-US')}</span>
            <em>{seekers.toLocaleString('en-US')}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
