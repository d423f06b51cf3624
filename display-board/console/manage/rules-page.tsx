/* 规则: by which rules the hall calls, places and warns on a day; read here, changed in the hall's configuration or sent by the city. */
import { Descriptions, Table } from 'antd';
import { useState } from 'react';
import { alarmRulesSchema, type AlarmRules } from '@kuaizhao/db/domain/hall/alarms.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Say } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { DayField } from '../parts/day-field.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';
import '../parts/listing.css';
import './manage.css';

const thresholds = Object.keys(alarmRulesSchema.shape) as (keyof AlarmRules)[];

export function RulesPage() {
  const say = useSay();
  const { day: today } = useToday();
  const [day, setDay] = useState(today);
  const rules = useQuestion('hallRules', { day });
  return (
    <PageFrame title={say('page.rules')} hint={say('manage.rulesHint')} acts={<DayField label={say('manage.on')} day={day} onChange={setDay} />}>
      <Answer of={rules}>{(value) => <Rules rules={value} />}</Answer>
    </PageFrame>
  );
}

function Rules({ rules }: { readonly rules: QueryReply<'hallRules'> }) {
  const say = useSay();
  const { settings, alarms, wall } = rules;
  const trust = settings.trustRule;
  return (
    <div className="two-columns">
      <section>
        <h3 className="part">{say('manage.wall')}</h3>
        <ol className="wall-lines">{wall.map((line) => <li key={`${line.code} ${line.numbers.join(' ')}`}>{sentenceOf(say, line)}{line.since !== undefined && <span className="soft"> {say('wall.since', { day: line.since })}</span>}</li>)}</ol>
      </section>
      <section>
        <h3 className="part">{say('manage.thresholds')}</h3>
        <Descriptions bordered size="small" column={2} items={thresholds.map((name) => ({ key: name, label: say(`manage.alarm.${name}`), children: alarms[name].toLocaleString('en-US') }))} />
        <h3 className="part">{say('manage.law')}</h3>
        <Descriptions bordered size="small" column={1} items={[
          { key: 'filter', label: say('manage.filter'), children: rules.filterVersion },
          { key: 'review', label: say('manage.review'), children: say(settings.codedPostingsNeedReview === true ? 'manage.yes' : 'manage.no') },
          { key: 'trust', label: say('manage.trust'), children: trust === undefined ? say('manage.shipped') : `${String(trust.hires)} / ${String(trust.quietDays)}` },
        ]} />
        <h3 className="part">{say('manage.cityLists')}</h3>
        <Table
          size="small" pagination={false} rowKey="feed" dataSource={rules.cityLists} locale={{ emptyText: say('manage.noCityLists') }}
          columns={[{ title: say('manage.cityList'), key: 'feed', render: (_, row) => say(`manage.cityList.${row.feed}`) }, { title: say('manage.cityVersion'), dataIndex: 'version', width: 90, align: 'right' }, { title: say('manage.cityEntries'), dataIndex: 'entries', width: 80, align: 'right' }, { title: say('manage.cityCame'), key: 'came', width: 160, render: (_, row) => (row.cameAt === undefined ? '' : `${localDay(row.cameAt)} ${localTime(row.cameAt)}`) }]}
        />
        <h3 className="part">{say('manage.places')}</h3>
        <Table
          size="small" pagination={false} rowKey="id" dataSource={settings.windows}
          columns={[{ title: say('manage.window'), dataIndex: 'label', width: 140 }, { title: say('manage.callsFrom'), key: 'services', render: (_, row) => row.services.map((code) => settings.services.find((one) => one.code === code)?.label ?? code).join(say('wall.separator')) }]}
        />
      </section>
    </div>
  );
}

function sentenceOf(say: Say, { code, numbers, who = [], elderFrom }: WallLine): string {
  const people = who.map((reason) => say(`wall.reason.${reason}`, { years: elderFrom ?? '' })).join(say('wall.separator'));
  return say(`wall.${code}`, { who: people, a: numbers[0] ?? '', b: numbers[1] ?? '', c: numbers[2] ?? '' });
}
