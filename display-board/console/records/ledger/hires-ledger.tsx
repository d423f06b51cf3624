/* 用工确认台账: one row a hire, from the posting to the person in one line of numbers. */
import { Table } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ledgerPageLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import type { HireRow } from '@kuaizhao/db/domain/records/ledger/rows.ts';
import { yuanText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { tradeName } from '../../../i18n/texts.ts';
import { ListEnd, ListTrouble } from '../../parts/listed.tsx';
import { useList } from '../../session/use-list.ts';
import type { LedgerAsked } from './asked.ts';

export function HiresLedger({ asked }: { readonly asked: LedgerAsked }) {
  const say = useSay();
  const list = useList('hiresLedger', { ...asked, limit: ledgerPageLimit }, ledgerPageLimit);
  return (
    <>
      <ListTrouble of={list} />
      <Table<HireRow>
        size="small" pagination={false} dataSource={[...list.rows]} rowKey="hireId" sticky loading={list.asking && list.rows.length === 0} locale={{ emptyText: say('records.noRows') }}
        columns={[
          { title: say('records.day'), dataIndex: 'day', width: 108 },
          { title: say('records.number'), dataIndex: 'number', width: 82, render: (_, row) => <b>{row.number}</b> },
          { title: say('records.at'), key: 'at', width: 70, render: (_, row) => localTime(row.at) },
          { title: say('records.queueNumber'), dataIndex: 'queueNumber', width: 82 },
          { title: say('records.person'), key: 'person', width: 96, render: (_, row) => row.person === undefined ? <span className="soft">{say('records.nobody')}</span> : `${row.person.name}${row.person.sex === undefined ? '' : ` ${say(`sex.${row.person.sex}`)}`}` },
          { title: say('records.jobNumber'), dataIndex: 'jobNumber', width: 82 },
          { title: say('records.employer'), key: 'employer', ellipsis: true, render: (_, row) => <span title={row.employerName}>{row.employerName} <span className="soft">{say(`employerKind.${row.employerKind}`)}</span></span> },
          { title: say('records.by.trade'), key: 'trade', width: 110, ellipsis: true, render: (_, row) => tradeName(say.language, row.trade) },
          { title: say('records.agreedPay'), key: 'pay', width: 168, render: (_, row) => <>{say('pay.fixed', { amount: yuanText(row.pay.amountFen), unit: say(`unit.${row.pay.unit}`) })} <span className="soft">{say(`settlement.${row.settlement}`)}</span></> },
          { title: say('records.workPlace'), dataIndex: 'workPlace', width: 150, ellipsis: true },
        ]}
      />
      <ListEnd of={list} />
    </>
  );
}
