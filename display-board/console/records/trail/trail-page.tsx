/* 安全审计: who did what in the hall, also what was refused and what is no command, and whether each row follows from the one before it. For the auditor alone (the agent refuses everybody else). Ids, nobody's name but the staff's. */
import { Alert, Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { auditPageLimit } from '@kuaizhao/db/domain/audit/page.ts';
import { auditActs, type AuditAct, type AuditRow } from '@kuaizhao/db/domain/audit/row.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { ListEnd, ListTrouble } from '../../parts/listed.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useList } from '../../session/use-list.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useToday } from '../../session/use-today.ts';
import { journalTime } from '../fact-text.ts';
import { outcomeText, whatText, whoText } from './words.ts';
import '../../parts/listing.css';
import '../records.css';

export function TrailPage() {
  const say = useSay();
  const { day: today } = useToday();
  const { desk } = useMemory();
  const [day, setDay] = useState(today);
  const [acts, setActs] = useState<readonly AuditAct[]>([]);
  const [by, setBy] = useState<string>();
  const [typed, setTyped] = useState('');
  const device = idSchema.safeParse(typed.trim());
  const who = by ?? (device.success ? device.data : undefined);
  const list = useList('audit', { day, ...(acts.length === 0 ? {} : { acts: [...acts] }), ...(who === undefined ? {} : { who }), limit: auditPageLimit }, auditPageLimit);
  return (
    <PageFrame title={say('page.trail')} acts={<><Chain /><DayField label={say('trail.day')} day={day} max={today} onChange={setDay} /></>}>
      <div className="filters">
        <Select<AuditAct[]> mode="multiple" className="kinds" allowClear maxTagCount="responsive" aria-label={say('trail.act')} placeholder={say('trail.anyAct')} value={[...acts]} onChange={setActs} showSearch={{ optionFilterProp: 'label' }} options={auditActs.map((value) => ({ value, label: say(`trail.act.${value}`) }))} />
        <Select<string | null> className="state" allowClear aria-label={say('trail.who')} placeholder={say('trail.anybody')} value={by ?? null} onChange={(value) => { setBy(value ?? undefined); }} options={(desk?.staff ?? []).map((one) => ({ value: one.staffId, label: one.staffName }))} />
        <Input className="about-field" allowClear disabled={by !== undefined} aria-label={say('trail.device')} placeholder={say('trail.whoField')} maxLength={64} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
        <span className="hint">{say('trail.hint')}</span>
      </div>
      <ListTrouble of={list} />
      <Table<AuditRow>
        size="small" pagination={false} sticky rowKey="seq" dataSource={[...list.rows]} loading={list.asking && list.rows.length === 0} locale={{ emptyText: say('trail.none') }}
        columns={[
          { title: say('records.seq'), key: 'seq', width: 92, align: 'right', render: (_, row) => row.seq.toLocaleString('en-US') },
          { title: say('records.at'), key: 'at', width: 140, render: (_, row) => journalTime(row.at) },
          { title: say('trail.who'), key: 'who', width: 140, render: (_, row) => whoText(say, desk, row) },
          { title: say('trail.device'), key: 'device', width: 110, className: 'mono', ellipsis: true, render: (_, row) => row.device },
          { title: say('trail.act'), key: 'act', width: 220, render: (_, row) => <b>{whatText(say, row)}</b> },
          { title: say('trail.outcome'), key: 'outcome', width: 200, ellipsis: true, render: (_, row) => <span className={row.outcome === 'ok' ? 'soft' : 'refused'} title={outcomeText(say, row)}>{outcomeText(say, row)}</span> },
          { title: say('trail.times'), key: 'times', width: 64, align: 'right', render: (_, row) => (row.times > 1 ? row.times : null) },
          { title: say('trail.about'), key: 'about', className: 'mono', ellipsis: true, render: (_, row) => row.subject },
          { title: say('records.hash'), key: 'hash', width: 96, className: 'mono', render: (_, row) => <span title={row.hash}>{row.hash.slice(0, 8)}</span> },
        ]}
      />
      <ListEnd of={list} />
    </PageFrame>
  );
}

/** Whether the newest rows follow one from the other; each further page is checked by the agent as well. */
function Chain() {
  const say = useSay();
  const newest = useQuestion('audit', { limit: auditPageLimit });
  if (newest.value === undefined) return null;
  const { head, checked, base } = newest.value;
  if (checked.broken !== undefined) return <Alert type="error" showIcon title={say('trail.broken', { seq: checked.broken })} />;
  return <span className="chain" title={head.hash}>{base === undefined ? null : <span className="soft">{say('trail.base', { seq: base.seq.toLocaleString('en-US'), time: journalTime(base.at) })} </span>}{say('trail.sound', { from: checked.from.toLocaleString('en-US'), to: checked.to.toLocaleString('en-US') })} <Button size="small" type="text" onClick={newest.again}>{say('trail.again')}</Button></span>;
}
