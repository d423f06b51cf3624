/* Who waits for work now: how many in each hall, half of them for how long, and the longest. Counted again each time it is asked. */
import { Button } from 'antd';
import type { CityAsked, CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { useSay } from '../../../kit/say.tsx';
import { useHalls } from '../halls-now.tsx';
import { Answer, CountedAt, Grid, type Column } from '../parts/grid.tsx';
import { SaveShown } from '../parts/pages.tsx';
import { useQuestion } from '../session.tsx';

type Wait = CityTold<'waits'>['halls'][number];

export function WaitsPanel({ hallId, onOpen }: { readonly hallId: string | undefined; readonly onOpen: (asked: CityAsked<'behind'>) => void }) {
  const say = useSay();
  const { nameOf, halls } = useHalls();
  const asked = useQuestion('waits', {});
  const rows = (asked.value?.halls ?? []).filter((one) => hallId === undefined || one.hallId === hallId);
  const longest = Math.max(1, ...rows.map(({ longestMinutes }) => longestMinutes));
  const dayOf = (id: string): string | undefined => halls.find((hall) => hall.hallId === id)?.live?.businessDay;
  const columns: Column<Wait>[] = [
    { title: say('cityDesk.hall'), render: (row) => nameOf(row.hallId), plain: (row) => nameOf(row.hallId) },
    { title: say('counts.waiting'), number: true, render: (row) => { const day = dayOf(row.hallId); return day === undefined ? row.waiting : <button type="button" className="opens" onClick={() => { onOpen({ what: 'waiting', day, hallId: row.hallId }); }}>{row.waiting.toLocaleString('en-US')}</button>; }, plain: ({ waiting }) => waiting },
    { title: say('cityDesk.waitedHalf'), number: true, render: ({ medianMinutes }) => say('cityDesk.minutes', { n: medianMinutes }), plain: ({ medianMinutes }) => medianMinutes },
    { title: say('cityDesk.waitedLongest'), number: true, render: ({ longestMinutes }) => say('cityDesk.minutes', { n: longestMinutes }), plain: ({ longestMinutes }) => longestMinutes },
    { title: say('cityDesk.waitedBar'), render: ({ medianMinutes, longestMinutes }) => <span className="wait-bar" aria-hidden><i className="most" style={{ width: `${(longestMinutes / longest) * 100}%` }} /><i className="half" style={{ width: `${(medianMinutes / longest) * 100}%` }} /></span> },
  ];
  return (
    <section className="panel waits">
      <h2>{say('cityDesk.waitsNow')}{asked.value !== undefined && <CountedAt at={asked.value.at} />}<span className="acts"><Button size="small" onClick={asked.again}>{say('cityDesk.again')}</Button><SaveShown what="waits" rows={rows} columns={columns} /></span></h2>
      <Answer of={asked}>{() => <Grid rows={rows} columns={columns} rowKey={(row) => row.hallId} empty={say('cityDesk.nobodyWaits')} label={say('cityDesk.waitsNow')} />}</Answer>
    </section>
  );
}
