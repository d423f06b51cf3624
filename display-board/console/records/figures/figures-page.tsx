/* 运行监测 (F25): the figures of days, weeks and months, by trade and hour, drawn and as a table, each with the rows of the journal behind it (F26). */
import { Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { FigureName } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { FiguresReport } from '@kuaizhao/db/domain/records/figures/report.ts';
import { dayAfter, daysOfPeriod, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { DayRange } from '../../parts/day-range.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useToday } from '../../session/use-today.ts';
import { useMay } from '../../session/use-may.ts';
import { EvidenceDrawer } from '../evidence/evidence-drawer.tsx';
import { FiguresTable, type Drill } from './figures-table.tsx';
import { figureName, periodsOf, periodText, seriesOf } from './shape.ts';
import '../../parts/listing.css';
import '../records.css';

/** What draws weighs as much as all the rest: it comes with the first figure, not with the console. */
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

const firstReport = 'day';
const firstDaysBack = -29;

export function FiguresPage() {
  const say = useSay();
  const { day } = useToday();
  const [report, setReport] = useState(firstReport);
  const [range, setRange] = useState<Range>(() => ({ from: dayAfter(day, firstDaysBack), to: day }));
  const reports = useQuestion('reports', {});
  const figures = useQuestion('figures', { report, ...range });
  const choices = (reports.value?.reports ?? []).map((one) => ({ value: one.id, label: say.language === 'en' ? one.en : one.zh }));
  return (
    <PageFrame title={say('page.figures')} acts={(
      <>
        <Select className="report" aria-label={say('records.report')} value={report} options={choices} onChange={setReport} loading={reports.asking} />
        <DayRange range={range} today={day} onChange={setRange} />
      </>
    )}>
      <Answer of={figures}>{(value) => <Figures key={`${report} ${value.from} ${value.to}`} report={value} onAgain={figures.again} />}</Answer>
    </PageFrame>
  );
}

function Figures({ report, onAgain }: { readonly report: FiguresReport; readonly onAgain: () => void }) {
  const say = useSay();
  const { floor } = useMemory();
  const { mayAsk } = useMay();
  const named = { say, services: floor?.services ?? [] };
  const { definition, seal, countedAt } = report;
  const split = definition.by !== 'all';
  const periods = periodsOf(report);
  const [period, setPeriod] = useState(periods[0]);
  const [charted, setCharted] = useState<FigureName | undefined>(definition.figures[0]);
  const [drill, setDrill] = useState<Drill>();
  if (charted === undefined) return null;
  const series = seriesOf(named, report, period, charted);
  const name = figureName(say, charted);
  return (
    <>
      <div className="chart-head">
        <h3>{name}</h3>
        {split && <Select size="small" aria-label={say('records.period')} value={period ?? null} options={periods.map((value) => ({ value, label: periodText(say, value) }))} onChange={setPeriod} />}
        {series.cut > 0 && <span className="hint">{say('records.chartCut', { n: series.cut })}</span>}
        <span className="sealed" title={`${seal.chain}\n${seal.digest}`}>{say('records.sealed', { time: localTime(countedAt), seq: seal.seq.toLocaleString('en-US'), digest: seal.digest.slice(0, 8) })} <button type="button" className="link" onClick={onAgain}>{say('records.again')}</button></span>
      </div>
      {series.labels.length === 0 ? <p className="nothing chart-nothing">{say('records.noFigures')}</p> : <Suspense fallback={<div className="chart" />}><Chart series={series} name={name} says={say('records.chartSays', { name })} /></Suspense>}
      {report.cut && <p className="hint">{say('records.cut')}</p>}
      <FiguresTable report={report} named={named} period={period} charted={charted} onChart={setCharted} onDrill={mayAsk('evidence') ? setDrill : undefined} />
      {drill !== undefined && (
        <EvidenceDrawer
          title={`${figureName(say, drill.figure)} · ${periodText(say, drill.period)}`} figure={drill.figure} range={daysOfPeriod(drill.period, report)}
          slice={drill.key === '' ? 'all' : definition.by} sliceKey={drill.key} onClose={() => { setDrill(undefined); }}
        />
      )}
    </>
  );
}
