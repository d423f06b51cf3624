/* One number of one day: what belongs to it, and every row of the journal that says so. From any paper of the chain to the whole of it (F1, F26). */
import { Table, Tag } from 'antd';
import type { Trace } from '@kuaizhao/db/domain/records/figures/report.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { factText, journalTime } from '../fact-text.ts';

const scrollHeight = 360;
type Row = Trace['rows'][number];

export function TracePanel({ day, number, height = scrollHeight }: { readonly day: string; readonly number: string; readonly height?: number }) {
  const say = useSay();
  const trace = useQuestion('trace', { day, number });
  return (
    <section aria-label={say('records.traceOf', { number })}>
      <Answer of={trace}>{({ things, rows }) => (things.length === 0
        ? <p className="nothing">{say('records.noTrace', { day, number })}</p>
        : (
          <>
            <p className="things">{things.map((thing) => <Tag key={`${thing.kind} ${thing.id}`} title={thing.id} {...(thing.number === number ? { color: 'blue' } : {})}>{say(`records.thing.${thing.kind}`)}{thing.number === undefined ? '' : ` ${thing.number}`}</Tag>)}</p>
            <Table<Row>
              size="small" pagination={false} dataSource={rows} rowKey="seq" scroll={{ y: height }}
              columns={[
                { title: say('records.seq'), dataIndex: 'seq', width: 84, align: 'right', render: (_, row) => row.seq.toLocaleString('en-US') },
                { title: say('records.at'), key: 'at', width: 150, render: (_, row) => journalTime(row.at) },
                { title: say('records.what'), key: 'fact', render: (_, row) => factText(say, row.fact) },
                { title: say('records.about'), dataIndex: 'subjectId', className: 'mono', ellipsis: true },
              ]}
            />
          </>
        ))}
      </Answer>
    </section>
  );
}
