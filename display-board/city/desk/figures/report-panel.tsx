/* A report as its definition says: shipped ones and those the city's staff keep. Each figure opens what it is made of. */
import { entrySchemas } from '@kuaizhao/db/domain/registry/entries.ts';
import { partsOf, shippedReports, type Measure, type Report, type ReportPart } from '@kuaizhao/db/domain/registry/reports.ts';
import type { CityAsked, CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName, type Say } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { ratioText } from '../../ratio.ts';
import { useHalls } from '../halls-now.tsx';
import { Answer, CountedAt, Grid, type Column } from '../parts/grid.tsx';
import { PageTurn, SaveButton, usePages } from '../parts/pages.tsx';
import { useQuestion } from '../session.tsx';

type Row = CityTold<'report'>['rows'][number];
type Behind = CityAsked<'behind'>;
const behindOf: Readonly<Partial<Record<Measure, Behind['what']>>> = { seekers: 'seekers', places: 'places', jobs: 'places', hires: 'hires', filled: 'filled', fillMedian: 'filled', called: 'called', waitMedian: 'called', waitP90: 'called' };
const [firstReport] = shippedReports;
const inMinutes: ReadonlySet<Measure> = new Set(['fillMedian', 'waitMedian', 'waitP90']);

interface Props {
  readonly of: { readonly span: CityAsked<'report'>['span']; readonly trade: string | undefined };
  readonly reportId: string; readonly onReport: (reportId: string) => void;
  readonly onNarrow: (to: { readonly day?: string | undefined; readonly hallId?: string | undefined; readonly trade?: string | undefined }) => void;
  readonly onBehind: (asked: Behind) => void;
}

export function ReportPanel({ of: { span, trade }, reportId, onReport, onNarrow, onBehind }: Props) {
  const say = useSay();
  const { nameOf } = useHalls();
  const kept = useQuestion('entries', { kind: 'report' });
  const reports: readonly Report[] = [...shippedReports, ...(kept.value ?? []).flatMap(({ body }) => entrySchemas.report.safeParse(body).data ?? [])];
  const report = reports.find((one) => one.reportId === reportId) ?? firstReport;
  const asked = { report: { by: report.by, measures: report.measures, ...(report.top === undefined ? {} : { top: report.top }) }, span, ...(trade === undefined ? {} : { trade }) };
  const pages = usePages('report', asked);
  const open = (row: Row, measure: Measure): void => {
    const what = behindOf[measure];
    const [day, hallId, ofTrade] = [row.day ?? (span.from === span.to ? span.from : undefined), row.hallId ?? span.hallId, row.trade ?? trade];
    if (what !== undefined && day !== undefined && hallId !== undefined) onBehind({ what, day, hallId, ...(ofTrade === undefined ? {} : { trade: ofTrade }) });
    else onNarrow({ day: row.day, hallId: row.hallId, trade: row.trade });
  };
  const columns: Column<Row>[] = [...partsOf[report.by].map((part) => partColumn(say, part, nameOf)), ...report.measures.map((measure) => measureColumn(say, measure, open))];
  const key = (row: Row): string => `${row.day ?? ''} ${row.hallId ?? ''} ${row.trade ?? ''}`;
  return (
    <section className="panel">
      <h2>{say('cityDesk.reports')}{pages.asked.value !== undefined && <CountedAt at={pages.asked.value.at} />}<span className="soft">{say('cityDesk.opens')}</span>
        <span className="acts"><PageTurn of={pages} /><SaveButton what="report" name="report" asked={asked} rowsOf={({ rows }) => rows} columns={columns} disabled={(pages.asked.value?.rows.length ?? 0) === 0} about={`${report.reportId} ${span.from} ${span.to}${span.hallId === undefined ? '' : ` ${span.hallId}`}`} /></span>
      </h2>
      <nav className="kinds" aria-label={say('cityDesk.reports')}>{reports.map((one) => <button key={one.reportId} type="button" aria-current={one === report ? 'page' : undefined} onClick={() => { onReport(one.reportId); }}>{one.title}</button>)}</nav>
      <Answer of={pages.asked}>{({ rows }) => <Grid rows={rows} columns={columns} rowKey={key} empty={say('cityDesk.nothing')} label={report.title} />}</Answer>
    </section>
  );
}

function partColumn(say: Say, part: ReportPart, nameOf: (hallId: string) => string): Column<Row> {
  const text = ({ day, hallId, trade }: Row): string => (part === 'day' ? day : part === 'hall' ? (hallId === undefined ? undefined : nameOf(hallId)) : trade === undefined ? undefined : tradeName(say.language, trade)) ?? '';
  return { title: say(`cityDesk.${part}`), render: text, plain: text };
}

function measureColumn(say: Say, measure: Measure, open: (row: Row, measure: Measure) => void): Column<Row> {
  const word = (row: Row): string => {
    const value = row[measure];
    if (value === undefined || value === null) return say('city.none');
    return measure === 'ratio' ? ratioText(value) ?? '' : inMinutes.has(measure) ? say('cityDesk.minutes', { n: value }) : value.toLocaleString('en-US');
  };
  const plain = (row: Row): string | number => { const value = row[measure]; return value === undefined || value === null ? '' : measure === 'ratio' ? Math.round(value * 100) / 100 : value; };
  const empty = (row: Row): boolean => row[measure] === undefined || row[measure] === null || row[measure] === 0;
  return { title: say(`cityDesk.option.${measure}`), number: true, render: (row) => (measure === 'ratio' || empty(row) ? word(row) : <button type="button" className="opens" onClick={() => { open(row, measure); }}>{word(row)}</button>), plain };
}
