/* 求职台账: one row a visit. */
import { Table } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { TicketState } from '@kuaizhao/db/domain/queue/view.ts';
import { ledgerPageLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import type { SeekerRow } from '@kuaizhao/db/domain/records/ledger/rows.ts';
import { useSay } from '../../../kit/say.tsx';
import { tradeName } from '../../../i18n/texts.ts';
import { ListEnd, ListTrouble } from '../../parts/listed.tsx';
import { useList } from '../../session/use-list.ts';
import type { LedgerAsked } from './asked.ts';

export type SeekersWanted = TicketState | 'hired' | 'notHired';

export function SeekersLedger({ asked, wanted }: { readonly asked: LedgerAsked; readonly wanted: SeekersWanted | undefined }) {
  const say = useSay();
  const narrowed = wanted === undefined ? {} : wanted === 'hired' || wanted === 'notHired' ? { hired: wanted === 'hired' } : { state: wanted };
  const list = useList('seekersLedger', { ...asked, ...narrowed, limit: ledgerPageLimit }, ledgerPageLimit);
  return (
    <>
      <ListTrouble of={list} />
      <Table<SeekerRow>
        size="small" pagination={false} dataSource={[...list.rows]} rowKey="ticketId" sticky loading={list.asking && list.rows.length === 0} locale={{ emptyText: say('records.noRows') }}
        columns={[
          { title: say('records.day'), dataIndex: 'day', width: 108 },
          { title: say('records.number'), dataIndex: 'number', width: 82, render: (_, row) => <b>{row.number}</b> },
          { title: say('records.at'), key: 'at', width: 70, render: (_, row) => localTime(row.at) },
          { title: say('records.person'), key: 'person', width: 96, render: (_, row) => row.person === undefined ? <span className="soft">{say('records.nobody')}</span> : `${row.person.name}${row.person.sex === undefined ? '' : ` ${say(`sex.${row.person.sex}`)}`}` },
          { title: say('records.trades'), key: 'trades', ellipsis: true, render: (_, row) => row.trades.map((code) => tradeName(say.language, code)).join(say('wall.separator')) },
          { title: say('records.state'), key: 'state', width: 88, render: (_, row) => say(`ticketState.${row.state}`) },
          { title: say('records.hires'), key: 'hires', width: 190, ellipsis: true, render: (_, row) => row.hires.map((hire) => `${hire.number} ← ${hire.jobNumber}`).join(say('wall.separator')) },
        ]}
      />
      <ListEnd of={list} />
    </>
  );
}
