/* 用工台账: one row a posting. */
import { Table } from 'antd';
import type { JobState } from '@kuaizhao/db/domain/jobs/view.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ledgerPageLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import type { JobLedgerRow } from '@kuaizhao/db/domain/records/ledger/rows.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { tradeName } from '../../../i18n/texts.ts';
import { ListEnd, ListTrouble } from '../../parts/listed.tsx';
import { useList } from '../../session/use-list.ts';
import type { LedgerAsked } from './asked.ts';

export function JobsLedger({ asked, state }: { readonly asked: LedgerAsked; readonly state: JobState | undefined }) {
  const say = useSay();
  const list = useList('jobsLedger', { ...asked, ...(state === undefined ? {} : { state }), limit: ledgerPageLimit }, ledgerPageLimit);
  return (
    <>
      <ListTrouble of={list} />
      <Table<JobLedgerRow>
        size="small" pagination={false} dataSource={[...list.rows]} rowKey="jobId" sticky loading={list.asking && list.rows.length === 0} locale={{ emptyText: say('records.noRows') }}
        columns={[
          { title: say('records.day'), dataIndex: 'day', width: 108 },
          { title: say('records.number'), dataIndex: 'number', width: 82, render: (_, row) => <b>{row.number}</b> },
          { title: say('records.employer'), key: 'employer', ellipsis: true, render: (_, row) => <span title={row.employerName}>{row.employerName} <span className="soft">{say(`employerKind.${row.employerKind}`)}</span></span> },
          { title: say('records.by.trade'), key: 'trade', width: 110, ellipsis: true, render: (_, row) => tradeName(say.language, row.trade) },
          { title: say('records.places'), key: 'places', width: 120, align: 'right', render: (_, row) => `${row.hires.toLocaleString('en-US')} / ${row.headcount.toLocaleString('en-US')}` },
          { title: say('records.pay'), key: 'pay', width: 168, render: (_, row) => <>{payText(say, row.pay)} <span className="soft">{say(`settlement.${row.settlement}`)}</span></> },
          { title: say('records.workPlace'), dataIndex: 'workPlace', width: 170, ellipsis: true },
          { title: say('records.start'), key: 'start', width: 70, render: (_, row) => localTime(row.startAt) },
          { title: say('records.state'), key: 'state', width: 88, render: (_, row) => say(`jobState.${row.state}`) },
        ]}
      />
      <ListEnd of={list} />
    </>
  );
}
