/* One row a hall. The state is said by word and shape, never by colour alone; a hall that is late keeps its last figures, and says how old they are. */
import type { HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { ageText, spanText } from '../kit/age.ts';
import { useSay } from '../kit/say.tsx';
import { useNow } from '../kit/use-now.ts';
import { ratioText } from './ratio.ts';

const columns = ['seekers', 'waiting', 'places', 'placesLeft', 'hires'] as const;

export function Halls({ halls, behindMs }: { readonly halls: readonly HallFigures[]; readonly behindMs: number }) {
  const say = useSay();
  return (
    <section className="card halls">
      <h2>{say('city.halls')}</h2>
      {halls.length === 0 ? <p className="nothing">{say('city.noHalls')}</p> : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>{say('city.hall')}</th><th>{say('city.state')}</th>
                {columns.map((name) => <th key={name} className="number">{say(`counts.${name}`)}</th>)}
                <th className="number" title={say('city.ratioHint')}>{say('counts.ratio')}</th><th className="number">{say('city.lastSeen')}</th>
              </tr>
            </thead>
            <tbody>{halls.map((hall) => <HallRow key={hall.hallId} hall={hall} behindMs={behindMs} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function HallRow({ hall, behindMs }: { readonly hall: HallFigures; readonly behindMs: number }) {
  const say = useSay();
  const { wall } = useNow();
  const never = hall.state === 'never';
  return (
    <tr className={hall.state}>
      <th scope="row">{hall.name}{hall.businessDay !== undefined && <small>{say('city.day')} {hall.businessDay}</small>}</th>
      <td className="state"><i />{say(`city.${hall.state}`)}</td>
      {columns.map((name) => <td key={name} className={`number ${name}`}>{never ? say('city.none') : hall.counts[name].toLocaleString('en-US')}</td>)}
      <td className="number">{ratioText(hall.ratio) ?? say('city.none')}</td>
      <td className="number seen">
        {hall.lastSeenAt === undefined ? say('city.none') : ageText(say, wall + behindMs - hall.lastSeenAt)}
        {hall.behindMs !== undefined && hall.behindMs > 0 && <small>{say('city.behind', { span: spanText(say, hall.behindMs) })}</small>}
      </td>
    </tr>
  );
}
