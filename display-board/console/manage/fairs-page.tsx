/* 零工专场 (F29): hours, trades, tables and where; planned ahead by a supervisor, called off at once. While one is on, boards show their fair and its tables take its trades alone. */
import { Button, Form, Input, Popconfirm, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { fairTradesMost } from '@kuaizhao/db/domain/fairs/commands.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { DayField } from '../parts/day-field.tsx';
import { longMomentText, momentAt } from '../parts/desk/when.ts';
import { SomeTrades } from '../parts/form/choices.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { TimeField } from '../parts/time-field.tsx';
import { useMemory } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';
import { useMay } from '../session/use-may.ts';
import '../parts/listing.css';
import './manage.css';

type Fair = QueryReply<'fairs'>['fairs'][number];
const listed = 100;
const wordsMost = 20;

export function FairsPage() {
  const say = useSay();
  const { floor } = useMemory();
  const { day } = useToday();
  const act = useAct();
  const fairs = useQuestion('fairs', { limit: listed });
  const may = useMay().may('putFair');
  const labels = new Map((floor?.tables ?? []).map(({ id, label }) => [id, label]));
  const end = ({ fairId, name }: Fair): void => { void act.run({ type: 'endFair', fairId }, () => say('manage.fairEnded', { name })).then(fairs.again); };
  return (
    <PageFrame title={say('page.fairs')} hint={say('manage.fairsHint')} acts={<Button onClick={fairs.again}>{say('records.again')}</Button>}>
      {may && <FairForm day={day} onPut={fairs.again} />}
      <Answer of={fairs}>{(value) => (
        <Table<Fair>
          size="small" pagination={false} sticky rowKey="fairId" dataSource={value.fairs} locale={{ emptyText: say('manage.noFairs') }}
          columns={[
            { title: say('records.state'), key: 'state', width: 84, render: (_, row) => <Tag color={row.state === 'on' ? 'orange' : row.state === 'waits' ? 'blue' : 'default'}>{say(`manage.fair.${row.state}`)}</Tag> },
            { title: say('manage.fairName'), key: 'name', width: 190, render: (_, row) => <b>{row.name}</b> },
            { title: say('manage.when'), key: 'when', width: 190, render: (_, row) => `${longMomentText(row.from)}–${localTime(row.until)}` },
            { title: say('manage.fairTrades'), key: 'trades', render: (_, row) => row.trades.map((trade) => tradeName(say.language, trade)).join(say('manage.listDot')) },
            { title: say('manage.fairTables'), key: 'tables', width: 220, render: (_, row) => [...row.place === undefined ? [] : [row.place], ...row.tables.map((id) => labels.get(id) ?? id)].join(say('manage.listDot')) },
            { title: '', key: 'act', width: 80, render: (_, row) => (may && row.state !== 'over' ? <Popconfirm placement="bottomRight" title={say('manage.fairEndSure', { name: row.name })} onConfirm={() => { end(row); }}><Button size="small" disabled={act.busy}>{say(row.state === 'on' ? 'manage.fairEnd' : 'manage.fairCancel')}</Button></Popconfirm> : null) },
          ]}
        />
      )}
      </Answer>
    </PageFrame>
  );
}

interface Typed { readonly name: string; readonly place?: string }

function FairForm({ day, onPut }: { readonly day: string; readonly onPut: () => void }) {
  const say = useSay();
  const act = useAct();
  const tables = useMemory().floor?.tables ?? [];
  const [form] = Form.useForm<Typed>();
  const [date, setDate] = useState(day);
  const [[from, until], setTimes] = useState<readonly [string, string]>(['09:00', '11:00']);
  const [trades, setTrades] = useState<readonly string[]>([]);
  const [kept, setKept] = useState<readonly string[]>([]);
  const put = async ({ name, place = '' }: Typed): Promise<void> => {
    const sent = await act.run({ type: 'putFair', name: name.trim(), from: momentAt(date, from), until: momentAt(date, until), trades: [...trades], tables: [...kept], ...(place.trim() === '' ? {} : { place: place.trim() }) }, () => say('manage.fairPut', { name }));
    if (sent) { form.resetFields(); setTrades([]); setKept([]); onPut(); }
  };
  return (
    <Form<Typed> form={form} className="fair-form" onFinish={(typed) => { void put(typed); }}>
      <Form.Item name="name" rules={[{ required: true, whitespace: true, message: say('manage.fairNameMissing') }]}><Input autoFocus maxLength={wordsMost} aria-label={say('manage.fairName')} placeholder={say('manage.fairNameHint')} /></Form.Item>
      <span className="times"><DayField label={say('records.day')} day={date} min={day} onChange={setDate} /><TimeField label={say('manage.fairFrom')} time={from} onChange={(time) => { setTimes([time, until]); }} /><TimeField label={say('manage.fairUntil')} time={until} onChange={(time) => { setTimes([from, time]); }} /></span>
      <SomeTrades label={say('manage.fairTrades')} value={trades} most={fairTradesMost} onChange={setTrades} />
      <Select<string[]> mode="multiple" showSearch={{ optionFilterProp: 'label' }} aria-label={say('manage.fairTables')} placeholder={say('manage.fairTables')} value={[...kept]} onChange={setKept} options={tables.map(({ id, label }) => ({ value: id, label }))} maxTagCount="responsive" />
      <Form.Item name="place"><Input maxLength={wordsMost} aria-label={say('manage.fairPlace')} placeholder={say('manage.fairPlace')} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy} disabled={trades.length === 0 || until <= from}>{say('manage.fairPlan')}</Button>
    </Form>
  );
}
