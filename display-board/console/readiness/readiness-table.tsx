/* The checks of all machines, what hinders opening first, each with what to do. */
import { Table, Tag } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { ReadinessReply as Reply } from '@kuaizhao/sync-agent/contract/queries/machine/readiness.ts';
import { useSay } from '../../kit/say.tsx';

type Row = Reply['devices'][number]['checks'][number] & { readonly key: string; readonly deviceId: string };
const colours = { ok: 'default', soon: 'blue', bad: 'orange', unknown: 'default' } as const;
/** What hinders opening stands first. */
const weight = { bad: 0, soon: 1, unknown: 2, ok: 3 } as const;

/** `height`: of its own scroll; without it the page scrolls. */
export function ReadinessTable({ reply, height }: { readonly reply: Reply | undefined; readonly height?: number }) {
  const say = useSay();
  const rows: Row[] = (reply?.devices ?? []).flatMap(({ deviceId, checks }) => checks.map((one) => ({ ...one, deviceId, key: `${deviceId} ${one.check}` }))).toSorted((a, b) => weight[a.state] - weight[b.state]);
  return (
    <Table<Row> size="small" pagination={false} loading={reply === undefined} dataSource={rows} {...(height === undefined ? {} : { scroll: { y: height } })} columns={[
      { title: say('readiness.device'), dataIndex: 'deviceId', render: (_, row) => (row.deviceId === 'agent' ? say('readiness.agent') : row.deviceId) },
      { title: say('readiness.part'), dataIndex: 'check', render: (_, row) => say(`readiness.check.${row.check}`) },
      { title: say('readiness.found'), dataIndex: 'state', render: (_, row) => <Tag color={colours[row.state]}>{say(`readiness.state.${row.state}`)}</Tag> },
      { title: say('readiness.since'), dataIndex: 'since', render: (_, row) => localTime(row.since) },
      { title: say('readiness.next'), dataIndex: 'next', render: (_, row) => (row.state === 'bad' || row.state === 'soon' ? say(`readiness.step.${row.check}`) : '') },
    ]} />
  );
}
