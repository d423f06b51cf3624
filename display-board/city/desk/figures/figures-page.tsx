/* Monitoring: the balance of the last thirty days, who waits now, and any report over days, halls and trades, down to the numbers behind each figure. */
import { Select } from 'antd';
import { useState } from 'react';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';
import { measures } from '@kuaizhao/db/domain/registry/reports.ts';
import type { CityAsked, CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { now } from '../../../kit/use-now.ts';
import { useHalls } from '../halls-now.tsx';
import { lastWeek, soundSpan, type DaySpan } from '../parts/days.ts';
import { Answer, CountedAt } from '../parts/grid.tsx';
import { SpanField } from '../parts/span-field.tsx';
import { Trend } from '../parts/trend.tsx';
import { useQuestion } from '../session.tsx';
import { BehindDialog } from './behind-dialog.tsx';
import { ReportPanel } from './report-panel.tsx';
import { WaitsPanel } from './waits-panel.tsx';

type Narrowed = { readonly day?: string | undefined; readonly hallId?: string | undefined; readonly trade?: string | undefined };

export function FiguresPage({ hallId, onHall }: { readonly hallId: string | undefined; readonly onHall: (hallId: string | undefined) => void }) {
  const say = useSay();
  const { halls } = useHalls();
  const [span, setSpan] = useState<DaySpan>(() => lastWeek(now().wall));
  const [trade, setTrade] = useState<string>();
  const [reportId, setReportId] = useState('ranking');
  const [behind, setBehind] = useState<CityAsked<'behind'>>();
  const of = { ...(hallId === undefined ? {} : { hallId }), ...(trade === undefined ? {} : { trade }) };
  const trend = useQuestion('trend', { to: businessDayAt(now().wall), ...of });
  // A figure of many days or halls opens the days and halls it is made of; one of a day and a hall the numbers behind it.
  const narrow = (to: Narrowed): void => {
    if (to.day !== undefined) setSpan({ from: to.day, to: to.day });
    if (to.hallId !== undefined) onHall(to.hallId);
    if (to.trade !== undefined) setTrade(to.trade);
    setReportId(to.trade === undefined && trade === undefined ? 'hallDays' : 'cells');
  };
  return (
    <>
      <section className="panel">
        <h2>{say('cityDesk.page.figures')}{trend.value !== undefined && <CountedAt at={trend.value.at} />}
          <span className="acts">
            <Select size="small" className="hall-choice" aria-label={say('cityDesk.hall')} value={hallId ?? ''} onChange={(id: string) => { onHall(id === '' ? undefined : id); }} options={[{ value: '', label: say('cityDesk.allHalls') }, ...halls.map((hall) => ({ value: hall.hallId, label: hall.name }))]} />
            <Select size="small" className="trade-choice" aria-label={say('cityDesk.trade')} value={trade ?? ''} onChange={(code: string) => { setTrade(code === '' ? undefined : code); }} options={[{ value: '', label: say('cityDesk.allTrades') }, ...trades().map(({ code }) => ({ value: code, label: tradeName(say.language, code) }))]} />
            <SpanField span={span} onChange={setSpan} />
          </span>
        </h2>
      </section>
      <Answer of={trend}>{({ days }) => <Trends days={days} />}</Answer>
      <WaitsPanel hallId={hallId} onOpen={(asked) => { setBehind(asked); }} />
      <ReportPanel of={{ span: { ...soundSpan(span), ...(hallId === undefined ? {} : { hallId }) }, trade }} reportId={reportId} onReport={setReportId} onNarrow={narrow} onBehind={setBehind} />
      <Definitions />
      {behind !== undefined && <BehindDialog asked={behind} onClose={() => { setBehind(undefined); }} />}
    </>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

function Trends({ days }: { readonly days: CityTold<'trend'>['days'] }) {
  const say = useSay();
  const names = days.map(({ day }) => day);
  if (days.length === 0) return <section className="panel"><p className="empty">{say('cityDesk.nothing')}</p></section>;
  return (
    <div className="figures">
      <section className="panel"><h2>{say('cityDesk.ratioTrend')}</h2>
        <Trend days={names} whole={false} says={say('cityDesk.ratioSays')} lines={[
          { name: say('counts.ratio'), colour: '#0b5cad', mark: 'circle', values: days.map(({ places, seekers }) => (seekers === 0 ? null : round(places / seekers))) },
          { name: say('cityDesk.balance'), colour: '#66748a', mark: 'none', dashed: true, values: days.map(() => 1) },
        ]} />
      </section>
      <section className="panel"><h2>{say('cityDesk.trend')}</h2>
        <Trend days={names} whole says={say('cityDesk.trendSays')} lines={[
          { name: say('counts.seekers'), colour: '#b45f06', mark: 'circle', values: days.map(({ seekers }) => seekers) },
          { name: say('counts.places'), colour: '#0b5cad', mark: 'rect', values: days.map(({ places }) => places) },
          { name: say('counts.hires'), colour: '#14202e', mark: 'triangle', values: days.map(({ hires }) => hires) },
        ]} />
      </section>
    </div>
  );
}

/** What each figure counts, and when: on the page, not in a handbook. */
function Definitions() {
  const say = useSay();
  return (
    <section className="panel definitions">
      <h2>{say('cityDesk.definitions')}</h2>
      <p>{say('cityDesk.countedFrom')}</p>
      <dl>{measures.map((name) => <div key={name}><dt>{say(`cityDesk.option.${name}`)}</dt><dd>{say(`cityDesk.means.${name}`)}</dd></div>)}</dl>
    </section>
  );
}
