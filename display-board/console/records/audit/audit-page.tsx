/* 操作流水: what happened in the hall by number of the journal, who did it, and whether the chain of what is shown holds (F26, F33). Ids, nobody's name but the staff's. */
import { Alert, Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { journalPageLimit, type JournalRow } from '@kuaizhao/db/domain/records/journal-page.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { useSay } from '../../../kit/say.tsx';
import { factWords } from '../../../i18n/zh-cn/console/facts.ts';
import { DayField } from '../../parts/day-field.tsx';
import { ListEnd, ListTrouble } from '../../parts/listed.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { staffName } from '../../parts/staff-name.ts';
import { useMemory } from '../../session/desk-session.tsx';
import { useList } from '../../session/use-list.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useToday } from '../../session/use-today.ts';
import { factText, journalTime } from '../fact-text.ts';
import '../../parts/listing.css';
import '../records.css';

const facts = Object.keys(factWords).map((key) => key.slice('fact.'.length));
const kindsMost = 40;

export function AuditPage() {
  const say = useSay();
  const { day: today } = useToday();
  const { desk } = useMemory();
  const [day, setDay] = useState(today);
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [by, setBy] = useState<string>();
  const [about, setAbout] = useState('');
  const thing = idSchema.safeParse(about.trim());
  const list = useList('journal', { ...(thing.success ? { about: thing.data } : { day }), ...(kinds.length === 0 ? {} : { kinds: [...kinds] }), ...(by === undefined ? {} : { by }), limit: journalPageLimit }, journalPageLimit);
  return (
    <PageFrame title={say('page.audit')} acts={<><Chain /><DayField label={say('records.day')} day={day} max={today} onChange={setDay} /></>}>
      <div className="filters">
        <Select<string[]> mode="multiple" className="kinds" maxCount={kindsMost} allowClear maxTagCount="responsive" aria-label={say('records.what')} placeholder={say('records.anyFact')} value={[...kinds]} onChange={setKinds} showSearch={{ optionFilterProp: 'label' }} options={facts.map((value) => ({ value, label: factText(say, value) }))} />
        <Select<string | null> className="state" allowClear aria-label={say('records.who')} placeholder={say('records.anybody')} value={by ?? null} onChange={(value) => { setBy(value ?? undefined); }} options={(desk?.staff ?? []).map((one) => ({ value: one.staffId, label: one.staffName }))} />
        <Input className="about-field" allowClear aria-label={say('records.about')} placeholder={say('records.aboutField')} maxLength={64} value={about} onChange={(event) => { setAbout(event.target.value); }} />
        <span className="hint">{say(thing.success ? 'records.aboutAllDays' : 'records.auditHint')}</span>
      </div>
      <ListTrouble of={list} />
      <Table<JournalRow>
        size="small" pagination={false} sticky rowKey="seq" dataSource={[...list.rows]} loading={list.asking && list.rows.length === 0} locale={{ emptyText: say('records.noAudit') }}
        columns={[
          { title: say('records.seq'), key: 'seq', width: 92, align: 'right', render: (_, row) => row.seq.toLocaleString('en-US') },
          { title: say('records.at'), key: 'at', width: 140, render: (_, row) => journalTime(row.at) },
          { title: say('records.what'), key: 'fact', width: 220, render: (_, row) => <b>{factText(say, row.fact)}</b> },
          { title: say('records.who'), key: 'by', width: 140, render: (_, row) => (row.by === undefined ? <span className="soft">{say('records.byItself')}</span> : staffName(desk, row.by)) },
          { title: say('records.about'), key: 'about', className: 'mono', ellipsis: true, render: (_, row) => <button type="button" className="drill" title={say('records.aboutIt')} onClick={() => { setAbout(row.about); }}>{row.about}</button> },
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
  const newest = useQuestion('journal', { limit: journalPageLimit });
  if (newest.value === undefined) return null;
  const { head, checked, base } = newest.value;
  if (checked.broken !== undefined) return <Alert type="error" showIcon title={say('records.chainBroken', { seq: checked.broken })} />;
  return <span className="chain" title={head.hash}>{base === undefined ? null : <span className="soft">{say('records.keptFrom', { seq: base.seq.toLocaleString('en-US'), time: journalTime(base.at) })} </span>}{say('records.chainSound', { from: checked.from.toLocaleString('en-US'), to: checked.to.toLocaleString('en-US') })} <Button size="small" type="text" onClick={newest.again}>{say('records.again')}</Button></span>;
}
