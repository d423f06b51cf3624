/* Below the list: the days behind today, thirty at most, and the trades of today, in turn. */
import { cityQuestionLimits } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import type { CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { useSay } from '../../kit/say.tsx';
import { ratioText } from '../ratio.ts';
import { Days, type DayLine } from './days.tsx';
import { Trades } from './trades.tsx';
import { useTurns } from './use-turns.ts';

const dayMs = 86_400_000;
/** Lines are read more slowly than rows. */
const slow = 2;
const plain = (value: number): string => value.toLocaleString('en-US');

export function UnderList({ days, byTrade }: { readonly days: CityWall['days']; readonly byTrade: CityFigures['byTrade'] }) {
  const say = useSay();
  const { page } = useTurns(3, slow);
  const names = days.map(({ day }) => day);
  // As far as they reach: a city that began this week has no thirty. A day without records is none of the rows, and between two that are.
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const n = first === undefined || last === undefined ? cityQuestionLimits.trendDays : Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1;
  const line = (kind: 'seekers' | 'places' | 'hires'): DayLine => ({ name: say(`counts.${kind}`), kind, values: days.map((day) => day[kind]), text: plain });
  const ratio: DayLine = { name: say('city.ratioNow'), kind: 'ratio', values: days.map(({ places, seekers }) => (seekers === 0 ? null : places / seekers)), text: (value) => ratioText(value) ?? '' };
  if (page === 2) return <Trades byTrade={byTrade} />;
  return (
    <section className="card">
      <h2>{say(page === 0 ? 'city.days' : 'city.ratioDays', { n })}</h2>
      {days.length === 0 && <p className="nothing">{say('city.noDays')}</p>}
      {days.length > 0 && page === 0 && <Days days={names} lines={[line('seekers'), line('places'), line('hires')]} says={say('city.daysSay', { n })} />}
      {days.length > 0 && page === 1 && <Days days={names} lines={[ratio]} says={say('city.ratioDaysSay', { n })} level={{ value: 1, text: say('city.balance') }} />}
    </section>
  );
}
