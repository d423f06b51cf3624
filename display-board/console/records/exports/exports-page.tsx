/* 导出 (F22): files that leave the hall, who took them and who stood beside; every one of them is in the journal. */
import { Button, Table, Tag } from 'antd';
import type { RecordsReply } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { staffName } from '../../parts/staff-name.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { journalTime } from '../fact-text.ts';
import { ExportForm } from './export-form.tsx';
import { mayExport } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import '../../parts/listing.css';
import '../records.css';

const listed = 100;
type Row = RecordsReply<'exports'>['exports'][number];

export function ExportsPage() {
  const say = useSay();
  const { desk, signedIn } = useMemory();
  const exports = useQuestion('exports', { limit: listed });
  const takes = signedIn !== undefined && mayExport.includes(signedIn.role);
  return (
    <PageFrame title={say('page.exports')} hint={say('records.exportsHint')} acts={<Button onClick={exports.again}>{say('records.again')}</Button>}>
      <div className={takes ? 'form-and-list' : ''}>
        {takes && <ExportForm onTaken={exports.again} />}
        <section aria-label={say('records.exportsList')}>
          <Answer of={exports}>{(value) => (
            <Table<Row>
              size="small" pagination={false} sticky rowKey="exportId" dataSource={value.exports} locale={{ emptyText: say('records.noExports') }}
              columns={[
                { title: say('records.at'), key: 'at', width: 136, render: (_, row) => journalTime(row.at) },
                { title: say('records.exportWhat'), key: 'what', render: (_, row) => <>{say(`records.export.${row.what}`)} <span className="soft">{row.format.toUpperCase()}</span></> },
                { title: say('records.exportDays'), key: 'days', width: 196, render: (_, row) => (row.from === row.to ? row.from : `${row.from} — ${row.to}`) },
                { title: say('records.rows'), key: 'rows', width: 80, align: 'right', render: (_, row) => row.rows.toLocaleString('en-US') },
                { title: say('records.taken'), key: 'by', width: 168, render: (_, row) => <>{staffName(desk, row.by)}{row.approvedBy === undefined ? '' : ` + ${staffName(desk, row.approvedBy)}`}{row.personal && <> <Tag color="orange">{say('records.personal')}</Tag></>}</> },
                { title: say('records.digest'), key: 'digest', width: 96, className: 'mono', render: (_, row) => <span title={row.digest}>{row.digest.slice(0, 8)}</span> },
              ]}
            />
          )}
          </Answer>
        </section>
      </div>
    </PageFrame>
  );
}
