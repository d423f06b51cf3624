/* Monitoring by hall, trade and day: a trend with its table, the ranking of the halls, the trades. One hall alone when it is chosen. */
import { Select } from 'antd';
import { useState } from 'react';
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { now } from '../../kit/use-now.ts';
import { ratioText } from '../ratio.ts';
import { lastWeek, soundSpan } from './parts/days.ts';
import { useHalls } from './halls-now.ts';
import { Answer, CountedAt, ExportButton, Grid, type Column } from './parts/grid.tsx';
import { SpanField } from './parts/span-field.tsx';
import { useQuestion } from './session.tsx';
import { Trend } from './parts/trend.tsx';

interface Sums { readonly name: string; readonly seekers: number; readonly places: number; readonly hires: number; readonly fill?: { readonly filled: number; readonly medianMinutes: number } | undefined }

function sumsBy<R extends { readonly seekers: number; readonly places: number; readonly hires: number }>(rows: readonly R[], nameOf: (row: R) => string): Sums[] {
  return [...Map.groupBy(rows, nameOf)].map(([name, some]) => ({ name, seekers: total(some, 'seekers'), places: total(some, 'places'), hires: total(some, 'hires') }));
}
const total = (rows: readonly Sums[] | readonly { readonly seekers: number; readonly places: number; readonly hires: number }[], name: 'seekers' | 'places' | 'hires'): number => rows.reduce((sum, row) => sum + row[name], 0);

export function FiguresPage({ hallId, onHall }: { readonly hallId: string | undefined; readonly onHall: (hallId: string | undefined) => void }) {
  const say = useSay();
  const { halls } = useHalls();
  const [span, setSpan] = useState(() => lastWeek(now().wall));
  const asked = useQuestion('days', { ...soundSpan(span), ...(hallId === undefined ? {} : { hallId }) });
  return (
    <>
      <section className="panel">
        <h2>{say('cityDesk.page.figures')}{asked.value !== undefined && <CountedAt at={asked.value.at} />}
          <span className="acts">
            <Select size="small" className="hall-choice" aria-label={say('cityDesk.hall')} value={hallId ?? ''} onChange={(id: string) => { onHall(id === '' ? undefined : id); }} options={[{ value: '', label: say('cityDesk.allHalls') }, ...halls.map((hall) => ({ value: hall.hallId, label: hall.name }))]} />
            <SpanField span={span} onChange={setSpan} />
          </span>
        </h2>
      </section>
      <Answer of={asked}>{(told) => <Figures told={told} />}</Answer>
    </>
  );
}

function Figures({ told: { days, trades, fills } }: { readonly told: CityTold<'days'> }) {
  const say = useSay();
  const { nameOf } = useHalls();
  const byDay = sumsBy(days, ({ day }) => day);
  const fillOf = new Map(fills.map((fill) => [fill.hallId, fill]));
  const ranking = [...Map.groupBy(days, (row) => row.hallId)].map(([id, some]): Sums => ({ name: nameOf(id), seekers: total(some, 'seekers'), places: total(some, 'places'), hires: total(some, 'hires'), fill: fillOf.get(id) })).sort((one, other) => other.hires - one.hires);
  const numbers: Column<Sums>[] = [
    ...(['seekers', 'places', 'hires'] as const).map((name): Column<Sums> => ({ title: say(`counts.${name}`), number: true, render: (row) => row[name].toLocaleString('en-US'), plain: (row) => row[name] })),
    { title: say('counts.ratio'), number: true, render: ({ places, seekers }) => ratioText(seekers === 0 ? null : places / seekers) ?? say('city.none'), plain: ({ places, seekers }) => ratioText(seekers === 0 ? null : places / seekers) ?? '' },
  ];
  const named = (title: string): Column<Sums> => ({ title, render: ({ name }) => name, plain: ({ name }) => name });
  const fill: Column<Sums> = { title: say('cityDesk.fill'), number: true, render: (row) => (row.fill === undefined ? say('city.none') : say('cityDesk.minutes', { n: row.fill.medianMinutes })), plain: (row) => row.fill?.medianMinutes ?? '' };
  const byTrade = trades.map(({ trade, ...row }) => ({ name: tradeName(say.language, trade), ...row }));
  const [dayColumns, hallColumns, tradeColumns] = [[named(say('cityDesk.day')), ...numbers], [named(say('cityDesk.hall')), ...numbers, fill], [named(say('cityDesk.trade')), ...numbers]];
  const key = ({ name }: Sums): string => name;
  return (
    <div className="figures">
      <section className="panel wide"><h2>{say('cityDesk.trend')}</h2>{byDay.length === 0 ? <p className="empty">{say('cityDesk.nothing')}</p> : <Trend rows={byDay} names={{ seekers: say('counts.seekers'), places: say('counts.places'), hires: say('counts.hires') }} says={say('cityDesk.trendSays')} />}</section>
      <section className="panel"><h2>{say('cityDesk.byDay')}<span className="acts"><ExportButton what="days" rows={byDay} columns={dayColumns} /></span></h2><Grid rows={byDay.toReversed()} columns={dayColumns} rowKey={key} empty={say('cityDesk.nothing')} label={say('cityDesk.byDay')} /></section>
      <section className="panel"><h2>{say('cityDesk.byTrade')}<span className="acts"><ExportButton what="trades" rows={byTrade} columns={tradeColumns} /></span></h2><Grid rows={byTrade} columns={tradeColumns} rowKey={key} empty={say('cityDesk.nothing')} label={say('cityDesk.byTrade')} /></section>
      <section className="panel wide"><h2>{say('cityDesk.ranking')}<span className="acts"><ExportButton what="days" rows={ranking} columns={hallColumns} /></span></h2><Grid rows={ranking} columns={hallColumns} rowKey={key} empty={say('cityDesk.nothing')} label={say('cityDesk.ranking')} /></section>
    </div>
  );
}
