/* The rows of the journal that make a figure (F26): number of the row, when, what, and the number people carried. */
import { Table } from 'antd';
import type { FigureName } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { Slice } from '@kuaizhao/db/domain/records/figures/definition.ts';
import type { EvidenceRow } from '@kuaizhao/db/domain/records/figures/report.ts';
import type { Range } from '@kuaizhao/db/domain/records/period.ts';
import { useSay } from '../../../kit/say.tsx';
import { ListEnd, ListTrouble } from '../../parts/listed.tsx';
import { useList } from '../../session/use-list.ts';
import { factText, journalTime } from '../fact-text.ts';

const pageRows = 50;
const scrollHeight = 420;

export interface EvidenceAsked { readonly figure: FigureName; readonly range: Range; readonly slice: Slice; readonly sliceKey: string }

interface EvidenceListProps extends EvidenceAsked { readonly onTrace: (row: { readonly day: string; readonly number: string }) => void; readonly height?: number }

export function EvidenceList({ figure, range, slice, sliceKey, onTrace, height = scrollHeight }: EvidenceListProps) {
  const say = useSay();
  const list = useList('evidence', { figure, from: range.from, to: range.to, slice, key: sliceKey, limit: pageRows }, pageRows);
  return (
    <>
      <ListTrouble of={list} />
      <Table<EvidenceRow>
        size="small" pagination={false} loading={list.asking && list.rows.length === 0} dataSource={[...list.rows]} rowKey={(row) => `${row.measure} ${String(row.seq)} ${row.subjectId}`} scroll={{ y: height }}
        locale={{ emptyText: say('records.noEvidence') }}
        columns={[
          { title: say('records.seq'), dataIndex: 'seq', width: 84, align: 'right', render: (_, row) => row.seq.toLocaleString('en-US') },
          { title: say('records.at'), key: 'at', width: 150, render: (_, row) => journalTime(row.at) },
          { title: say('records.what'), key: 'fact', render: (_, row) => factText(say, row.fact) },
          {
            title: say('records.number'), key: 'number', width: 90, render: (_, row) => {
              const { number, day } = row;
              return number === undefined ? '' : <button type="button" className="drill" title={say('records.traceIt')} onClick={() => { onTrace({ day, number }); }}>{number}</button>;
            },
          },
          { title: say('records.amount'), key: 'amount', width: 90, align: 'right', render: (_, row) => (row.measure === 'wait' || row.measure === 'fill' ? say('records.minutes', { n: Math.round(row.amount / 6_000) / 10 }) : row.amount.toLocaleString('en-US')) },
        ]}
      />
      <ListEnd of={list} />
    </>
  );
}
