/* 工种 (F4): every trade with what it takes to do it, and what is posted of it today. The list is the same in every hall: ours, and what the city adds. */
import { Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { certificates } from '@kuaizhao/db/domain/trades/certificate.ts';
import { groupOf, shippedTrade, trades, type Trade } from '@kuaizhao/db/domain/trades/trade.ts';
import { useSay } from '../../kit/say.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useMemory } from '../session/desk-session.tsx';
import '../parts/listing.css';
import './manage.css';

const findMost = 20;

export function TradesPage() {
  const say = useSay();
  const { floor } = useMemory();
  const [find, setFind] = useState('');
  const words = find.trim().toLowerCase();
  const english = say.language === 'en';
  const found = trades().filter(({ code, zh, en, aliases = [] }) => words === '' || code.startsWith(words) || zh.includes(words) || en.toLowerCase().includes(words) || aliases.some((one) => one.toLowerCase().includes(words)));
  const ofTrade = (code: string) => (floor?.jobs ?? []).filter((job) => job.trade === code);
  const groupText = (code: string): string => { const group = groupOf(code); return group === undefined ? say('manage.otherGroup') : english ? group.en : group.zh; };
  return (
    <PageFrame title={say('page.trades')} hint={say('manage.tradesHint', { n: trades().length })} acts={<Input allowClear autoFocus maxLength={findMost} aria-label={say('manage.findTrade')} placeholder={say('manage.findTrade')} value={find} onChange={(event) => { setFind(event.target.value); }} />}>
      <Table<Trade>
        size="small" pagination={false} sticky rowKey="code" dataSource={found} locale={{ emptyText: say('manage.noTrade') }}
        columns={[
          { title: say('manage.code'), dataIndex: 'code', width: 72, className: 'mono' },
          { title: say('manage.trade'), key: 'name', width: 170, render: (_, row) => <><b>{english ? row.en : row.zh}</b>{row.aliases !== undefined && <small className="aka">{row.aliases.join(say('wall.separator'))}</small>}{shippedTrade(row.code) === undefined && <Tag color="blue">{say('manage.ofCity')}</Tag>}{row.retired === true && <Tag>{say('manage.retired')}</Tag>}</> },
          { title: say('manage.group'), key: 'group', width: 150, render: (_, row) => groupText(row.code) },
          { title: say('manage.load'), dataIndex: 'loadClass', width: 90, align: 'right' },
          { title: say('manage.tags'), key: 'tags', render: (_, row) => row.hazards.map((tag) => <Tag key={tag}>{say(`tag.${tag}`)}</Tag>) },
          { title: say('manage.certificate'), key: 'certificate', render: (_, row) => row.certificates.map((code) => (english ? certificates[code].en : certificates[code].zh)).join(say('wall.separator')) },
          { title: say('manage.today'), key: 'today', width: 140, align: 'right', render: (_, row) => { const jobs = ofTrade(row.code); return jobs.length === 0 ? '' : say('manage.jobsOpen', { jobs: jobs.length, left: jobs.reduce((sum, job) => sum + job.placesLeft, 0) }); } },
        ]}
      />
    </PageFrame>
  );
}
