/* Notices of the board and the sheets to read (F16, F28): put up for a time, ended at once; the words pass the same filter as postings. */
import { Button, Form, Input, Popconfirm, Switch, Table, Tag } from 'antd';
import { useState } from 'react';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { momentAt, momentText } from '../parts/desk/when.ts';
import { DayField } from '../parts/day-field.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { staffName } from '../parts/staff-name.ts';
import { TimeField } from '../parts/time-field.tsx';
import { useMemory } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';
import { useMay } from '../session/use-may.ts';
import '../parts/listing.css';
import './board.css';

const listed = 100;
const textMost = 60;
const askEveryMs = 15_000;
type Notice = QueryReply<'notices'>['notices'][number];

export function NoticesPage() {
  const say = useSay();
  const { desk } = useMemory();
  const { day, now } = useToday();
  const act = useAct();
  const notices = useQuestion('notices', { limit: listed }, { everyMs: askEveryMs });
  const rules = useQuestion('hallRules', { day });
  const may = useMay().may('putNotice');
  const end = ({ noticeId, text }: Notice): void => { void act.run({ type: 'endNotice', noticeId }, () => say('boards.noticeEnded', { text })).then(notices.again); };
  return (
    <PageFrame title={say('page.notices')} hint={say('boards.noticesHint')} acts={<Button onClick={notices.again}>{say('records.again')}</Button>}>
      {may && <NoticeForm day={day} now={now} onPut={notices.again} />}
      <Answer of={notices}>{(value) => (
        <>
          {value.fixed.length > 0 && <p className="hint">{say('boards.fixedNotices')}{value.fixed.map((text) => <Tag key={text}>{text}</Tag>)}</p>}
          {value.city.length > 0 && <CityNotices notices={value.city} />}
          <Table<Notice>
            size="small" pagination={false} rowKey="noticeId" dataSource={value.notices} locale={{ emptyText: say('boards.noNotices') }}
            columns={[
              { title: say('records.state'), key: 'state', width: 90, render: (_, row) => <Tag color={row.state === 'hangs' ? 'blue' : 'default'}>{say(`boards.notice.${row.state}`)}</Tag> },
              { title: say('boards.text'), key: 'text', render: (_, row) => <>{row.text}{row.urgent && <> <Tag color="orange">{say('boards.urgent')}</Tag></>}</> },
              { title: say('boards.hangsFrom'), key: 'from', width: 120, render: (_, row) => momentText(row.from) },
              { title: say('boards.hangsUntil'), key: 'until', width: 120, render: (_, row) => (row.endedAt !== undefined ? momentText(row.endedAt) : row.until === undefined ? say('boards.untilEnded') : momentText(row.until)) },
              { title: say('records.who'), key: 'by', width: 110, render: (_, row) => staffName(desk, row.by) },
              { title: '', key: 'act', width: 80, render: (_, row) => (may && row.state !== 'over' ? <Popconfirm placement="bottomRight" title={say('boards.endSure')} onConfirm={() => { end(row); }}><Button size="small" disabled={act.busy}>{say('boards.end')}</Button></Popconfirm> : null) },
            ]}
          />
        </>
      )}
      </Answer>
      <h3 className="part">{say('boards.sheets')}</h3>
      <Answer of={rules}>{(value) => (
        <Table
          size="small" pagination={false} rowKey="leafletId" dataSource={value.leaflets}
          columns={[
            { title: say('boards.topic'), key: 'topic', width: 90, render: (_, row) => say(`boards.topic.${row.topic}`) },
            { title: say('boards.sheetTitle'), key: 'title', width: 240, render: (_, row) => <b>{say.language === 'en' ? row.title.en : row.title.zh}</b> },
            { title: say('boards.source'), key: 'source', render: (_, row) => row.source },
            { title: say('boards.since'), dataIndex: 'since', width: 110 },
            { title: '', key: 'own', width: 80, render: (_, row) => (row.own || row.city ? <Tag>{say(row.city ? 'boards.citySheet' : 'boards.ownSheet')}</Tag> : null) },
          ]}
        />
      )}
      </Answer>
    </PageFrame>
  );
}

/** Of the city: read here, changed there. */
function CityNotices({ notices }: { readonly notices: QueryReply<'notices'>['city'] }) {
  const say = useSay();
  return (
    <Table
      className="city-notices" size="small" pagination={false} rowKey="noticeId" dataSource={[...notices]}
      columns={[
        { title: '', key: 'city', width: 90, render: () => <Tag color="geekblue">{say('boards.ofCity')}</Tag> },
        { title: say('boards.cityText'), key: 'text', render: (_, row) => <>{row.text}{row.urgent && <> <Tag color="orange">{say('boards.urgent')}</Tag></>}</> },
        { title: say('boards.hangsFrom'), key: 'from', width: 120, render: (_, row) => momentText(row.from) },
        { title: say('boards.hangsUntil'), key: 'until', width: 120, render: (_, row) => (row.until === undefined ? say('boards.untilCityEnds') : momentText(row.until)) },
      ]}
    />
  );
}

interface Typed { readonly text: string; readonly urgent: boolean; readonly timed: boolean }

function NoticeForm({ day, now, onPut }: { readonly day: string; readonly now: Instant; readonly onPut: () => void }) {
  const say = useSay();
  const act = useAct();
  const [form] = Form.useForm<Typed>();
  const timed = Form.useWatch('timed', form) ?? false;
  const [untilDay, setUntilDay] = useState(day);
  const [untilTime, setUntilTime] = useState('18:00');
  const put = async ({ text, urgent, timed: ends }: Typed): Promise<void> => {
    const until = momentAt(untilDay, untilTime);
    if (await act.run({ type: 'putNotice', text: text.trim(), urgent, ...(ends ? { until } : {}) }, () => say('boards.noticePut'))) { form.resetFields(); onPut(); }
  };
  const late = timed && dayStart(untilDay) + 86_400_000 <= now;
  return (
    <Form<Typed> form={form} className="notice-form" initialValues={{ text: '', urgent: false, timed: false }} onFinish={(typed) => { void put(typed); }}>
      <Form.Item name="text" rules={[{ required: true, whitespace: true, message: say('boards.textMissing') }]}><Input autoFocus maxLength={textMost} showCount aria-label={say('boards.text')} placeholder={say('boards.textHint')} /></Form.Item>
      <Form.Item name="urgent" label={say('boards.urgent')} valuePropName="checked"><Switch /></Form.Item>
      <Form.Item name="timed" label={say('boards.timed')} valuePropName="checked"><Switch /></Form.Item>
      {timed && <span className="until"><DayField label={say('boards.hangsUntil')} day={untilDay} min={day} onChange={setUntilDay} /><TimeField label={say('boards.hangsUntil')} time={untilTime} onChange={setUntilTime} /></span>}
      <Button type="primary" htmlType="submit" loading={act.busy} disabled={late}>{say('boards.put')}</Button>
    </Form>
  );
}
