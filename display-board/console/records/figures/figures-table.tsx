/* The numbers of a report. Each of them opens the rows of the journal that it was counted from, for those who may see them. */
import { Table } from 'antd';
import type { FigureName } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { FiguresReport, FiguresRow } from '@kuaizhao/db/domain/records/figures/report.ts';
import { useSay } from '../../../kit/say.tsx';
import { figureName, keyText, periodText, tableRows, valueText, type Named } from './shape.ts';

export interface Drill { readonly figure: FigureName; readonly period: string; readonly key: string }

interface FiguresTableProps {
  readonly report: FiguresReport;
  readonly named: Named;
  readonly period: string | undefined;
  readonly charted: FigureName;
  readonly onChart: (name: FigureName) => void;
  /** absent: this role sees figures and not what is behind them */
  readonly onDrill?: ((drill: Drill) => void) | undefined;
}

export function FiguresTable({ report, named, period, charted, onChart, onDrill }: FiguresTableProps) {
  const say = useSay();
  const { definition } = report;
  const { by } = definition;
  const over = by === 'all';
  const rows = tableRows(report, period, charted);
  const total = over ? undefined : report.totals.find((row) => row.period === period);
  const cell = (row: FiguresRow, name: FigureName, at: number) => {
    const value = row.values[at];
    const text = valueText(say, name, value);
    return onDrill === undefined || value === null || value === undefined || value === 0
      ? text : <button type="button" className="drill" title={say('records.drill')} onClick={() => { onDrill({ figure: name, period: row.period, key: row.key }); }}>{text}</button>;
  };
  const summary = total === undefined || rows.length === 0 ? undefined : (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}><b>{say('records.total')}</b></Table.Summary.Cell>
      {definition.figures.map((name, at) => <Table.Summary.Cell key={name} index={at + 1} align="right"><b>{cell(total, name, at)}</b></Table.Summary.Cell>)}
    </Table.Summary.Row>
  );
  return (
    <div className="figures-room"><Table<FiguresRow>
      size="small" pagination={false} className="figures-table" rowKey={(row) => `${row.period} ${row.key}`} dataSource={rows}
      locale={{ emptyText: say('records.noFigures') }}
      columns={[
        { title: say(by === 'all' ? 'records.period' : `records.by.${by}`), key: 'head', render: (_, row) => <b>{over ? periodText(say, row.period) : keyText(named, definition, row.key)}</b> },
        ...definition.figures.map((name, at) => ({
          key: name, align: 'right' as const, className: name === charted ? 'charted' : '',
          title: <button type="button" className="figure-head" aria-pressed={name === charted} title={say('records.draw')} onClick={() => { onChart(name); }}>{figureName(say, name)}</button>,
          render: (_: unknown, row: FiguresRow) => cell(row, name, at),
        })),
      ]}
      {...(summary === undefined ? {} : { summary: () => summary })}
    /></div>
  );
}
