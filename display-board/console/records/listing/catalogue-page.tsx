/* 岗位招聘信息发布目录 (F23): the postings of one day by trade, as they may be read aloud before everybody. */
import { Button, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { cataloguePageLimit, type CatalogueItem, type CataloguePage as Page } from '@kuaizhao/db/domain/records/directory/entry.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { tradeName } from '../../../i18n/texts.ts';
import { Answer } from '../../parts/answer.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { paperFrom, PrinterSelect, usePrinter } from '../../parts/form/choices.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useAct } from '../../session/use-act.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useToday } from '../../session/use-today.ts';
import { useMay } from '../../session/use-may.ts';
import '../../parts/listing.css';
import '../records.css';

type After = NonNullable<Page['next']>;

export function CataloguePage() {
  const say = useSay();
  const { day: today } = useToday();
  const [day, setDay] = useState(today);
  const [trade, setTrade] = useState<string>();
  // Pages that were turned, so that one can go back; each is asked anew, places left change all the time.
  const [turned, setTurned] = useState<readonly After[]>([]);
  const after = turned.at(-1);
  const page = useQuestion('catalogue', { day, limit: cataloguePageLimit, ...(trade === undefined ? {} : { trade }), ...(after === undefined ? {} : { after }) });
  return (
    <PageFrame title={say('page.catalogue')} acts={(
      <>
        <DayField label={say('records.day')} day={day} max={today} onChange={(next) => { setDay(next); setTrade(undefined); setTurned([]); }} />
        {day === today && <PrintCatalogue day={day} />}
        <Button onClick={page.again}>{say('records.again')}</Button>
      </>
    )}>
      <Answer of={page}>{(value) => (
        <>
          <div className="filters">
            <TradeChoice page={value} trade={trade} onChoose={(next) => { setTrade(next); setTurned([]); }} />
            <span className="hint">{say('board.countedAt', { time: localTime(value.countedAt) })} · {say('records.catalogueHint')}</span>
          </div>
          <Items page={value} />
          <div className="list-end">
            <span>{say('records.rowsHere', { n: value.items.length })}</span>
            <Button size="small" disabled={turned.length === 0} onClick={() => { setTurned(turned.slice(0, -1)); }}>{say('records.previous')}</Button>
            <Button size="small" disabled={value.next === undefined} onClick={() => { if (value.next !== undefined) setTurned([...turned, value.next]); }}>{say('records.next')}</Button>
          </div>
        </>
      )}
      </Answer>
    </PageFrame>
  );
}

function TradeChoice({ page, trade, onChoose }: { readonly page: Page; readonly trade: string | undefined; readonly onChoose: (trade: string | undefined) => void }) {
  const say = useSay();
  const sum = (pick: (one: Page['trades'][number]) => number): number => page.trades.reduce((total, one) => total + pick(one), 0);
  return (
    <>
      <Select
        className="trade" allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={say('records.by.trade')} placeholder={say('records.anyTrade')} value={trade ?? null} onChange={(value: string | null) => { onChoose(value ?? undefined); }}
        options={page.trades.map((one) => ({ value: one.trade, label: say('records.tradeLine', { trade: tradeName(say.language, one.trade), jobs: one.jobs, left: one.placesLeft, places: one.places }) }))}
      />
      <b>{say('records.tradesSum', { trades: page.trades.length, jobs: sum((one) => one.jobs), left: sum((one) => one.placesLeft), places: sum((one) => one.places) })}</b>
    </>
  );
}

function Items({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <Table<CatalogueItem>
      size="small" pagination={false} dataSource={page.items} rowKey="jobId" sticky locale={{ emptyText: say('records.noCatalogue') }}
      columns={[
        { title: say('records.number'), dataIndex: 'number', width: 82, render: (_, row) => <b>{row.number}</b> },
        { title: say('records.by.trade'), key: 'trade', width: 120, ellipsis: true, render: (_, row) => tradeName(say.language, row.trade) },
        { title: say('records.left'), key: 'left', width: 116, align: 'right', render: (_, row) => (row.open ? say('console.left', { left: row.placesLeft, all: row.headcount }) : <Tag>{say('records.closed')}</Tag>) },
        { title: say('records.pay'), key: 'pay', width: 168, render: (_, row) => <>{payText(say, row.pay)} <span className="soft">{say(`settlement.${row.settlement}`)}</span></> },
        { title: say('records.workPlace'), dataIndex: 'workPlace', ellipsis: true },
        { title: say('records.start'), key: 'start', width: 70, render: (_, row) => localTime(row.startAt) },
        { title: say('records.duration'), key: 'duration', width: 140, render: (_, row) => say('records.hoursDays', { hours: row.hoursPerDay, days: row.days }) },
        { title: say('records.with'), key: 'with', width: 110, render: (_, row) => [row.meals ? say('board.meals') : '', row.transport ? say('board.transport') : ''].filter((one) => one !== '').join(' ') },
      ]}
    />
  );
}

/** The open jobs of today on paper, at the printer of this desk. */
function PrintCatalogue({ day }: { readonly day: string }) {
  const say = useSay();
  const { may } = useMay();
  const act = useAct();
  const { printer } = usePrinter();
  if (printer === undefined || !may('printForm')) return null;
  return <><PrinterSelect /><Button type="primary" loading={act.busy} onClick={() => { void act.run({ type: 'printForm', form: 'catalogue', id: day, printer: paperFrom(printer) }, () => say('records.cataloguePrinting', { printer })); }}>{say('records.printCatalogue')}</Button></>;
}
