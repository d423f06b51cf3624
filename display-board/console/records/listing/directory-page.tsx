/* 市场名录 (F24): the hall's own entry. What can be counted is counted from the last open days; the rest is the hall's configuration. */
import { Button, Descriptions, Table } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { DirectoryEntry } from '@kuaizhao/db/domain/records/directory/entry.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../../kit/say.tsx';
import { tradeName } from '../../../i18n/texts.ts';
import { Answer } from '../../parts/answer.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useQuestion } from '../../session/use-question.ts';
import '../../parts/listing.css';
import '../records.css';

export function DirectoryPage() {
  const say = useSay();
  const entry = useQuestion('directory', {});
  const city = useQuestion('cityHalls', {});
  const again = (): void => { entry.again(); city.again(); };
  return (
    <PageFrame title={say('page.directory')} hint={say('records.directoryHint')} acts={<Button onClick={again}>{say('records.again')}</Button>}>
      <Answer of={entry}>{(value) => <Entry entry={value} />}</Answer>
      <h3 className="part">{say('records.cityHalls')}</h3>
      <Answer of={city}>{(value) => <CityHalls halls={value.halls} />}</Answer>
    </PageFrame>
  );
}

/** As the city tells them; a hall without a city has an empty list. */
function CityHalls({ halls }: { readonly halls: QueryReply<'cityHalls'>['halls'] }) {
  const say = useSay();
  return (
    <Table
      size="small" rowKey="hallId" pagination={{ pageSize: 10, hideOnSinglePage: true }} dataSource={[...halls]} locale={{ emptyText: say('records.noCityHalls') }}
      columns={[
        { title: say('records.hallName'), dataIndex: 'name', ellipsis: true },
        { title: say('records.address'), key: 'address', ellipsis: true, render: (_, row) => row.address ?? say('records.notTold') },
        { title: say('records.hotline'), key: 'hotline', width: 160, render: (_, row) => row.hotline ?? say('records.notTold') },
      ]}
    />
  );
}

function Entry({ entry }: { readonly entry: DirectoryEntry }) {
  const say = useSay();
  const average = (value: number | null): string => (value === null ? say('records.notYet') : say('records.perDay', { n: value.toLocaleString('en-US') }));
  return (
    <>
      <div className="averages">
        {([['averageSeekers', entry.averageSeekers], ['averagePlaces', entry.averagePlaces], ['averageHires', entry.averageHires]] as const).map(([name, value]) => (
          <dl key={name}><dt>{say(`records.${name}`)}</dt><dd>{average(value)}</dd></dl>
        ))}
      </div>
      <Descriptions
        bordered size="small" column={2}
        items={[
          { key: 'name', label: say('records.hallName'), children: entry.name, span: 2 },
          { key: 'kind', label: say('records.hallKind'), children: say(`hallKind.${entry.kind}`) },
          { key: 'district', label: say('records.district'), children: entry.district },
          { key: 'hotline', label: say('board.hotline'), children: entry.hotline },
          { key: 'hours', label: say('records.opens'), children: entry.opensBetween === undefined ? say('records.notYet') : say('records.opensBetween', entry.opensBetween) },
          { key: 'services', label: say('records.services'), children: entry.services.join(say('wall.separator')) || say('records.none'), span: 2 },
          { key: 'trades', label: say('records.mainTrades'), children: entry.mainTrades.map((code) => tradeName(say.language, code)).join(say('wall.separator')) || say('records.notYet'), span: 2 },
          { key: 'days', label: say('records.countedDays'), children: entry.firstDay === undefined || entry.lastDay === undefined ? say('records.notYet') : say('records.countedOver', { n: entry.openDays, from: entry.firstDay, to: entry.lastDay }) },
          { key: 'at', label: say('records.countedAt'), children: localTime(entry.countedAt) },
        ]}
      />
    </>
  );
}
