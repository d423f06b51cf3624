/* Below the list: the thirty days behind today, and the trades of today, in turn. */
import type { CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { useSay } from '../../kit/say.tsx';
import { ratioText } from '../ratio.ts';
import { Days, type DayLine } from './days.tsx';
import { Trades } from './trades.tsx';
import { useTurns } from './use-turns.ts';

/** Lines are read more slowly than rows. */
const slow = 2;
const plain = (value: number): string => value.toLocaleString('en-US');

export function UnderList({ days, byTrade }: { readonly days: CityWall['days']; readonly byTrade: CityFigures['byTrade'] }) {
  const say = useSay();
  const { page } = useTurns(3, slow);
  const names = days.map(({ day }) => day);
  const line = (kind: 'seekers' | 'places' | 'hires'): DayLine => ({ name: say(`counts.${kind}`), kind, values: days.map((day) => day[kind]), text: plain });
  const ratio: DayLine = { name: say('city.ratioNow'), kind: 'ratio', values: days.map(({ places, seekers }) => (seekers === 0 ? null : places / seekers)), text: (value) => ratioText(value) ?? '' };
  if (page === 2) return <Trades byTrade={byTrade} />;
  return (
    <section className="card">
      <h2>{say(page === 0 ? 'city.days' : 'city.ratioDays')}</h2>
      {days.length === 0 && <p className="nothing">{say('city.noDays')}</p>}
      {days.length > 0 && page === 0 && <Days days={names} lines={[line('seekers'), line('places'), line('hires')]} says={say('city.daysSay')} />}
      {days.length > 0 && page === 1 && <Days days={names} lines={[ratio]} says={say('city.ratioDaysSay')} level={{ value: 1, text: say('city.balance') }} />}
    </section>
  );
}
